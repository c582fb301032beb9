using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints the call of a kernel: one for an ensemble, a loop for an array of them.</summary>
internal static class PopulationEmitter
{
    public static void EmitStep(CodeWriter code, ModelSpec model, PopulationOperation operation)
    {
        EnsembleSpec ensemble = operation.Population.Ensemble;
        Kernel kernel = operation.Population.Kernel.Kernel;
        string name = ArenaLayout.Identifier(ensemble.Member.Name);
        string[] arguments =
        [
            Reference($"{name}Constants", operation.Population.ConstantStride),
            Reference($"{name}State", kernel.StateSize),
            Reference(operation.Input.Name, ensemble.Dimensions),
            operation.Decoded is { } decoded ? Reference(decoded.Name, kernel.DecodedStride) : Reference($"{name}State", kernel.StateSize),
            .. operation.Injected is { } injected ? new[] { Reference(injected.Name, kernel.Lanes) } : [],
        ];
        string call = $"global::AotNeuro.Generated.{ModelEmitter.KernelsOf(model)}.{operation.Population.Kernel.Name}";
        if (!ensemble.IsArray)
        {
            EmitCall(code, call, arguments);
            return;
        }

        using (code.Open($"for (int k = 0; k < {ensemble.Count}; k++)"))
        {
            EmitCall(code, call, arguments);
        }

        string Reference(string field, int stride) => !ensemble.IsArray ? $"ref a[Memory.{field}]" : $"ref a[Memory.{field} + k * {stride}]";
    }

    private static void EmitCall(CodeWriter code, string call, string[] arguments)
    {
        code.Line($"{call}(");
        code.Line($"    {string.Join(", ", arguments)});");
    }

    public static void EmitGather(CodeWriter code, GatherOperation gather)
    {
        string first = gather.First == 0 ? "" : $" + {gather.First}";
        using (code.Open($"for (int k = 0; k < {gather.Count}; k++)"))
        {
            if (gather.Each == 1)
            {
                code.Line($"a[Memory.{gather.Target.Name} + k] = a[Memory.{gather.Block} + k * {gather.Stride}{first}];");
                return;
            }

            using (code.Open($"for (int i = 0; i < {gather.Each}; i++)"))
            {
                code.Line($"a[Memory.{gather.Target.Name} + k * {gather.Each} + i] = a[Memory.{gather.Block} + k * {gather.Stride}{first} + i];");
            }
        }
    }
}
