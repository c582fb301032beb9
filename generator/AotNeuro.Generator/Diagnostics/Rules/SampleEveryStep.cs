using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A probe samples at steps.</summary>
internal sealed class SampleEveryStep : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0505",
        "Sampling period is too short",
        "'SampleEvery' of '{0}' is {1}; it must be a number of seconds of at least 'Dt' = {2}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from probe in model.Probes
        where probe.SampleEvery is { } period && (!(period > 0) || double.IsInfinity(period) || period < model.Dt)
        select new Finding(
            probe.PlaceOf("SampleEvery"), probe.Member.Name, Texts.Of(probe.SampleEvery!.Value), Texts.Of(model.Dt));
}
