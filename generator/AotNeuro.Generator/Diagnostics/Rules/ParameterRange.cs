using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A neuron type says between what limits its parameters make sense.</summary>
internal sealed class ParameterRange : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0321",
        "Parameter is out of its range",
        "'{0}' of '{1}' is {2}; it must be {3}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        from number in WrittenNumber.OfParameters(ensemble)
        from limits in ensemble.NeuronType.Limits
        where limits.Name == number.Argument && number.IsFinite && !limits.Holds(number.Value)
        select new Finding(number.Place, number.Argument, number.Owner, Texts.Of(number.Value), TextOf(limits, number.Value));

    private static string TextOf(ParameterLimits limits, double value) =>
        value > limits.AtMost ? $"at most {Texts.Of(limits.AtMost)}"
        : value < limits.AtLeast ? $"at least {Texts.Of(limits.AtLeast)}"
        : $"above {Texts.Of(limits.Above)}";
}
