using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A member declares one object.</summary>
internal sealed class TwoRoles : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0110",
        "Member declares two objects",
        "'{0}' is declared as {1}; a member declares one object");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from member in model.Members.Distinct()
        where member.Roles.Count > 1
        select new Finding(new(member.Name), member.Name, Texts.List(member.Roles.Select(role => $"[{role}]")));
}
