using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>The outputs of an array are told apart, and found in paths, by their names.</summary>
internal sealed class ArrayOutputName : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0902",
        "Output of an array has no name of its own",
        "'{0}' cannot be the name of an output of '{1}': {2}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from network in model.Parts
        where !network.IsModel
        let outputs = ArrayOutputs.Of(network).ToArray()
        from output in outputs.Select((item, i) => (item.Name, Occurrence: i))
        let fault = !SyntaxFacts.IsValidIdentifier(output.Name) ? "a name is an identifier of C#"
            : Taken.Contains(output.Name) ? "every array has an object of that name"
            : outputs.Take(output.Occurrence).Any(item => item.Name == output.Name) ? "another output has that name"
            : null
        where fault is not null
        select new Finding(new(network.Member.Name, Attributes.ArrayOutput, "name", output.Occurrence), output.Name, network.Member.Name, fault);

    private static readonly string[] Taken =
    [
        "Input", "Output", "Ensembles", "InputToEnsembles", "EnsemblesToOutput", "NeuronInput", "NeuronOutput", "NeuronInputToNeurons",
        "NeuronsToNeuronOutput",
    ];
}
