namespace AotNeuro.Tests.Models;

/// <summary>A part that says as little as it can, for defaults from around it.</summary>
[NeuralModel]
public partial class Silent
{
    [Ensemble(20, 1)]
    public partial Ensemble A { get; }

    [Ensemble(15, 1)]
    public partial Ensemble B { get; }

    [EnsembleArray(10, 2)]
    public partial EnsembleArray Array { get; }

    [Connection(nameof(A), nameof(B))]
    public double Square(double x) => Gain * x * x;

    [Connection(nameof(B), "Array.Input")]
    public static void Both(ReadOnlySpan<double> x, Span<double> y) => (y[0], y[1]) = (x[0], -x[0]);

    [Probe(nameof(B))]
    public partial Probe Output { get; }

    /// <summary>Makes the function one that only the part itself can call.</summary>
    public double Gain { get; } = 1.0;
}

/// <summary>The same, with all said that <see cref="AllDefaults"/> gives.</summary>
[NeuralModel]
[SpikingRectifiedLinear(Amplitude = 0.5)]
[EnsembleDefaults(Radius = 2.0, MaxRates = nameof(Rates), EvalPointCount = 300)]
[ConnectionDefaults(Synapse = nameof(Slow), Solver = nameof(Own))]
[ProbeDefaults(Synapse = nameof(Slow), SampleEvery = 0.004, Solver = nameof(Own))]
public partial class Talkative
{
    private static readonly Distribution Rates = new Uniform(50, 80);
    private static readonly Synapse Slow = new Alpha(0.02);
    private static readonly Solver Own = new LstsqL2(0.3);

    [Ensemble(20, 1)]
    public partial Ensemble A { get; }

    [Ensemble(15, 1)]
    public partial Ensemble B { get; }

    [EnsembleArray(10, 2)]
    public partial EnsembleArray Array { get; }

    [Connection(nameof(A), nameof(B))]
    public static double Square(double x) => x * x;

    [Connection(nameof(B), "Array.Input")]
    public static void Both(ReadOnlySpan<double> x, Span<double> y) => (y[0], y[1]) = (x[0], -x[0]);

    [Probe(nameof(B))]
    public partial Probe Output { get; }
}

/// <summary>Gives its parts all that they do not say.</summary>
[NeuralModel(Seed = 4)]
[SpikingRectifiedLinear(Amplitude = 0.5)]
[EnsembleDefaults(Radius = 2.0, MaxRates = nameof(Rates), EvalPointCount = 300)]
[ConnectionDefaults(Synapse = nameof(Slow), Solver = nameof(Own))]
[ProbeDefaults(Synapse = nameof(Slow), SampleEvery = 0.004, Solver = nameof(Own))]
public partial class AllDefaults
{
    private static readonly Distribution Rates = new Uniform(50, 80);
    private static readonly Synapse Slow = new Alpha(0.02);
    private static readonly Solver Own = new LstsqL2(0.3);

    [Part]
    public partial Silent Part { get; }

    [Node]
    public static double Wave(double t) => Math.Sin(20 * t);

    [Connection(nameof(Wave), "Part.A")]
    public partial Connection In { get; }
}

/// <summary>What <see cref="AllDefaults"/> must equal.</summary>
[NeuralModel(Seed = 4)]
[ConnectionDefaults(Synapse = nameof(Slow))]
public partial class NoDefaults
{
    private static readonly Synapse Slow = new Alpha(0.02);

    [Part]
    public partial Talkative Part { get; }

    [Node]
    public static double Wave(double t) => Math.Sin(20 * t);

    [Connection(nameof(Wave), "Part.A")]
    public partial Connection In { get; }
}

/// <summary>A model in between, whose defaults are nearer.</summary>
[NeuralModel]
[EnsembleDefaults(Radius = 2.0)]
public partial class Between
{
    [Part]
    [SpikingRectifiedLinear(Amplitude = 0.5)]
    [EnsembleDefaults(MaxRates = nameof(Rates))]
    [ConnectionDefaults(Solver = nameof(Own))]
    public partial Silent Inner { get; }

    private static readonly Distribution Rates = new Uniform(50, 80);
    private static readonly Solver Own = new LstsqL2(0.3);
}

/// <summary>Defaults from four places: each thing comes from the nearest.</summary>
[NeuralModel(Seed = 4)]
[LIF(TauRc = 0.05)]
[EnsembleDefaults(Radius = 3.0, EvalPointCount = 300, MaxRates = nameof(Far))]
[ProbeDefaults(Synapse = nameof(Slow), SampleEvery = 0.004, Solver = nameof(Own))]
[ConnectionDefaults(Synapse = nameof(Slow))]
public partial class NestedDefaults
{
    private static readonly Distribution Far = new Uniform(100, 200);
    private static readonly Synapse Slow = new Alpha(0.02);
    private static readonly Solver Own = new LstsqL2(0.3);

    [Part(Seed = 7)]
    public partial Between Middle { get; }

    [Node]
    public static double Wave(double t) => Math.Sin(20 * t);

    [Connection(nameof(Wave), "Middle.Inner.A")]
    public partial Connection In { get; }
}

/// <summary>A model in between that says nothing.</summary>
[NeuralModel]
public partial class TalkativeBetween
{
    [Part]
    public partial Talkative Inner { get; }
}

/// <summary>What <see cref="NestedDefaults"/> must equal.</summary>
[NeuralModel(Seed = 4)]
[ConnectionDefaults(Synapse = nameof(Slow))]
public partial class NestedWithout
{
    private static readonly Synapse Slow = new Alpha(0.02);

    [Part(Seed = 7)]
    public partial TalkativeBetween Middle { get; }

    [Node]
    public static double Wave(double t) => Math.Sin(20 * t);

    [Connection(nameof(Wave), "Middle.Inner.A")]
    public partial Connection In { get; }
}

/// <summary>Makes all ensembles of its part exact, as Nengo's users do to see what neurons add.</summary>
[NeuralModel]
[Direct]
[ConnectionDefaults(Synapse = null)]
[ProbeDefaults(Synapse = null)]
public partial class ExactDefaults
{
    [Part]
    public partial Silent Part { get; }

    [Node]
    public static double Wave(double t) => Math.Sin(20 * t);

    [Connection(nameof(Wave), "Part.A")]
    public partial Connection In { get; }

    [Probe("Part.Array.Output")]
    public partial Probe Array { get; }
}

/// <summary>A part with an array that decodes a function of its own.</summary>
[NeuralModel]
public partial class SilentArray
{
    [EnsembleArray(10, 2), ArrayOutput("Squares", nameof(SquareOf))]
    public partial EnsembleArray Array { get; }

    private static double SquareOf(double x) => x * x;
}

/// <summary>Makes the ensembles of its part's array exact.</summary>
[NeuralModel]
[Direct]
[ConnectionDefaults(Synapse = null)]
public partial class ExactArray
{
    [Part]
    public partial SilentArray Part { get; }

    [Node]
    public static (double, double) Wave(double t) => (Math.Sin(20 * t), t);

    [Connection(nameof(Wave), "Part.Array.Input")]
    public partial Connection In { get; }

    [Probe("Part.Array.Squares")]
    public partial Probe Squares { get; }
}

/// <summary>A part with a parameter to tune.</summary>
[NeuralModel]
public partial class TunedInside
{
    [Ensemble(12, 1)]
    public partial Ensemble A { get; }

    [Tunable(nameof(A), nameof(LIF.TauRc))]
    public partial double TauRc { get; set; }
}

/// <summary>Tunes another parameter of the same ensemble, from outside.</summary>
[NeuralModel(Seed = 1)]
public partial class TunedOutside
{
    [Part]
    public partial TunedInside Part { get; }

    [Tunable("Part.A", nameof(LIF.TauRef))]
    public partial double TauRef { get; set; }

    [Connection("Part.A", "Part.A")]
    public partial Connection Loop { get; }

    [Probe("Part.A", Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }
}

/// <summary>What <see cref="TunedOutside"/> must equal, once it is tuned so.</summary>
[NeuralModel(Seed = 1)]
public partial class TunedNowhere
{
    [Part]
    public partial Untuned Part { get; }

    [Connection("Part.A", "Part.A")]
    public partial Connection Loop { get; }

    [Probe("Part.A", Signal = ProbeSignal.Spikes)]
    public partial Probe Spikes { get; }
}

/// <summary>The part with other parameters from the start.</summary>
[NeuralModel]
public partial class Untuned
{
    [Ensemble(12, 1), LIF(TauRc = 0.04, TauRef = 0.0015)]
    public partial Ensemble A { get; }
}
