using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>As in Nengo, a matrix acts on dimensions that are all different.</summary>
internal sealed class RepeatedIndices : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0421",
        "Slice repeats an index",
        "'{0}' takes {1} twice, which a connection with a matrix cannot; repeat the row or column of the matrix instead");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        where connection.Transform.Kind == ValueKind.Member && !connection.Transform.IsStepped
        from end in EndUse.Of(model, connection)
        let repeated = FindRepeated(end.End, end.Size)
        where repeated is not null
        select new Finding(end.Place, end.End.Text, repeated);

    private static object? FindRepeated(EndSpec end, int size)
    {
        int[] indices = size > 0 ? end.Indices(size)?.ToArray() ?? [] : [];
        return indices.GroupBy(index => index).FirstOrDefault(group => group.Count() > 1)?.Key;
    }
}
