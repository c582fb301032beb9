using AotNeuro.CompilerServices;
using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>A synapse with a finite response to an impulse: it falls along a line to zero.</summary>
public sealed record Triangle : Synapse
{
    /// <summary>Makes the synapse.</summary>
    /// <param name="t">Length of the triangle in seconds, 0 or more; the filter has <c>t / dt + 1</c> taps.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative or not finite.</exception>
    public Triangle(double t) => T = NotNegative(t);

    /// <summary>Length of the triangle in seconds.</summary>
    public double T { get; }

    /// <inheritdoc/>
    public override SynapseFilter MakeFilter(int size, double dt)
    {
        Arguments.Positive(size);
        double taps = Math.Round(T / Arguments.Positive(dt)) + 1.0;
        if (!(taps * size <= Array.MaxLength))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{this} has too many steps of {dt} s to hold in memory. Take a longer dt."), nameof(dt));
        }

        return new TriangleFilter(size, (int)taps);
    }

    /// <summary>
    /// An input enters with the weight of the first tap and then leaves by equal parts. The same additions in the same order as
    /// Nengo's, since their rounding errors stay in the output.
    /// </summary>
    private sealed class TriangleFilter : SynapseFilter
    {
        private readonly double _first;
        private readonly double _part;
        private readonly double[] _output;
        private readonly double[] _sum;
        private readonly double[] _parts;
        private int _newest;

        public TriangleFilter(int size, int taps)
            : base(size)
        {
            // The taps are taps, taps - 1, ..., 1 over their sum.
            double total = 0.5 * taps * (taps + 1.0);
            (_first, _part) = (taps / total, 1.0 / total);
            (_output, _sum, _parts) = (new double[size], new double[size], new double[taps * size]);
        }

        public override void Step(ReadOnlySpan<double> input, Span<double> output)
        {
            CheckSizes(input, output);
            Array.Clear(_sum);
            for (int i = 0; i < _parts.Length; i += Size)
            {
                VectorLoops.AddScaled(1.0, _parts.AsSpan(i, Size), _sum);
            }

            VectorLoops.AddScaled(_first, input, _output);
            VectorLoops.AddScaled(-1.0, _sum, _output);
            _newest = (_newest + Size) % _parts.Length;
            Span<double> newest = _parts.AsSpan(_newest, Size);
            input.CopyTo(newest);
            VectorLoops.Scale(_part, newest);
            _output.CopyTo(output);
        }

        public override void StartAt(ReadOnlySpan<double> output)
        {
            output.CopyTo(_output);
            for (int i = 0; i < _parts.Length; i += Size)
            {
                output.CopyTo(_parts.AsSpan(i));
                VectorLoops.Scale(_part, _parts.AsSpan(i, Size));
            }
        }

        public override void VisitState(ref StateVisitor state)
        {
            state.Visit(_output);
            state.Visit(_parts);
            state.Visit(ref _newest);
        }
    }
}
