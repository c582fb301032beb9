using System.Globalization;
using AotNeuro.Generator.Lowering;

namespace AotNeuro.Generator.Emission;

/// <summary>Numbers by which saved files are told from those of a model that is another by now.</summary>
internal static class Fingerprint
{
    /// <summary>
    /// A number for the meaning of a model's memory: what lies where, and what a step does. A saved state is of use only where it is the same.
    /// </summary>
    public static string Of(StepPlan plan) => Hash(plan.Fields.Select(field => $"{field.Name} {field.Offset} {field.Size}")
        .Concat(plan.Model.Ensembles.SelectMany(ensemble => ensemble.NeuronType.Parameters.Select(p => $"{p.Name} {Literal.Of(p.Value)}")))
        .Concat(plan.Operations.Select(OperationText.Of)));

    /// <summary>A number for what the memory is filled with before the first step: the code that does it. A baked file is of use only where it is the same.</summary>
    public static string OfBuild(StepPlan plan)
    {
        var code = new CodeWriter();
        HandleEmitter.Emit(code, plan);
        BuildEmitter.EmitBuild(code, plan);
        LoadEmitter.Emit(code, plan);
        return Hash([code.ToString()]);
    }

    /// <summary>FNV-1a, of 64 bits, as a literal.</summary>
    private static string Hash(IEnumerable<string> lines)
    {
        ulong hash = 14695981039346656037;
        foreach (char letter in string.Join("\n", lines))
        {
            hash = unchecked((hash ^ letter) * 1099511628211);
        }

        return string.Format(CultureInfo.InvariantCulture, "0x{0:X16}", hash);
    }
}
