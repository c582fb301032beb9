using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Points, and the values of a function at them, are matrices with one row per point.</summary>
internal sealed class PointsKind : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0428",
        "Points are of the wrong kind",
        "'{0}' of '{1}' must be {2}, and {3}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        from value in new[]
        {
            (Argument: nameof(connection.EvalPoints), Value: connection.EvalPoints, Form: EvalPointsForm),
            (Argument: nameof(connection.Function), Value: connection.Points, Form: ValuesForm),
        }
        let fault = value.Form.FindFault(model, value.Value)
        where fault is not null
        select new Finding(
            new(connection.Member.Name, Attributes.Connection, value.Argument), value.Argument, connection.Member.Name, value.Form.Text, fault);

    private static readonly ValueForm EvalPointsForm = new(
        "the name of a static 'double[,]' or 'Distribution'", [ValueKind.Null], ["double[,]", "Distribution"]);

    private static readonly ValueForm ValuesForm = new(
        "the name of a method, or of a static 'double[,]' with the function's values", [ValueKind.Null], ["double[,]"]);
}
