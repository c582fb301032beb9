using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints the loop over steps.</summary>
internal static class StepEmitter
{
    /// <summary>Vectors up to this size are written out value by value; longer ones are looped over.</summary>
    private const int Unrolled = 4;

    public static void Emit(CodeWriter code, StepPlan plan)
    {
        SampleOperation[] recorded = plan.Operations.OfType<SampleOperation>().Where(sample => sample.Probe.SampleEvery is null).ToArray();
        code.Line("/// <inheritdoc/>");
        code.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]");
        using (code.Open("protected override void Advance(global::AotNeuro.CompilerServices.ArenaRef a, long first, long last)"))
        {
            code.Lines(recorded.Select((sample, i) => $"var record{i} = {HandleEmitter.Handles}.{sample.Probe.Member.Name}.{(sample.IsSpikes ? "SpikeRows" : "Rows")}();"));
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
                    EmitOperation(code, plan.Model, operation, Array.IndexOf(recorded, operation as SampleOperation));
                }

                code.Line();
                code.Line("Complete(step);");
            }
        }
    }

    /// <summary>An element of a signal as an index into the arena.</summary>
    public static string Place(MemoryField field, int index) => index == 0 ? $"Memory.{field.Name}" : $"Memory.{field.Name} + {index}";

    private static string At(MemoryField field, int index = 0) => $"a[{Place(field, index)}]";

    private static string Span(MemoryField field) => $"a.Span(Memory.{field.Name}, {field.Size})";

    private static void EmitOperation(CodeWriter code, ModelSpec model, Operation operation, int record)
    {
        switch (operation)
        {
            case NodeOperation node:
                EmitNode(code, model, node);
                break;
            case FunctionOperation function:
                EmitFunction(code, model, function);
                break;
            case TransformOperation transform:
                EmitTransform(code, transform);
                break;
            case SumOperation sum:
                EmitElements(code, sum.Target.Size, i => $"{At(sum.Target, i)} = {string.Join(" + ", sum.Sources.Select(source => At(source, i)))};",
                    i => $"a[Memory.{sum.Target.Name} + {i}] = {string.Join(" + ", sum.Sources.Select(source => $"a[Memory.{source.Name} + {i}]"))};");
                break;
            case PopulationOperation population:
                EmitPopulation(code, model, population);
                break;
            case FilterOperation filter:
                EmitElements(code, filter.State.Size, i => Filter(filter, At(filter.State, i), At(filter.Source, i)),
                    i => Filter(filter, $"a[Memory.{filter.State.Name} + {i}]", $"a[Memory.{filter.Source.Name} + {i}]"));
                break;
            case SampleOperation sample:
                EmitSample(code, sample, record);
                break;
        }
    }

    private static void EmitElements(CodeWriter code, int size, Func<int, string> element, Func<string, string> looped)
    {
        if (size <= Unrolled)
        {
            code.Lines(Enumerable.Range(0, size).Select(element));
            return;
        }

        using (code.Open($"for (int i = 0; i < {size}; i++)"))
        {
            code.Line(looped("i"));
        }
    }

    private static string Filter(FilterOperation filter, string state, string source) =>
        $"{state} = {At(filter.Coefficients)} * {state} + {At(filter.Coefficients, 1)} * {source};";

    private static void EmitNode(CodeWriter code, ModelSpec model, NodeOperation operation)
    {
        NodeSpec node = operation.Node;
        string handle = $"{HandleEmitter.Handles}.{node.Member.Name}";
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
                EmitNodeOutput(code, model, operation);
            }
        }
        else
        {
            EmitNodeOutput(code, model, operation);
        }

        if (operation.Output is { } result)
        {
            code.Line(result.Size == 1 ? $"{handle}.CheckFinite({At(result)}, t);" : $"{handle}.CheckFinite({output}, t);");
        }
    }

    private static void EmitNodeOutput(CodeWriter code, ModelSpec model, NodeOperation operation)
    {
        if (operation.Node.Function is not { } function)
        {
            code.Lines(operation.Node.Constant.Select((value, i) => $"{At(operation.Output!, i)} = {Literal.Of(value)};"));
            return;
        }

        string method = FunctionText.Method(model, function);
        if (function.Form == FunctionForm.Span)
        {
            IEnumerable<string> spans = new[] { function.Inputs > 0 ? Span(operation.Input!) : null, function.Outputs > 0 ? Span(operation.Output!) : null }
                .Where(span => span is not null)!;
            code.Line($"{method}({string.Join(", ", new[] { "t" }.Concat(spans))});");
            return;
        }

        IEnumerable<string> arguments = new[] { "t" }.Concat(Enumerable.Range(0, function.Inputs).Select(i => At(operation.Input!, i)));
        string call = $"{method}({string.Join(", ", arguments)})";
        code.Line(FunctionText.Assign(Enumerable.Range(0, function.Outputs).Select(i => At(operation.Output!, i)), call) + ";");
    }

    private static void EmitFunction(CodeWriter code, ModelSpec model, FunctionOperation operation)
    {
        FunctionSpec function = operation.Connection.Function!;
        string method = FunctionText.Method(model, function);
        if (function.Form == FunctionForm.Span)
        {
            code.Line($"{method}({Span(operation.Source)}, {Span(operation.Target)});");
        }
        else
        {
            string call = $"{method}({string.Join(", ", Enumerable.Range(0, function.Inputs).Select(i => At(operation.Source, i)))})";
            code.Line(FunctionText.Assign(Enumerable.Range(0, function.Outputs).Select(i => At(operation.Target, i)), call) + ";");
        }

        code.Line($"{HandleEmitter.Handles}.{operation.Connection.Member.Name}.CheckFinite({Span(operation.Target)}, t);");
    }

    private static void EmitTransform(CodeWriter code, TransformOperation transform)
    {
        string source = Span(transform.Source);
        switch (transform.Connection.Transform.Kind)
        {
            case ValueKind.Number:
                EmitElements(code, transform.Target.Size, i => $"{At(transform.Target, i)} = {At(transform.Weights)} * {At(transform.Source, i)};",
                    i => $"a[Memory.{transform.Target.Name} + {i}] = {At(transform.Weights)} * a[Memory.{transform.Source.Name} + {i}];");
                break;
            case ValueKind.Numbers:
                EmitElements(code, transform.Target.Size, i => $"{At(transform.Target, i)} = {At(transform.Weights, i)} * {At(transform.Source, i)};",
                    i => $"a[Memory.{transform.Target.Name} + {i}] = a[Memory.{transform.Weights.Name} + {i}] * a[Memory.{transform.Source.Name} + {i}];");
                break;
            default:
                code.Line($"global::AotNeuro.CompilerServices.Lanes.Multiply(a.Span(Memory.{transform.Weights.Name}, {transform.Weights.Size}), {source}, {Span(transform.Target)});");
                break;
        }
    }

    private static void EmitPopulation(CodeWriter code, ModelSpec model, PopulationOperation operation)
    {
        string name = operation.Population.Ensemble.Member.Name;
        string decoded = operation.Decoded is { } field ? $"Memory.{field.Name}" : $"Memory.{name}State";
        code.Line($"global::AotNeuro.Generated.{ModelEmitter.KernelsOf(model)}.{operation.Population.Kernel.Name}(");
        code.Line($"    ref a[Memory.{name}Constants], ref a[Memory.{name}State], ref a[Memory.{operation.Input.Name}], ref a[{decoded}]);");
    }

    private static void EmitSample(CodeWriter code, SampleOperation sample, int record)
    {
        string source = At(sample.Source);
        if (record >= 0)
        {
            code.Line($"record{record}.Write(row, ref {source}, {sample.Source.Size});");
            return;
        }

        string handle = $"{HandleEmitter.Handles}.{sample.Probe.Member.Name}";
        using (code.Open($"if (step == {handle}.NextSample)"))
        {
            code.Line($"{handle}.Sample(ref {source});");
        }
    }
}
