using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>
/// A decoded connection multiplies its transform into the decoders, as in Nengo; sparse transforms and convolutions would be lost there.
/// </summary>
internal sealed class TransformOfDecoded : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0424",
        "Transform on a decoded connection",
        "'{0}' is of type '{1}', but '{2}' is decoded, and decoders take a matrix; write it as a 'double[,]'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        where connection.Transform is { Kind: ValueKind.Member, IsStepped: true } && model.DecodedEnsemble(connection) is not null
        let type = connection.Transform.MemberType!.Split(' ')[0]
        select new Finding(
            new(connection.Member.Name, Attributes.Connection, nameof(connection.Transform)),
            connection.Transform.Name!,
            type.Substring(type.LastIndexOf('.') + 1),
            connection.From.Text);
}
