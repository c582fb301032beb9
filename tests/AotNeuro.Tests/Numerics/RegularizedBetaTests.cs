using AotNeuro.Numerics;

namespace AotNeuro.Tests.Numerics;

public sealed class RegularizedBetaTests
{
    public static IEnumerable<double> Places => Enumerable.Range(1, 99).Select(i => i / 100.0).Concat([1e-12, 1e-6, 1.0 - 1e-6]);

    /// <summary>Cases that have a closed form.</summary>
    public static TheoryData<int, int> ClosedForms => new() { { 1, 1 }, { 2, 1 }, { 2, 2 }, { 4, 4 }, { 2, 40 } };

    [Theory]
    [MemberData(nameof(ClosedForms))]
    public void Values_are_those_of_the_closed_form(int twiceA, int twiceB)
    {
        Func<double, double> closed = (twiceA, twiceB) switch
        {
            (1, 1) => x => 2.0 / Math.PI * Math.Asin(Math.Sqrt(x)),
            (2, 1) => x => x / (1.0 + Math.Sqrt(1.0 - x)),
            (2, 2) => x => x,
            (4, 4) => x => x * x * (3.0 - (2.0 * x)),
            _ => x => -Expm1((twiceB / 2) * Log1P(-x)),
        };
        var beta = new RegularizedBeta(twiceA, twiceB);
        foreach (double x in Places)
        {
            Assert.Equal(1.0, beta.Value(x) / closed(x), 1e-13);
        }

        static double Expm1(double x) => PortableMath.Expm1(x);
        static double Log1P(double x) => PortableMath.Log1P(x);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 15)]
    [InlineData(1000, 1)]
    [InlineData(400, 300)]
    [InlineData(4000, 4000)]
    public void The_inverse_inverts(int twiceA, int twiceB)
    {
        var beta = new RegularizedBeta(twiceA, twiceB);
        foreach (double p in Places)
        {
            double x = beta.Inverse(p);
            double allowed = (4e-16 * beta.Density(x)) + 2e-12;
            Assert.InRange(beta.Value(x) - p, -allowed, allowed);
        }
    }

    [Fact]
    public void Values_and_inverse_end_at_0_and_1()
    {
        var beta = new RegularizedBeta(3, 1);
        Assert.Equal([0.0, 1.0, 0.0, 1.0], [beta.Value(0.0), beta.Value(1.0), beta.Inverse(0.0), beta.Inverse(1.0)]);
        Assert.True(double.IsNaN(beta.Inverse(1.5)) && double.IsNaN(beta.Inverse(double.NaN)));
    }
}
