using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A ring of samples holds some.</summary>
internal sealed class KeepLastSamples : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0506",
        "No samples to keep",
        "'KeepLast' of '{0}' is {1}; keep at least 1 sample, or leave it out to keep all");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from probe in model.Probes
        where probe.KeepLast < 1
        select new Finding(probe.PlaceOf("KeepLast"), probe.Member.Name, probe.KeepLast!);
}
