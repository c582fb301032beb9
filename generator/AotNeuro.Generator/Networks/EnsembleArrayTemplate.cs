using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Networks;

/// <summary>Ensembles of one shape, each for some dimensions of a vector. They are one spec, so that code and compile time do not grow with them.</summary>
internal sealed class EnsembleArrayTemplate : NetworkTemplate
{
    public override string Name => "EnsembleArray";

    public override string? FindProblem(AttributeReader arguments) => CheckSizes(arguments, "neurons", "ensembles", "EnsembleDimensions");

    public override void Build(NetworkBuilder network, AttributeReader arguments, ISymbol member, INamedTypeSymbol model)
    {
        int neurons = arguments.Int("neurons") ?? 1;
        int count = arguments.Int("ensembles") ?? 1;
        int dimensions = arguments.Int("EnsembleDimensions") ?? 1;
        Add(network, neurons, count, dimensions, ensemble => ensemble with
        {
            Radius = arguments.Double("Radius") ?? ensemble.Radius,
            EvalPointCount = arguments.Int("EvalPointCount") ?? ensemble.EvalPointCount,
            NormalizeEncoders = arguments.Bool("NormalizeEncoders") ?? ensemble.NormalizeEncoders,
            MaxRates = Given(arguments, "MaxRates", ensemble.MaxRates),
            Intercepts = Given(arguments, "Intercepts", ensemble.Intercepts),
            Encoders = Given(arguments, "Encoders", ensemble.Encoders),
            EvalPoints = Given(arguments, "EvalPoints", ensemble.EvalPoints),
        });
        AddOutputs(network, count, member, model);
        AddNeuronEnds(network, arguments, count, neurons);
    }

    /// <summary>An array with its input, its ensembles and its output; for other networks too.</summary>
    public static void Add(
        NetworkBuilder network,
        int neurons,
        int count,
        int dimensions,
        Func<EnsembleSpec, EnsembleSpec>? settings = null,
        Func<ConnectionSpec, ConnectionSpec>? output = null)
    {
        string input = network.Passthrough("Input", count * dimensions);
        string ensembles = network.Ensemble("Ensembles", neurons, dimensions, count, settings);
        network.Link("InputToEnsembles", input, ensembles, connection => connection with { ArrayCount = count });
        AddOutput(network, "Output", count, count * dimensions, settings: output);
    }

    /// <summary>An output that decodes a function of each ensemble.</summary>
    public static void AddOutput(
        NetworkBuilder network, string name, int count, int size, FunctionSpec? function = null, Func<ConnectionSpec, ConnectionSpec>? settings = null)
    {
        string output = network.Passthrough(name, size);
        network.Link($"EnsemblesTo{name}", $"{network.Path}.Ensembles", output, connection =>
        {
            ConnectionSpec decoded = connection with { ArrayCount = count, Function = function, SizeMid = function is null ? -1 : size / count };
            return settings is null ? decoded : settings(decoded);
        });
    }

    private static void AddOutputs(NetworkBuilder network, int count, ISymbol member, INamedTypeSymbol model)
    {
        foreach (AttributeData attribute in member.GetAttributes().Where(item => item.AttributeClass?.ToDisplayString() == "AotNeuro.ArrayOutputAttribute"))
        {
            var arguments = new AttributeReader(attribute, model);
            FunctionSpec function = FunctionParser.Find(model, arguments.Text("function") ?? "", hasTime: false);
            int size = function.Form == FunctionForm.Scalar ? function.Outputs : arguments.Int("Size") ?? 1;
            AddOutput(network, arguments.Text("name") ?? "", count, count * size, function, connection => connection with
            {
                Synapse = arguments.Has("Synapse") ? arguments.Value("Synapse") : connection.Synapse,
                Solver = arguments.Value("Solver"),
            });
        }
    }

    /// <summary>A node that adds to the currents of all neurons.</summary>
    public static void AddNeuronInput(NetworkBuilder network, int count, int neurons) =>
        network.Link(
            "NeuronInputToNeurons",
            network.Passthrough("NeuronInput", count * neurons),
            $"{network.Path}.Ensembles.Neurons",
            connection => connection with { ArrayCount = count });

    private static void AddNeuronEnds(NetworkBuilder network, AttributeReader arguments, int count, int neurons)
    {
        if (arguments.Bool("NeuronInput") == true)
        {
            AddNeuronInput(network, count, neurons);
        }

        if (arguments.Bool("NeuronOutput") == true)
        {
            network.Link(
                "NeuronsToNeuronOutput",
                $"{network.Path}.Ensembles.Neurons",
                network.Passthrough("NeuronOutput", count * neurons),
                connection => connection with { ArrayCount = count });
        }
    }

    private static ValueSpec Given(AttributeReader arguments, string name, ValueSpec byDefault) =>
        arguments.Has(name) ? arguments.Value(name) : byDefault;
}
