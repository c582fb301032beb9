using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Each learning rule changes decoders, weights between neurons or encoders, so the connection must have them.</summary>
internal sealed class LearningUnsuitable : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0801",
        "Connection cannot learn so",
        "{0} cannot change '{1}': {2}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        from rule in connection.LearningRules
        let fault = model.FindConnection(connection.Target) is not null
            ? $"it changes what leads to nodes, ensembles and neurons, and '{connection.To.Text}' is a learning rule"
            : rule.Kind == LearningRuleKind.Voja ? FindVojaFault(model, connection)
            : FindSourceFault(model, connection) ?? FindWeightsFault(connection, rule.Kind) ?? FindSliceFault(model, connection, rule.Kind)
        where fault is not null
        select new Finding(connection.PlaceOf(rule), rule.Kind, connection.Member.Name, fault);

    private static string? FindVojaFault(ModelSpec model, ConnectionSpec connection) =>
        connection.JoinsNeurons || connection.To.IsNeurons
            ? "it changes encoders, past which this connection goes; end it at an ensemble, without 'Weights'"
        : model.FindEnsemble(connection.Target) is { NeuronType.IsDirect: false } ? null
        : model.FindEnsemble(connection.Target) is not null ? $"it changes encoders, and '{connection.Target}' computes directly"
        : model.FindNode(connection.Target) is not null ? $"it changes encoders, and '{connection.Target}' is a node"
        : null;

    private static string? FindSourceFault(ModelSpec model, ConnectionSpec connection) =>
        model.FindNode(connection.Source) is not null ? $"it learns from neurons, and '{connection.Source}' is a node"
        : model.FindEnsemble(connection.Source) is not { } ensemble ? null
        : ensemble.NeuronType.IsDirect ? $"it learns from neurons, and '{connection.Source}' computes directly"
        : null;

    private static string? FindWeightsFault(ConnectionSpec connection, LearningRuleKind kind) =>
        kind is LearningRuleKind.BCM or LearningRuleKind.Oja && !connection.JoinsNeurons
            ? "it changes weights between neurons; write 'Weights = true', or join \".Neurons\" to \".Neurons\""
        : kind == LearningRuleKind.RLS && (connection.HasFullWeights || connection.To.IsNeurons)
            ? "it takes an error for each value that is decoded; end the connection at an ensemble or node, without 'Weights'"
        : connection.From.IsNeurons && (connection.Transform.Kind != ValueKind.Member || connection.Transform.IsStepped)
            ? "there are no weights to change; give the connection a matrix or a distribution as 'Transform'"
        : null;

    /// <summary>As in Nengo, where BCM and Oja learn from all neurons, and PES takes a view of the encoders.</summary>
    private static string? FindSliceFault(ModelSpec model, ConnectionSpec connection, LearningRuleKind kind)
    {
        bool isHebbian = kind is LearningRuleKind.BCM or LearningRuleKind.Oja;
        bool picksNeurons = (connection.From.IsNeurons && connection.From.Slice is not null) || (connection.To.IsNeurons && connection.To.Slice is not null);
        return isHebbian && picksNeurons ? "it learns between all neurons of two ensembles; remove the slice, or learn by PES"
            : kind != LearningRuleKind.PES || !connection.EndsAtNeurons ? null
            : connection.To.Slice is { IsRange: false, Indices.Count: > 1 }
                ? $"neurons take the error along a range of their encoders, and '{connection.To.Text}' is a list; write a range, as \"[1..3]\""
            : model.FindEnsemble(connection.Target) is { IsArray: true }
                ? $"neurons take the error along the encoders of their ensemble, and '{connection.Target}' stands for several"
            : null;
    }
}
