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
        let fault = FindFault(model, learning, connection.To)
        where fault is not null
        select new Finding(new(connection.Member.Name, Attributes.Connection, "target"), connection.To.Whole(), fault);

    private static string? FindFault(ModelSpec model, ConnectionSpec learning, EndSpec end)
    {
        if (model.FindRule(end) is { } rule)
        {
            return rule.TakesError ? null : "is a rule that no error changes; only PES, RLS and Voja take one";
        }

        string[] takers = learning.LearningRules.Where(rule => rule.TakesError).Select(rule => $"\"{learning.PathOf(rule)}\"").ToArray();
        string kinds = Texts.List(learning.LearningRules.Select(rule => $"{rule.Kind}").Distinct());
        return takers.Length == 0
            ? $"learns by {kinds}, which no error changes; only PES, RLS and Voja take one"
            : $"has several rules that take an error; end the connection at one of {Texts.List(takers)}";
    }
}
