using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Tests;

/// <summary>What a compiled model's class itself holds, by reflection: functions, synapses, processes, matrices.</summary>
internal sealed class ModelMembers(NeuralModel model)
{
    private const BindingFlags Anywhere = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private delegate void SpanFunction(ReadOnlySpan<double> x, Span<double> y);

    private delegate void TimedFunction(double t, ReadOnlySpan<double> x, Span<double> y);

    private delegate void TimedSource(double t, Span<double> y);

    private delegate void TimedSink(double t, ReadOnlySpan<double> x);

    /// <summary>The value of a static member.</summary>
    public object Value(string name) =>
        model.GetType().GetField(name, Anywhere)?.GetValue(null) ?? model.GetType().GetProperty(name, Anywhere)!.GetValue(null)!;

    /// <summary>The function of a node or connection.</summary>
    public Action<double, double[], double[]> Function(FunctionSpec function)
    {
        MethodInfo method = model.GetType().GetMethod(function.Name, Anywhere)!;
        object? target = function.IsStatic ? null : model;
        if (function.Form == FunctionForm.Scalar)
        {
            return (t, x, y) => Results(method.Invoke(target, [.. function.HasTime ? new object[] { t } : [], .. x.Take(function.Inputs).Cast<object>()])!).CopyTo(y, 0);
        }

        if (!function.HasTime)
        {
            var ofSpans = method.CreateDelegate<SpanFunction>(target);
            return (_, x, y) => ofSpans(x, y);
        }

        switch (function.Inputs, function.Outputs)
        {
            case (1, 1):
                var timed = method.CreateDelegate<TimedFunction>(target);
                return (t, x, y) => timed(t, x, y);
            case (0, 1):
                var source = method.CreateDelegate<TimedSource>(target);
                return (t, _, y) => source(t, y);
            default:
                var sink = method.CreateDelegate<TimedSink>(target);
                return (t, x, _) => sink(t, x);
        }
    }

    /// <summary>A synapse that is a member, or that an attribute describes.</summary>
    public Synapse Synapse(ValueSpec value)
    {
        if (value.Kind == ValueKind.Member)
        {
            return (Synapse)Value(value.Name!);
        }

        // new global::AotNeuro.Alpha(0.01)
        string text = value.Name!;
        int open = text.IndexOf('(', StringComparison.Ordinal);
        string type = text[(text.LastIndexOf('.', open) + 1)..open];
        string arguments = text[(open + 1)..^1];
        return type switch
        {
            nameof(Lowpass) => new Lowpass(Number(arguments)),
            nameof(Alpha) => new Alpha(Number(arguments)),
            nameof(Triangle) => new Triangle(Number(arguments)),
            _ => Linear(arguments),
        };
    }

    /// <summary><c>[1.0], [0.02, 1.0], true, (global::AotNeuro.Discretization)0</c></summary>
    private static LinearFilter Linear(string arguments)
    {
        string[] lists = arguments.Split('[', ']');
        double[] Numbers(string list) => [.. list.Split(',').Select(Number)];
        return new(
            Numbers(lists[1]),
            Numbers(lists[3]),
            lists[4].Contains("true", StringComparison.Ordinal),
            (Discretization)int.Parse(lists[4][(lists[4].LastIndexOf(')') + 1)..], CultureInfo.InvariantCulture));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double[] Results(object result) => result is ITuple tuple
        ? [.. Enumerable.Range(0, tuple.Length).Select(i => (double)tuple[i]!)]
        : [(double)result];
}
