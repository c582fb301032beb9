using AotNeuro.Random;

namespace AotNeuro.Tests.Distributions;

/// <summary>Arguments that make no sense are refused by the name of the parameter, with what to do.</summary>
public sealed class DistributionValidationTests
{
    public static TheoryData<string, Func<Distribution>, string> Mistakes => new()
    {
        { "low", () => new Uniform(double.NaN, 1.0), "low must be a finite number." },
        { "high", () => new Uniform(0.0, double.PositiveInfinity), "high must be a finite number." },
        { "low", () => new Uniform(0.5, 3.0, integer: true), "low must be a whole number of 32 bits" },
        { "high", () => new Uniform(3.0, 3.0, integer: true), "high ('3') must be greater than '3'." },
        { "std", () => new Gaussian(0.0, 0.0), "std must be a finite number above 0." },
        { "scale", () => new Exponential(-1.0), "scale must be a finite number above 0." },
        { "high", () => new Exponential(1.0, 2.0, 2.0), "high must be above the shift of 2." },
        { "minMagnitude", () => new UniformHypersphere(minMagnitude: 1.0), "minMagnitude must be at least 0 and below 1." },
        { "minMagnitude", () => new ScatteredHypersphere(true, 0.5), "minMagnitude must be 0 for points on the surface." },
        { "method", () => new ScatteredHypersphere(method: (ScatterMethod)3), "method must be SctApprox, Sct or Tfww." },
        { "options", () => new Choice([]), "options must hold at least one value." },
        { "weights", () => new Choice([1.0, 2.0], [1.0]), "1 weights do not fit 2 options." },
        { "weights", () => new Choice([1.0, 2.0], [1.0, -1.0]), "weights must not be negative, and not all of them 0." },
        { "values", () => new Samples([1.0, double.NaN]), "values must be a finite number." },
        { "points", () => new Pdf([0.0, 0.0], [0.5, 0.5]), "points must rise." },
        { "probabilities", () => new Pdf([0.0, 1.0], [0.5, 0.25]), "probabilities must add up to 1, not to 0.75." },
        { "probabilities", () => new Pdf([0.0, 1.0], [1.0]), "1 probabilities do not fit 2 points." },
        { "n", () => new SqrtBeta(0), "n must be above 0." },
        { "dimensions", () => new SubvectorLength(3, 3), "dimensions ('3') must be greater than '3'." },
        { "dimensions", () => new CosineSimilarity(1), "dimensions ('1') must be greater than or equal to '2'." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named(string parameter, Func<Distribution> make, string message)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(make);
        Assert.Equal(parameter, exception.ParamName);
        Assert.StartsWith(message, exception.Message);
    }

    public static TheoryData<string, Distribution, int, int, int, string> Shapes => new()
    {
        { "destination", new Uniform(0.0, 1.0), 3, 2, 5, "3 points of 2 dimensions do not fill a destination of 5 values." },
        { "dimensions", new Choice([1.0, 2.0]), 3, 2, 6, "Options of 1 dimensions cannot be drawn as points of 2 dimensions." },
        { "count", new Samples([1.0, 2.0]), 3, 1, 3, "3 points are asked for, but 2 are given." },
        { "dimensions", new Samples([1.0, 2.0]), 2, 2, 4, "Points of 2 dimensions are asked for, but those given have 1." },
        { "dimensions", new Gaussian(0.0, 1.0), 3, 0, 0, "dimensions ('0') must be a non-negative and non-zero value." },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_shape_that_does_not_fit_is_named(
        string parameter, Distribution distribution, int count, int dimensions, int length, string message)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(
            () => distribution.Sample(count, dimensions, new RandomState(0), new double[length]));
        Assert.Equal(parameter, exception.ParamName);
        Assert.StartsWith(message, exception.Message);
    }
}
