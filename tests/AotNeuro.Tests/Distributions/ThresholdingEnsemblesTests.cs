using AotNeuro.Random;

namespace AotNeuro.Tests.Distributions;

/// <summary>Ensembles that fire above a threshold alone.</summary>
public sealed class ThresholdingEnsemblesTests
{
    [Fact]
    public void Neurons_fire_above_the_threshold_alone()
    {
        Ensemble ensemble = new Thresholding().A;
        Assert.All(ensemble.Encoders.Values.ToArray(), encoder => Assert.Equal(1.0, encoder));
        Assert.All(ensemble.Intercepts.ToArray(), intercept => Assert.InRange(intercept, 0.3, 1.0));
        Assert.All(ensemble.EvalPoints.Values.ToArray(), point => Assert.InRange(point, 0.3, 1.0));
        Assert.All(ensemble.TuningCurves([0.29]).Rates.Values.ToArray(), rate => Assert.Equal(0.0, rate));
        Assert.All(ensemble.TuningCurves([1.0]).Rates.Values.ToArray(), rate => Assert.InRange(rate, 199.0, 401.0));
    }

    /// <summary>The same draws as from the distributions that Nengo's preset is made of.</summary>
    [Theory]
    [InlineData(0.3, 0.15, 1.0)]
    [InlineData(0.5, 0.2, 2.0)]
    public void Distributions_are_those_of_the_preset(double threshold, double width, double radius)
    {
        AssertDraws(new Exponential(width, threshold, radius), ThresholdingEnsembles.Intercepts(threshold, width, radius));
        AssertDraws(new Uniform(threshold / radius, 1.0), ThresholdingEnsembles.EvalPoints(threshold, radius));
    }

    [Fact]
    public void Intercepts_are_a_width_above_the_threshold_in_the_mean()
    {
        double[] drawn = Draw(ThresholdingEnsembles.Intercepts(0.3, interceptWidth: 0.01), 10_000);
        Assert.Equal(0.31, drawn.Average(), 4 * 0.01 / Math.Sqrt(drawn.Length));
    }

    [Fact]
    public void A_threshold_beyond_the_radius_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => ThresholdingEnsembles.Intercepts(1.0));
        Assert.StartsWith("The threshold must be below the radius of 1.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ThresholdingEnsembles.EvalPoints(2.0, radius: 2.0));
    }

    private static void AssertDraws(Distribution expected, Distribution actual) => Assert.Equal(Draw(expected, 20), Draw(actual, 20));

    private static double[] Draw(Distribution distribution, int count)
    {
        var values = new double[count];
        distribution.Sample(count, 1, new RandomState(1), values);
        return values;
    }
}

/// <summary>An ensemble that represents what is above 0.3.</summary>
[NeuralModel(Seed = 1)]
[EnsembleDefaults(Encoders = nameof(Encoders), Intercepts = nameof(Intercepts), EvalPoints = nameof(EvalPoints))]
public partial class Thresholding
{
    private static readonly Distribution Encoders = ThresholdingEnsembles.Encoders;

    private static readonly Distribution Intercepts = ThresholdingEnsembles.Intercepts(0.3);

    private static readonly Distribution EvalPoints = ThresholdingEnsembles.EvalPoints(0.3);

    [Ensemble(neurons: 50, dimensions: 1)]
    public partial Ensemble A { get; }

    [Probe(nameof(A))]
    public partial Probe Decoded { get; }
}
