using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Networks;

/// <summary>A memory that follows its input while a gate is 0 and keeps what it has while the gate is 1.</summary>
internal sealed class InputGatedMemoryTemplate : NetworkTemplate
{
    private const double GateGain = -10.0;
    private const double ResetGain = -3.0;

    public override string Name => "InputGatedMemory";

    public override string? FindProblem(AttributeReader arguments) =>
        CheckSizes(arguments, "neurons", "dimensions")
        ?? CheckFinite(arguments, "Feedback", "DifferenceGain")
        ?? CheckTimes(arguments, "RecurrentSynapse", "DifferenceSynapse");

    public override void Build(NetworkBuilder network, AttributeReader arguments, ISymbol member, INamedTypeSymbol model)
    {
        int neurons = arguments.Int("neurons") ?? 1;
        int dimensions = arguments.Int("dimensions") ?? 1;
        ValueSpec recurrent = ValueSpec.OfNumber(arguments.Double("RecurrentSynapse") ?? 0.1);
        ValueSpec difference = arguments.Double("DifferenceSynapse") is { } tau ? ValueSpec.OfNumber(tau) : recurrent;
        NetworkBuilder memory = AddArray(network, "Memory", neurons, dimensions);
        network.Connect("Feedback", $"{memory.Path}.Output", $"{memory.Path}.Input", connection => connection with
        {
            Transform = ValueSpec.OfNumber(arguments.Double("Feedback") ?? 1.0),
            Synapse = recurrent,
        });
        NetworkBuilder error = AddArray(network, "Difference", neurons, dimensions);
        network.Connect("MemoryToDifference", $"{memory.Path}.Output", $"{error.Path}.Input", connection => connection with
        {
            Transform = ValueSpec.OfNumber(-1.0),
        });
        network.Connect("DifferenceToMemory", $"{error.Path}.Output", $"{memory.Path}.Input", connection => connection with
        {
            Transform = ValueSpec.OfNumber(arguments.Double("DifferenceGain") ?? 1.0),
            Synapse = difference,
        });
        Silence(network, "Gate", error, neurons * dimensions, GateGain);
        Silence(network, "Reset", memory, neurons * dimensions, ResetGain);
        network.Alias("Input", $"{error.Path}.Input");
        network.Alias("Output", $"{memory.Path}.Output");
    }

    private static NetworkBuilder AddArray(NetworkBuilder network, string name, int neurons, int dimensions)
    {
        NetworkBuilder array = network.Part(name, "EnsembleArray");
        EnsembleArrayTemplate.Add(array, neurons, dimensions, 1);
        EnsembleArrayTemplate.AddNeuronInput(array, dimensions, neurons);
        return array;
    }

    private static void Silence(NetworkBuilder network, string name, NetworkBuilder array, int neurons, double gain) =>
        network.Link($"{name}ToNeurons", network.Passthrough(name, 1), $"{array.Path}.NeuronInput", connection => connection with
        {
            Transform = NetworkValues.Call("Thalamus.Spread", Literal.Of(neurons), Literal.Of(gain)),
        });
}
