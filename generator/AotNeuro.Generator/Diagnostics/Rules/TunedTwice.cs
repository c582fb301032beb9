using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A parameter has one value.</summary>
internal sealed class TunedTwice : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0703",
        "Parameter is tuned twice",
        "'{0}' of '{1}' is set by '{2}' already");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from targets in model.Tunables.SelectMany(TargetsOf).GroupBy(item => item.Target)
        let first = targets.First()
        from again in targets.Skip(1)
        select new Finding(
            new(again.Property, Attributes.Tunable, "parameter", again.Occurrence), first.Target.Parameter, first.Target.Ensemble, first.Property);

    private static IEnumerable<(string Property, TunableTarget Target, int Occurrence)> TargetsOf(TunableSpec tunable) =>
        tunable.Targets.Select((target, i) => (tunable.Member.Name, target, i));
}
