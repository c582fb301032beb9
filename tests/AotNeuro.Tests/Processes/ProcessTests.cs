using AotNeuro.Random;

namespace AotNeuro.Tests.Processes;

/// <summary>Running processes: seeds, sizes, processes of the user, what is refused.</summary>
public sealed class ProcessTests
{
    [Fact]
    public void Its_own_seed_wins_over_the_given_one()
    {
        var seeded = new WhiteNoise { Seed = 7 };
        var free = new WhiteNoise();
        Assert.Equal(seeded.Run(0.01), seeded.Run(0.01, seed: 8));
        Assert.Equal(seeded.Run(0.01), free.Run(0.01, seed: 7));
        Assert.NotEqual(free.Run(0.01, seed: 7), free.Run(0.01, seed: 8));
        Assert.NotEqual(free.Run(0.01), free.Run(0.01));
    }

    [Fact]
    public void Defaults_are_those_of_Nengo()
    {
        Assert.Equal((0, 1), (new WhiteNoise().DefaultSizeIn, new WhiteNoise().DefaultSizeOut));
        Assert.Equal(new Gaussian(0.0, 1.0), new WhiteNoise().Distribution);
        Assert.Equal((new Lowpass(0.005), true), (new FilteredNoise().Synapse, new FilteredNoise().Scale));
        Assert.Equal(new LinearFilter([1.0], [1.0, 0.0], method: Discretization.Euler), new BrownNoise().Synapse);
        Assert.Equal((0.5, null), (new WhiteSignal(1.0, 5.0).Rms, new WhiteSignal(1.0, 5.0).Y0));
        Assert.Equal(2, new PresentInput(new double[3, 2], 0.1).DefaultSizeOut);
        Assert.Equal(PiecewiseInterpolation.Zero, new Piecewise([(0.0, 1.0)]).Interpolation);
    }

    [Fact]
    public void Seconds_are_rounded_to_steps()
    {
        Assert.Equal(3, new WhiteNoise().Run(0.0034).GetLength(0));
        Assert.Equal(14, new WhiteNoise().Run(0.7, dt: 0.05).GetLength(0));
        Assert.Empty(new WhiteNoise().Run(0.0));
    }

    [Fact]
    public void A_process_of_the_user_sees_its_input_and_time()
    {
        double[,] output = new Accumulator().Apply(new[,] { { 1.0, 10.0 }, { 2.0, 20.0 }, { 3.0, 30.0 } }, dt: 0.5);
        Assert.Equal(new[,] { { 1.5, 10.5 }, { 4.0, 31.0 }, { 7.5, 61.5 } }, output);

        // It begins anew each time, though it is the same object.
        var process = new Accumulator();
        Assert.Equal(process.Apply(new double[,] { { 1.0, 1.0 } }), process.Apply(new double[,] { { 1.0, 1.0 } }));
    }

    [Fact]
    public void White_noise_scales_with_the_step()
    {
        double[,] unscaled = new WhiteNoise(scale: false).RunSteps(20, 2, seed: 3);
        double[,] scaled = new WhiteNoise().RunSteps(20, 2, dt: 0.0625, seed: 3);
        Assert.Equal(unscaled.Cast<double>().Select(value => 4.0 * value), scaled.Cast<double>());
    }

    [Fact]
    public void Brown_noise_is_the_sum_of_white_noise()
    {
        double[] white = [.. new WhiteNoise().Run(0.1, seed: 3).Cast<double>()];
        double[] brown = [.. new BrownNoise().Run(0.1, seed: 3).Cast<double>()];
        for (int i = 0; i < white.Length; i++)
        {
            Assert.Equal(white[..(i + 1)].Sum() * 0.001, brown[i], 1e-14);
        }
    }

    [Fact]
    public void Filtered_noise_is_white_noise_filtered()
    {
        double[,] white = new WhiteNoise(new Uniform(-1.0, 1.0), scale: false).Run(0.1, 3, seed: 3);
        var filtered = new FilteredNoise(new Alpha(0.01), new Uniform(-1.0, 1.0), scale: false);
        Assert.Equal(new Alpha(0.01).Filter(white), filtered.Run(0.1, 3, seed: 3));
    }

    [Theory]
    [InlineData(0.03, new[] { 1, 1, 1, 2, 2, 2, 1, 1, 1, 2 })]
    [InlineData(0.01, new[] { 1, 2, 1, 2, 1, 2, 1, 2, 1, 2 })]
    [InlineData(0.025, new[] { 1, 1, 1, 2, 2, 1, 1, 1, 2, 2 })]
    [InlineData(0.005, new[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 })]
    public void Inputs_are_presented_in_turn(double presentationTime, int[] expected)
    {
        // Steps of 0.01: the k-th, from 0, shows input floor(k 0.01 / T). A boundary within rounding belongs to the next input.
        double[,] shown = new PresentInput(new[,] { { 1.0 }, { 2.0 } }, presentationTime).RunSteps(10, dt: 0.01);
        Assert.Equal(expected.Select(value => (double)value), shown.Cast<double>());
    }

    [Fact]
    public void Every_boundary_of_presented_inputs_is_at_its_step()
    {
        double[,] shown = new PresentInput(new[,] { { 0.0 }, { 1.0 }, { 2.0 } }, 0.007).RunSteps(7000);
        Assert.Equal(Enumerable.Range(0, 7000).Select(k => (double)(k / 7 % 3)), shown.Cast<double>());
    }

    public static TheoryData<Process, int> Allocating => new()
    {
        { new WhiteNoise(), 3 },
        { new WhiteNoise(new Choice([-1.0, 1.0])), 1 },
        { new WhiteNoise(new Pdf([-1.0, 1.0], [0.5, 0.5])), 3 },
        { new FilteredNoise(), 3 },
        { new BrownNoise(new Uniform(-1.0, 1.0)), 3 },
        { new WhiteSignal(0.1, 50.0), 3 },
        { new PresentInput(new double[2, 3], 0.01), 3 },
        { new Piecewise([(0.0, 1.0), (0.05, PieceValue.From(t => t * t))]), 1 },
        { new Piecewise([(0.0, new[] { 1.0, 2.0 }), (0.15, new[] { 3.0, 1.0 })], PiecewiseInterpolation.Nearest), 2 },
        { new Piecewise([(0.0, 1.0), (0.05, 2.0), (0.1, 0.0), (0.2, 0.0)], PiecewiseInterpolation.Cubic), 1 },
    };

    [Theory]
    [MemberData(nameof(Allocating))]
    public void A_step_allocates_nothing(Process process, int size)
    {
        ProcessStep step = process.MakeStep(0, size, 0.001, new RandomState(1));
        var output = new double[size];
        step.Step(0.001, [], output);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 2; i < 200; i++)
        {
            step.Step(i * 0.001, [], output);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    public static TheoryData<string, Func<object>, string> Mistakes => new()
    {
        { "value", () => new WhiteNoise { Seed = -1 }, "The seed of a WhiteNoise must be 0 or more." },
        { "seed", () => new WhiteNoise().Run(1.0, seed: -1), "seed ('-1') must be a non-negative value." },
        { "seconds", () => new WhiteNoise().Run(-1.0), "seconds must make from 0 to 2147483647 steps of dt." },
        { "seconds", () => new WhiteNoise().Run(double.NaN), "seconds must be a finite number." },
        { "steps", () => new WhiteNoise().RunSteps(-1), "steps ('-1') must be a non-negative value." },
        { "dt", () => new WhiteNoise().Run(1.0, dt: 0.0), "dt must be a finite number above 0." },
        { "size", () => new WhiteNoise().Run(1.0, size: 0), "size must be above 0." },
        { "sizeOut", () => new BrownNoise().MakeStep(0, 0, 0.001, new RandomState(0)), "sizeOut must be above 0." },
        { "dt", () => new WhiteNoise().MakeStep(0, 1, -1.0, new RandomState(0)), "dt must be a finite number above 0." },
        {
            "sizeIn", () => new FilteredNoise().Apply(new double[3, 2]),
            "FilteredNoise takes no input, and is given one of size 2. Leave the input out."
        },
        { "sizeIn", () => new BrownNoise().Apply(new double[3, 1]), "BrownNoise takes no input, and is given one of size 1." },
        { "period", () => new WhiteSignal(0.0, 5.0), "period must be a finite number above 0." },
        { "high", () => new WhiteSignal(1.0, double.NaN), "high must be a finite number above 0." },
        { "rms", () => new WhiteSignal(1.0, 5.0, -1.0), "rms must be a finite number above 0." },
        { "y0", () => new WhiteSignal(1.0, 5.0, y0: double.NaN), "y0 must be a finite number." },
        { "high", () => new WhiteSignal(0.5, 1.5), "high must be at least 1 / period, 2 Hz; below, the signal is zero." },
        {
            "dt", () => new WhiteSignal(1.0, 60.0).Run(1.0, dt: 0.01),
            "WhiteSignal has a high of 60 Hz, above the 50 Hz that a dt of 0.01 can show. Lower it."
        },
        {
            "dt", () => new WhiteSignal(1e9, 60.0).Run(1.0),
            "WhiteSignal has a period of 1000000000 s, and its samples at a dt of 0.001 do not fit. Take a shorter one."
        },
        { "inputs", () => new PresentInput(new double[0, 2], 1.0), "inputs must hold at least one value." },
        { "inputs", () => new PresentInput(new[,] { { double.NaN } }, 1.0), "inputs must be a finite number." },
        { "presentationTime", () => new PresentInput(new double[1, 1], 0.0), "presentationTime must be a finite number above 0." },
        {
            "sizeOut", () => new PresentInput(new double[3, 2], 0.1).Run(1.0, 3),
            "PresentInput puts out 2 values, and 3 are asked for. Ask for 2."
        },
        { "sizeOut", () => new Piecewise([(0.0, 1.0)]).Run(1.0, 2), "Piecewise puts out 1 values, and 2 are asked for. Ask for 1." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named(string parameter, Func<object> act, string message)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(act);
        Assert.Equal(parameter, exception.ParamName);
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Adds up its input, and puts the time on top.</summary>
    private sealed class Accumulator : Process
    {
        public override int DefaultSizeIn => 2;

        public override int DefaultSizeOut => 2;

        public override ProcessStep MakeStep(int sizeIn, int sizeOut, double dt, RandomState random)
        {
            Assert.Equal((2, 2), (sizeIn, sizeOut));
            return new Adding();
        }

        private sealed class Adding : ProcessStep
        {
            private readonly double[] _sum = new double[2];

            public override void Step(double time, ReadOnlySpan<double> input, Span<double> output)
            {
                for (int i = 0; i < 2; i++)
                {
                    _sum[i] += input[i];
                    output[i] = _sum[i] + time;
                }
            }
        }
    }
}
