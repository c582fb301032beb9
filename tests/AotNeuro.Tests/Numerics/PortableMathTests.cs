using System.Numerics;
using AotNeuro.Numerics;
using static AotNeuro.Tests.Numerics.HighPrecision;

namespace AotNeuro.Tests.Numerics;

/// <summary>Every function against 1300 bits: at most 0.56 units in the last place off.</summary>
public sealed class PortableMathTests
{
    private const double Limit = 0.56;
    private const int Count = 150;

    [Fact]
    public void Exp_is_right() =>
        Check(PortableMath.Exp, Exp, Linear(-745.0, 709.7), Linear(-2.0, 2.0), Linear(-745.1, -708.0), Powers(-60, 9, -1));

    [Fact]
    public void Expm1_is_right() =>
        Check(PortableMath.Expm1, x => Exp(x) - One, Linear(-40.0, 709.7), Linear(-1.0, 1.0), Powers(-60, 5, -1));

    [Fact]
    public void Log_is_right() =>
        Check(PortableMath.Log, Log, Powers(-1074, 1023), Linear(0.9, 1.1), Linear(1e-3, 3.0),
            Powers(-52, -2).Select(x => 1.0 + x));

    [Fact]
    public void Log1P_is_right() =>
        Check(PortableMath.Log1P, x => Log(One + x), Linear(-0.999, 1.0), Powers(-60, -1, -1), Powers(0, 1000),
            Powers(-52, -2).Select(x => x - 1.0));

    [Fact]
    public void Sin_is_right() => Check(PortableMath.Sin, Sin, Angles());

    [Fact]
    public void Cos_is_right() => Check(PortableMath.Cos, Cos, Angles());

    [Fact]
    public void Asin_is_right() =>
        Check(PortableMath.Asin, Asin, Linear(-1.0, 1.0), Powers(-30, 0, -1), Powers(-52, -2).Select(x => 1.0 - x));

    [Fact]
    public void Acos_is_right() =>
        Check(PortableMath.Acos, x => (Pi >> 1) - Asin(x), Linear(-1.0, 1.0), Powers(-30, 0, -1),
            Powers(-52, -2).Select(x => 1.0 - x));

    [Fact]
    public void Tanh_is_right() =>
        Check(PortableMath.Tanh, x => Divide(Exp(x << 1) - One, Exp(x << 1) + One), Linear(-1.0, 1.0), Linear(-22.0, 22.0),
            Powers(-40, 4, -1));

    [Fact]
    public void Pow_is_right()
    {
        var random = new System.Random(5);
        double worst = 0.0;
        for (int i = 0; i < 3 * Count; i++)
        {
            double fraction = random.NextDouble();
            double x = i % 3 == 0 ? Math.ScaleB(1.0 + fraction, random.Next(-900, 900)) : 3.0 * fraction;
            double y = i % 3 == 0 ? random.NextDouble() : (200.0 * random.NextDouble()) - 100.0;
            double actual = PortableMath.Pow(x, y);
            if (actual is > 0.0 and < double.PositiveInfinity)
            {
                BigInteger exponent = Multiply(Log(FromDouble(x)), FromDouble(y));
                worst = Math.Max(worst, ErrorInUlps(actual, Exp(exponent)));
            }
        }

        Assert.InRange(worst, 0.1, Limit);
    }

    [Fact]
    public void Cody_Waite_and_Payne_Hanek_meet_at_multiples_of_a_right_angle()
    {
        double[] hardest =
        [
            Math.ScaleB(6381956970095103.0, 797), 0.5 * Math.PI * 355.0, 1048575.99, 1048576.01, double.MaxValue, 11.0, 22.0, 355.0,
        ];
        foreach (double x in hardest)
        {
            Assert.InRange(ErrorInUlps(PortableMath.Sin(x), Sin(FromDouble(x))), 0.0, Limit);
            Assert.InRange(ErrorInUlps(PortableMath.Cos(x), Cos(FromDouble(x))), 0.0, Limit);
        }
    }

    /// <summary>Checks a function; the worst error must also be one that rounding makes, or the check itself is broken.</summary>
    private static void Check(
        Func<double, double> function, Func<BigInteger, BigInteger> truth, params IEnumerable<double>[] arguments)
    {
        double worst = 0.0;
        foreach (double x in arguments.SelectMany(values => values))
        {
            double error = ErrorInUlps(function(x), truth(FromDouble(x)));
            Assert.True(error <= Limit, $"f({x:R}) is {error} units off.");
            worst = Math.Max(worst, error);
        }

        Assert.InRange(worst, 0.4, Limit);
    }

    private static IEnumerable<double> Linear(double low, double high)
    {
        var random = new System.Random(1);
        return Enumerable.Range(0, Count).Select(_ => low + ((high - low) * random.NextDouble()));
    }

    /// <summary>Numbers of random binary exponents, of both signs if <paramref name="otherSign"/> is -1.</summary>
    private static IEnumerable<double> Powers(int low, int high, int otherSign = 1)
    {
        var random = new System.Random(2);
        return Enumerable.Range(0, Count).Select(i =>
            Math.ScaleB(1.0 + random.NextDouble(), random.Next(low, high)) * (i % 2 == 0 ? 1 : otherSign));
    }

    private static IEnumerable<double>[] Angles() =>
    [
        Linear(-10.0, 10.0), Linear(-1.0, 1.0), Powers(-30, 1023, -1), Powers(15, 25, -1),
        Enumerable.Range(1, Count).Select(k => k * k * 0.5 * Math.PI),
    ];
}
