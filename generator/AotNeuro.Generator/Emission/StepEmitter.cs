using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints the loop over steps.</summary>
internal static class StepEmitter
{
    public static void Emit(CodeWriter code, StepPlan plan)
    {
        SampleOperation[] recorded = plan.Operations.OfType<SampleOperation>().Where(sample => sample is { Newest: null, Probe.SampleEvery: null }).ToArray();
        EmitPrepared(code, plan);
        Operation[] shared = PieceEmitter.OperationsOf(plan);
        code.Line("/// <inheritdoc/>");
        code.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]");
        using (code.Open("protected override void Advance(global::AotNeuro.CompilerServices.ArenaRef a, long first, long last)"))
        {
            code.Lines(recorded.Select((sample, i) => $"var record{i} = {HandleEmitter.Of(sample.Probe.Member)}.{(sample.IsSpikes ? "SpikeRows" : "Rows")}();"));
            using (code.Open("for (long step = first; step <= last; step++)"))
            {
                code.Line($"double t = step * {Literal.Of(plan.Model.Dt)};");
                if (recorded.Length > 0)
                {
                    code.Line("nint row = (nint)(step - first);");
                }

                foreach (Operation operation in plan.Operations)
                {
                    code.Line();
                    code.Line($"// {OperationText.Of(operation)}");
                    if (operation.PieceCount > 1)
                    {
                        PieceEmitter.EmitShare(code, operation, Array.IndexOf(shared, operation));
                    }
                    else
                    {
                        EmitOperation(code, plan.Model, operation, Array.IndexOf(recorded, operation as SampleOperation));
                    }
                }

                code.Line();
                code.Line("Complete(step);");
            }
        }

        PieceEmitter.EmitMethod(code, plan);
    }

    /// <summary>What never changes is computed once.</summary>
    private static void EmitPrepared(CodeWriter code, StepPlan plan)
    {
        if (plan.Prepared.Count == 0)
        {
            return;
        }

        code.Line("/// <inheritdoc/>");
        using (code.Open("protected override void Prepare(global::AotNeuro.CompilerServices.ArenaRef a)"))
        {
            foreach (Operation operation in plan.Prepared)
            {
                code.Line($"// {OperationText.Of(operation)}");
                SignalEmitter.Emit(code, operation);
            }
        }

        code.Line();
    }

    /// <summary>An element of a signal as an index into the arena.</summary>
    public static string Place(MemoryField field, int index) => index == 0 ? $"Memory.{field.Name}" : $"Memory.{field.Name} + {index}";

    /// <summary>An element of a signal.</summary>
    public static string At(MemoryField field, int index = 0) => $"a[{Place(field, index)}]";

    /// <summary>A signal as a span.</summary>
    public static string Span(MemoryField field) => $"a.Span(Memory.{field.Name}, {field.Size})";

    private static void EmitOperation(CodeWriter code, ModelSpec model, Operation operation, int record)
    {
        switch (operation)
        {
            case InputOperation:
                break;
            case NodeOperation node:
                CallEmitter.EmitNode(code, model, node);
                break;
            case FunctionOperation function:
                CallEmitter.EmitFunction(code, model, function);
                break;
            case PopulationOperation population:
                PopulationEmitter.EmitStep(code, model, population);
                break;
            case GatherOperation gather:
                PopulationEmitter.EmitGather(code, gather);
                break;
            case NoiseOperation noise:
                code.Line($"{HandleEmitter.Of(noise.Ensemble.Member)}.MakeNoise(t, {Span(noise.Target)});");
                break;
            case RandomSpikesOperation random:
                code.Line($"{HandleEmitter.Of(random.Ensemble.Member)}.DrawSpikes({Span(random.Rates)}, {Span(random.Output)});");
                break;
            case PackSpikesOperation spikes:
                code.Line($"{RuntimeNames.Lanes}.PackSpikes({Span(spikes.Output)}, ref {At(spikes.Bits)});");
                break;
            case LearnedDecodeOperation learned:
                LearningEmitter.Emit(code, model, learned);
                break;
            case LearnOperation learn:
                LearningEmitter.Emit(code, model, learn);
                break;
            case SampleOperation sample:
                EmitSample(code, sample, record);
                break;
            default:
                SignalEmitter.Emit(code, operation);
                break;
        }
    }

    private static void EmitSample(CodeWriter code, SampleOperation sample, int record)
    {
        string source = At(sample.Source);
        if (sample.Newest is { } newest)
        {
            code.Line(newest.Size == 1 ? $"{At(newest)} = {source};" : $"{Span(sample.Source)}.CopyTo({Span(newest)});");
            return;
        }

        if (record >= 0)
        {
            code.Line($"record{record}.Write(row, ref {source}, {sample.Source.Size});");
            return;
        }

        string handle = HandleEmitter.Of(sample.Probe.Member);
        using (code.Open($"if (step == {handle}.NextSample)"))
        {
            if (sample.Gather is { } gather)
            {
                PopulationEmitter.EmitGather(code, gather);
            }

            code.Line($"{handle}.Sample(ref {source});");
        }
    }
}
