using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// Noise of equal power at all frequencies up to a cutoff and none above. It repeats after its period, without a jump.
/// </summary>
public sealed class WhiteSignal : Process
{
    private const int MostSamples = 1 << 27;

    /// <summary>Makes the process.</summary>
    /// <param name="period">After how many seconds the signal repeats, rounded up to an even number of steps.</param>
    /// <param name="high">The cutoff in Hz, at least <c>1 / period</c>; at most <c>0.5 / dt</c> where it runs.</param>
    /// <param name="rms">Root mean square of the signal, above 0.</param>
    /// <param name="y0">If given, each dimension starts where it comes nearest to it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range or not finite.</exception>
    public WhiteSignal(double period, double high, double rms = 0.5, double? y0 = null)
    {
        (Period, High, Rms) = (Arguments.Positive(period), Arguments.Positive(high), Arguments.Positive(rms));
        Y0 = y0 is { } value ? Arguments.Finite(value, nameof(y0)) : null;
        if (high < 1.0 / period)
        {
            throw new ArgumentOutOfRangeException(
                nameof(high),
                high,
                FormattableString.Invariant($"high must be at least 1 / period, {1.0 / period} Hz; below, the signal is zero."));
        }
    }

    /// <summary>After how many seconds the signal repeats.</summary>
    public double Period { get; }

    /// <summary>The cutoff in Hz.</summary>
    public double High { get; }

    /// <summary>Root mean square of the signal.</summary>
    public double Rms { get; }

    /// <summary>What each dimension starts nearest to, if anything.</summary>
    public double? Y0 { get; }

    /// <inheritdoc/>
    public override ProcessStep MakeStep(int sizeIn, int sizeOut, double dt, RandomState random)
    {
        CheckStep(sizeIn, sizeOut, dt, random);
        if (High > 0.5 / dt)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"WhiteSignal has a high of {High} Hz, above the {0.5 / dt} Hz that a dt of {dt} can show. Lower it."),
                nameof(dt));
        }

        double half = Math.Ceiling(Period / dt / 2.0);
        if (!(half * sizeOut <= MostSamples / 2))
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"WhiteSignal has a period of {Period} s, and its samples at a dt of {dt} do not fit. Take a shorter one."),
                nameof(dt));
        }

        return new Signal(Synthesize((int)half, sizeOut, dt, random), sizeOut, dt);
    }

    /// <summary>Draws the coefficients of all frequencies and transforms them into the signal, <c>[2 half, size]</c>.</summary>
    private double[] Synthesize(int half, int size, double dt, RandomState random)
    {
        // All imaginary parts are drawn before the real ones.
        double sigma = Rms * Math.Sqrt(0.5);
        double[] imaginary = Draw((half + 1) * size, sigma, random);
        double[] real = Draw((half + 1) * size, sigma, random);

        // The power that the frequencies above the cutoff would have is given to the others.
        double step = 1.0 / (2 * half * dt);
        int above = 0;
        while (above < half && (half - above) * step > High)
        {
            above++;
        }

        double correction = Math.Sqrt(1.0 - ((double)above / half));
        double scale = correction > 0.0 ? 1.0 / correction : 1.0;
        double unit = Math.Sqrt(2 * half);
        var signal = new double[2 * half * size];
        double[] re = new double[half + 1], im = new double[half + 1];
        for (int d = 0; d < size; d++)
        {
            for (int k = 1; k <= half - above; k++)
            {
                re[k] = real[(k * size) + d] * scale * unit;
                im[k] = imaginary[(k * size) + d] * scale * unit;
            }

            double[] samples = FourierTransform.InverseReal(re, im);
            int start = Y0 is { } y0 ? Nearest(samples, y0) - 1 : 0; // The first step reads sample 1.
            for (int i = 0; i < samples.Length; i++)
            {
                signal[(i * size) + d] = samples[(i + start + samples.Length) % samples.Length];
            }
        }

        return signal;
    }

    private static double[] Draw(int count, double sigma, RandomState random)
    {
        var values = new double[count];
        foreach (ref double value in values.AsSpan())
        {
            value = random.Normal(0.0, sigma);
        }

        return values;
    }

    private static int Nearest(double[] samples, double y0)
    {
        int nearest = 0;
        for (int i = 1; i < samples.Length; i++)
        {
            nearest = Math.Abs(y0 - samples[i]) < Math.Abs(y0 - samples[nearest]) ? i : nearest;
        }

        return nearest;
    }

    private sealed class Signal(double[] samples, int size, double dt) : ProcessStep
    {
        public override void Step(double time, ReadOnlySpan<double> input, Span<double> output)
        {
            int index = Repeated(Math.Round(time / dt), samples.Length / size);
            samples.AsSpan(index * size, size).CopyTo(output);
        }

        public override void VisitState(ref StateVisitor state)
        {
        }
    }
}
