using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>An object or its neurons, as a connection or probe names them.</summary>
/// <param name="End">What is named.</param>
/// <param name="Place">The argument.</param>
/// <param name="Size">How many values all of it has, -1 if that is unknown.</param>
internal sealed record EndUse(EndSpec End, Place Place, int Size)
{
    public static IEnumerable<EndUse> In(ModelSpec model) => model.Connections.SelectMany(connection => Of(model, connection))
        .Concat(model.Probes.Select(probe => Of(model, probe)));

    /// <summary>So many values, as they are called.</summary>
    public string Noun(int size) => Texts.Count(size, Place.Kind == Attributes.Probe ? "value" : End.IsNeurons ? "neuron" : "dimension");

    /// <summary>The ends of a connection, source first.</summary>
    public static IEnumerable<EndUse> Of(ModelSpec model, ConnectionSpec connection) => connection.Ends().Select(end =>
    {
        EndSpec whole = end.End with { Slice = null };
        return new EndUse(end.End, end.Place, end.Place.Argument == "source" ? model.OutputSize(whole) : model.InputSize(whole));
    });

    private static EndUse Of(ModelSpec model, ProbeSpec probe) => new(
        probe.Of,
        probe.PlaceOf("target"),
        ProbeSizes.Of(model, probe with { Of = probe.Of with { Slice = null } }));
}
