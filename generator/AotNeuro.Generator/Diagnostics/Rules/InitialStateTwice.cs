using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A state starts with one value.</summary>
internal sealed class InitialStateTwice : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0319",
        "State is set twice",
        "'{0}' of '{1}' has initial values already; remove one of the attributes");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        from states in ensemble.NeuronType.InitialStates.Select((item, i) => (item.State, Occurrence: i)).GroupBy(item => item.State)
        from again in states.Skip(1)
        select new Finding(
            new(ensemble.Member.Name, Attributes.InitialState, "state", again.Occurrence), again.State, ensemble.Member.Name);
}
