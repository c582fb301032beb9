using System.Text.Json;
using System.Text.Json.Serialization;

namespace AotNeuro.Tests;

/// <summary>One reference model: what Nengo built for it, and what its probes saw.</summary>
internal sealed record ReferenceModel
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The model's name, as in <c>models.txt</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Length of a step, in seconds.</summary>
    public required double Dt { get; init; }

    /// <summary>Simulated time.</summary>
    public required double Seconds { get; init; }

    /// <summary>Number of steps.</summary>
    public required int Steps { get; init; }

    /// <summary>Ensembles by name, in build order.</summary>
    public required OrderedDictionary<string, ReferenceEnsemble> Ensembles { get; init; }

    /// <summary>Connections in build order; the keys are "0", "1", ...</summary>
    public required OrderedDictionary<string, ReferenceConnection> Connections { get; init; }

    /// <summary>Probes by name.</summary>
    public required OrderedDictionary<string, ReferenceProbe> Probes { get; init; }

    /// <summary>Reads a model.</summary>
    public static ReferenceModel Read(string name)
    {
        using var stream = ReferenceFiles.Open($"{name}.json.gz");
        return JsonSerializer.Deserialize<ReferenceModel>(stream, Options)!;
    }
}

/// <summary>Numbers with a shape, row after row.</summary>
internal sealed record ReferenceArray(int[] Shape, double[] Data);

/// <summary>What Nengo built for an ensemble; gain and bias are null for a neuron type without them (Direct).</summary>
internal sealed record ReferenceEnsemble
{
    [JsonPropertyName("n_neurons")]
    public required int Neurons { get; init; }

    public required int Dimensions { get; init; }

    public required double Radius { get; init; }

    public required string NeuronType { get; init; }

    public required long Seed { get; init; }

    public required ReferenceArray Encoders { get; init; }

    public required ReferenceArray? Gain { get; init; }

    public required ReferenceArray? Bias { get; init; }

    public required ReferenceArray? MaxRates { get; init; }

    public required ReferenceArray? Intercepts { get; init; }

    public required int[] EvalPointsShape { get; init; }

    /// <summary>The first eight evaluation points.</summary>
    public required ReferenceArray EvalPointsHead { get; init; }

    /// <summary>The sum of all coordinates of all evaluation points.</summary>
    public required double EvalPointsSum { get; init; }

    /// <summary>The sum of their absolute values.</summary>
    public required double EvalPointsAbsSum { get; init; }
}

/// <summary>What Nengo built for a connection; no weights for an identity, no errors where nothing was solved.</summary>
internal sealed record ReferenceConnection(string Repr, long Seed, ReferenceArray? Weights, ReferenceArray? Rmses);

/// <summary>What a probe saw: either values or spikes.</summary>
/// <param name="Attr">The signal that was probed.</param>
/// <param name="Synapse">The probe's synapse in Nengo's notation.</param>
/// <param name="SampleEvery">Seconds between samples; null for every step.</param>
/// <param name="Seed">The probe's seed.</param>
/// <param name="Values">Samples, <c>[samples, size]</c> or with more axes for weights.</param>
/// <param name="Spikes">Spikes of neurons.</param>
internal sealed record ReferenceProbe(
    string Attr, string Synapse, double? SampleEvery, long Seed, ReferenceArray? Values = null, ReferenceSpikes? Spikes = null);

/// <summary>Spikes as events <c>[step, neuron]</c>, both from 0, in that order.</summary>
/// <param name="Steps">Number of steps.</param>
/// <param name="Neurons">Number of neurons.</param>
/// <param name="Amplitude">The value of a spike in a probe's data: the amplitude over dt.</param>
/// <param name="Events">The events.</param>
internal sealed record ReferenceSpikes(int Steps, int Neurons, double Amplitude, int[][] Events);
