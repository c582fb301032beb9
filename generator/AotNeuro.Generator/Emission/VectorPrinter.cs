using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>
/// Prints a step of a neuron graph as vector code without branches: comparisons are masks, choices are selects. Values used more than
/// once, or named by the neuron type's author, become local variables. With 512 bits comparisons do not: the JIT computes one once, in a mask register,
/// and lets additions and divisions take it, but what is put into a variable leaves that register. With fewer bits a mask is a vector: a choice between a value and
/// nothing is one logical operation, and any other the processor's own, which the JIT does not find.
/// </summary>
internal sealed class VectorPrinter
{
    private readonly NeuronGraph _graph;
    private readonly string _vector;
    private readonly string _type;
    private readonly Func<NeuronNode, string> _leaf;
    private readonly Func<int, string?> _uniform;
    private readonly Func<int, string?> _held;
    private readonly FreeArithmetic? _free;
    private readonly Dictionary<int, string> _locals = [];
    private readonly int[] _uses;
    private readonly HashSet<string> _names;

    /// <param name="graph">The graph.</param>
    /// <param name="vector">The vectors' static class: Vector512, ...</param>
    /// <param name="type">What the vectors are of.</param>
    /// <param name="roots">The nodes that will be printed.</param>
    /// <param name="reserved">Names that locals must not take.</param>
    /// <param name="leaf">How the current and the states are written.</param>
    /// <param name="uniform">How a value that all neurons share is written as a scalar, or null. Not asked for conditions.</param>
    /// <param name="held">The vector that holds such a value already, or null.</param>
    /// <param name="free">What replaces products and sums where the model allows other roundings than Nengo's.</param>
    public VectorPrinter(
        NeuronGraph graph,
        string vector,
        string type,
        IEnumerable<int> roots,
        IEnumerable<string> reserved,
        Func<NeuronNode, string> leaf,
        Func<int, string?> uniform,
        Func<int, string?> held,
        FreeArithmetic? free = null)
    {
        (_held, _free) = (held, free);
        (_graph, _vector, _type, _leaf, _uniform) = (graph, vector, type, leaf, index => graph.IsMask(index) ? null : uniform(index));
        _names = new(reserved);
        _uses = new int[graph.Nodes.Count];
        foreach (int root in roots)
        {
            CountUses(root);
        }
    }

    /// <summary>Whether comparisons of these vectors live in mask registers.</summary>
    public static bool KeepsMasks(string vector) => vector == "Vector512";

    /// <summary>Prints the locals that a node needs, then gives its expression.</summary>
    public string Print(int index, CodeWriter code) => Expression(index, code).Code;

    /// <summary>Prints a node that will be written several times: as a local variable, unless it is one already or a mask that must not be one.</summary>
    public string PrintLocal(int index, string name, CodeWriter code)
    {
        Text text = Expression(index, code);
        if (KeepsMasks(_vector) && _graph.Nodes[index].IsMask)
        {
            return text.Code;
        }

        if (_locals.ContainsValue(text.Code) || (_graph.Nodes[index].IsLeaf && _uniform(index) is null))
        {
            return text.Code;
        }

        string local = _locals[index] = FreeName(name);
        code.Line($"{_vector}<{_type}> {local} = {text.Code};");
        return local;
    }

    private Text Expression(int index, CodeWriter code)
    {
        if (_locals.TryGetValue(index, out string? local))
        {
            return Text.OfAtom(local);
        }

        NeuronNode node = _graph.Nodes[index];
        if (_uniform(index) is { } scalar)
        {
            return Text.OfAtom(_held(index) ?? $"{_vector}.Create({scalar})");
        }

        if (node.IsLeaf)
        {
            return Text.OfAtom(_leaf(node));
        }

        Text text = Combine(node, code);
        if ((_uses[index] < 2 && node.Name is null) || (KeepsMasks(_vector) && node.IsMask))
        {
            return text;
        }

        local = _locals[index] = FreeName(node.Name ?? (node.IsMask ? "mask" : "value"));
        code.Line($"{_vector}<{_type}> {local} = {text.Code};");
        return Text.OfAtom(local);
    }

    /// <summary>Whether a node is the factor 1 for all neurons, which changes no bit.</summary>
    private bool IsOne(int index) => _uniform(index) is "1.0" or "1f";

    private bool IsZero(int index) => _uniform(index) is "0.0" or "0f";

    private Text Combine(NeuronNode node, CodeWriter code)
    {
        if (_free?.Combine(node, FactorsOf, index => Expression(index, code)) is { } joined)
        {
            return joined;
        }

        if (node.Op == NeuronOp.Multiply && (IsOne(node.A) || IsOne(node.B)))
        {
            return Expression(IsOne(node.A) ? node.B : node.A, code);
        }

        Text a = Operand(node, node.A, code);
        Text b = node.B >= 0 ? Operand(node, node.B, code) : default;
        Text c = node.C >= 0 ? Expression(node.C, code) : default;
        return node.Op switch
        {
            NeuronOp.Add => Text.Binary(a, "+", b),
            NeuronOp.Subtract => Text.Binary(a, "-", b),
            NeuronOp.Multiply => Text.Binary(a, "*", b),
            NeuronOp.Divide => Text.Binary(a, "/", b),
            NeuronOp.Negate => Text.Prefix("-", a),
            // The hardware's own form: it differs from Math.Max in NaN and in the sign of zero only.
            NeuronOp.Min => Text.Call($"{_vector}.MinNative", a, b),
            NeuronOp.Max => Text.Call($"{_vector}.MaxNative", a, b),
            _ when node.IsPortableFunction => Text.Call($"Lanes.{node.Op}", a),
            NeuronOp.Abs or NeuronOp.Sqrt or NeuronOp.Floor => Text.Call($"{_vector}.{node.Op}", a),
            NeuronOp.Less => Text.Call($"{_vector}.LessThan", a, b),
            NeuronOp.LessOrEqual => Text.Call($"{_vector}.LessThanOrEqual", a, b),
            NeuronOp.Greater => Text.Call($"{_vector}.GreaterThan", a, b),
            NeuronOp.GreaterOrEqual => Text.Call($"{_vector}.GreaterThanOrEqual", a, b),
            NeuronOp.Equal => Text.Call($"{_vector}.Equals", a, b),
            NeuronOp.And => Text.Binary(a, "&", b),
            NeuronOp.Or => Text.Binary(a, "|", b),
            NeuronOp.Not => Text.Prefix("~", a),
            NeuronOp.Select when !KeepsMasks(_vector) && IsZero(node.B) => Text.Call($"{_vector}.AndNot", c, a),
            NeuronOp.Select when !KeepsMasks(_vector) && IsZero(node.C) => Text.Binary(b, "&", a),
            NeuronOp.Select => Text.Call(KeepsMasks(_vector) ? $"{_vector}.ConditionalSelect" : "Lanes.Select", a, b, c),
            _ => throw new InvalidOperationException($"No vector form of {node.Op}."),
        };
    }

    /// <summary>What is compared in a mask that is written several times becomes a local variable first.</summary>
    private Text Operand(NeuronNode node, int index, CodeWriter code) =>
        KeepsMasks(_vector) && node.IsMask && !_graph.IsMask(index) && _uniform(index) is null ? Text.OfAtom(PrintLocal(index, "value", code)) : Expression(index, code);

    /// <summary>The two factors of a product that is printed inside of the one expression that uses it, or null.</summary>
    private (int A, int B)? FactorsOf(int index)
    {
        NeuronNode node = _graph.Nodes[index];
        bool isInside = node.Op == NeuronOp.Multiply && node.Name is null && _uses[index] < 2 && !_locals.ContainsKey(index);
        return isInside && _uniform(index) is null ? (node.A, node.B) : null;
    }

    private void CountUses(int index)
    {
        if (index >= 0 && ++_uses[index] == 1 && _uniform(index) is null)
        {
            foreach (int operand in _graph.Nodes[index].Operands)
            {
                CountUses(operand);
            }
        }
    }

    private string FreeName(string wanted)
    {
        string name = wanted;
        for (int i = 2; !_names.Add(name); i++)
        {
            name = wanted + i;
        }

        return name;
    }
}
