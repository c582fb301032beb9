using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>The learning rules of a connection are told apart by their names.</summary>
internal sealed class TwoRules : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0804",
        "Two learning rules have one name",
        "'{0}' has two learning rules of the name '{1}'; give this one another, as 'Name = \"{2}\"'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        from rules in connection.LearningRules.GroupBy(rule => rule.Name)
        from rule in rules.Skip(1)
        select new Finding(connection.PlaceOf(rule, nameof(rule.Name)), connection.Member.Name, rules.Key, FreeName(connection, rule));

    private static string FreeName(ConnectionSpec connection, LearningRuleSpec rule) =>
        Enumerable.Range(2, connection.LearningRules.Count)
            .Select(number => $"{rule.Kind}{number}")
            .First(name => connection.LearningRules.All(other => other.Name != name));
}
