using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>Noise of all frequencies: independent draws at every step.</summary>
/// <param name="distribution">What is drawn; by default <c>Gaussian(0, 1)</c>.</param>
/// <param name="scale">
/// Whether draws are divided by sqrt(dt), so that their integral does not depend on dt (Gillespie, 1996).
/// </param>
public sealed class WhiteNoise(Distribution? distribution = null, bool scale = true) : Process
{
    /// <summary>What is drawn.</summary>
    public Distribution Distribution { get; } = distribution ?? new Gaussian(0.0, 1.0);

    /// <summary>Whether draws are divided by sqrt(dt).</summary>
    public bool Scale { get; } = scale;

    /// <inheritdoc/>
    public override ProcessStep MakeStep(int sizeIn, int sizeOut, double dt, RandomState random)
    {
        CheckStep(sizeIn, sizeOut, dt, random);
        return new Noise(Distribution, Scale ? 1.0 / Math.Sqrt(dt) : 1.0, random);
    }

    private sealed class Noise(Distribution distribution, double factor, RandomState random) : ProcessStep
    {
        public override void Step(double time, ReadOnlySpan<double> input, Span<double> output)
        {
            distribution.Sample(1, output.Length, random, output);
            VectorLoops.Scale(factor, output);
        }

        public override void VisitState(ref StateVisitor state)
        {
        }
    }
}
