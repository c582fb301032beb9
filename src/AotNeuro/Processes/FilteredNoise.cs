using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>White noise through a synapse.</summary>
/// <param name="synapse">The synapse; by default <c>Lowpass(0.005)</c>. A number is the time constant of a lowpass.</param>
/// <param name="distribution">What is drawn at every step; by default <c>Gaussian(0, 1)</c>.</param>
/// <param name="scale">Whether draws are divided by sqrt(dt), so that the result does not depend on dt.</param>
public class FilteredNoise(Synapse? synapse = null, Distribution? distribution = null, bool scale = true) : Process
{
    private readonly WhiteNoise _noise = new(distribution, scale);

    /// <summary>The synapse.</summary>
    public Synapse Synapse { get; } = synapse ?? new Lowpass(0.005);

    /// <summary>What is drawn.</summary>
    public Distribution Distribution => _noise.Distribution;

    /// <summary>Whether draws are divided by sqrt(dt).</summary>
    public bool Scale => _noise.Scale;

    /// <inheritdoc/>
    public override ProcessStep MakeStep(int sizeIn, int sizeOut, double dt, RandomState random)
    {
        CheckStep(sizeIn, sizeOut, dt, random);
        return new Filtered(_noise.MakeStep(sizeIn, sizeOut, dt, random), Synapse.MakeFilter(sizeOut, dt));
    }

    private sealed class Filtered(ProcessStep noise, SynapseFilter filter) : ProcessStep
    {
        public override void Step(double time, ReadOnlySpan<double> input, Span<double> output)
        {
            noise.Step(time, input, output);
            filter.Step(output, output);
        }

        public override void VisitState(ref StateVisitor state)
        {
            noise.VisitState(ref state);
            filter.VisitState(ref state);
        }
    }
}
