using AotNeuro.Random;

namespace AotNeuro;

/// <summary>Shows a series of inputs, each for the same time, over and over.</summary>
public sealed class PresentInput : Process
{
    private readonly ValueList _inputs;
    private readonly int _count;

    /// <summary>Makes the process.</summary>
    /// <param name="inputs">The inputs, one a row, at least one.</param>
    /// <param name="presentationTime">For how many seconds each is shown, above 0.</param>
    /// <exception cref="ArgumentException">There are no inputs, or a number is out of range or not finite.</exception>
    public PresentInput(double[,] inputs, double presentationTime)
    {
        _inputs = ValueList.Copy(inputs, nameof(inputs));
        (_count, DefaultSizeOut) = (inputs.GetLength(0), inputs.GetLength(1));
        PresentationTime = Arguments.Positive(presentationTime);
    }

    /// <summary>For how many seconds each input is shown.</summary>
    public double PresentationTime { get; }

    /// <summary>The inputs, one a row.</summary>
    public MatrixView Inputs => new(_inputs.Span, _count, DefaultSizeOut);

    /// <summary>Size of an input.</summary>
    public override int DefaultSizeOut { get; }

    /// <inheritdoc/>
    public override ProcessStep MakeStep(int sizeIn, int sizeOut, double dt, RandomState random)
    {
        CheckStep(sizeIn, sizeOut, dt, random);
        CheckOutput(sizeOut);
        return new Series(this, dt);
    }

    private sealed class Series(PresentInput process, double dt) : ProcessStep
    {
        public override void Step(double time, ReadOnlySpan<double> input, Span<double> output)
        {
            // An input that begins within rounding of a step begins there.
            double number = Math.Truncate(((time - dt) / process.PresentationTime) + 1e-7);
            process.Inputs.Row(Repeated(number, process._count)).CopyTo(output);
        }

        public override void VisitState(ref StateVisitor state)
        {
        }
    }
}
