using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A transform is linear: a factor, a diagonal or a matrix.</summary>
internal sealed class TransformKind : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0413",
        "Transform is of the wrong kind",
        "'Transform' of '{0}' must be {1}, and {2}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        let fault = Form.FindFault(model, connection.Transform)
        where fault is not null
        select new Finding(
            new(connection.Member.Name, Attributes.Connection, nameof(connection.Transform)), connection.Member.Name, Form.Text, fault);

    private static readonly ValueForm Form = new(
        "a number, an array of numbers (the diagonal), null, or the name of a static 'double[,]', Distribution or Transform",
        [ValueKind.Null, ValueKind.Number, ValueKind.Numbers],
        ["double[,]", "Distribution", "Transform"]);
}
