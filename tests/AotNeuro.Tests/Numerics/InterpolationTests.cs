using AotNeuro.Numerics;

namespace AotNeuro.Tests.Numerics;

public sealed class InterpolationTests
{
    [Theory]
    [InlineData(-1.0, 10.0)]
    [InlineData(0.0, 10.0)]
    [InlineData(0.25, 12.5)]
    [InlineData(1.0, 20.0)]
    [InlineData(2.0, 15.0)]
    [InlineData(3.0, 10.0)]
    [InlineData(9.0, 10.0)]
    public void A_line_through_points(double x, double expected) =>
        Assert.Equal(expected, Interpolation.Linear(x, [0.0, 1.0, 3.0], [10.0, 20.0, 10.0]));

    [Fact]
    public void Of_equal_abscissae_the_last_counts() =>
        Assert.Equal(3.0, Interpolation.Linear(1.0, [0.0, 1.0, 1.0, 2.0], [1.0, 2.0, 3.0, 4.0]));
}
