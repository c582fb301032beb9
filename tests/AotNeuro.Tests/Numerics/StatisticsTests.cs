namespace AotNeuro.Tests.Numerics;

/// <summary>Measures of signals, on values whose measures are plain numbers.</summary>
public sealed class StatisticsTests
{
    [Fact]
    public void Rms_is_the_root_of_the_mean_of_the_squares() => Assert.Equal(5.0, Statistics.Rms([1.0, -7.0]));

    [Fact]
    public void Rmse_is_the_rms_of_the_differences() => Assert.Equal(5.0, Statistics.Rmse([3.0, 1.0], [2.0, 8.0]));

    [Fact]
    public void Nrmse_is_in_units_of_the_target() => Assert.Equal(0.5, Statistics.Nrmse([1.5, -3.0], [3.0, -6.0]));

    [Fact]
    public void No_values_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Statistics.Rms([]));
        Assert.Equal("No values have no mean; give at least one. (Parameter 'values')", error.Message);
    }

    [Fact]
    public void Another_number_of_targets_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Statistics.Rmse([1.0], [1.0, 2.0]));
        Assert.Equal("1 values cannot be compared with 2; give as many of both. (Parameter 'target')", error.Message);
    }
}
