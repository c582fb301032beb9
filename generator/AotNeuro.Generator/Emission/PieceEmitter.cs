using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints the operations that threads can share: where the step hands out their pieces, and the method that runs one.</summary>
internal static class PieceEmitter
{
    /// <summary>The operations that are cut, in the order by which they are numbered.</summary>
    public static Operation[] OperationsOf(StepPlan plan) => plan.Operations.Where(operation => operation.PieceCount > 1).ToArray();

    public static void EmitShare(CodeWriter code, Operation operation, int number)
    {
        var population = operation as PopulationOperation;
        if (population is not null)
        {
            PopulationEmitter.EmitBeforePieces(code, population);
        }

        code.Line($"Share(a, operation: {number}, pieces: {operation.PieceCount});");
        if (population is not null)
        {
            PopulationEmitter.EmitAfterPieces(code, population);
        }
    }

    public static void EmitMethod(CodeWriter code, StepPlan plan)
    {
        Operation[] operations = OperationsOf(plan);
        if (operations.Length == 0)
        {
            return;
        }

        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Open("protected override void RunPiece(global::AotNeuro.CompilerServices.ArenaRef a, int operation, int piece)"))
        {
            using (code.Open("switch (operation)"))
            {
                for (int i = 0; i < operations.Length; i++)
                {
                    EmitCase(code, plan.Model, operations[i], i);
                }
            }
        }
    }

    private static void EmitCase(CodeWriter code, ModelSpec model, Operation operation, int number)
    {
        code.Line($"// {OperationText.Of(operation)}");
        using (code.Open($"case {number}:"))
        {
            switch (operation)
            {
                case PopulationOperation population:
                    PopulationEmitter.EmitPiece(code, model, population);
                    break;
                case TransformOperation { Weights: { } weights } transform:
                    EmitRows(code, weights, transform.IsSingle, transform.Source, transform.Target, operation.PieceCount);
                    break;
                case WeightsOperation weighted:
                    EmitRows(code, weighted.Weights, isSingle: false, weighted.Source, weighted.Target, operation.PieceCount);
                    break;
                default:
                    throw new InvalidOperationException($"No pieces of {operation}.");
            }

            code.Line("break;");
        }
    }

    private static void EmitRows(CodeWriter code, MemoryField weights, bool isSingle, MemoryField source, MemoryField target, int pieces)
    {
        int each = Pieces.Each(target.Size, pieces);
        code.Line($"int first = global::System.Math.Min(piece * {each}, {target.Size});");
        code.Line($"int rows = global::System.Math.Min({each}, {target.Size} - first);");
        string matrix = isSingle
            ? $"a.Singles(Memory.{weights.Name}, first * {source.Size}, rows * {source.Size})"
            : $"a.Span(Memory.{weights.Name} + first * {source.Size}, rows * {source.Size})";
        code.Line($"{RuntimeNames.Lanes}.Multiply({matrix}, {StepEmitter.Span(source)}, a.Span(Memory.{target.Name} + first, rows));");
    }
}
