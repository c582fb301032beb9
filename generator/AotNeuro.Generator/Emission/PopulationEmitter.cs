using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints the call of a kernel: one for an ensemble, a loop for an array of them.</summary>
internal static class PopulationEmitter
{
    /// <summary>The whole step of an ensemble or array that is not cut into pieces.</summary>
    public static void EmitStep(CodeWriter code, ModelSpec model, PopulationOperation operation)
    {
        Population population = operation.Population;
        if (population.Ensemble.IsArray)
        {
            EmitInstances(code, model, operation, "int k = 0", Literal.Of(population.Kernel.Kernel.Instances(population.Ensemble.Count)));
        }
        else
        {
            string[] learned = operation.Learned is null ? [] : LearningEmitter.Arguments(model, operation.Learned);
            EmitCall(code, CallOf(model, population), [.. Arguments(operation, operation.Decoded?.Name), .. learned]);
        }
    }

    /// <summary>One piece: some ensembles of an array, or some neurons of an ensemble.</summary>
    public static void EmitPiece(CodeWriter code, ModelSpec model, PopulationOperation operation)
    {
        Population population = operation.Population;
        Kernel kernel = population.Kernel.Kernel;
        if (population.Ensemble.IsArray)
        {
            int instances = kernel.Instances(population.Ensemble.Count);
            int ensembles = Pieces.Each(instances, operation.Pieces);
            EmitInstances(code, model, operation, $"int k = piece * {ensembles}", $"global::System.Math.Min((piece + 1) * {ensembles}, {instances})");
            return;
        }

        int each = Pieces.Each(kernel.Lanes, operation.Pieces, multiple: kernel.BlockLanes * 8);
        code.Line($"int first = global::System.Math.Min(piece * {each}, {kernel.Lanes});");
        code.Line($"int last = global::System.Math.Min(first + {each}, {kernel.Lanes});");
        string sums = operation.Sums is { } all ? $"{all.Name} + piece * {all.Size / operation.Pieces}" : "";
        EmitCall(code, CallOf(model, population), [.. Arguments(operation, sums), "(nuint)first, (nuint)last"]);
    }

    /// <summary>What comes before the pieces of an ensemble: its input in the neurons' precision.</summary>
    public static void EmitBeforePieces(CodeWriter code, PopulationOperation operation)
    {
        Kernel kernel = operation.Population.Kernel.Kernel;
        if (kernel is { IsCut: true, NarrowsInput: true })
        {
            string state = $"Memory.{ArenaLayout.Identifier(operation.Population.Ensemble.Member.Name)}State";
            code.Line($"{RuntimeNames.Lanes}.Narrow(ref a[Memory.{operation.Input.Name}], {kernel.Dimensions}, ref a.Single({state}, {kernel.NarrowInput}));");
        }
    }

    /// <summary>What comes after the pieces of an ensemble: the sum of what they decoded.</summary>
    public static void EmitAfterPieces(CodeWriter code, PopulationOperation operation)
    {
        if (operation.Sums is { } sums)
        {
            code.Line($"{RuntimeNames.Lanes}.AddPieces({StepEmitter.Span(sums)}, {operation.Pieces}, {StepEmitter.Span(operation.Decoded!)});");
        }
    }

    private static void EmitInstances(CodeWriter code, ModelSpec model, PopulationOperation operation, string first, string end)
    {
        Kernel kernel = operation.Population.Kernel.Kernel;
        if (kernel.IsAcross)
        {
            code.Line($"// {kernel.BlockLanes} ensembles at a time, one in each lane");
        }

        using (code.Open($"for ({first}; k < {end}; k++)"))
        {
            EmitCall(code, CallOf(model, operation.Population), Arguments(operation, operation.Decoded?.Name));
        }
    }

    private static string[] Arguments(PopulationOperation operation, string? decoded)
    {
        EnsembleSpec ensemble = operation.Population.Ensemble;
        Kernel kernel = operation.Population.Kernel.Kernel;
        string name = ArenaLayout.Identifier(ensemble.Member.Name);
        return
        [
            Block($"{name}Constants", operation.Population.ConstantStride),
            Block($"{name}State", kernel.StateSize),
            .. kernel.Dimensions == 0 ? Array.Empty<string>() : [Reference(operation.Input.Name, kernel.InputStride)],
            .. kernel.Columns == 0 ? Array.Empty<string>() : [Reference(decoded!, kernel.DecodedStride)],
            .. operation.Injected is { } injected ? new[] { Reference(injected.Name, kernel.Lanes) } : [],
        ];

        string Block(string field, int stride) =>
            !kernel.IsSingle ? Reference(field, stride) : ensemble.IsArray ? $"ref a.Single(Memory.{field}, k * {stride})" : $"ref a.Single(Memory.{field}, 0)";

        string Reference(string field, int stride) => !ensemble.IsArray ? $"ref a[Memory.{field}]" : $"ref a[Memory.{field} + k * {stride}]";
    }

    private static string CallOf(ModelSpec model, Population population) => $"global::AotNeuro.Generated.{ModelEmitter.KernelsOf(model)}.{population.Kernel.Name}";

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
