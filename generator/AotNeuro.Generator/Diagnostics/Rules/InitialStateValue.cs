using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Each neuron gets a value to start with.</summary>
internal sealed class InitialStateValue : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0320",
        "Initial values cannot be used",
        "Initial values of '{0}' of '{1}' must be {2}, and {3}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        from given in ensemble.NeuronType.InitialStates.Select((item, i) => (Spec: item, Occurrence: i))
        let fault = Form.FindFault(model, given.Spec.Value) ?? FindCountFault(ensemble, given.Spec.Value) ?? FindIntervalFault(given.Spec)
        where fault is not null
        let argument = given.Spec.Value.IsAbsent ? "high" : "value"
        select new Finding(
            new(ensemble.Member.Name, Attributes.InitialState, argument, given.Occurrence), given.Spec.State, ensemble.Member.Name, Form.Text, fault);

    private static string? FindCountFault(EnsembleSpec ensemble, ValueSpec value) =>
        value.Kind == ValueKind.Numbers && ensemble.Neurons > 0 && value.Numbers.Count != ensemble.Neurons
            ? $"{Texts.Count(value.Numbers.Count, "number")} are not one for each of {Texts.Count(ensemble.Neurons, "neuron")}"
            : null;

    private static string? FindIntervalFault(InitialStateSpec given) =>
        given.Low > given.High ? $"{Texts.Of(given.High)} is below the lower end, {Texts.Of(given.Low)}" : null;

    private static readonly ValueForm Form = new(
        "a number, an array of numbers, two ends of an interval, or the name of a static 'double[]' or 'Distribution'",
        [ValueKind.Number, ValueKind.Numbers],
        ["double[]", "Distribution"]);
}
