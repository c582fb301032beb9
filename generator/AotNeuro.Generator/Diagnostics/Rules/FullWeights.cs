using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Full weights take the place of decoders and encoders, so there must be both.</summary>
internal sealed class FullWeights : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0425",
        "Weights that nothing has",
        "'{0}' cannot have 'Weights': {1}; they lead from the neurons of an ensemble to those of another");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        where connection.HasFullWeights
        let fault = FindSourceFault(model, connection) ?? FindTargetFault(model, connection)
        where fault is not null
        select new Finding(new(connection.Member.Name, Attributes.Connection, "Weights"), connection.Member.Name, fault);

    private static string? FindSourceFault(ModelSpec model, ConnectionSpec connection) =>
        model.WhyNotDecoded(connection) is { } reason ? $"'{connection.From.Text}' {reason}" : null;

    private static string? FindTargetFault(ModelSpec model, ConnectionSpec connection) =>
        connection.To.IsNeurons ? $"'{connection.To.Text}' has no encoders, since it means neurons"
        : model.FindEnsemble(connection.Target) is { } ensemble
            ? ensemble.NeuronType.IsDirect ? $"'{connection.Target}' computes directly, without neurons" : null
        : model.FindNode(connection.Target) is not null || model.OtherRole(connection.Target) is not null ? $"'{connection.Target}' is no ensemble"
        : null;
}
