using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>The generator writes the bodies of properties, so they must be declared without.</summary>
internal sealed class PropertyShape : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0108",
        "Property cannot be completed",
        "'{0}' must be declared '{1}', so that the generator can complete it");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from member in model.Members
        where member is { Kind: MemberKind.Property, IsPartialGetter: false, Roles.Count: 1 } && !member.IsProcess(model)
        select new Finding(new(member.Name), member.Name, Wanted(member)) { Remedy = Wanted(member) };

    private static string Wanted(MemberSpec member)
    {
        IEnumerable<string> modifiers = member.Modifiers.Split([' '], StringSplitOptions.RemoveEmptyEntries)
            .Where(modifier => modifier is not ("static" or "partial"));
        string accessors = member.Roles[0] == Attributes.Tunable ? "{ get; set; }" : "{ get; }";
        return string.Join(" ", modifiers.Concat(["partial", TypeOf(member), member.Name, accessors]));
    }

    /// <summary>The type that the property should have: that of a part is the user's choice.</summary>
    private static string TypeOf(MemberSpec member) => member.Roles[0] == Attributes.Part
        ? member.Type.Substring(member.Type.LastIndexOfAny(['.', ':']) + 1)
        : PropertyType.Of(member.Roles[0]);
}
