using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>The states of neurons are those that their type draws.</summary>
internal sealed class InitialStateUnknown : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0318",
        "State is unknown",
        "{0} neurons, which '{1}' has, have no state '{2}' that can be set; they have {3}{4}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        let use = ensemble.NeuronType
        where use is { Graph: not null } or { IsDirect: true }
        let states = use.Graph?.States.Where(state => !state.IsHidden).Select(state => state.Name).ToArray() ?? []
        from given in use.InitialStates.Select((item, i) => (item.State, Occurrence: i))
        where !states.Contains(given.State)
        select NearestName.Finding(
            new(ensemble.Member.Name, Attributes.InitialState, "state", given.Occurrence),
            given.State,
            states,
            use.Graph?.Name ?? use.Name,
            ensemble.Member.Name,
            given.State,
            states.Length == 0 ? "none" : Texts.List(states));
}
