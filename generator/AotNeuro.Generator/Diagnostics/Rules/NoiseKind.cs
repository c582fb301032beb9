using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Noise is a process that adds to the currents of neurons.</summary>
internal sealed class NoiseKind : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0317",
        "Noise cannot be used",
        "'Noise' of '{0}' must be {1}, and {2}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        let fault = Form.FindFault(model, ensemble.Noise) ?? FindNeuronFault(ensemble)
        where fault is not null
        select new Finding(new(ensemble.Member.Name, Attributes.Ensemble, nameof(ensemble.Noise)), ensemble.Member.Name, Form.Text, fault);

    private static string? FindNeuronFault(EnsembleSpec ensemble) =>
        !ensemble.Noise.IsNothing && ensemble.NeuronType.IsDirect ? "there are no neurons to take it, since the ensemble computes directly" : null;

    private static readonly ValueForm Form = new("the name of a static Process", [ValueKind.Null], ["Process"]);
}
