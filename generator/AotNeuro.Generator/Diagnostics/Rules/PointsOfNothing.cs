using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Evaluation points are where decoders are solved.</summary>
internal sealed class PointsOfNothing : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0427",
        "Evaluation points of a connection that decodes nothing",
        "'{0}' of '{1}' has no effect: {2}; leave it out");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        let reason = model.WhyNotDecoded(connection)
        from argument in ArgumentsOf(connection)
        let fault = reason is not null ? $"'{connection.From.Text}' {reason}"
            : argument == nameof(connection.ScaleEvalPoints) && connection.EvalPoints.IsNothing ? "there are no 'EvalPoints'"
            : null
        where fault is not null
        select new Finding(new(connection.Member.Name, Attributes.Connection, argument), argument, connection.Member.Name, fault);

    private static IEnumerable<string> ArgumentsOf(ConnectionSpec connection) =>
    [
        .. connection.EvalPoints.IsNothing ? [] : new[] { nameof(connection.EvalPoints) },
        .. connection.ScaleEvalPoints ? [] : new[] { nameof(connection.ScaleEvalPoints) },
        .. connection.Points.IsNothing || connection.From.IsNeurons ? [] : new[] { nameof(connection.Function) },
    ];
}
