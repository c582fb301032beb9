using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>What leaves the source must fit the target.</summary>
internal sealed class ConnectionSizes : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0409",
        "Sizes of a connection do not fit",
        "'{0}' gives {1}, but '{2}' takes {3}; change one of them, or give the connection a matrix as 'Transform'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        let source = model.SourceSize(connection)
        let target = model.TargetSize(connection)
        where source > 0 && target > 0
        let finding = FindMismatch(connection, source, target)
        where finding is not null
        select finding;

    private static Finding? FindMismatch(ConnectionSpec connection, int source, int target)
    {
        int given = connection.Function switch
        {
            null when !connection.Points.IsNothing => connection.SizeMid == -1 ? target : connection.SizeMid,
            null => source,
            { Form: FunctionForm.Scalar } scalar => scalar.Outputs * (connection.ArrayCount ?? 1),
            { Form: FunctionForm.Span } => connection.SizeMid == -1 ? target : connection.SizeMid * (connection.ArrayCount ?? 1),
            _ => -1,
        };
        string giver = connection.Function?.Name ?? connection.Points.Name ?? connection.From.Text;
        string Noun(EndSpec end, string name) => name == end.Text && end.IsNeurons ? "neuron" : "dimension";
        if (given < 1)
        {
            return null;
        }

        return connection.Transform.Kind switch
        {
            ValueKind.Absent or ValueKind.Null or ValueKind.Number => Compare("target", giver, given, connection.To.Text, target),
            ValueKind.Numbers => Compare("Transform", giver, given, "Transform", connection.Transform.Numbers.Count)
                ?? Compare("Transform", "Transform", connection.Transform.Numbers.Count, connection.To.Text, target),
            _ => null,
        };

        Finding? Compare(string argument, string from, int fromSize, string to, int toSize) => fromSize == toSize
            ? null
            : new(
                new(connection.Member.Name, Attributes.Connection, argument),
                from, Texts.Count(fromSize, Noun(connection.From, from)), to, Texts.Count(toSize, Noun(connection.To, to)));
    }
}
