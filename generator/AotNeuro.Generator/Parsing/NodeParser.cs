using System.Globalization;
using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary><c>[Node]</c> on a method, a constant or a partial property, and <c>[Input]</c>, a node whose output the host writes.</summary>
internal static class NodeParser
{
    public static NodeSpec? Parse(ISymbol member, INamedTypeSymbol model, CancellationToken cancellation)
    {
        if (AttributeReader.Find(member, KnownNames.InputAttribute, model) is { } input)
        {
            return new(MemberParser.Parse(member, cancellation), null, default, ValueSpec.Absent, false, SizeIn: 0, input.Int("size") ?? -1) { IsInput = true };
        }

        if (AttributeReader.Find(member, KnownNames.NodeAttribute, model) is not { } attribute)
        {
            return null;
        }

        ValueSpec process = ProcessOf(member, attribute);
        FunctionSpec? function = member is IMethodSymbol method ? FunctionParser.Parse(method, hasTime: true)
            : !process.IsNothing ? null
            : attribute.Text("function") is { } name ? FunctionParser.Find(model, name, hasTime: true)
            : null;
        EquatableArray<double> constant = member is IFieldSymbol { HasConstantValue: true } field && field.ConstantValue is double or int or float
            ? new([Convert.ToDouble(field.ConstantValue, CultureInfo.InvariantCulture)])
            : attribute.Numbers("output");

        bool saysTwice = (member is not IPropertySymbol || IsProcess(member)) && (attribute.Text("function") is not null || attribute.Numbers("output").Count > 0);
        int? sizeIn = attribute.Int("SizeIn");
        int? sizeOut = attribute.Int("SizeOut");
        (int fromIn, int fromOut) = SizesOf(function, constant.Count, process, sizeIn ?? -1);
        return new(MemberParser.Parse(member, cancellation), function, constant, process, saysTwice, sizeIn ?? fromIn, sizeOut ?? fromOut);
    }

    /// <summary>A process is a static member itself, or named by the attribute of a partial property.</summary>
    private static ValueSpec ProcessOf(ISymbol member, AttributeReader attribute) =>
        IsProcess(member)
            ? new(member.IsStatic ? ValueKind.Member : ValueKind.InstanceMember, default, member.Name, KnownNames.Process)
            : attribute.Value("function") is { MemberType: { } type } named && type.Contains(KnownNames.Process) ? named
            : ValueSpec.Absent;

    private static bool IsProcess(ISymbol member)
    {
        ITypeSymbol? type = (member as IFieldSymbol)?.Type ?? (member as IPropertySymbol)?.Type;
        while (type is not null && type.ToDisplayString() != KnownNames.Process)
        {
            type = type.BaseType;
        }

        return type is not null;
    }

    private static (int SizeIn, int SizeOut) SizesOf(FunctionSpec? function, int constants, ValueSpec process, int sizeIn) => function switch
    {
        null when !process.IsNothing => (Math.Max(sizeIn, 0), 1),
        { Form: FunctionForm.Scalar } => (function.Inputs, function.Outputs),
        { Form: FunctionForm.Span } => (function.Inputs == 0 ? 0 : -1, function.Outputs == 0 ? 0 : -1),
        null when constants > 0 => (0, constants),
        null => (sizeIn, sizeIn),
        _ => (-1, -1),
    };
}
