using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;
using static AotNeuro.Generator.Emission.StepEmitter;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints the change that a learning rule makes: what a probe sees of it, and then the change itself.</summary>
internal static class LearningEmitter
{
    public static void Emit(CodeWriter code, ModelSpec model, LearnOperation learn)
    {
        string rate = $"{Literal.Of(learn.Rule.LearningRate)} * {Literal.Of(model.Dt)}";
        switch (learn.Rule.Kind)
        {
            case LearningRuleKind.PES:
                EmitPes(code, model, learn);
                break;
            case LearningRuleKind.RLS:
                EmitRls(code, learn);
                break;
            case LearningRuleKind.BCM:
                EmitCalls(code, learn, $"{Span(learn.Pre)}, {Span(learn.Post!)}, {Span(learn.Theta!)}, {rate}");
                break;
            case LearningRuleKind.Oja:
                EmitOja(code, learn, rate);
                break;
            default:
                EmitVoja(code, learn, rate);
                break;
        }
    }

    public static void Emit(CodeWriter code, ModelSpec model, LearnedDecodeOperation learned)
    {
        (WeightsOperation decode, FilterOperation filter, LearnOperation learn) = (learned.Decode, learned.Filter, learned.Learn);
        code.Line($"{Rule(learn)}.Decode({Span(decode.Source)}, {At(filter.Coefficients!)}, {At(filter.Coefficients!, 1)}, {Span(filter.State)}, "
            + $"{Span(learn.Error!)}, {Alpha(model, learn)}, {Span(decode.Weights)}, {Span(decode.Target)});");
    }

    /// <summary>What a kernel takes that decodes by the weights and changes them: see <see cref="KernelLearning"/>.</summary>
    public static string[] Arguments(ModelSpec model, LearnedDecodeOperation learned)
    {
        (WeightsOperation decode, FilterOperation filter, LearnOperation learn) = (learned.Decode, learned.Filter, learned.Learn);
        return
        [
            $"ref {At(filter.State)}", $"ref {At(filter.Coefficients!)}", $"ref {At(learn.Error!)}", Alpha(model, learn), $"ref {At(decode.Weights)}", $"ref {At(decode.Target)}",
        ];
    }

    private static void EmitPes(CodeWriter code, ModelSpec model, LearnOperation learn)
    {
        string error = learn.Encoders is null ? Span(learn.Error!) : EmitLocalError(code, model, learn);
        EmitCalls(code, learn, $"{error}, {Span(learn.Pre)}, {Alpha(model, learn)}");
    }

    private static string Alpha(ModelSpec model, LearnOperation learn) => $"{Literal.Of(-learn.Rule.LearningRate)} * {Literal.Of(model.Dt)} / {learn.Pre.Size}";

    /// <summary>Encodes the error for the target's neurons; those that the connection ends at, all or a range of them, take theirs.</summary>
    private static string EmitLocalError(CodeWriter code, ModelSpec model, LearnOperation learn)
    {
        EndSpec target = learn.Connection.To;
        EnsembleSpec ensemble = model.FindEnsemble(target.Name)!;
        int first = target.Slice is null ? 0 : target.Indices(target.IsNeurons ? ensemble.Neurons : ensemble.Dimensions)!.Value[0];
        string dimensions = target.IsNeurons || target.Slice is null ? "" : $"dimensions: {ensemble.Dimensions}, first: {first}, ";
        string local = Span(learn.Scratch!);
        code.Line($"{Rule(learn)}.Encode({Span(learn.Encoders!)}, {dimensions}{Span(learn.Error!)}, {local});");
        int rows = learn.Learned.Size / learn.Pre.Size;
        return target.IsNeurons && first > 0 ? $"{local}[{first}..{first + rows}]" : $"{local}[..{rows}]";
    }

    private static void EmitRls(CodeWriter code, LearnOperation learn)
    {
        string product = Span(learn.Scratch!);
        string k = HandleEmitter.Id(learn.Owner) + "K";
        code.Line($"double {k} = {Rule(learn)}.Update({Span(learn.Pre)}, {Span(learn.Memory!)}, {product});");
        EmitCalls(code, learn, $"{Span(learn.Error!)}, {product}, {k}");
    }

    private static void EmitOja(CodeWriter code, LearnOperation learn, string rate)
    {
        string ends = $"{Span(learn.Pre)}, {Span(learn.Post!)}";
        string beta = Literal.Of(learn.Rule.Beta);
        if (learn.Delta is { } delta)
        {
            code.Line($"{Rule(learn)}.Delta({ends}, {Span(learn.Learned)}, {rate}, {beta}, {Span(delta)});");
        }

        EmitApply(code, learn, $"{ends}, {rate}, {beta}");
    }

    private static void EmitVoja(CodeWriter code, LearnOperation learn, string rate)
    {
        MemoryField post = learn.Post! with { Size = Kernel.RoundUp(learn.Post!.Size) };
        string signal = learn.Error is { } error ? $"1.0 + {At(error)}" : "1.0";
        string arguments = $"{Span(post)}, {HandleEmitter.Of(learn.Connection.Target)}.EncoderScale, {Span(learn.Pre)}, {rate}, {signal}";
        if (learn.Delta is { } delta)
        {
            code.Line($"{Rule(learn)}.Delta({arguments}, {Span(learn.Learned)}, {Span(delta)});");
        }

        EmitApply(code, learn, arguments);
    }

    private static void EmitCalls(CodeWriter code, LearnOperation learn, string arguments)
    {
        if (learn.Delta is { } delta)
        {
            code.Line($"{Rule(learn)}.Delta({arguments}, {Span(delta)});");
        }

        EmitApply(code, learn, arguments);
    }

    private static void EmitApply(CodeWriter code, LearnOperation learn, string arguments)
    {
        if (!learn.IsAddedLater)
        {
            code.Line($"{Rule(learn)}.Apply({arguments}, {Span(learn.Learned)});");
        }
    }

    private static string Rule(LearnOperation learn) => $"global::AotNeuro.CompilerServices.{learn.Rule.Kind}Rule";
}
