using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A connection to a connection brings an error to its learning rule.</summary>
internal sealed class ErrorTarget : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0803",
        "Connection takes no error",
        "'{0}' {1}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        let learning = model.FindConnection(connection.Target)
        where learning is { LearningRules.Count: > 0 } && !connection.To.IsNeurons
        let kinds = learning.LearningRules.Select(rule => rule.Kind).Distinct().ToArray()
        let takers = kinds.Where(kind => kind is not (LearningRuleKind.BCM or LearningRuleKind.Oja)).ToArray()
        where takers.Length != 1
        let fault = takers.Length == 0
            ? $"learns by {Texts.List(kinds.Select(kind => $"{kind}"))}, which no error changes; only PES, RLS and Voja take one"
            : $"learns by {Texts.List(takers.Select(kind => $"{kind}"))}, which cannot share one error; keep one of them"
        select new Finding(new(connection.Member.Name, Attributes.Connection, "target"), connection.Target, fault);
}
