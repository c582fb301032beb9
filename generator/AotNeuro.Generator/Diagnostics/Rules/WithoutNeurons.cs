using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Only ensembles consist of neurons, and those that compute directly do not.</summary>
internal sealed class WithoutNeurons : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0422",
        "There are no neurons",
        "'{0}' has no neurons: it is {1}; '.Neurons' goes after the name of an ensemble");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from use in EndUse.In(model)
        where use.End.IsNeurons
        let role = model.FindNode(use.End.Name) is not null ? "a node"
            : model.FindEnsemble(use.End.Name) is { NeuronType.IsDirect: true } ? "an ensemble that computes directly"
            : model.OtherRole(use.End.Name)
        where role is not null
        select new Finding(use.Place, use.End.Name, role);
}
