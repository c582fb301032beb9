using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Networks;

/// <summary>
/// Winner takes all: the output is 0 where the input is largest and negative elsewhere. The model of K. Gurney, T. J. Prescott and P. Redgrave,
/// "A computational model of action selection in the basal ganglia", Biological Cybernetics 84 (2001), with their weights.
/// </summary>
internal sealed class BasalGangliaTemplate : NetworkTemplate
{
    // Where the rectified lines of striatum, subthalamic nucleus and the two parts of the globus pallidus begin.
    private const double Striatum = 0.2;
    private const double Subthalamic = -0.25;
    private const double External = -0.2;
    private const double Internal = -0.2;

    public override string Name => "BasalGanglia";

    public override string? FindProblem(AttributeReader arguments) => CheckSizes(arguments, "dimensions", "NeuronsPerEnsemble");

    public override void Build(NetworkBuilder network, AttributeReader arguments, ISymbol member, INamedTypeSymbol model)
    {
        int d = arguments.Int("dimensions") ?? 1;
        int n = arguments.Int("NeuronsPerEnsemble") ?? 100;
        Func<ConnectionSpec, ConnectionSpec> ampa = SynapseOf(arguments, "AmpaSynapse", 0.002);
        Func<ConnectionSpec, ConnectionSpec> gaba = SynapseOf(arguments, "GabaSynapse", 0.008);
        NetworkBuilder d1 = AddNucleus(network, "StriatumD1", n, d, Striatum);
        NetworkBuilder d2 = AddNucleus(network, "StriatumD2", n, d, Striatum);
        NetworkBuilder stn = AddNucleus(network, "SubthalamicNucleus", n, d, Subthalamic);
        NetworkBuilder gpi = AddNucleus(network, "PallidusInternus", n, d, Internal);
        NetworkBuilder gpe = AddNucleus(network, "PallidusExternus", n, d, External);
        string input = network.Passthrough("Input", d);
        string output = network.Passthrough("Output", d);
        if (arguments.Double("InputBias") is { } bias && bias != 0.0)
        {
            string constant = network.Constant("BiasInput", Enumerable.Repeat(bias, d).ToArray());
            network.Connect("BiasToInput", constant, input, connection => connection with { Solver = ValueSpec.Absent });
        }

        Join(network, "InputToStriatumD1", input, d1, null, ValueSpec.OfNumber(1.0 * (1.0 + 0.2)));
        Join(network, "InputToStriatumD2", input, d2, null, ValueSpec.OfNumber(1.0 * (1.0 - 0.2)));
        Join(network, "InputToSubthalamicNucleus", input, stn, null, ValueSpec.OfNumber(1.0));
        string d1Out = AddFunction(d1, d, "StriatumFunction");
        string d2Out = AddFunction(d2, d, "StriatumFunction");
        Join(network, "StriatumD1ToInternus", d1Out, gpi, gaba, ValueSpec.OfNumber(-1.0));
        Join(network, "StriatumD2ToExternus", d2Out, gpe, gaba, ValueSpec.OfNumber(-1.0));
        ValueSpec broad = NetworkValues.Call("BasalGanglia.Broad", Literal.Of(d), Literal.Of(0.9));
        string stnOut = AddFunction(stn, d, "SubthalamicFunction");
        Join(network, "SubthalamicToInternus", stnOut, gpi, ampa, broad);
        Join(network, "SubthalamicToExternus", stnOut, gpe, ampa, broad);
        string gpeOut = AddFunction(gpe, d, "ExternusFunction");
        Join(network, "ExternusToInternus", gpeOut, gpi, gaba, ValueSpec.OfNumber(-0.3));
        Join(network, "ExternusToSubthalamic", gpeOut, stn, gaba, ValueSpec.OfNumber(-1.0));
        double weight = arguments.Double("OutputWeight") ?? -3.0;
        network.Link("InternusToOutput", AddFunction(gpi, d, "InternusFunction"), output, link => link with { Transform = ValueSpec.OfNumber(weight) });
    }

    private static NetworkBuilder AddNucleus(NetworkBuilder network, string name, int neurons, int dimensions, double threshold)
    {
        NetworkBuilder nucleus = network.Part(name, "EnsembleArray");
        EnsembleArrayTemplate.Add(
            nucleus,
            neurons,
            dimensions,
            1,
            ensemble => ensemble with { Radius = 1.5, Encoders = NetworkValues.PositiveEncoders, Intercepts = NetworkValues.Uniform(threshold, 1.0) },
            Solved);
        return nucleus;
    }

    private static string AddFunction(NetworkBuilder nucleus, int dimensions, string function)
    {
        EnsembleArrayTemplate.AddOutput(nucleus, "Function", dimensions, dimensions, NetworkValues.Function("BasalGanglia", function), Solved);
        return $"{nucleus.Path}.Function";
    }

    private static ConnectionSpec Solved(ConnectionSpec connection) => connection with { Solver = NetworkValues.Solver("NnlsL2nz") };

    /// <summary>Gives connections of one transmitter their synapse.</summary>
    private static Func<ConnectionSpec, ConnectionSpec> SynapseOf(AttributeReader arguments, string argument, double byDefault)
    {
        ValueSpec synapse = arguments.Has(argument) ? arguments.Value(argument) : ValueSpec.OfNumber(byDefault);
        return connection => connection with { Synapse = synapse, SynapseArgument = argument };
    }

    private static void Join(
        NetworkBuilder network,
        string name,
        string source,
        NetworkBuilder target,
        Func<ConnectionSpec, ConnectionSpec>? transmitter,
        ValueSpec transform) =>
        network.Link(name, source, $"{target.Path}.Input", connection =>
        {
            ConnectionSpec joined = connection with { Transform = transform };
            return transmitter is null ? joined : transmitter(joined);
        });
}
