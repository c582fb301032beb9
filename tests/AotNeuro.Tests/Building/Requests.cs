using AotNeuro.Building;
using AotNeuro.CompilerServices;

namespace AotNeuro.Tests.Building;

/// <summary>Makes requests for decoders.</summary>
internal static class Requests
{
    public static DecodeRequest Of(
        DecodedFunction? function, int size, ValueSource? transform = null, int? sizeOut = null, Solver? solver = null, uint seed = 0) => new()
        {
            Name = "AToB",
            Function = function,
            FunctionSize = size,
            Transform = transform,
            SizeOut = sizeOut ?? size,
            Solver = solver ?? new LstsqL2(),
            Seed = seed,
        };
}
