using System.Runtime.Intrinsics;
using AotNeuro.Numerics;

namespace AotNeuro.Tests.Numerics;

public sealed class VectorMathTests
{
    /// <summary>The other logarithm is accurate to 66 bits before its last rounding.</summary>
    [Fact]
    public void Log1P_is_a_unit_in_the_last_place_off()
    {
        var random = new System.Random(2);
        for (int i = 0; i < 100_000; i++)
        {
            double x = Math.Pow(10.0, 32.0 * random.NextDouble() - 16.0);
            double expected = PortableMath.Log1P(x);
            Assert.InRange(Log1P(x), Math.BitDecrement(expected), Math.BitIncrement(expected));
        }
    }

    [Fact]
    public void Log1P_is_exact_where_it_can_be()
    {
        Assert.Equal(0.0, Log1P(0.0));
        Assert.Equal(0.6931471805599453, Log1P(1.0));
        Assert.Equal(1e-300, Log1P(1e-300));
    }

    private static double Log1P(double x) => VectorMath.Log1P(Vector256.Create(x))[2];
}
