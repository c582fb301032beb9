using System.Globalization;

namespace AotNeuro.Benchmarks;

/// <summary>A model to measure, and what is known about it.</summary>
internal sealed record Workload(string Name, string What, Func<NeuralModel> Create, NengoFigures Nengo)
{
    /// <summary>Steps of a repetition: Nengo's rates are reached, and all recorded data stay in the second-level cache.</summary>
    public const int Steps = 2000;

    public static IReadOnlyList<Workload> All { get; } =
    [
        new("W1", "10 Izhikevich, 4 probes", () => new SeedPage(), new(61, 46, 70, BuildMs: 400)),
        new("W2", "100 LIF -> 100 LIF", () => new Channel(), new(48.8, 48.3, 60.2, BuildMs: 20)),
        new("W3", "30 Izhikevich -> x^2 -> 30 Izhikevich", () => new SineSquared(), new(48.5, 48.2, 48.7, BuildMs: 1320)),
    ];

    /// <summary>Spikes that the model's spike probe holds, or null if it has none.</summary>
    public static int? CountSpikes(NeuralModel model) => (model as SeedPage)?.Spikes.Spikes.Count;

    /// <summary>Writes every ensemble's numbers for the C twin: count, bias, encoders, decoders and the two states.</summary>
    public void WriteParameters(string file)
    {
        NeuralModel model = Create();
        using var writer = new StreamWriter(file);
        foreach (Ensemble ensemble in model.Ensembles)
        {
            writer.WriteLine(ensemble.NeuronCount.ToString(CultureInfo.InvariantCulture));
            WriteRow(writer, ensemble.Bias);
            WriteRow(writer, ensemble.ScaledEncoders.Values);
            WriteRow(writer, DecodersOf(model, ensemble));
            WriteRow(writer, ensemble.InitialState(0));
            WriteRow(writer, SecondState(ensemble));
        }
    }

    // A probe does not show its decoders, and nothing depends on what it decodes: equal numbers take the same time.
    private static double[] DecodersOf(NeuralModel model, Ensemble ensemble)
    {
        double height = ensemble.SpikeHeight;
        Connection? next = model.Connections.FirstOrDefault(connection => connection.Source == ensemble.Name);
        return next is null
            ? [.. Enumerable.Repeat(height / ensemble.NeuronCount, ensemble.NeuronCount)]
            : Array.ConvertAll(next.Weights.Values.ToArray(), weight => weight * height);
    }

    // The second state of an LIF neuron is exp((refractory time - dt) / tau_rc), here and in the twin.
    private static ReadOnlySpan<double> SecondState(Ensemble ensemble) =>
        ensemble.NeuronType is LIF lif
            ? Array.ConvertAll(ensemble.InitialState(1).ToArray(), time => Math.Exp((time - 0.001) / lif.TauRc))
            : ensemble.InitialState(1);

    private static void WriteRow(StreamWriter writer, ReadOnlySpan<double> values) =>
        writer.WriteLine(string.Join(' ', values.ToArray().Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
}

/// <summary>Nengo 4.1.1.dev with NumPy 1.24 on the same class of machine, on another day.</summary>
/// <remarks>Microseconds per step (median, fastest, slowest), and milliseconds to build the simulator.</remarks>
internal sealed record NengoFigures(double StepUs, double FastestUs, double SlowestUs, double BuildMs);
