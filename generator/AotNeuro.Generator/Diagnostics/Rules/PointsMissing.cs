using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>
/// Values of a function mean something only with the points that they belong to: points that are drawn, or the ensemble's own, are not
/// known.
/// </summary>
internal sealed class PointsMissing : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0429",
        "Function values without points",
        "'{0}' holds values of the function of '{1}' at points that nothing gives; add 'EvalPoints', a static 'double[,]' with as many rows");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        where connection.Points.Kind == ValueKind.Member && model.WhyNotDecoded(connection) is null
        where connection.EvalPoints.IsNothing || connection.EvalPoints.MemberType?.Contains("Distribution") == true
        select new Finding(
            new(connection.Member.Name, Attributes.Connection, nameof(connection.Function)), connection.Points.Name!, connection.Member.Name);
}
