using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A rate says how fast something changes.</summary>
internal sealed class LearningRate : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0802",
        "Rate is not a number of at least 0",
        "'{0}' of {1} on '{2}' is {3}; it must be finite and at least 0");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        from rule in connection.LearningRules
        from number in new[] { (Argument: nameof(rule.LearningRate), Value: rule.LearningRate), (Argument: nameof(rule.Beta), Value: rule.Beta) }
        where !(number.Value >= 0) || double.IsInfinity(number.Value)
        select new Finding(
            connection.PlaceOf(rule, number.Argument), number.Argument, rule.Kind, connection.Member.Name, Texts.Of(number.Value));
}
