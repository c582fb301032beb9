namespace AotNeuro.Tests.Processes;

/// <summary>What <see cref="Piecewise"/> gives at and between its times.</summary>
public sealed class PiecewiseTests
{
    private static readonly double[] Times = [0.0, 0.1, 0.25, 0.3, 0.55, 0.7, 1.0];

    [Fact]
    public void A_value_begins_at_the_step_of_its_time_and_stays()
    {
        double[,] output = new Piecewise([(0.3, 1.0), (0.5, -2.0)]).RunSteps(8, dt: 0.1);
        Assert.Equal([0.0, 0.0, 1.0, 1.0, -2.0, -2.0, -2.0, -2.0], output.Cast<double>());
    }

    [Fact]
    public void Pieces_may_come_in_any_order_and_be_vectors_or_functions_of_time()
    {
        var process = new Piecewise(
        [
            (0.4, PieceValue.From(2, (time, value) => (value[0], value[1]) = (time, -time))),
            (0.2, new[] { 1.0, 2.0 }),
        ]);
        double[,] output = process.RunSteps(5, dt: 0.1);
        Assert.Equal(new[,] { { 0.0, 0.0 }, { 1.0, 2.0 }, { 1.0, 2.0 }, { 0.4, -0.4 }, { 0.5, -0.5 } }, output);

        output = new Piecewise([(0, 1), (0.2, PieceValue.From(time => time * time))]).RunSteps(3, dt: 0.1);
        Assert.Equal([1.0, 0.2 * 0.2, 3 * 0.1 * (3 * 0.1)], output.Cast<double>());
    }

    [Theory]
    [InlineData(PiecewiseInterpolation.Linear)]
    [InlineData(PiecewiseInterpolation.Quadratic)]
    [InlineData(PiecewiseInterpolation.Cubic)]
    public void Polynomials_of_the_splines_degree_come_out_exactly(PiecewiseInterpolation interpolation)
    {
        // The spline through points of such a polynomial is the polynomial itself.
        int degree = interpolation switch { PiecewiseInterpolation.Linear => 1, PiecewiseInterpolation.Quadratic => 2, _ => 3 };
        double[,] output = Through(Times, Polynomial, interpolation).Run(1.0, dt: 1.0 / 128.0);
        for (int step = 1; step <= 128; step++)
        {
            Assert.Equal(Polynomial(step / 128.0), output[step - 1, 0], 1e-13);
            Assert.Equal(-2.0 * Polynomial(step / 128.0), output[step - 1, 1], 1e-13);
        }

        double Polynomial(double t) => degree switch
        {
            1 => 3.0 - (2.0 * t),
            2 => 1.0 + t - (4.0 * t * t),
            _ => 1.0 + t - (9.0 * t * t) + (7.0 * t * t * t),
        };
    }

    [Theory]
    [InlineData(PiecewiseInterpolation.Linear)]
    [InlineData(PiecewiseInterpolation.Nearest)]
    [InlineData(PiecewiseInterpolation.Quadratic)]
    [InlineData(PiecewiseInterpolation.Cubic)]
    public void All_interpolations_pass_through_the_values(PiecewiseInterpolation interpolation)
    {
        double[] times = [.. Enumerable.Range(0, 40).Select(i => i / 32.0)];
        double[,] output = Through(times, t => Math.Sin(40.0 * t), interpolation).RunSteps(39, dt: 1.0 / 32.0);
        for (int step = 1; step < 40; step++)
        {
            Assert.Equal(Math.Sin(40.0 * step / 32.0), output[step - 1, 0], 1e-13);
        }
    }

    [Fact]
    public void Linear_goes_straight_from_value_to_value()
    {
        double[,] output = new Piecewise([(0.0, 1.0), (0.5, 3.0), (0.75, 0.0)], PiecewiseInterpolation.Linear).RunSteps(6, dt: 0.125);
        Assert.Equal([1.5, 2.0, 2.5, 3.0, 1.5, 0.0], output.Cast<double>());
    }

    [Fact]
    public void Nearest_takes_the_earlier_of_two_halfway()
    {
        double[,] output = new Piecewise([(0.0, 1.0), (0.5, 2.0), (1.0, 3.0)], PiecewiseInterpolation.Nearest).RunSteps(9, dt: 0.125);
        Assert.Equal([1.0, 1.0, 2.0, 2.0, 2.0, 2.0, 3.0, 3.0, 0.0], output.Cast<double>());
    }

    [Fact]
    public void A_quadratic_spline_bends_at_the_inner_midpoints()
    {
        // Values 0 1 0 0 at 0 1 2 3: the one knot is at 1.5. Left of it a t + b t^2, right of it c (t - 1.5)^2 more, through
        // the points: a + b = 1; 2 a + 4 b + c / 4 = 0; 3 a + 9 b + 9 c / 4 = 0.
        const double A = 2.25, B = -1.25, C = 2.0;
        double[,] output = new Piecewise([(0, 0), (1, 1), (2, 0), (3, 0)], PiecewiseInterpolation.Quadratic).RunSteps(24, dt: 0.125);
        for (int step = 1; step <= 24; step++)
        {
            double t = step * 0.125;
            Assert.Equal((A * t) + (B * t * t) + (t > 1.5 ? C * (t - 1.5) * (t - 1.5) : 0.0), output[step - 1, 0], 1e-13);
        }
    }

    [Fact]
    public void A_cubic_spline_has_no_knot_at_the_second_and_last_but_one_time()
    {
        // The truncated power at 2 is such a spline over 0..4, whose only inner knot is 2; at 1 and 3 it has none.
        static double Value(double t) => (t * t * t) - (5.0 * t * t) + (t > 2.0 ? 4.0 * (t - 2.0) * (t - 2.0) * (t - 2.0) : 0.0);
        double[,] output = Through([0.0, 1.0, 2.0, 3.0, 4.0], Value, PiecewiseInterpolation.Cubic).RunSteps(32, dt: 0.125);
        for (int step = 1; step <= 32; step++)
        {
            Assert.Equal(Value(step * 0.125), output[step - 1, 0], 1e-12);
        }
    }

    [Theory]
    [InlineData(PiecewiseInterpolation.Linear)]
    [InlineData(PiecewiseInterpolation.Nearest)]
    [InlineData(PiecewiseInterpolation.Quadratic)]
    [InlineData(PiecewiseInterpolation.Cubic)]
    public void Interpolations_are_zero_before_the_first_and_after_the_last_time(PiecewiseInterpolation interpolation)
    {
        double[,] output = Through([0.25, 0.5, 0.75, 1.0], _ => 2.0, interpolation).RunSteps(10, dt: 0.125);
        Assert.Equal(0.0, output[0, 0]);
        Assert.All(Enumerable.Range(1, 7), i => Assert.Equal(2.0, output[i, 0], 1e-14));
        Assert.Equal((0.0, 0.0), (output[8, 0], output[9, 0]));
    }

    public static TheoryData<string, Func<object>, string> Mistakes => new()
    {
        { "pieces", () => new Piecewise([]), "Zero interpolation needs at least 1 piece, and there are 0." },
        {
            "pieces", () => new Piecewise([(0, 1)], PiecewiseInterpolation.Linear),
            "Linear interpolation needs at least 2 pieces, and there are 1."
        },
        {
            "pieces", () => new Piecewise([(0, 1), (1, 1)], PiecewiseInterpolation.Quadratic),
            "Quadratic interpolation needs at least 3 pieces, and there are 2."
        },
        {
            "pieces", () => new Piecewise([(0, 1), (1, 1), (2, 1)], PiecewiseInterpolation.Cubic),
            "Cubic interpolation needs at least 4 pieces, and there are 3."
        },
        { "pieces", () => new Piecewise([(0.5, 1), (0.5, 2)]), "The piece at time 0.5 occurs twice. Leave one of the two out." },
        { "pieces", () => new Piecewise([(double.NaN, 1)]), "The piece at time NaN has no finite time." },
        { "pieces", () => new Piecewise([(0.5, null!)]), "The piece at time 0.5 has no value." },
        {
            "pieces", () => new Piecewise([(0, 1), (0.5, new[] { 1.0, 2.0 })]),
            "The piece at time 0.5 has size 2, and the first has size 1. Give all the same."
        },
        {
            "pieces", () => new Piecewise([(0, 1), (0.5, PieceValue.From(t => t))], PiecewiseInterpolation.Linear),
            "The piece at time 0.5 is a function, which Linear interpolation cannot take. Give a constant, or use Zero."
        },
        {
            "interpolation", () => new Piecewise([(0, 1)], (PiecewiseInterpolation)9),
            "interpolation must be Zero, Linear, Nearest, Quadratic or Cubic."
        },
        { "values", () => PieceValue.FromValues(), "values must hold at least one value." },
        { "values", () => PieceValue.FromValues(1.0, double.NaN), "values must be a finite number." },
        { "size", () => PieceValue.From(0, (_, _) => { }), "size must be above 0." },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named(string parameter, Func<object> act, string message)
    {
        var exception = Assert.ThrowsAny<ArgumentException>(act);
        Assert.Equal(parameter, exception.ParamName);
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Points of a function, and of -2 times it.</summary>
    private static Piecewise Through(double[] times, Func<double, double> function, PiecewiseInterpolation interpolation) => new(
        [.. times.Select(time => (time, PieceValue.FromValues(function(time), -2.0 * function(time))))], interpolation);
}
