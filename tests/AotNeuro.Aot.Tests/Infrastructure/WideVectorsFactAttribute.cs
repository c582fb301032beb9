using System.Runtime.Intrinsics.X86;

namespace AotNeuro.Aot.Tests;

/// <summary>A test of a program that aborts on a processor without vectors of this width; it is skipped there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WideVectorsFactAttribute : FactAttribute
{
    public WideVectorsFactAttribute(int bits)
    {
        bool isSupported = bits > 256 ? HasLevel4 : HasLevel3;
        if (!isSupported)
        {
            Skip = $"This processor has no vectors of {bits} bits.";
        }
    }

    private static bool HasLevel3 => Avx2.IsSupported && Fma.IsSupported;

    private static bool HasLevel4 => Avx512BW.VL.IsSupported && Avx512CD.VL.IsSupported && Avx512DQ.VL.IsSupported;
}
