using System.ComponentModel;
using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>Something that is not neurons: a stimulus, a sensor, a computation.</summary>
public sealed class Node : ModelObject
{
    private readonly NodeOptions _options;
    private ProcessStep? _process;
    private RandomState? _random;
    private NodeFunction? _function;
    private Arena? _arena;
    private int _offset;

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Node(string name, NodeOptions options)
        : base(name, null) => _options = options;

    /// <summary>Number of input dimensions.</summary>
    public int SizeIn => _options.SizeIn;

    /// <summary>Number of output dimensions.</summary>
    public int SizeOut => _options.SizeOut;

    /// <summary>What the host writes, of an <see cref="InputAttribute">[Input]</see>. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Span<double> HostValues
    {
        get
        {
            Model.Build();
            return _arena!.Slice(_offset, SizeOut);
        }
    }

    internal bool IsInput => _options.IsInput;

    /// <summary>The process that makes the node's output, if one does.</summary>
    public Process? Process => _options.Process;

    /// <summary>
    /// What stands in for the node's declared output from the next step on: a number, an array or a function
    /// (<see cref="NodeOutput.From(Func{double, double})"/>); <see langword="null"/> is the declared output itself.
    /// </summary>
    /// <exception cref="InvalidOperationException">The node is declared by a method or constant, which cannot be replaced.</exception>
    /// <exception cref="ArgumentException">The output's size is not the node's.</exception>
    public NodeOutput? Output
    {
        get => Replacement;
        set
        {
            if (!_options.IsReplaceable)
            {
                throw new InvalidOperationException($"{Name} is compiled in. Declare it as a partial property of type Node to replace its output.");
            }

            if (value is { Size: { } size } && size != SizeOut)
            {
                throw new ArgumentException($"{Name} puts out {SizeOut} values, and the new output has {size}.", nameof(value));
            }

            Replacement = value;
        }
    }

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public NodeOutput? Replacement { get; private set; }

    /// <summary>Takes a step of the node's process. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void StepProcess(double time, ReadOnlySpan<double> input, Span<double> output) => _process!.Step(time, input, output);

    /// <summary>Gives the node its function, for models of which this one is a part. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Bind(NodeFunction function) => _function = function;

    /// <summary>Computes the function. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Evaluate(double time, ReadOnlySpan<double> input, Span<double> output) => _function!(time, input, output);

    internal void BindValues(Arena arena, int offset) => (_arena, _offset) = (arena, offset);

    /// <summary>Starts the process anew: with its own seed, or with the node's.</summary>
    internal override void Restart()
    {
        if (Process is not null)
        {
            StartProcess(Process);
        }
    }

    internal override void VisitState(ref StateVisitor state)
    {
        if (_process is not null)
        {
            state.Visit(_random!);
            _process.VisitState(ref state);
        }
    }

    private void StartProcess(Process process)
    {
        var random = new RandomState((uint)(process.Seed ?? BuiltSeed));
        _random = random;
        _process = Make("process", "'SizeIn' and 'SizeOut' of [Node]", () => process.MakeStep(SizeIn, SizeOut, _options.Dt, random));
    }

    /// <summary>Checks what the node's function returned in a step. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void CheckFinite(double value, double time)
    {
        if (!double.IsFinite(value))
        {
            FiniteCheck.Check(Name, "the node's function", [value], time);
        }
    }

    /// <inheritdoc cref="CheckFinite(double, double)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void CheckFinite(ReadOnlySpan<double> values, double time) => FiniteCheck.Check(Name, "the node's function", values, time);
}

/// <summary>The function of a node in its general form.</summary>
/// <param name="time">Time in seconds; dt at the first step.</param>
/// <param name="input">The node's input of this step.</param>
/// <param name="output">Receives the node's output.</param>
public delegate void NodeFunction(double time, ReadOnlySpan<double> input, Span<double> output);

/// <summary>An output that replaces a node's declared one.</summary>
public sealed class NodeOutput
{
    private readonly NodeFunction _function;

    private NodeOutput(NodeFunction function, int? size) => (_function, Size) = (function, size);

    /// <summary>Number of values, if the output itself tells.</summary>
    internal int? Size { get; }

    /// <summary>A constant number.</summary>
    public static implicit operator NodeOutput(double value) => FromValues(value);

    /// <summary>A constant vector.</summary>
    public static implicit operator NodeOutput(double[] values) => FromValues(values);

    /// <summary>A constant vector.</summary>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static NodeOutput FromValues(params double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Array.FindIndex(values, value => !double.IsFinite(value)) is >= 0 and var i)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A node's output must be finite, and value {i} is {values[i]}."), nameof(values));
        }

        double[] copy = [.. values];
        return new((_, _, output) => copy.CopyTo(output), copy.Length);
    }

    /// <summary>A number that depends on time.</summary>
    public static NodeOutput From(Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new((time, _, output) => output[0] = function(time), 1);
    }

    /// <summary>A vector that depends on time and the node's input.</summary>
    public static NodeOutput From(NodeFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new(function, null);
    }

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Evaluate(double time, ReadOnlySpan<double> input, Span<double> output) => _function(time, input, output);
}
