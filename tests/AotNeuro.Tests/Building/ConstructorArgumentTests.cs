using AotNeuro.Random;

namespace AotNeuro.Tests.Building;

/// <summary>
/// NaN, infinities, negative numbers, zero and nothing, for each argument of each constructor that describes a part of a model: none of
/// them passes where it would spread. Other mistakes are beside the tests of what is made.
/// </summary>
public sealed class ConstructorArgumentTests
{
    private static readonly double[] NotFinite = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    private static readonly double[] NotPositive = [.. NotFinite, -1.0, 0.0];

    private static readonly double[] Negative = [.. NotFinite, -1.0];

    public static TheoryData<string, Func<double, object>, double[], string> Numbers => new()
    {
        // Distributions
        { "low", x => new Uniform(x, 1.0), NotFinite, "low must be a finite number." },
        { "high", x => new Uniform(0.0, x), NotFinite, "high must be a finite number." },
        { "mean", x => new Gaussian(x, 1.0), NotFinite, "mean must be a finite number." },
        { "std", x => new Gaussian(0.0, x), NotPositive, "std must be a finite number above 0." },
        { "scale", x => new Exponential(x), NotPositive, "scale must be a finite number above 0." },
        { "shift", x => new Exponential(1.0, x), NotFinite, "shift must be a finite number." },
        { "high", x => new Exponential(1.0, 0.0, x), [double.NaN, double.NegativeInfinity, -1.0, 0.0], "high must be above the shift of 0." },
        { "minMagnitude", x => new UniformHypersphere(minMagnitude: x), [.. Negative, 1.0], "minMagnitude must be at least 0 and below 1." },
        { "minMagnitude", x => new ScatteredHypersphere(minMagnitude: x), [.. Negative, 1.0], "minMagnitude must be at least 0 and below 1." },
        { "options", x => new Choice([x]), NotFinite, "options must be a finite number." },
        { "weights", x => new Choice([1.0, 2.0], [1.0, x]), NotFinite, "weights must be a finite number." },
        { "weights", x => new Choice([1.0, 2.0], [x, x]), [0.0, -1.0], "weights must not be negative, and not all of them 0." },
        { "values", x => new Samples([x]), NotFinite, "values must be a finite number." },
        { "points", x => new Pdf([x], [1.0]), NotFinite, "points must be a finite number." },
        { "probabilities", x => new Pdf([0.0, 1.0], [x, 1.0]), NotFinite, "probabilities must be a finite number." },
        { "probabilities", x => new Pdf([0.0, 1.0], [x, 1.0 - x]), [-1.0], "probabilities ('-1') must be a non-negative value." },
        { "n", x => new SqrtBeta((int)x), [0.0, -1.0], "n must be above 0." },
        { "m", x => new SqrtBeta(1, (int)x), [0.0, -1.0], "m must be above 0." },
        { "subdimensions", x => new SubvectorLength(3, (int)x), [0.0, -1.0], "subdimensions must be above 0." },
        { "dimensions", x => new CosineSimilarity((int)x), [1.0, 0.0, -1.0], "dimensions ('" },

        // Processes
        { "period", x => new WhiteSignal(x, 5.0), NotPositive, "period must be a finite number above 0." },
        { "high", x => new WhiteSignal(1.0, x), NotPositive, "high must be a finite number above 0." },
        { "rms", x => new WhiteSignal(1.0, 5.0, x), NotPositive, "rms must be a finite number above 0." },
        { "y0", x => new WhiteSignal(1.0, 5.0, y0: x), NotFinite, "y0 must be a finite number." },
        { "inputs", x => new PresentInput(new[,] { { x } }, 1.0), NotFinite, "inputs must be a finite number." },
        { "presentationTime", x => new PresentInput(new double[1, 1], x), NotPositive, "presentationTime must be a finite number above 0." },
        { "pieces", x => new Piecewise([(x, 1.0)]), NotFinite, "The piece at time " },
        { "values", x => PieceValue.FromValues(x), NotFinite, "values must be a finite number." },

        // Synapses
        { "tau", x => new Lowpass(x), Negative, "tau must be a finite number of seconds, 0 or more." },
        { "tau", x => new Alpha(x), Negative, "tau must be a finite number of seconds, 0 or more." },
        { "t", x => new Triangle(x), Negative, "t must be a finite number of seconds, 0 or more." },
        { "numerator", x => new LinearFilter([x], [1.0, 1.0]), NotFinite, "numerator must be a finite number." },
        { "denominator", x => new LinearFilter([1.0], [1.0, x]), NotFinite, "denominator must be a finite number." },

        // Solvers
        { "rcond", x => new Lstsq(x), Negative, "rcond must be a finite number of at least 0." },
        { "noise", x => new LstsqNoise(x), Negative, "noise must be a finite number of at least 0." },
        { "noise", x => new LstsqMultNoise(x), Negative, "noise must be a finite number of at least 0." },
        { "regularization", x => new LstsqL2(x), Negative, "regularization must be a finite number of at least 0." },
        { "regularization", x => new LstsqL2nz(x), Negative, "regularization must be a finite number of at least 0." },
        { "regularization", x => new NnlsL2(x), Negative, "regularization must be a finite number of at least 0." },
        { "regularization", x => new NnlsL2nz(x), Negative, "regularization must be a finite number of at least 0." },
        { "l1", x => new LstsqL1(x), Negative, "l1 must be a finite number of at least 0." },
        { "l2", x => new LstsqL1(l2: x), Negative, "l2 must be a finite number of at least 0." },
        { "drop", x => new LstsqDrop(x), [.. Negative, 1.5], "drop must be from 0 to 1." },
        { "values", x => new NoSolver(new[,] { { x } }), NotFinite, "values must be a finite number." },
        { "tolerance", x => new ConjugateGradient(x), Negative, "tolerance must be a finite number of at least 0." },
        { "start", x => new ConjugateGradient(start: new[,] { { x } }), NotFinite, "start must be a finite number." },
        { "tolerance", x => new BlockConjugateGradient(x), Negative, "tolerance must be a finite number of at least 0." },
        { "start", x => new BlockConjugateGradient(start: new[,] { { x } }), NotFinite, "start must be a finite number." },

        // Transforms
        { "rows", x => new Sparse((int)x, 1, [], 1.0), [0.0, -1.0], "rows must be above 0." },
        { "columns", x => new Sparse(1, (int)x, [], 1.0), [0.0, -1.0], "columns must be above 0." },
        { "value", x => new Sparse(1, 1, [(0, 0)], x), NotFinite, "value must be a finite number." },
        { "values", x => new Sparse(1, 1, [(0, 0)], [x]), NotFinite, "values must be a finite number." },
        { "kernel", x => new Convolution(1, new ChannelShape([2, 1]), new[,,] { { { x } } }), NotFinite, "kernel must be a finite number." },
        { "filters", x => new ConvolutionTranspose((int)x, new ChannelShape([2, 1])), [0.0, -1.0], "filters must be above 0." },
        { "groups", x => new ConvolutionTranspose(1, new ChannelShape([2, 1]), groups: (int)x), [0.0, -1.0], "groups must be above 0." },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_that_makes_no_sense_is_named(string parameter, Func<double, object> make, double[] numbers, string message) =>
        Assert.All(numbers, number =>
        {
            var exception = Assert.ThrowsAny<ArgumentException>(() => make(number));
            Assert.Equal(parameter, exception.ParamName);
            Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        });

    [Fact]
    public void Points_have_dimensions()
    {
        Distribution[] distributions =
        [
            new Uniform(0.0, 1.0), new UniformHypersphere(), new ScatteredHypersphere(), new QuasirandomSequence(), new CosineSimilarity(3),
        ];
        Assert.All(distributions, distribution => Assert.StartsWith(
            "dimensions ('0') must be a non-negative and non-zero value.",
            Assert.ThrowsAny<ArgumentException>(() => distribution.Sample(3, 0, new RandomState(0), [])).Message,
            StringComparison.Ordinal));
    }

    [Fact]
    public void Samples_of_points_are_not_numbers() => Assert.StartsWith(
        "Points of 1 dimensions are asked for, but those given have 2.",
        Assert.ThrowsAny<ArgumentException>(() => new Samples(new double[3, 2]).Sample(3, 1, new RandomState(0), new double[3])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_start_of_another_shape_is_named()
    {
        var start = new double[1, 1];
        LeastSquaresSolver[] solvers = [new ConjugateGradient(start: start), new BlockConjugateGradient(start: start)];
        Assert.All(solvers, solver => Assert.StartsWith(
            "'start' of the solver has the shape 1 x 1, and must have 2 x 1",
            Assert.Throws<ArgumentException>(() => solver.Solve(new([1.0, 0.0], 1, 2), new([1.0], 1, 1), [0.1], new double[2])).Message,
            StringComparison.Ordinal));
    }
}
