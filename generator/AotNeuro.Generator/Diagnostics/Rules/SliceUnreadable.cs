using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A slice is written as in C#.</summary>
internal sealed class SliceUnreadable : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0419",
        "Slice cannot be read",
        "'{0}' cannot be read; write '{1}[0]', '{1}[^1]', '{1}[1..3]', '{1}[..2]' or '{1}[2, 0]'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from use in EndUse.In(model)
        where !use.End.IsReadable
        select new Finding(use.Place, use.End.Text, use.End.Whole());
}
