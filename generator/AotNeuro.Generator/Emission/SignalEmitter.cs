using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;
using static AotNeuro.Generator.Emission.StepEmitter;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints the operations that only move, add, multiply and filter signals.</summary>
internal static class SignalEmitter
{
    /// <summary>Vectors up to this size are written out value by value; longer ones are looped over.</summary>
    private const int Unrolled = 4;

    public static void Emit(CodeWriter code, Operation operation)
    {
        switch (operation)
        {
            case SliceOperation slice:
                EmitSlice(code, slice);
                break;
            case SumOperation sum:
                EmitSum(code, sum);
                break;
            case TransformOperation transform:
                EmitTransform(code, transform);
                break;
            case GainOperation gain:
                EmitElements(code, gain.Target, (i, at) => $"{at(gain.Gain, i)} * {at(gain.Source, i)}");
                break;
            case WeightsOperation weighted:
                code.Line($"{RuntimeNames.Lanes}.Multiply({Span(weighted.Weights)}, {Span(weighted.Source)}, {Span(weighted.Target)});");
                break;
            case AddChangeOperation add:
                EmitElements(code, add.Learned, (i, at) => $"{at(add.Learned, i)} + {at(add.Delta, i)}");
                break;
            case FilterOperation filter:
                EmitFilter(code, filter);
                break;
            default:
                throw new InvalidOperationException($"No code for {operation}.");
        }
    }

    private static void EmitSlice(CodeWriter code, SliceOperation slice)
    {
        if (slice.Indices.Count > Unrolled && IsRange(slice.Indices))
        {
            string first = StepEmitter.Place(slice.Source, slice.Indices[0]);
            code.Line($"a.Span({first}, {slice.Indices.Count}).CopyTo({Span(slice.Target)});");
        }
        else if (slice.Indices.Count <= Unrolled)
        {
            code.Lines(slice.Indices.Select((index, i) => $"{StepEmitter.At(slice.Target, i)} = {StepEmitter.At(slice.Source, index)};"));
        }
        else
        {
            code.Line($"{RuntimeNames.Lanes}.Gather({Span(slice.Source)}, [{string.Join(", ", slice.Indices)}], {Span(slice.Target)});");
        }
    }

    private static void EmitSum(CodeWriter code, SumOperation sum)
    {
        if (sum.Terms.All(term => term.Indices.Count == 0))
        {
            EmitElements(code, sum.Target, (i, at) => string.Join(" + ", sum.Terms.Select(term => at(term.Source, i))));
            return;
        }

        if (sum.Target.Size <= Unrolled)
        {
            code.Lines(Enumerable.Range(0, sum.Target.Size).Select(i => $"{StepEmitter.At(sum.Target, i)} = {Element(sum, i)};"));
            return;
        }

        code.Line($"{Span(sum.Target)}.Clear();");
        foreach (SumTerm term in sum.Terms)
        {
            EmitTerm(code, term, sum.Target);
        }
    }

    /// <summary>One element of a sum: all that is added at its place.</summary>
    private static string Element(SumOperation sum, int place)
    {
        IEnumerable<string> terms =
            from term in sum.Terms
            from index in term.Indices.Count == 0 ? [place] : Enumerable.Range(0, term.Indices.Count).Where(i => term.Indices[i] == place)
            select StepEmitter.At(term.Source, index);
        string text = string.Join(" + ", terms);
        return text.Length == 0 ? "0.0" : text;
    }

    private static void EmitTerm(CodeWriter code, SumTerm term, MemoryField target)
    {
        if (term.Indices.Count == 0 || IsRange(term.Indices))
        {
            int first = term.Indices.Count == 0 ? 0 : term.Indices[0];
            using (code.Open($"for (int i = 0; i < {term.Source.Size}; i++)"))
            {
                code.Line($"a[Memory.{target.Name} + {Plus("i", first)}] += a[Memory.{term.Source.Name} + i];");
            }
        }
        else if (term.Indices.Count <= Unrolled)
        {
            code.Lines(term.Indices.Select((index, i) => $"{StepEmitter.At(target, index)} += {StepEmitter.At(term.Source, i)};"));
        }
        else
        {
            code.Line($"{RuntimeNames.Lanes}.Scatter({Span(term.Source)}, [{string.Join(", ", term.Indices)}], {Span(target)});");
        }
    }

    private static void EmitTransform(CodeWriter code, TransformOperation transform)
    {
        string source = Span(transform.Source);
        switch (transform.Connection.Transform.Kind)
        {
            case ValueKind.Number:
                EmitElements(code, transform.Target, (i, at) => $"{StepEmitter.At(transform.Weights!)} * {at(transform.Source, i)}");
                break;
            case ValueKind.Numbers:
                EmitElements(code, transform.Target, (i, at) => $"{at(transform.Weights!, i)} * {at(transform.Source, i)}");
                break;
            case var _ when transform.Weights is { } weights:
                string matrix = transform.IsSingle ? $"a.Singles(Memory.{weights.Name}, 0, {transform.Target.Size * transform.Source.Size})" : Span(weights);
                code.Line($"{RuntimeNames.Lanes}.Multiply({matrix}, {source}, {Span(transform.Target)});");
                break;
            default:
                code.Line($"{HandleEmitter.Of(transform.Connection.Member)}.ApplyTransform({source}, {Span(transform.Target)});");
                break;
        }
    }

    private static void EmitFilter(CodeWriter code, FilterOperation filter)
    {
        if (filter.Coefficients is { } coefficients)
        {
            string decay = StepEmitter.At(coefficients);
            string gain = StepEmitter.At(coefficients, 1);
            if (filter.State.Size > Unrolled)
            {
                code.Line($"{RuntimeNames.Lanes}.Lowpass({decay}, {gain}, {Span(filter.Source)}, {Span(filter.State)});");
                return;
            }

            EmitElements(code, filter.State, (i, at) => $"{decay} * {at(filter.State, i)} + {gain} * {at(filter.Source, i)}");
            return;
        }

        code.Line($"{HandleEmitter.FilterOf(filter.Owner)}.Step({Span(filter.Source)}, {Span(filter.State)});");
    }

    /// <summary>Sets each element of a signal, written out or in a loop.</summary>
    private static void EmitElements(CodeWriter code, MemoryField target, Func<string, Func<MemoryField, string, string>, string> value)
    {
        if (target.Size <= Unrolled)
        {
            code.Lines(Enumerable.Range(0, target.Size)
                .Select(Literal.Of)
                .Select(i => $"{At(target, i)} = {value(i, At)};"));
            return;
        }

        using (code.Open($"for (int i = 0; i < {target.Size}; i++)"))
        {
            code.Line($"{At(target, "i")} = {value("i", At)};");
        }
    }

    private static string At(MemoryField field, string index) => index == "0" ? $"a[Memory.{field.Name}]" : $"a[Memory.{field.Name} + {index}]";

    private static string Plus(string index, int offset) => offset == 0 ? index : $"{index} + {offset}";

    private static bool IsRange(EquatableArray<int> indices) => Enumerable.Range(1, indices.Count - 1).All(i => indices[i] == indices[0] + i);
}
