using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A property that sets several parameters starts with the one value of them all.</summary>
internal sealed class TunableDefaults : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0704",
        "Defaults of a tunable parameter differ",
        "'{0}' starts at {1} for '{2}', but at {3} for '{4}'; give both ensembles the same value");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from tunable in model.Tunables
        let first = DefaultOf(model, tunable.Targets[0])
        from other in tunable.Targets.Select((target, i) => (target.Ensemble, Value: DefaultOf(model, target), Occurrence: i))
        where first is not null && other.Value is not null && first != other.Value
        select new Finding(
            new(tunable.Member.Name, Attributes.Tunable, Occurrence: other.Occurrence),
            tunable.Member.Name,
            Texts.Of(first!.Value),
            tunable.Targets[0].Ensemble,
            Texts.Of(other.Value!.Value),
            other.Ensemble);

    private static double? DefaultOf(ModelSpec model, TunableTarget target) =>
        model.FindEnsemble(target.Ensemble)?.NeuronType.Parameters.FirstOrDefault(parameter => parameter.Name == target.Parameter)?.Value;
}
