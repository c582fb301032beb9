using AotNeuro.CompilerServices;
using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>
/// A filter of any number of states. Without a direct path from input to output (D = 0) the output is that of the new states,
/// which saves a step of delay (Nengo's <c>NoD</c>); with one, that of the states before the step (Nengo's <c>General</c>).
/// </summary>
/// <param name="size">Number of values.</param>
/// <param name="system">The system in steps.</param>
internal sealed class StateSpaceFilter(int size, StateSpace system) : SynapseFilter(size)
{
    /// <summary>A gain for constant inputs up to this size counts as none, as in Nengo.</summary>
    private const double NoGain = 1e-8;

    private readonly double[] _sum = new double[size];
    private double[] _states = new double[system.Order * size];
    private double[] _next = new double[system.Order * size];

    /// <inheritdoc/>
    public override void Step(ReadOnlySpan<double> input, Span<double> output)
    {
        CheckSizes(input, output);
        Array.Clear(_next);
        for (int i = 0; i < system.Order; i++)
        {
            Span<double> next = State(_next, i);
            for (int j = 0; j < system.Order; j++)
            {
                VectorLoops.AddScaled(system.A[i, j], State(_states, j), next);
            }

            VectorLoops.AddScaled(system.B[i, 0], input, next);
        }

        double[] seen = system.D == 0.0 ? _next : _states;
        Array.Clear(_sum);
        for (int j = 0; j < system.Order; j++)
        {
            VectorLoops.AddScaled(system.C[0, j], State(seen, j), _sum);
        }

        VectorLoops.AddScaled(system.D, input, _sum);
        _sum.CopyTo(output);
        (_states, _next) = (_next, _states);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">No constant input gives an output other than zero.</exception>
    public override void StartAt(ReadOnlySpan<double> output)
    {
        double[,] left = DenseMatrix.Identity(system.Order);
        DenseMatrix.AddScaled(-1.0, system.A, left);
        double[,] statesOfOne = DenseMatrix.Solve(left, system.B);
        double gain = DenseMatrix.Multiply(system.C, statesOfOne)[0, 0] + system.D;
        if (!(Math.Abs(gain) > NoGain && double.IsFinite(gain)))
        {
            throw new ArgumentException(
                "No constant input holds this filter at an output other than 0, so it cannot start from one. Leave y0 out.");
        }

        for (int i = 0; i < system.Order; i++)
        {
            for (int j = 0; j < Size; j++)
            {
                State(_states, i)[j] = statesOfOne[i, 0] * (output[j] / gain);
            }
        }
    }

    /// <inheritdoc/>
    public override void VisitState(ref StateVisitor state) => state.Visit(_states);

    private Span<double> State(double[] states, int index) => states.AsSpan(index * Size, Size);
}
