using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Neuron types, synapses and learning rules belong to an object that another attribute declares.</summary>
internal sealed class Stray : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0114",
        "Attribute without its object",
        "[{0}] on '{1}' says something of {2}, which is not there; add that, or remove [{0}]");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from stray in model.Strays
        select new Finding(new(stray.Member, stray.Attribute), stray.Attribute, stray.Member, stray.Owners);
}
