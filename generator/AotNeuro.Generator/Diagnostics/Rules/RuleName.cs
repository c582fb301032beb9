using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>The name of a learning rule is a part of paths.</summary>
internal sealed class RuleName : Rule
{
    private const string Neurons = "Neurons";

    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0805",
        "Learning rule cannot be named so",
        "'{0}' cannot be the name of a learning rule of '{1}': {2}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        from rule in connection.LearningRules
        let fault = rule.Name == Neurons ? $"\"{connection.Member.Name}.{Neurons}\" would mean neurons"
            : SyntaxFacts.IsValidIdentifier(rule.Name) ? null
            : "it must be an identifier, of letters and digits"
        where fault is not null
        select new Finding(connection.PlaceOf(rule, nameof(rule.Name)), rule.Name, connection.Member.Name, fault);
}
