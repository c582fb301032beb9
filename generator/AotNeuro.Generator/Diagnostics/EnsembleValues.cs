using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>The arguments of <c>[Ensemble]</c> that hold values for its neurons.</summary>
/// <param name="Argument">The argument.</param>
/// <param name="Value">What is written.</param>
/// <param name="Form">What may be written.</param>
/// <param name="PerNeuron">How many values each neuron needs of an array; 0 if an array cannot be written.</param>
internal sealed record EnsembleValue(string Argument, ValueSpec Value, ValueForm Form, int PerNeuron)
{
    private static readonly ValueForm PerNeuronForm = new(
        "a number, an array of numbers, or the name of a static 'double[]' or 'Distribution'",
        [ValueKind.Null, ValueKind.Number, ValueKind.Numbers],
        ["double[]", "Distribution"]);

    private static readonly ValueForm EncodersForm = new(
        "an array of numbers, or the name of a static 'double[,]' or 'Distribution'",
        [ValueKind.Null, ValueKind.Numbers],
        ["double[,]", "Distribution"]);

    private static readonly ValueForm PointsForm = new(
        "the name of a static 'double[,]' or 'Distribution'", [ValueKind.Null], ["double[,]", "Distribution"]);

    public static IEnumerable<EnsembleValue> Of(EnsembleSpec ensemble) =>
    [
        new(nameof(ensemble.MaxRates), ensemble.MaxRates, PerNeuronForm, 1),
        new(nameof(ensemble.Intercepts), ensemble.Intercepts, PerNeuronForm, 1),
        new(nameof(ensemble.Gain), ensemble.Gain, PerNeuronForm, 1),
        new(nameof(ensemble.Bias), ensemble.Bias, PerNeuronForm, 1),
        new(nameof(ensemble.Encoders), ensemble.Encoders, EncodersForm, ensemble.Dimensions),
        new(nameof(ensemble.EvalPoints), ensemble.EvalPoints, PointsForm, 0),
    ];
}
