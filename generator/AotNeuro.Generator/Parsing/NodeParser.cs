using System.Globalization;
using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary><c>[Node]</c> on a method, a constant or a partial property.</summary>
internal static class NodeParser
{
    public static NodeSpec? Parse(ISymbol member, INamedTypeSymbol model, CancellationToken cancellation)
    {
        if (AttributeReader.Find(member, KnownNames.NodeAttribute, model) is not { } attribute)
        {
            return null;
        }

        FunctionSpec? function = member is IMethodSymbol method ? FunctionParser.Parse(method, hasTime: true)
            : attribute.Text("function") is { } name ? FunctionParser.Find(model, name, hasTime: true)
            : null;
        EquatableArray<double> constant = member is IFieldSymbol { HasConstantValue: true } field && field.ConstantValue is double or int or float
            ? new([Convert.ToDouble(field.ConstantValue, CultureInfo.InvariantCulture)])
            : attribute.Numbers("output");

        bool saysTwice = member is not IPropertySymbol && (attribute.Text("function") is not null || attribute.Numbers("output").Count > 0);
        int? sizeIn = attribute.Int("SizeIn");
        int? sizeOut = attribute.Int("SizeOut");
        (int fromIn, int fromOut) = SizesOf(function, constant.Count, sizeIn ?? -1);
        return new(MemberParser.Parse(member, cancellation), function, constant, saysTwice, sizeIn ?? fromIn, sizeOut ?? fromOut);
    }

    private static (int SizeIn, int SizeOut) SizesOf(FunctionSpec? function, int constants, int sizeIn) => function switch
    {
        { Form: FunctionForm.Scalar } => (function.Inputs, function.Outputs),
        { Form: FunctionForm.Span } => (function.Inputs == 0 ? 0 : -1, function.Outputs == 0 ? 0 : -1),
        null when constants > 0 => (0, constants),
        null => (sizeIn, sizeIn),
        _ => (-1, -1),
    };
}
