using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>An operation of a step in words and formulas, for the header and the comments of generated code.</summary>
internal static class OperationText
{
    public static string Of(Operation operation) => operation switch
    {
        NodeOperation { Node.Function: { } function } node => $"{node.Node.Member.Name} = {function.Name}(t{(node.Input is null ? "" : $", {node.Input.Name}")})",
        NodeOperation { Node.Process.IsNothing: false } node => $"{node.Node.Member.Name} = a step of its process",
        NodeOperation node => $"{node.Node.Member.Name} = constant",
        InputOperation input => $"{input.Output.Name} = what the host has written",
        FunctionOperation function => $"{function.Target.Name} = {function.Connection.Function!.Name}({function.Source.Name})",
        TransformOperation transform => $"{transform.Target.Name} = transform of {transform.Connection.Member.Name} . {transform.Source.Name}",
        SumOperation sum => $"{sum.Target.Name} = {string.Join(" + ", sum.Terms.Select(Term))}",
        SliceOperation slice => $"{slice.Target.Name} = {slice.Source.Name}{Indices(slice.Indices)}",
        GainOperation gain => $"{gain.Target.Name} = gain of {gain.Ensemble.Member.Name}{Indices(gain.Indices)} * {gain.Source.Name}",
        NoiseOperation noise => $"{noise.Target.Name} = noise",
        RandomSpikesOperation random => $"{random.Output.Name} = spikes drawn with {random.Rates.Name}",
        PackSpikesOperation spikes => $"{spikes.Bits.Name} = {spikes.Output.Name} as bits",
        WeightsOperation weighted => $"{weighted.Target.Name} = weights of {weighted.Owner} . {weighted.Source.Name}",
        GatherOperation gather => $"{gather.Target.Name}, gathered from all ensembles",
        LearnOperation { IsAddedLater: true } learn => $"{learn.Delta!.Name} = how {learn.Rule.Kind} changes {learn.Learned.Name}",
        AddChangeOperation add => $"{add.Learned.Name} += {add.Delta.Name}, seen from the next step on",
        LearnedDecodeOperation learned => string.Join("; ", learned.Parts.Select(Of)),
        LearnOperation learn => $"{learn.Rule.Kind} changes {learn.Learned.Name}, seen from the next step on",
        PopulationOperation population => Population(population),
        FilterOperation filter => $"{filter.State.Name} = {Synapse(filter.Synapse)} of {filter.Source.Name}{(filter.IsImmediate ? "" : ", seen from the next step on")}",
        SampleOperation { Newest: { } newest } sample => $"{newest.Name} = {sample.Source.Name}",
        SampleOperation sample => $"{sample.Probe.Member.Name} records {sample.Source.Name}{(sample.Probe.SampleEvery is { } period ? $" every {Literal.Of(period)} s" : "")}",
        _ => operation.GetType().Name,
    };

    private static string Term(SumTerm term) => term.Source.Name + (term.Indices.Count == 0 ? "" : $" at {Indices(term.Indices)}");

    private static string Indices(EquatableArray<int> indices)
    {
        const int Shown = 6;
        return indices.Count == 0 ? "" : $"[{string.Join(", ", indices.Take(Shown))}{(indices.Count > Shown ? ", ..." : "")}]";
    }

    private static string Synapse(ValueSpec synapse) => synapse.Kind switch
    {
        ValueKind.Number => $"Lowpass({Literal.Of(synapse.Numbers[0])})",
        ValueKind.Created => synapse.Name!.Replace("new global::AotNeuro.", ""),
        _ => synapse.Name!,
    };

    private static string Population(PopulationOperation operation)
    {
        EnsembleSpec ensemble = operation.Population.Ensemble;
        string decoded = string.Join(", ", operation.Population.Decodes.Select(rows => rows.Owner));
        return $"{ensemble.Member.Name}: {ensemble.Neurons} {ensemble.NeuronType.Name} neurons take {operation.Input.Name}"
            + (decoded.Length > 0 ? $", decode {decoded}" : "")
            + (operation.Learned is { } learned ? $"; {Of(learned)}" : "");
    }
}
