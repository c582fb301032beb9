using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>An operation of a step in words and formulas, for the header and the comments of generated code.</summary>
internal static class OperationText
{
    public static string Of(Operation operation) => operation switch
    {
        NodeOperation { Node.Function: { } function } node => $"{node.Node.Member.Name} = {function.Name}(t{(node.Input is null ? "" : $", {node.Input.Name}")})",
        NodeOperation node => $"{node.Node.Member.Name} = constant",
        FunctionOperation function => $"{function.Target.Name} = {function.Connection.Function!.Name}({function.Source.Name})",
        TransformOperation transform => $"{transform.Target.Name} = transform of {transform.Connection.Member.Name} . {transform.Source.Name}",
        SumOperation sum => $"{sum.Target.Name} = {string.Join(" + ", sum.Sources.Select(source => source.Name))}",
        PopulationOperation population => Population(population),
        FilterOperation filter => $"{filter.State.Name} = Lowpass({Literal.Of(filter.Tau)}) of {filter.Source.Name}, seen from the next step on",
        SampleOperation sample => $"{sample.Probe.Member.Name} records {sample.Source.Name}{(sample.Probe.SampleEvery is { } period ? $" every {Literal.Of(period)} s" : "")}",
        _ => operation.GetType().Name,
    };

    private static string Population(PopulationOperation operation)
    {
        EnsembleSpec ensemble = operation.Population.Ensemble;
        string decoded = string.Join(", ", operation.Population.Decodes.Select(rows => rows.Owner));
        return $"{ensemble.Member.Name}: {ensemble.Neurons} {ensemble.NeuronType.Graph!.Name} neurons take {operation.Input.Name}"
            + (decoded.Length > 0 ? $", decode {decoded}" : "");
    }
}
