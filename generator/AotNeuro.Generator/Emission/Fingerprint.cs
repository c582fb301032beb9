using System.Globalization;
using AotNeuro.Generator.Lowering;

namespace AotNeuro.Generator.Emission;

/// <summary>
/// A number for the meaning of a model's memory: what lies where, and what a step does. A saved state is of use only where it is the same.
/// </summary>
internal static class Fingerprint
{
    /// <summary>The number as a literal.</summary>
    public static string Of(StepPlan plan)
    {
        IEnumerable<string> lines = plan.Fields.Select(field => $"{field.Name} {field.Offset} {field.Size}")
            .Concat(plan.Model.Ensembles.SelectMany(ensemble => ensemble.NeuronType.Parameters.Select(p => $"{p.Name} {Literal.Of(p.Value)}")))
            .Concat(plan.Operations.Select(OperationText.Of));

        // FNV-1a, of 64 bits.
        ulong hash = 14695981039346656037;
        foreach (char letter in string.Join("\n", lines))
        {
            hash = unchecked((hash ^ letter) * 1099511628211);
        }

        return string.Format(CultureInfo.InvariantCulture, "0x{0:X16}", hash);
    }
}
