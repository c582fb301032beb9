using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Rules of one kind would be probed by one name.</summary>
internal sealed class TwoRules : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0804",
        "Learning rule stands twice",
        "'{0}' learns by {1} twice; keep one, with the sum of their rates");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        from rules in connection.LearningRules.GroupBy(rule => rule.Kind)
        from occurrence in Enumerable.Range(1, rules.Count() - 1)
        select new Finding(new(connection.Member.Name, $"{rules.Key}", Occurrence: occurrence), connection.Member.Name, rules.Key);
}
