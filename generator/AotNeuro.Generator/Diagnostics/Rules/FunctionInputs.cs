using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A function of numbers takes one per dimension.</summary>
internal sealed class FunctionInputs : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0407",
        "Function takes the wrong number of values",
        "'{0}' takes {1}, but '{2}' has {3}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        where connection.Function is { Form: FunctionForm.Scalar }
        let use = FunctionUse.Of(connection)
        let size = model.SourceSize(connection) / (connection.ArrayCount ?? 1)
        where size > 0 && !connection.From.IsNeurons && size != use.Function.Inputs
        select new Finding(
            use.Place,
            use.Function.Name,
            Texts.Count(use.Function.Inputs, "number"),
            connection.From.Text,
            Texts.Count(size, "dimension"));
}
