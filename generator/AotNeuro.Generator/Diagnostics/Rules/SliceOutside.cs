using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A slice takes dimensions or neurons that are there.</summary>
internal sealed class SliceOutside : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0420",
        "Slice does not fit",
        "'{0}' is no part of '{1}', which has {2}, counted from 0; a slice takes at least one of them");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from use in EndUse.In(model)
        where use.Size > 0 && use.End.IsReadable && use.End.SizeOf(use.Size) < 1
        select new Finding(use.Place, use.End.Text, use.End.Whole(), use.Noun(use.Size));
}
