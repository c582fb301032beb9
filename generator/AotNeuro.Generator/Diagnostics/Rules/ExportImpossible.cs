using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>An exported model has names that C can say, and can be created by a function of the library.</summary>
internal sealed class ExportImpossible : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error("AN0117", "Model cannot be exported", "'{0}' cannot be exported to C: {1}");

    protected override IEnumerable<Finding> Check(ModelSpec model)
    {
        if (model.Export is not { } export)
        {
            yield break;
        }

        if (!CNames.IsPrefix(export.Prefix))
        {
            yield return new(PlaceOfPrefix, model.Name, $"'{export.Prefix}' is no C identifier; begin with a letter, and use letters, digits and underscores");
        }

        if (!export.CanBeCreated)
        {
            yield return new(new Place(), model.Name, "give it a constructor without parameters, and let neither that nor the class be private");
        }

        foreach (IReadOnlyList<NativePort> ports in new[] { NativePorts.Inputs(model), NativePorts.Outputs(model), NativePorts.Probes(model) })
        {
            IEnumerable<string> twice = ports.SelectMany(ConstantsOf).Append("COUNT").GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key);
            foreach (string constant in twice.Take(1))
            {
                string[] names = [.. ports.Where(port => ConstantsOf(port).Contains(constant)).Select(port => $"'{port.Name}'")];
                yield return new(new Place(), model.Name, names.Length > 1
                    ? $"{Texts.List(names)} would both define '{constant}' in the header; rename one"
                    : $"{names[0]} would define '{constant}', which the header uses; rename it");
            }
        }
    }

    /// <summary>What the header defines for an input, output or probe, after the kind.</summary>
    private static string[] ConstantsOf(NativePort port) => [CNames.Constant(port.Name), CNames.Constant(port.Name) + "_SIZE"];

    private static readonly Place PlaceOfPrefix = new(null, "NativeExport", "prefix");
}
