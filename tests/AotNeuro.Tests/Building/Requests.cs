using AotNeuro.Building;
using AotNeuro.CompilerServices;

namespace AotNeuro.Tests.Building;

/// <summary>Makes requests for decoders.</summary>
internal static class Requests
{
    /// <param name="function">The function.</param>
    /// <param name="size">Number of its values.</param>
    /// <param name="transform">The transform.</param>
    /// <param name="sizeOut">Number of values after it; those of the function if left out.</param>
    /// <param name="solver">The solver.</param>
    /// <param name="seed">The connection's seed.</param>
    /// <param name="encoders">Scaled encoders of the target, <c>[neurons, sizeOut]</c>.</param>
    /// <param name="values">The function as points.</param>
    /// <param name="indices">The dimensions that the function sees.</param>
    /// <param name="points">Evaluation points of the connection.</param>
    /// <param name="scalePoints">Whether they are in units of the radius.</param>
    public static DecodeRequest Of(
        DecodedFunction? function,
        int size,
        ValueSource? transform = null,
        int? sizeOut = null,
        Solver? solver = null,
        uint seed = 0,
        double[]? encoders = null,
        double[]? values = null,
        int[]? indices = null,
        ValueSource? points = null,
        bool scalePoints = true) => new()
        {
            Name = "AToB",
            Function = function,
            FunctionSize = size,
            Transform = transform,
            SizeOut = sizeOut ?? size,
            Solver = solver ?? new LstsqL2(),
            Seed = seed,
            TargetEncoders = encoders is null ? null : () => new(encoders, encoders.Length / (sizeOut ?? size), sizeOut ?? size),
            TargetValues = values,
            SourceIndices = indices,
            EvalPoints = points,
            ScaleEvalPoints = scalePoints,
        };
}
