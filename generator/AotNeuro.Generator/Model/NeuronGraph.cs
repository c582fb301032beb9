namespace AotNeuro.Generator.Model;

/// <summary>What a node of a neuron type's expression graph computes.</summary>
internal enum NeuronOp
{
    Constant,
    Parameter,
    State,
    Current,
    Dt,
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
    Min,
    Max,
    Abs,
    Sqrt,
    Floor,
    Exp,
    Log,
    Log1P,
    Expm1,
    Sin,
    Cos,
    Tanh,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    And,
    Or,
    Not,
    Select,
}

/// <summary>
/// A node of an expression graph. Operands are indices of earlier nodes, -1 where there is none; <see cref="Value"/> is a constant's value,
/// <see cref="Name"/> a parameter's or state's name, or the local variable that the author gave the result.
/// </summary>
internal sealed record NeuronNode(NeuronOp Op, int A = -1, int B = -1, int C = -1, double Value = 0, string? Name = null)
{
    public IEnumerable<int> Operands
    {
        get
        {
            if (A >= 0)
            {
                yield return A;
            }

            if (B >= 0)
            {
                yield return B;
            }

            if (C >= 0)
            {
                yield return C;
            }
        }
    }

    public bool IsLeaf => Op <= NeuronOp.Dt;

    /// <summary>Whether it is a function that neither vectors nor C# have with the same bits everywhere.</summary>
    public bool IsPortableFunction => Op is >= NeuronOp.Exp and <= NeuronOp.Tanh;

    public bool IsMask => Op is >= NeuronOp.Less and <= NeuronOp.Not;

    /// <summary>Equal bits, so that 0.0 and -0.0 differ and NaN equals itself.</summary>
    public bool Equals(NeuronNode? other) =>
        other is not null && (Op, A, B, C, Name) == (other.Op, other.A, other.B, other.C, other.Name)
        && BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value);

    public override int GetHashCode() => (Op, A, B, C, Name, BitConverter.DoubleToInt64Bits(Value)).GetHashCode();
}

/// <summary>A parameter of a neuron type: its default, or the value that an ensemble gives it.</summary>
internal sealed record NeuronParameter(string Name, double Value);

/// <summary>
/// A state of a neuron type: drawn uniformly from [Low, High) at the start, or hidden. <see cref="Next"/> is the node that holds its
/// value after a step, <see cref="Initial"/> the one that initialises it from the other states, -1 if none does. States of one
/// <see cref="Group"/> are drawn from one random generator, one after the other.
/// </summary>
internal sealed record NeuronState(string Name, double Low, double High, bool IsHidden, int Next, int Initial, int Group = 0)
{
    /// <summary>Whether a probe can record it: what is drawn, and the rates that spikes are made of.</summary>
    public bool IsProbeable => !IsHidden || Name == ProbeSignals.RateOut;
}

/// <summary>A neuron type as an expression graph: one step of one neuron.</summary>
/// <param name="Name">Name of the struct.</param>
/// <param name="SettleTime">Seconds that pass before rates are measured, where they are measured.</param>
/// <param name="Parameters">Parameters with their defaults.</param>
/// <param name="States">States in order of declaration.</param>
/// <param name="Nodes">The nodes; operands come before their users.</param>
/// <param name="Result">What a step returns: a mask that tells whether the neuron spiked, or a value, the output itself.</param>
/// <param name="IsSpiking">Whether the output consists of spikes.</param>
/// <param name="IsNegative">Whether the output can be below 0.</param>
internal sealed record NeuronGraph(
    string Name,
    double SettleTime,
    EquatableArray<NeuronParameter> Parameters,
    EquatableArray<NeuronState> States,
    EquatableArray<NeuronNode> Nodes,
    int Result,
    bool IsSpiking = true,
    bool IsNegative = false)
{
    /// <summary>Whether a step returns a mask; decoders then hold the height of a spike.</summary>
    public bool IsSpikeMask => IsMask(Result);

    /// <summary>Whether a node has the same value for all neurons of an ensemble: it depends on constants, parameters and dt alone.</summary>
    public bool[] FindUniform()
    {
        var uniform = new bool[Nodes.Count];
        for (int i = 0; i < uniform.Length; i++)
        {
            NeuronNode node = Nodes[i];
            uniform[i] = node.IsLeaf
                ? node.Op is NeuronOp.Constant or NeuronOp.Parameter or NeuronOp.Dt
                : node.Operands.All(operand => uniform[operand]);
        }

        return uniform;
    }

    /// <summary>Whether a node is a condition: a comparison, a combination of such, or a choice between such.</summary>
    public bool IsMask(int index)
    {
        NeuronNode node = Nodes[index];
        return node.IsMask || (node.Op == NeuronOp.Select && IsMask(node.B));
    }

    /// <summary>The states that a step needs: those that the result or a wanted state depends on, step after step.</summary>
    public HashSet<string> FindLiveStates(IEnumerable<string> wanted)
    {
        var live = new HashSet<string>(wanted);
        MarkStates(Result, live, []);
        for (int before = -1; before != live.Count;)
        {
            before = live.Count;
            foreach (NeuronState state in States.Where(state => live.Contains(state.Name)).ToArray())
            {
                MarkStates(state.Next, live, []);
            }
        }

        return live;
    }

    private void MarkStates(int index, HashSet<string> live, HashSet<int> seen)
    {
        if (index < 0 || !seen.Add(index))
        {
            return;
        }

        NeuronNode node = Nodes[index];
        if (node.Op == NeuronOp.State)
        {
            live.Add(node.Name!);
        }

        foreach (int operand in node.Operands)
        {
            MarkStates(operand, live, seen);
        }
    }
}
