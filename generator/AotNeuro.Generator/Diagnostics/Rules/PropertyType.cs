using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A property is the handle of the object that its attribute declares.</summary>
internal sealed class PropertyType : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0109",
        "Property has the wrong type",
        "'{0}' is of type '{1}', but [{2}] goes on a property of type '{3}'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from member in model.Members
        where member is { Kind: MemberKind.Property, Roles.Count: 1 } && !member.IsProcess(model)
        where member.Roles[0] != Attributes.Part && member.Type != FullName(member.Roles[0])
        select new Finding(new(member.Name), member.Name, member.Type.Replace("global::", ""), member.Roles[0], Of(member.Roles[0]));

    /// <summary>The type of a property with an attribute: that of the same name, a number, or values that the host shares.</summary>
    public static string Of(string role) => role switch
    {
        Attributes.Tunable => "double",
        Attributes.Input => "Span<double>",
        Attributes.Output => "ReadOnlySpan<double>",
        _ => role,
    };

    private static string FullName(string role) => role switch
    {
        Attributes.Tunable => "double",
        Attributes.Input or Attributes.Output => "global::System." + Of(role),
        _ => "global::AotNeuro." + role,
    };
}
