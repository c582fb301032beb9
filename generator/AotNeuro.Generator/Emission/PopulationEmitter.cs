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
            Block($"{name}Constants", operation.Population.ConstantStride),
            Block($"{name}State", kernel.StateSize),
            Reference(operation.Input.Name, kernel.InputStride),
            .. kernel.Columns == 0 ? Array.Empty<string>() : [Reference(operation.Decoded!.Name, kernel.DecodedStride)],
            .. operation.Injected is { } injected ? new[] { Reference(injected.Name, kernel.Lanes) } : [],
        ];
        string call = $"global::AotNeuro.Generated.{ModelEmitter.KernelsOf(model)}.{operation.Population.Kernel.Name}";
        if (!ensemble.IsArray)
        {
            EmitCall(code, call, arguments);
            return;
        }

        if (kernel.IsAcross)
        {
            code.Line($"// {kernel.BlockLanes} ensembles at a time, one in each lane");
        }

        using (code.Open($"for (int k = 0; k < {kernel.Instances(ensemble.Count)}; k++)"))
        {
            EmitCall(code, call, arguments);
        }

        string Block(string field, int stride) =>
            !kernel.IsSingle ? Reference(field, stride) : ensemble.IsArray ? $"ref a.Single(Memory.{field}, k * {stride})" : $"ref a.Single(Memory.{field}, 0)";

        string Reference(string field, int stride) => !ensemble.IsArray ? $"ref a[Memory.{field}]" : $"ref a[Memory.{field} + k * {stride}]";
    }

    private static void EmitCall(CodeWriter code, string call, string[] arguments)
    {
        code.Line($"{call}(");
        code.Line($"    {string.Join(", ", arguments)});");
    }

    public static void EmitGather(CodeWriter code, GatherOperation gather)
    {
        if (gather.IsSingle)
        {
            EmitWidening(code, gather);
            return;
        }

        if (gather.Lanes > 1)
        {
            EmitTransposition(code, gather);
            return;
        }

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

    private static void EmitTransposition(CodeWriter code, GatherOperation gather)
    {
        using (code.Open($"for (int k = 0; k < {gather.Count}; k++)"))
        {
            string block = $"Memory.{gather.Block} + k / {gather.Lanes} * {gather.Stride} + k % {gather.Lanes}";
            code.Lines(Enumerable.Range(0, gather.Each).Select(i =>
                $"a[Memory.{gather.Target.Name} + k * {gather.Each} + {i}] = a[{block} + {(gather.First + i) * gather.Lanes}];"));
        }
    }

    private static void EmitWidening(CodeWriter code, GatherOperation gather)
    {
        if (gather.Count == 1)
        {
            Emit("", "");
            return;
        }

        using (code.Open($"for (int k = 0; k < {gather.Count}; k++)"))
        {
            Emit($"k * {gather.Stride} + ", $" + k * {gather.Each}");
        }

        void Emit(string block, string place) => code.Line(
            $"{RuntimeNames.Lanes}.Widen(ref a.Single(Memory.{gather.Block}, {block}{gather.First}), a.Span(Memory.{gather.Target.Name}{place}, {gather.Each}));");
    }
}
