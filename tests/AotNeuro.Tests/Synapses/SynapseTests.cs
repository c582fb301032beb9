using AotNeuro.CompilerServices;

namespace AotNeuro.Tests.Synapses;

/// <summary>Filtering offline, equality, and what is refused.</summary>
public sealed class SynapseTests
{
    private static readonly Synapse[] Smoothers =
        [new Lowpass(0.01), new Alpha(0.01), new Triangle(0.02), new LinearFilter([1.0, 2.0], [1.0, 2.0, 2.0])];

    [Fact]
    public void Without_y0_a_filter_starts_from_zero()
    {
        double[] ones = [.. Enumerable.Repeat(1.0, 20)];
        foreach (Synapse synapse in Smoothers)
        {
            double[] filtered = synapse.Filter(ones);
            Assert.InRange(filtered[0], 0.0, 0.5);
            Assert.Equal(filtered, synapse.Filter(ones, y0: 0.0));
            Assert.All(filtered.Zip(filtered.Skip(1)), pair => Assert.True(pair.Second > pair.First));
        }
    }

    [Fact]
    public void From_y0_a_constant_input_stays_where_it_is()
    {
        foreach (Synapse synapse in Smoothers)
        {
            double[,] filtered = synapse.Filter(new[,] { { 3.0, -0.5 }, { 3.0, -0.5 }, { 3.0, -0.5 } }, y0: [3.0, -0.5]);
            for (int row = 0; row < 3; row++)
            {
                Assert.Equal(3.0, filtered[row, 0], 1e-13);
                Assert.Equal(-0.5, filtered[row, 1], 1e-13);
            }
        }
    }

    [Fact]
    public void From_y0_a_filter_with_gain_starts_at_that_output()
    {
        // An input of 1 through a gain of 4 rests at 4.
        Assert.Equal(4.0, new LinearFilter([4.0], [0.1, 1.0]).Filter([1.0], y0: 4.0)[0], 1e-14);
        Assert.Equal(4.0, new LinearFilter([4.0, 4.0], [0.1, 1.0]).Filter([1.0], dt: 0.1, y0: 4.0)[0], 1e-13);
        Assert.Equal(4.0, new LinearFilter([1.0], [1.0, 0.0]).Filter([0.0], y0: 4.0)[0]);
        Assert.Equal(1.5, new LinearFilter([1.5], [1.0]).Filter([1.0], y0: 9.0)[0]);
    }

    [Fact]
    public void Forwards_and_backwards_shifts_no_phase()
    {
        // A bump in the middle stays in the middle and becomes symmetrical. It has decayed at the end, where the filter turns.
        double[] bump = new double[1001];
        bump[500] = 1.0;
        foreach (Synapse synapse in new Synapse[] { new Lowpass(0.01), new Alpha(0.005), new Triangle(0.02) })
        {
            double[] forwards = synapse.Filter(bump);
            double[] both = synapse.FilterFilter(bump);
            Assert.Equal(500, Array.IndexOf(both, both.Max()));
            Assert.All(forwards[..500], value => Assert.Equal(0.0, value));
            for (int i = 1; i < 200; i++)
            {
                Assert.Equal(both[500 - i], both[500 + i], 1e-13);
            }
        }
    }

    [Fact]
    public void On_the_way_back_the_filter_goes_on_from_its_state()
    {
        // y = 0.5 y + u: forwards 1, 1.5; back from 1.5: 0.75 + 1.5 = 2.25, then 1.125 + 1 = 2.125.
        var filter = new LinearFilter([1.0], [1.0, -0.5], analog: false);
        Assert.Equal([2.125, 2.25], filter.FilterFilter([1.0, 1.0]));
        Assert.Equal(new[,] { { 2.125 }, { 2.25 } }, filter.FilterFilter(new[,] { { 1.0 }, { 1.0 } }));
    }

    [Fact]
    public void Data_is_copied_and_may_have_no_rows()
    {
        double[] data = [1.0, 1.0];
        new Lowpass(0.1).Filter(data);
        Assert.Equal([1.0, 1.0], data);
        Assert.Empty(new Lowpass(0.1).FilterFilter(new double[0, 3]));
        Assert.Empty(new Lowpass(0.1).Filter(Array.Empty<double>()));
    }

    [Fact]
    public void A_new_filter_is_a_reset()
    {
        var synapse = new Alpha(0.02);
        double[] first = [1.0], again = [1.0];
        SynapseFilter filter = synapse.MakeFilter(1, 0.001);
        filter.Step(first, first);
        filter.Step([5.0], [0.0]);
        synapse.MakeFilter(1, 0.001).Step(again, again);
        Assert.Equal(first, again);
    }

    [Fact]
    public void Synapses_of_equal_values_are_equal()
    {
        Assert.Equal<Synapse>(0.005, new Lowpass(0.005));
        Assert.NotEqual(new Lowpass(0.005), new Lowpass(0.01));
        Assert.NotEqual<LinearFilter>(new Lowpass(0.005), new LinearFilter([1.0], [0.005, 1.0]));
        Assert.Equal(new Triangle(0.1), new Triangle(0.1));
        Assert.Equal(new Alpha(0.1), new Alpha(0.1));

        double[] denominator = [0.1, 1.0];
        var filter = new LinearFilter([1.0], denominator);
        denominator[0] = 9.0;
        Assert.Equal(new LinearFilter([1.0], [0.1, 1.0]), filter);
        Assert.Equal(new LinearFilter([1.0], [0.1, 1.0]).GetHashCode(), filter.GetHashCode());
        Assert.NotEqual(new LinearFilter([1.0], [0.1, 1.0], method: Discretization.Euler), filter);
        Assert.NotEqual(new LinearFilter([1.0], [0.1, 1.0], analog: false), filter);
    }

    [Fact]
    public void Synapses_say_what_they_are()
    {
        Assert.Equal("Lowpass { Tau = 0.005 }", new Lowpass(0.005).ToString());
        Assert.Equal("Alpha { Tau = 0.1 }", new Alpha(0.1).ToString());
        Assert.Equal("Triangle { T = 0.1 }", new Triangle(0.1).ToString());
        Assert.Equal(
            "LinearFilter { Numerator = [1], Denominator = [0.1, 1], Analog = True, Method = Zoh }",
            new LinearFilter([1.0], [0.1, 1.0]).ToString());
    }

    public static TheoryData<string?, Func<object>, string> Mistakes => new()
    {
        { "tau", () => new Lowpass(-0.1), "tau must be a finite number of seconds, 0 or more." },
        { "tau", () => new Alpha(double.NaN), "tau must be a finite number of seconds, 0 or more." },
        { "t", () => new Triangle(double.PositiveInfinity), "t must be a finite number of seconds, 0 or more." },
        { "numerator", () => new LinearFilter([], [1.0]), "numerator must hold at least one value." },
        { "denominator", () => new LinearFilter([1.0], []), "denominator must hold at least one value." },
        { "denominator", () => new LinearFilter([1.0], [1.0, double.NaN]), "denominator must be a finite number." },
        { "denominator", () => new LinearFilter([1.0], [0.0, 0.0]), "denominator must have a coefficient other than 0." },
        {
            "numerator", () => new LinearFilter([1.0, 0.0, 1.0], [0.0, 1.0, 1.0]),
            "numerator is of a higher degree than the denominator: the filter would have to see the future. Lower its degree."
        },
        {
            "method", () => new LinearFilter([1.0], [1.0], method: (Discretization)9),
            "method must be Zoh, Euler, BackwardDifference or Bilinear."
        },
        {
            "other", () => new Lowpass(0.1).Combine(new LinearFilter([1.0], [1.0, 0.5], analog: false)),
            "A filter of continuous time and one of steps cannot be combined. Give both the same analog."
        },
        { "size", () => new Lowpass(0.1).MakeFilter(0, 0.001), "size must be above 0." },
        { "size", () => new Alpha(0.1).MakeFilter(-1, 0.001), "size must be above 0." },
        { "size", () => new Triangle(0.1).MakeFilter(0, 0.001), "size must be above 0." },
        { "dt", () => new Lowpass(0.1).MakeFilter(1, 0.0), "dt must be a finite number above 0." },
        { "dt", () => new Alpha(0.1).MakeFilter(1, double.NaN), "dt must be a finite number above 0." },
        { "dt", () => new Triangle(0.1).Filter([1.0], -1.0), "dt must be a finite number above 0." },
        {
            "dt", () => new Triangle(1e9).MakeFilter(1, 0.001),
            "Triangle { T = 1000000000 } has too many steps of 0.001 s to hold in memory. Take a longer dt."
        },
        {
            "dt", () => new LinearFilter([1.0], [1.0, -1e9]).MakeFilter(1, 0.001),
            "LinearFilter { Numerator = [1], Denominator = [1, -1000000000], Analog = True, Method = Zoh } "
                + "has no finite coefficients at a dt of 0.001."
        },
        {
            "dt", () => new LinearFilter([1.0], [1.0, -2.0], method: Discretization.Bilinear).MakeFilter(1, 1.0),
            "LinearFilter { Numerator = [1], Denominator = [1, -2], Analog = True, Method = Bilinear } "
                + "has no finite coefficients at a dt of 1."
        },
        { "y0", () => new Lowpass(0.1).Filter(new double[3, 2], y0: [1.0]), "y0 has 1 values and must have one for each of the 2 signals." },
        { "y0", () => new Lowpass(0.1).Filter([1.0], y0: double.NaN), "y0 must be a finite number." },
        {
            null, () => new LinearFilter([1.0, 0.0], [0.1, 1.0]).Filter([1.0], y0: 1.0),
            "No constant input holds this filter at an output other than 0, so it cannot start from one. Leave y0 out."
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named(string? parameter, Func<object> act, string message)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(act);
        Assert.Equal(parameter, exception.ParamName);
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_of_another_size_is_named()
    {
        Synapse[] synapses = [new Lowpass(0.1), new Alpha(0.1), new Triangle(0.1), 0.0];
        foreach (Synapse synapse in synapses)
        {
            SynapseFilter filter = synapse.MakeFilter(2, 0.001);
            var exception = Assert.Throws<ArgumentException>(() => filter.Step([1.0], new double[2]));
            Assert.Equal("A filter of 2 values is given 1 values and room for 2.", exception.Message);
            exception = Assert.Throws<ArgumentException>(() => filter.Step([1.0, 2.0], new double[3]));
            Assert.Equal("A filter of 2 values is given 2 values and room for 3.", exception.Message);
        }
    }

    [Fact]
    public void A_synapse_of_the_user_filters_and_says_that_it_cannot_start_from_y0()
    {
        var delay = new OneStepDelay();
        Assert.Equal([0.0, 1.0, 2.0], delay.Filter([1.0, 2.0, 3.0]));
        var exception = Assert.Throws<NotSupportedException>(() => delay.Filter([1.0], y0: 1.0));
        Assert.Equal("Delayed cannot start from a given output: override StartAt, or leave y0 out.", exception.Message);
    }

    private sealed record OneStepDelay : Synapse
    {
        public override SynapseFilter MakeFilter(int size, double dt) => new Delayed(size);

        private sealed class Delayed(int size) : SynapseFilter(size)
        {
            private readonly double[] _before = new double[size];

            public override void Step(ReadOnlySpan<double> input, Span<double> output)
            {
                for (int i = 0; i < Size; i++)
                {
                    (output[i], _before[i]) = (_before[i], input[i]);
                }
            }
        }
    }
}
