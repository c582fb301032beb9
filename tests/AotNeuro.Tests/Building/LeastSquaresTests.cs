namespace AotNeuro.Tests.Building;

/// <summary>The least squares back ends against each other, and against closed forms.</summary>
public sealed class LeastSquaresTests
{
    private const int Points = 60;
    private const int Neurons = 30;

    private static readonly double[] Rates = Problems.Rates(Points, Neurons);
    private static readonly double[] Targets = Problems.Numbers(Points * 3, 7);

    /// <summary>
    /// The residual of the normal equations is below tolerance times the root of m, and their least eigenvalue is at least m sigma^2:
    /// so no solution is further off than the quotient.
    /// </summary>
    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    public void Conjugate_gradients_come_as_close_to_Cholesky_as_they_are_asked_to(double tolerance)
    {
        double[] expected = Solve(new CholeskySolver(), [200.0]);
        double bound = tolerance / (Math.Sqrt(Points) * 200.0 * 200.0);
        var solution = new double[Neurons * 3];
        Assert.All(Solve(new ConjugateGradient(tolerance), [200.0], solution).Iterations!, count => Assert.InRange(count, 3, Neurons - 1));
        AssertWithin(bound, expected, solution);
        Assert.InRange(Solve(new BlockConjugateGradient(tolerance), [200.0], solution).Iterations!.Single(), 3, Neurons / 3);
        AssertWithin(bound, expected, solution);
    }

    [Fact]
    public void Every_neuron_may_have_its_own_regularization()
    {
        double[] sigma = [.. Enumerable.Range(1, Neurons).Select(i => 200.0 + (10.0 * i))];
        double[] expected = Solve(new CholeskySolver(), sigma);

        // The gradient of the function that is minimized.
        double[] residual = Problems.Residual(Rates, Points, Neurons, expected, Targets, 3);
        for (int i = 0; i < expected.Length; i++)
        {
            int neuron = i / 3;
            double slope = Enumerable.Range(0, Points).Sum(point => Rates[(point * Neurons) + neuron] * residual[(point * 3) + (i % 3)]);
            Assert.Equal(0.0, slope + (Points * sigma[neuron] * sigma[neuron] * expected[i]), 1e-9);
        }

        double bound = 1e-4 / (Math.Sqrt(Points) * sigma[0] * sigma[0]);
        AssertWithin(bound, expected, Solve(new ConjugateGradient(1e-4), sigma));
        AssertWithin(bound, expected, Solve(new BlockConjugateGradient(1e-4), sigma));
    }

    [Fact]
    public void Singular_values_and_both_forms_of_Cholesky_agree()
    {
        double[] expected = Solve(new CholeskySolver(transpose: false), [30.0]);
        Problems.AssertClose(expected, Solve(new CholeskySolver(transpose: true), [30.0]), 1e-11);
        Problems.AssertClose(expected, Solve(new SvdSolver(), [30.0]), 1e-11);
    }

    [Fact]
    public void Singular_values_find_the_shortest_solution_where_there_are_many()
    {
        // Two equal neurons share a decoder, and one that never fires gets none.
        double[] rates = [1.0, 1.0, 0.0, 2.0, 2.0, 0.0];
        var decoders = new double[3];
        new SvdSolver().Solve(new(rates, 2, 3), new([3.0, 6.0], 2, 1), [0.0], decoders);
        Problems.AssertClose([1.5, 1.5, 0.0], decoders, 1e-14);
        new Lstsq().Solve(new(rates, 2, 3), new([3.0, 6.0], 2, 1), new(0), decoders);
        Problems.AssertClose([1.5, 1.5, 0.0], decoders, 1e-14);
    }

    [Fact]
    public void Small_singular_values_count_as_zero()
    {
        double[] rates = [100.0, 0.0, 0.0, 0.9];
        var decoders = new double[2];
        new Lstsq().Solve(new(rates, 2, 2), new([50.0, 9.0], 2, 1), new(0), decoders);
        Assert.Equal([0.5, 0.0], decoders);
        new Lstsq(0.001).Solve(new(rates, 2, 2), new([50.0, 9.0], 2, 1), new(0), decoders);
        Problems.AssertClose([0.5, 10.0], decoders, 1e-14);
    }

    [Fact]
    public void Conjugate_gradients_report_their_iterations_and_stop_when_told()
    {
        var solution = new double[Neurons * 3];
        SolveInfo one = Solve(new ConjugateGradient(1e-12, maxIterations: 1), [30.0], solution);
        Assert.Equal([1, 1, 1], one.Iterations!);
        Problems.AssertClose(SteepestDescent(), solution, 1e-13);
    }

    [Fact]
    public void Conjugate_gradients_that_start_at_the_solution_stop_there()
    {
        double[] expected = Solve(new CholeskySolver(), [30.0]);
        var start = new double[Neurons, 3];
        Buffer.BlockCopy(expected, 0, start, 0, sizeof(double) * expected.Length);
        var solution = new double[expected.Length];
        Assert.Equal([1, 1, 1], Solve(new ConjugateGradient(start: start), [30.0], solution).Iterations!);
        Problems.AssertClose(expected, solution, 1e-12);
        Assert.Equal([1], Solve(new BlockConjugateGradient(start: start), [30.0], solution).Iterations!);
        Problems.AssertClose(expected, solution, 1e-12);
    }

    [Fact]
    public void Conjugate_gradients_of_zeros_are_zeros()
    {
        var decoders = new double[Neurons];
        SolveInfo info = new ConjugateGradient().Solve(new(Rates, Points, Neurons), new(new double[Points], Points, 1), [1.0], decoders);
        Assert.Equal([0], info.Iterations!);
        Assert.Equal(new double[Neurons], decoders);
    }

    [Fact]
    public void Equal_targets_stop_the_block_method()
    {
        double[] twice = [.. Enumerable.Range(0, Points * 2).Select(i => Targets[i / 2])];
        var error = Assert.Throws<ArithmeticException>(() =>
            new BlockConjugateGradient().Solve(new(Rates, Points, Neurons), new(twice, Points, 2), [1.0], new double[Neurons * 2]));
        Assert.Equal(
            "The columns of targets depend on each other, so BlockConjugateGradient() has no way on; use ConjugateGradient().", error.Message);
    }

    [Fact]
    public void Solvers_of_one_regularization_say_so()
    {
        double[] sigma = [.. Enumerable.Repeat(1.0, Neurons)];
        var error = Assert.Throws<ArgumentException>(() => Solve(new SvdSolver(), sigma));
        Assert.Equal("SvdSolver() takes one regularization for all neurons, and there are 30; use CholeskySolver().", error.Message);
        error = Assert.Throws<ArgumentException>(() => Solve(new CholeskySolver(transpose: true), sigma));
        Assert.Equal(
            "CholeskySolver(transpose: true) takes one regularization for all neurons, and there are 30; use CholeskySolver().", error.Message);
    }

    [Fact]
    public void Arguments_that_make_no_sense_are_named()
    {
        Assert.StartsWith(
            "tolerance must be a finite number of at least 0.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new ConjugateGradient(-1.0)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "tolerance must be a finite number of at least 0.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new BlockConjugateGradient(double.NaN)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "maxIterations must be above 0.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new ConjugateGradient(maxIterations: 0)).Message,
            StringComparison.Ordinal);
        var error = Assert.Throws<ArgumentException>(() => Solve(new ConjugateGradient(start: new double[2, 3]), [1.0]));
        Assert.Equal(
            "'start' of the solver has the shape 2 x 3, and must have 30 x 3: a row per neuron, a column per value of the function.", error.Message);
    }

    /// <summary>What one iteration from zero gives: a step down the gradient A'y, as long as minimizes the function.</summary>
    private static double[] SteepestDescent()
    {
        var solution = new double[Neurons * 3];
        for (int column = 0; column < 3; column++)
        {
            double[] slope = [.. Enumerable.Range(0, Neurons).Select(neuron =>
                Enumerable.Range(0, Points).Sum(point => Rates[(point * Neurons) + neuron] * Targets[(point * 3) + column]))];
            double[] image = [.. Enumerable.Range(0, Points).Select(point =>
                Enumerable.Range(0, Neurons).Sum(neuron => Rates[(point * Neurons) + neuron] * slope[neuron]))];
            double square = slope.Sum(value => value * value);
            double length = square / (image.Sum(value => value * value) + (Points * 900.0 * square));
            for (int neuron = 0; neuron < Neurons; neuron++)
            {
                solution[(neuron * 3) + column] = length * slope[neuron];
            }
        }

        return solution;
    }

    private static void AssertWithin(double bound, double[] expected, double[] actual)
    {
        for (int column = 0; column < 3; column++)
        {
            double square = Enumerable.Range(0, Neurons).Sum(i => Math.Pow(expected[(i * 3) + column] - actual[(i * 3) + column], 2));
            Assert.InRange(Math.Sqrt(square), 0.0, bound);
        }
    }

    private static double[] Solve(LeastSquaresSolver solver, double[] sigma)
    {
        var solution = new double[Neurons * 3];
        Solve(solver, sigma, solution);
        return solution;
    }

    private static SolveInfo Solve(LeastSquaresSolver solver, double[] sigma, double[] solution) =>
        solver.Solve(new(Rates, Points, Neurons), new(Targets, Points, 3), sigma, solution);
}
