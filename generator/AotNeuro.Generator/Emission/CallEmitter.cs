using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;
using static AotNeuro.Generator.Emission.StepEmitter;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints calls of the user's functions and processes, and the check of what they return.</summary>
internal static class CallEmitter
{
    public static void EmitNode(CodeWriter code, ModelSpec model, NodeOperation operation)
    {
        NodeSpec node = operation.Node;
        string handle = HandleEmitter.Of(node.Member);
        string input = operation.Input is { } x ? Span(x) : "default";
        string output = operation.Output is { } y ? Span(y) : "default";
        if (node.IsReplaceable)
        {
            using (code.Open($"if ({handle}.Replacement is not null)"))
            {
                code.Line($"{handle}.Replacement.Evaluate(t, {input}, {output});");
            }

            using (code.Open("else"))
            {
                EmitNodeOutput(code, model, operation, input, output);
            }
        }
        else
        {
            EmitNodeOutput(code, model, operation, input, output);
        }

        if (operation.Output is { } result)
        {
            code.Line(result.Size == 1 ? $"{handle}.CheckFinite({At(result)}, t);" : $"{handle}.CheckFinite({output}, t);");
        }
    }

    private static void EmitNodeOutput(CodeWriter code, ModelSpec model, NodeOperation operation, string input, string output)
    {
        NodeSpec node = operation.Node;
        if (!node.Process.IsNothing)
        {
            code.Line($"{HandleEmitter.Of(node.Member)}.StepProcess(t, {input}, {output});");
            return;
        }

        if (node.Function is not { } function)
        {
            code.Lines(node.Constant.Select((value, i) => $"{At(operation.Output!, i)} = {Literal.Of(value)};"));
            return;
        }

        if (function.IsForeign)
        {
            code.Line($"{HandleEmitter.Of(node.Member)}.Evaluate(t, {input}, {output});");
            return;
        }

        string method = FunctionText.Method(model, function);
        if (function.Form == FunctionForm.Span)
        {
            IEnumerable<string> spans = new[] { function.Inputs > 0 ? input : null, function.Outputs > 0 ? output : null }
                .Where(span => span is not null)!;
            code.Line($"{method}({string.Join(", ", new[] { "t" }.Concat(spans))});");
            return;
        }

        IEnumerable<string> arguments = new[] { "t" }.Concat(Enumerable.Range(0, function.Inputs).Select(i => At(operation.Input!, i)));
        string call = $"{method}({string.Join(", ", arguments)})";
        code.Line(FunctionText.Assign(Enumerable.Range(0, function.Outputs).Select(i => At(operation.Output!, i)), call) + ";");
    }

    /// <summary>A connection's function; the ensembles of an array that compute directly have it called for each.</summary>
    public static void EmitFunction(CodeWriter code, ModelSpec model, FunctionOperation operation)
    {
        string handle = HandleEmitter.Of(operation.Connection.Member);
        if (operation.Connection.ArrayCount is not { } count)
        {
            EmitFunction(code, model, operation.Connection.Function!, handle, Piece.Of(operation.Source), Piece.Of(operation.Target));
            return;
        }

        using (code.Open($"for (int k = 0; k < {count}; k++)"))
        {
            EmitFunction(
                code, model, operation.Connection.Function!, handle + "[k]", Piece.Of(operation.Source, count), Piece.Of(operation.Target, count));
        }
    }

    private static void EmitFunction(CodeWriter code, ModelSpec model, FunctionSpec function, string handle, Piece source, Piece target)
    {
        string method = FunctionText.Method(model, function);
        if (function.IsForeign)
        {
            code.Line($"{handle}.Evaluate({source.Span}, {target.Span});");
        }
        else if (function.Form == FunctionForm.Span)
        {
            code.Line($"{method}({source.Span}, {target.Span});");
        }
        else
        {
            string call = $"{method}({string.Join(", ", Enumerable.Range(0, function.Inputs).Select(source.At))})";
            code.Line(FunctionText.Assign(Enumerable.Range(0, function.Outputs).Select(target.At), call) + ";");
        }

        code.Line($"{handle}.CheckFinite({target.Span}, t);");
    }

    /// <summary>A signal, or the part of it that belongs to the k-th ensemble of an array.</summary>
    private sealed record Piece(string Start, int Size)
    {
        public static Piece Of(MemoryField field) => new($"Memory.{field.Name}", field.Size);

        public static Piece Of(MemoryField field, int count) => new($"Memory.{field.Name} + k * {field.Size / count}", field.Size / count);

        public string Span => $"a.Span({Start}, {Size})";

        public string At(int index) => index == 0 ? $"a[{Start}]" : $"a[{Start} + {index}]";
    }
}
