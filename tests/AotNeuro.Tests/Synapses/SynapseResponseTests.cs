using System.Numerics;
using AotNeuro.CompilerServices;

namespace AotNeuro.Tests.Synapses;

/// <summary>Responses that are known in closed form.</summary>
public sealed class SynapseResponseTests
{
    private const double Dt = 0.001;

    /// <summary>A synapse for every kind of step.</summary>
    private static readonly Synapse[] AllSteps =
        [new Lowpass(0.01), new Alpha(0.01), new Triangle(0.01), new LinearFilter([1.0, 2.0, 3.0], [0.1, 1.0, 9.0]), 0.0];

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.005)]
    [InlineData(0.0001)]
    public void Lowpass_approaches_a_step_exponentially(double tau) =>
        AssertStep(new Lowpass(tau), t => 1.0 - Math.Exp(-t / tau), 1e-14);

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.005)]
    [InlineData(0.0001)]
    [InlineData(0.00003)] // a pure gain
    public void Alpha_approaches_a_step_with_its_own_curve(double tau) =>
        AssertStep(new Alpha(tau), t => 1.0 - ((1.0 + (t / tau)) * Math.Exp(-t / tau)), tau == 0.00003 ? 1.3e-13 : 1e-14);

    [Fact]
    public void Fast_and_slow_poles_together_lose_no_digits()
    {
        // 1 / ((a s + 1) (b s + 1)), with entries of the companion matrix nine orders of magnitude apart.
        const double A = 1.0, B = 1e-5;
        var filter = new LinearFilter([1.0], [A * B, A + B, 1.0]);
        AssertStep(filter, t => 1.0 - (((A * Math.Exp(-t / A)) - (B * Math.Exp(-t / B))) / (A - B)), 1e-13);
    }

    [Fact]
    public void A_filter_with_a_direct_path_shows_the_states_before_the_step()
    {
        // (0.5 s + 1) / (s + 1) = 0.5 + 0.5 / (s + 1); the second part comes a step late.
        AssertStep(new LinearFilter([0.5, 1.0], [1.0, 1.0]), t => 0.5 + (0.5 * (1.0 - Math.Exp(-(t - Dt)))), 1e-14);
    }

    [Fact]
    public void Fourth_order_lags_approach_a_step_with_their_own_curve()
    {
        LinearFilter twice = new Alpha(0.01).Combine(new Alpha(0.01));
        AssertStep(
            twice,
            t =>
            {
                double x = t / 0.01;
                return 1.0 - (Math.Exp(-x) * (1.0 + x + (x * x / 2.0) + (x * x * x / 6.0)));
            },
            1e-13);
    }

    [Theory]
    [InlineData(Discretization.Euler)]
    [InlineData(Discretization.BackwardDifference)]
    [InlineData(Discretization.Bilinear)]
    public void Other_methods_are_the_textbook_recursions(Discretization method)
    {
        // 1 / (tau s + 1) by its difference equation, with r = dt / tau.
        const double Tau = 0.02, R = Dt / Tau;
        double[] input = Noise(50);
        double[] actual = new LinearFilter([1.0], [Tau, 1.0], method: method).Filter(input, Dt);
        double x = 0.0, before = 0.0;
        for (int i = 0; i < input.Length; i++)
        {
            double u = input[i];
            x = method switch
            {
                Discretization.Euler => x + (R * (u - x)),
                Discretization.BackwardDifference => (x + (R * u)) / (1.0 + R),
                _ => (((1.0 - (R / 2.0)) * x) + (R / 2.0 * (u + before))) / (1.0 + (R / 2.0)),
            };
            Assert.Equal(x, actual[i], 1e-14);
            before = u;
        }
    }

    [Fact]
    public void A_discrete_filter_is_its_difference_equation()
    {
        double[] input = Noise(60);
        double[] actual = new LinearFilter([2.0, 1.0, 0.5], [4.0, -2.0, 1.0, 0.8], analog: false).Filter(input);
        var y = new double[input.Length];
        for (int i = 0; i < input.Length; i++)
        {
            // The numerator's missing power is a step of delay, which a filter without a direct path leaves out.
            y[i] = ((2.0 * input[i]) + (1.0 * At(input, i - 1)) + (0.5 * At(input, i - 2))
                + (2.0 * At(y, i - 1)) - (1.0 * At(y, i - 2)) - (0.8 * At(y, i - 3))) / 4.0;
            Assert.Equal(y[i], actual[i], 1e-13);
        }

        static double At(double[] values, int index) => index < 0 ? 0.0 : values[index];
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.003)]
    [InlineData(0.0204)]
    public void Triangle_is_the_convolution_with_falling_weights(double t)
    {
        double[] input = Noise(80);
        double[] actual = new Triangle(t).Filter(input, Dt);
        int taps = (int)Math.Round(t / Dt) + 1;
        double total = Enumerable.Range(1, taps).Sum();
        for (int i = 0; i < input.Length; i++)
        {
            double expected = Enumerable.Range(0, Math.Min(taps, i + 1)).Sum(lag => (taps - lag) / total * input[i - lag]);
            Assert.Equal(expected, actual[i], 1e-14);
        }
    }

    [Fact]
    public void Leading_zeros_of_coefficients_do_not_count()
    {
        double[] input = Noise(30);
        Assert.Equal(
            new LinearFilter([1.0], [0.02, 1.0]).Filter(input),
            new LinearFilter([0.0, 0.0, 0.0, 1.0], [0.0, 0.02, 1.0]).Filter(input));
        Assert.Equal(input.Select(value => 0.5 * value), new LinearFilter([1.0], [0.0, 2.0]).Filter(input));
    }

    [Fact]
    public void Dimensions_are_filtered_by_themselves()
    {
        // 7 values side by side take the vector paths and the rest; alone they take only the rest.
        double[] noise = Noise(7 * 40);
        foreach (Synapse synapse in AllSteps)
        {
            var together = new double[40, 7];
            Buffer.BlockCopy(noise, 0, together, 0, sizeof(double) * noise.Length);
            double[,] filtered = synapse.Filter(together);
            for (int column = 0; column < 7; column++)
            {
                double[] alone = synapse.Filter([.. Enumerable.Range(0, 40).Select(row => together[row, column])]);
                Assert.Equal(alone, Enumerable.Range(0, 40).Select(row => filtered[row, column]));
            }
        }
    }

    [Fact]
    public void Evaluate_gives_the_transfer_function()
    {
        double cutoff = 1.0 / (2.0 * Math.PI * 0.02);
        Complex[] gains = new Lowpass(0.02).Evaluate(0.0, cutoff, 10.0 * cutoff);
        AssertNear(1.0, gains[0]);
        AssertNear(1.0 / new Complex(1.0, 1.0), gains[1]);
        AssertNear(1.0 / new Complex(1.0, 10.0), gains[2]);

        // (z + 1) / 2 at a quarter and at half of the sampling rate.
        gains = new LinearFilter([1.0, 1.0], [2.0, 0.0], analog: false).Evaluate(0.25, 0.5);
        AssertNear(new Complex(1.0, 1.0) / new Complex(0.0, 2.0), gains[0]);
        AssertNear(0.0, gains[1]);
    }

    [Fact]
    public void Combined_filters_multiply()
    {
        LinearFilter combined = new Lowpass(0.01).Combine(new LinearFilter([0.5, 2.0], [0.3, 1.0], method: Discretization.Euler));
        Assert.Equal(new LinearFilter([0.5, 2.0], [0.01 * 0.3, 0.01 + 0.3, 1.0]), combined);
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        foreach (Synapse synapse in AllSteps)
        {
            SynapseFilter filter = synapse.MakeFilter(3, Dt);
            double[] values = [1.0, 2.0, 3.0];
            filter.Step(values, values);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 100; i++)
            {
                filter.Step(values, values);
            }

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    private static void AssertStep(Synapse synapse, Func<double, double> response, double tolerance)
    {
        double[] actual = synapse.Filter([.. Enumerable.Repeat(1.0, 200)], Dt);
        for (int i = 0; i < actual.Length; i++)
        {
            double deviation = Math.Abs(response((i + 1) * Dt) - actual[i]);
            Assert.True(deviation <= tolerance, $"{synapse} is {deviation:g3} off at step {i}.");
        }
    }

    private static void AssertNear(Complex expected, Complex actual) => Assert.InRange((expected - actual).Magnitude, 0.0, 1e-15);

    private static double[] Noise(int count)
    {
        var random = new AotNeuro.Random.RandomState(5);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextGaussian())];
    }
}
