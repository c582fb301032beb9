using AotNeuro.Random;

namespace AotNeuro.Tests.Building;

/// <summary>What solvers do besides what the reference models show.</summary>
public sealed class SolverTests
{
    private const int Points = 50;
    private const int Neurons = 10;

    private static readonly double[] Rates = Problems.Rates(Points, Neurons);
    private static readonly double[] Targets = Problems.Numbers(Points * 2, 8);

    [Fact]
    public void Elastic_nets_are_at_their_minimum()
    {
        double[] decoders = Solve(new LstsqL1(l1: 0.01, l2: 1e-3));
        double highest = Rates.Max();
        (double l1, double l2) = (0.01 * highest, 1e-3 * highest * highest);
        Assert.Contains(0.0, decoders);

        // The duality gap that stops the solver is 1e-4 of |y|^2; l2 makes the function strongly convex, so that bounds the distance.
        double[] exact = ExactNet(l1, l2);
        for (int column = 0; column < 2; column++)
        {
            double size = Enumerable.Range(0, Points).Sum(point => Math.Pow(Targets[(point * 2) + column], 2));
            double square = Enumerable.Range(0, Neurons).Sum(i => Math.Pow(decoders[(i * 2) + column] - exact[(i * 2) + column], 2));
            Assert.InRange(0.5 * Points * l2 * square, 0.0, 1e-4 * size);
        }
    }

    [Fact]
    public void Noise_is_a_draw_per_point_and_neuron()
    {
        var random = new RandomState(0);
        double highest = Rates.Max();
        double[] noisy = [.. Rates.Select(rate => rate + random.Normal(0.0, 0.2 * highest))];
        Assert.Equal(Least(noisy), Solve(new LstsqNoise(0.2)));
        random = new RandomState(0);
        noisy = [.. Rates.Select(rate => rate + (random.Normal(0.0, 0.2) * rate))];
        Assert.Equal(Least(noisy), Solve(new LstsqMultNoise(0.2)));

        static double[] Least(double[] rates)
        {
            var decoders = new double[Neurons * 2];
            new CholeskySolver().Solve(new(rates, Points, Neurons), new(Targets, Points, 2), [0.0], decoders);
            return decoders;
        }
    }

    [Fact]
    public void Neurons_that_fire_at_few_points_are_regularized_less()
    {
        double[] rates = [.. Rates.Select((rate, i) => i % Neurons == 3 ? 0.0 : rate)];
        double highest = rates.Max();
        double[] sigma = [.. Enumerable.Range(0, Neurons).Select(neuron =>
            0.1 * highest * Math.Sqrt(Enumerable.Range(0, Points).Count(point => rates[(point * Neurons) + neuron] > 0.0) / (double)Points))];
        var decoders = new double[Neurons * 2];
        new LstsqL2nz().Solve(new(rates, Points, Neurons), new(Targets, Points, 2), new(0), decoders);
        Assert.Equal([0.0, 0.0], decoders[6..8]);
        sigma[3] = sigma.Max();
        var expected = new double[Neurons * 2];
        new CholeskySolver().Solve(new(rates, Points, Neurons), new(Targets, Points, 2), sigma, expected);
        Problems.AssertClose(expected, decoders, 1e-13);
    }

    [Fact]
    public void A_share_of_decoders_is_dropped_and_the_others_are_solved_again()
    {
        double[] first = Solve(new LstsqL2(0.001));
        double[] decoders = Solve(new LstsqDrop(0.5, solver2: new LstsqL2(0.2)));
        double[] magnitudes = [.. first.Select(Math.Abs).Order()];
        for (int column = 0; column < 2; column++)
        {
            int[] kept = [.. Enumerable.Range(0, Neurons).Where(i => Math.Abs(first[(i * 2) + column]) >= magnitudes[10])];
            double[] rates = [.. from point in Enumerable.Range(0, Points) from i in kept select Rates[(point * Neurons) + i]];
            double[] targets = [.. Enumerable.Range(0, Points).Select(point => Targets[(point * 2) + column])];
            var again = new double[kept.Length];
            new LstsqL2(0.2).Solve(new(rates, Points, kept.Length), new(targets, Points, 1), new(0), again);
            var expected = new double[Neurons];
            for (int i = 0; i < kept.Length; i++)
            {
                expected[kept[i]] = again[i];
            }

            Assert.Equal(expected, Enumerable.Range(0, Neurons).Select(i => decoders[(i * 2) + column]));
        }

        Assert.Equal(10, decoders.Count(value => value == 0.0));
        Assert.All(Solve(new LstsqDrop(1.0)), value => Assert.Equal(0.0, value));
    }

    [Fact]
    public void Decoders_that_are_not_negative_solve_normal_equations_of_what_is_positive()
    {
        double sigma = 0.1 * Rates.Max();
        double[] decoders = Solve(new NnlsL2());
        double[] normal = new double[Neurons * Neurons];
        var sides = new double[Neurons * 2];
        for (int point = 0; point < Points; point++)
        {
            for (int i = 0; i < normal.Length; i++)
            {
                normal[i] += Rates[(point * Neurons) + (i / Neurons)] * Rates[(point * Neurons) + (i % Neurons)];
            }

            for (int i = 0; i < sides.Length; i++)
            {
                sides[i] += Rates[(point * Neurons) + (i / 2)] * Math.Max(Targets[(point * 2) + (i % 2)], 0.0);
            }
        }

        for (int i = 0; i < Neurons; i++)
        {
            normal[i * (Neurons + 1)] += Points * sigma * sigma;
        }

        double[] residual = Problems.Residual(normal, Neurons, Neurons, decoders, sides, 2);
        double scale = normal.Max() * sides.Max();
        for (int i = 0; i < decoders.Length; i++)
        {
            double slope = Enumerable.Range(0, Neurons).Sum(k => normal[(k * Neurons) + (i / 2)] * residual[(k * 2) + (i % 2)]) / scale;
            Assert.True(decoders[i] > 0.0 ? Math.Abs(slope) < 1e-12 : decoders[i] == 0.0 && slope > -1e-12, $"{decoders[i]}: {slope}");
        }
    }

    [Fact]
    public void Solvers_know_what_they_are()
    {
        Solver[] compositional = [new Lstsq(), new LstsqNoise(), new LstsqMultNoise(), new LstsqL2(), new LstsqL2nz(), new NoSolver()];
        Solver[] others = [new LstsqL1(), new LstsqDrop(), new Nnls(), new NnlsL2(), new NnlsL2nz()];
        Assert.All(compositional, solver => Assert.True(solver.IsCompositional));
        Assert.All(others, solver => Assert.False(solver.IsCompositional));
        Assert.All([.. compositional, .. others], solver => Assert.Equal(solver is LstsqNoise or LstsqMultNoise, solver.IsRandom));
        Assert.True(new LstsqDrop(solver2: new LstsqNoise()).IsRandom);
        Assert.False(new LstsqDrop().IsSeparable);
        Assert.False(new LstsqL2(solver: new BlockConjugateGradient()).IsSeparable);
        Assert.False(new LstsqL2(solver: new ConjugateGradient(start: new double[2, 1])).IsSeparable);
        Assert.Equal(new LstsqL2(), new LstsqL2(0.1, new CholeskySolver()));
        Assert.NotEqual(new LstsqL2(), new LstsqL2 { Weights = true });
    }

    [Fact]
    public void Arguments_that_make_no_sense_are_named()
    {
        AssertError("rcond must be a finite number of at least 0.", () => new Lstsq(-1.0));
        AssertError("noise must be a finite number of at least 0.", () => new LstsqNoise(double.NaN));
        AssertError("noise must be a finite number of at least 0.", () => new LstsqMultNoise(-0.1));
        AssertError("regularization must be a finite number of at least 0.", () => new LstsqL2(double.PositiveInfinity));
        AssertError("regularization must be a finite number of at least 0.", () => new LstsqL2nz(-0.1));
        AssertError("regularization must be a finite number of at least 0.", () => new NnlsL2(-0.1));
        AssertError("regularization must be a finite number of at least 0.", () => new NnlsL2nz(-0.1));
        AssertError("l1 must be a finite number of at least 0.", () => new LstsqL1(-0.1));
        AssertError("l2 must be a finite number of at least 0.", () => new LstsqL1(l2: -0.1));
        AssertError("l1 or l2 must be above 0; use Lstsq() to solve without regularization.", () => new LstsqL1(0.0, 0.0));
        AssertError("maxIterations must be above 0.", () => new LstsqL1(maxIterations: 0));
        AssertError("drop must be from 0 to 1.", () => new LstsqDrop(1.5));
        AssertError("drop must be from 0 to 1.", () => new LstsqDrop(double.NaN));
        AssertError("values must be a finite number.", () => new NoSolver(new[,] { { 1.0, double.NaN } }));
        AssertError("tolerance must be a finite number of at least 0.", () => Of(new ConjugateGradient(-0.1)));
        AssertError("maxIterations must be above 0.", () => Of(new ConjugateGradient(maxIterations: 0)));
        AssertError("start must be a finite number.", () => Of(new ConjugateGradient(start: new[,] { { double.NaN } })));
        AssertError("tolerance must be a finite number of at least 0.", () => Of(new BlockConjugateGradient(double.NaN)));
        AssertError("start must be a finite number.", () => Of(new BlockConjugateGradient(start: new[,] { { double.PositiveInfinity } })));

        static Solver Of(LeastSquaresSolver solver) => new LstsqL2(solver: solver);

        static void AssertError(string message, Func<Solver> make) =>
            Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);
    }

    private static double[] Solve(Solver solver)
    {
        var decoders = new double[Neurons * 2];
        solver.Solve(new(Rates, Points, Neurons), new(Targets, Points, 2), new(0), decoders);
        return decoders;
    }

    /// <summary>The minimum of |A d - y|^2 / (2 m) + l1 |d| + l2 |d|^2 / 2 by proximal gradient steps.</summary>
    private static double[] ExactNet(double l1, double l2)
    {
        var x = new double[Neurons * 2];
        double step = Points / Rates.Sum(rate => rate * rate);
        for (int round = 0; round < 5000; round++)
        {
            double[] residual = Problems.Residual(Rates, Points, Neurons, x, Targets, 2);
            for (int i = 0; i < x.Length; i++)
            {
                double slope = Enumerable.Range(0, Points).Sum(k => Rates[(k * Neurons) + (i / 2)] * residual[(k * 2) + (i % 2)]) / Points;
                double next = x[i] - (step * slope);
                x[i] = Math.CopySign(Math.Max(Math.Abs(next) - (step * l1), 0.0), next) / (1.0 + (step * l2));
            }
        }

        return x;
    }
}
