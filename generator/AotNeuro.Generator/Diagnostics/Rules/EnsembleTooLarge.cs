using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>The memory of a model is one array, whose places are 32-bit numbers.</summary>
internal sealed class EnsembleTooLarge : Rule
{
    private const long MostEncoderValues = 1L << 28;

    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0311",
        "Ensemble is too large",
        "'{0}' has {1} neurons in {2} dimensions, which is {3} encoder values; at most {4} fit");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from ensemble in model.Ensembles
        let values = (long)ensemble.Neurons * ensemble.Dimensions * ensemble.Count
        where values > MostEncoderValues
        select new Finding(
            new(ensemble.Member.Name, Attributes.Ensemble, "neurons"),
            ensemble.Member.Name, ensemble.AllNeurons, ensemble.Dimensions, values, MostEncoderValues);
}
