using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>Values at given times, and what is between them. Before the first time the output is zero.</summary>
/// <example><c>new Piecewise([(0.0, 0.0), (0.5, 1.0), (0.75, PieceValue.From(t => t * t))])</c></example>
public sealed class Piecewise : Process
{
    private readonly (double Time, PieceValue Value)[] _pieces;

    /// <summary>Makes the process.</summary>
    /// <param name="pieces">
    /// Times in seconds, each with its value; in any order, at least one, no time twice, values of one size.
    /// </param>
    /// <param name="interpolation">
    /// What is between the times; by default a value holds until the next one. Any other needs constant values, and the output
    /// is zero also after the last time.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There is no piece or too few, a time occurs twice or is not finite, values differ in size, or a function is to be
    /// interpolated.
    /// </exception>
    public Piecewise(
        ReadOnlySpan<(double Time, PieceValue Value)> pieces, PiecewiseInterpolation interpolation = PiecewiseInterpolation.Zero)
    {
        int least = LeastCount(interpolation);
        if (pieces.Length < least)
        {
            throw new ArgumentException(
                $"{interpolation} interpolation needs at least {least} {(least == 1 ? "piece" : "pieces")}, and there are {pieces.Length}.",
                nameof(pieces));
        }

        _pieces = pieces.ToArray();
        Array.Sort(_pieces, static (first, second) => first.Time.CompareTo(second.Time));
        Interpolation = interpolation;
        for (int i = 0; i < _pieces.Length; i++)
        {
            if (MistakeOf(i) is { } mistake)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The piece at time {_pieces[i].Time} {mistake}"), nameof(pieces));
            }
        }
    }

    /// <summary>What is between the times.</summary>
    public PiecewiseInterpolation Interpolation { get; }

    /// <summary>Size of the values.</summary>
    public override int DefaultSizeOut => _pieces[0].Value.Size;

    /// <inheritdoc/>
    public override ProcessStep MakeStep(int sizeIn, int sizeOut, double dt, RandomState random)
    {
        CheckStep(sizeIn, sizeOut, dt, random);
        CheckOutput(sizeOut);
        double[] times = Array.ConvertAll(_pieces, static piece => piece.Time);
        return Interpolation switch
        {
            PiecewiseInterpolation.Zero => new HeldStep(_pieces, times, dt),
            PiecewiseInterpolation.Nearest => new NearestStep(_pieces, times),
            _ => new SplineStep(times, new Spline(LeastCount(Interpolation) - 1, times, Constants(), sizeOut)),
        };
    }

    private static int LeastCount(PiecewiseInterpolation interpolation) => interpolation switch
    {
        PiecewiseInterpolation.Zero or PiecewiseInterpolation.Nearest => 1,
        PiecewiseInterpolation.Linear => 2,
        PiecewiseInterpolation.Quadratic => 3,
        PiecewiseInterpolation.Cubic => 4,
        _ => throw new ArgumentOutOfRangeException(
            nameof(interpolation), interpolation, "interpolation must be Zero, Linear, Nearest, Quadratic or Cubic."),
    };

    /// <summary>What is wrong with a piece; null if nothing.</summary>
    private string? MistakeOf(int index)
    {
        (double time, PieceValue value) = _pieces[index];
        return value is null ? "has no value."
            : !double.IsFinite(time) ? "has no finite time."
            : index > 0 && time == _pieces[index - 1].Time ? "occurs twice. Leave one of the two out."
            : value.Size != DefaultSizeOut ? $"has size {value.Size}, and the first has size {DefaultSizeOut}. Give all the same."
            : value.Constant is null && Interpolation != PiecewiseInterpolation.Zero
                ? $"is a function, which {Interpolation} interpolation cannot take. Give a constant, or use Zero."
            : null;
    }

    private double[] Constants()
    {
        var values = new double[_pieces.Length * DefaultSizeOut];
        for (int i = 0; i < _pieces.Length; i++)
        {
            _pieces[i].Value.Constant!.CopyTo(values, i * DefaultSizeOut);
        }

        return values;
    }

    /// <summary>How many of some rising numbers are below another.</summary>
    private static int CountBelow(double[] numbers, double limit)
    {
        int index = Array.BinarySearch(numbers, limit);
        return index < 0 ? ~index : index;
    }

    private sealed class HeldStep((double Time, PieceValue Value)[] pieces, double[] times, double dt) : ProcessStep
    {
        public override void Step(double time, ReadOnlySpan<double> input, Span<double> output)
        {
            // A value begins at the step that is nearest to its time.
            int index = CountBelow(times, time + (0.5 * dt)) - 1;
            if (index < 0)
            {
                output.Clear();
            }
            else
            {
                pieces[index].Value.Evaluate(time, output);
            }
        }

        public override void VisitState(ref StateVisitor state)
        {
        }
    }

    private sealed class NearestStep((double Time, PieceValue Value)[] pieces, double[] times) : ProcessStep
    {
        private readonly double[] _middles =
            Array.ConvertAll(Indices.To(times.Length - 1), i => (times[i] / 2.0) + (times[i + 1] / 2.0));

        public override void Step(double time, ReadOnlySpan<double> input, Span<double> output)
        {
            if (time < times[0] || time > times[^1])
            {
                output.Clear();
            }
            else
            {
                pieces[CountBelow(_middles, time)].Value.Evaluate(time, output);
            }
        }

        public override void VisitState(ref StateVisitor state)
        {
        }
    }

    private sealed class SplineStep(double[] times, Spline spline) : ProcessStep
    {
        public override void Step(double time, ReadOnlySpan<double> input, Span<double> output)
        {
            if (time < times[0] || time > times[^1])
            {
                output.Clear();
            }
            else
            {
                spline.Evaluate(time, output);
            }
        }

        public override void VisitState(ref StateVisitor state)
        {
        }
    }
}
