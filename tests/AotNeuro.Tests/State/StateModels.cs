using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro.Tests.State;

/// <summary>A process and a synapse of the user's own, which say what they remember; a tunable value, and probes that sample now and then.</summary>
[NeuralModel]
public partial class Remembering
{
    [Tunable(nameof(A), nameof(AotNeuro.LIF.TauRc))]
    public partial double TauRc { get; set; }

    [Node]
    private static readonly Process Walk = new Counting();

    private static readonly Synapse Delay = new OneStep();

    [Ensemble(neurons: 20, dimensions: 1), LIF]
    public partial Ensemble A { get; }

    [Connection(nameof(Walk), nameof(A), Synapse = nameof(Delay))]
    public partial Connection WalkToA { get; }

    [Probe(nameof(Walk))]
    public partial Probe Walked { get; }

    [Probe(nameof(A), Synapse = 0.01, SampleEvery = 0.0025)]
    public partial Probe Sampled { get; }

    [Probe(nameof(A), Signal = ProbeSignal.Spikes, KeepLast = 50)]
    public partial Probe Spikes { get; }
}

/// <summary>A process that hides what it remembers.</summary>
[NeuralModel(Seed = 1)]
public partial class Secretive
{
    [Node]
    private static readonly Process Walk = new Hiding();

    [Probe(nameof(Walk))]
    public partial Probe Walked { get; }
}

/// <summary>A synapse that hides what it remembers.</summary>
[NeuralModel(Seed = 1)]
public partial class SecretiveSynapse
{
    private static readonly Synapse Delay = new Hidden();

    [Node]
    private static double Clock(double t) => t;

    [Probe(nameof(Clock), Synapse = nameof(Delay))]
    public partial Probe Delayed { get; }
}

/// <summary>A process that will not take back what it said.</summary>
[NeuralModel(Seed = 1)]
public partial class Stubborn
{
    [Node]
    private static readonly Process Walk = new Refusing();

    [Probe(nameof(Walk))]
    public partial Probe Walked { get; }
}

/// <summary>Adds up what it draws, and counts.</summary>
public sealed class Counting : Process
{
    public override ProcessStep MakeStep(int sizeIn, int sizeOut, double dt, RandomState random) => new CountingStep(random);

    private sealed class CountingStep(RandomState random) : ProcessStep
    {
        private readonly double[] _sums = new double[2];
        private long _count;
        private int _lows;
        private bool _isUp;
        private double _last;

        public override void Step(double time, ReadOnlySpan<double> input, Span<double> output)
        {
            double drawn = random.NextGaussian();
            _sums[_isUp ? 1 : 0] += drawn;
            _count++;
            _lows += drawn < 0.0 ? 1 : 0;
            _isUp = !_isUp;
            output[0] = (_sums[0] - _sums[1] + _last) / _count + _lows;
            _last = output[0];
        }

        public override void VisitState(ref StateVisitor state)
        {
            state.Visit(_sums);
            state.Visit(ref _count);
            state.Visit(ref _lows);
            state.Visit(ref _isUp);
            state.Visit(ref _last);
        }
    }
}

/// <summary>Remembers, and does not say what.</summary>
public sealed class Hiding : Process
{
    public override ProcessStep MakeStep(int sizeIn, int sizeOut, double dt, RandomState random) => new HidingStep();

    private sealed class HidingStep : ProcessStep
    {
        private int _count;

        public override void Step(double time, ReadOnlySpan<double> input, Span<double> output) => output[0] = _count++;
    }
}

/// <summary>Saves, but fails in the midst of being restored whenever it was at step 5.</summary>
public sealed class Refusing : Process
{
    public override ProcessStep MakeStep(int sizeIn, int sizeOut, double dt, RandomState random) => new RefusingStep();

    private sealed class RefusingStep : ProcessStep
    {
        private int _count;

        public override void Step(double time, ReadOnlySpan<double> input, Span<double> output) => output[0] = _count++;

        public override void VisitState(ref StateVisitor state)
        {
            state.Visit(ref _count);
            if (state.IsRestoring && _count == 5)
            {
                throw new InvalidOperationException("not five");
            }
        }
    }
}

/// <summary>A step of delay.</summary>
public sealed record OneStep : Synapse
{
    public override SynapseFilter MakeFilter(int size, double dt) => new Delaying(size);

    private sealed class Delaying(int size) : SynapseFilter(size)
    {
        private readonly double[] _last = new double[size];

        public override void Step(ReadOnlySpan<double> input, Span<double> output)
        {
            for (int i = 0; i < _last.Length; i++)
            {
                (_last[i], output[i]) = (input[i], _last[i]);
            }
        }

        public override void VisitState(ref StateVisitor state) => state.Visit(_last);
    }
}

/// <summary>A synapse that does not say what it remembers.</summary>
public sealed record Hidden : Synapse
{
    public override SynapseFilter MakeFilter(int size, double dt) => new Passing(size);

    private sealed class Passing(int size) : SynapseFilter(size)
    {
        public override void Step(ReadOnlySpan<double> input, Span<double> output) => input.CopyTo(output);
    }
}
