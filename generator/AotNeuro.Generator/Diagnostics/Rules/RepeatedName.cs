using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Objects are told apart by their names, which overloads of a method share.</summary>
internal sealed class RepeatedName : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0112",
        "Two objects have one name",
        "Two objects of '{0}' are named '{1}'; rename one of the methods");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from named in model.Members.Where(member => member.Roles.Count == 1).GroupBy(member => member.Name)
        from occurrence in Enumerable.Range(1, named.Count() - 1)
        select new Finding(new(named.Key, Occurrence: occurrence), model.Name, named.Key);
}
