using System.ComponentModel;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using AotNeuro.Building;

namespace AotNeuro.CompilerServices;

/// <summary>
/// All numbers that a step touches, in one pinned array that begins on a cache line. Per-neuron arrays are padded with zeros to whole
/// blocks of eight lanes; rows that are read together lie interleaved, <c>[block][row][lane]</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Arena
{
    private const int Lanes = 8;
    private const int SingleLanes = 16;
    private const int CacheLine = 64;

    private readonly double[] _memory;
    private readonly int _origin;
    private readonly int _stateStart;
    private readonly double[] _initial;

    internal Arena(int size, int stateStart)
    {
        bool isLarge = (long)size * sizeof(double) >= HugePages.Threshold;
        int alignment = isLarge ? HugePages.Size : CacheLine;
        _memory = GC.AllocateArray<double>(size + alignment / sizeof(double), pinned: true);
        nint address = MarshalAddress(_memory);
        _origin = (int)((alignment - address % alignment) % alignment / sizeof(double));
        if (isLarge)
        {
            HugePages.Ask(address + (nint)_origin * sizeof(double), (nint)size * sizeof(double));
        }

        Size = size;
        _stateStart = stateStart;
        _initial = new double[size - stateStart];
    }

    /// <summary>Number of doubles.</summary>
    public int Size { get; }

    /// <summary>What steps change.</summary>
    internal Span<double> State => _memory.AsSpan(_origin + _stateStart, Size - _stateStart);

    /// <summary>What steps only read.</summary>
    internal Span<double> Constants => _memory.AsSpan(_origin, _stateStart);

    /// <summary>What steps change, as it was at the start.</summary>
    internal Span<double> Initial => _initial;

    /// <summary>The value at an offset.</summary>
    public ref double this[int offset] => ref _memory.AsSpan(_origin, Size)[offset];

    internal ArenaRef Ref => new(ref _memory[_origin]);

    /// <summary>A hash of all that was built: what steps only read, and what they start from.</summary>
    internal ulong HashParameters()
    {
        var hash = new Crc64();
        hash.Append(MemoryMarshal.AsBytes(Constants));
        hash.Append(MemoryMarshal.AsBytes(Initial));
        return hash.GetCurrentHashAsUInt64();
    }

    internal void Clear() => _memory.AsSpan().Clear();

    internal void KeepInitialState() => State.CopyTo(_initial);

    internal void RestoreInitialState() => _initial.CopyTo(State);

    /// <summary>The memory as values in single precision, for neurons that step in it.</summary>
    public PopulationWriter<float> Singles => new(MemoryMarshal.Cast<double, float>(_memory.AsSpan(_origin, Size)), SingleLanes);

    /// <summary>The memory as doubles.</summary>
    public PopulationWriter<double> Doubles => new(_memory.AsSpan(_origin, Size), Lanes);

    /// <summary>Writes decay and gain of a lowpass filter.</summary>
    public void WriteLowpass(int offset, double tau, double dt) => (this[offset], this[offset + 1]) = Lowpass.Discretize(tau, dt);

    /// <summary>Writes the matrix that a connection or probe multiplies by in a step: what was solved, or else its transform.</summary>
    /// <exception cref="BuildException">It does not have the shape that the connection needs.</exception>
    public void WriteWeights(int offset, ModelObject owner, int rows, int columns) =>
        WeightsOf(owner, rows, columns).CopyTo(Slice(offset, rows * columns));

    /// <summary>Writes such a matrix in single precision.</summary>
    /// <inheritdoc cref="WriteWeights"/>
    public void WriteSingleWeights(int offset, ModelObject owner, int rows, int columns)
    {
        ReadOnlySpan<double> weights = WeightsOf(owner, rows, columns);
        Span<float> target = MemoryMarshal.Cast<double, float>(Slice(offset, (rows * columns + 1) / 2));
        for (int i = 0; i < weights.Length; i++)
        {
            target[i] = (float)weights[i];
        }
    }

    /// <summary>Writes the gains of some neurons, or of all.</summary>
    public void WriteGain(int offset, Ensemble ensemble, ReadOnlySpan<int> neurons = default)
    {
        ReadOnlySpan<double> gain = ensemble.Gain;
        Span<double> target = Slice(offset, neurons.IsEmpty ? gain.Length : neurons.Length);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = gain[neurons.IsEmpty ? i : neurons[i]];
        }
    }

    /// <summary>Writes gains of an array's neurons, which are counted through all its ensembles.</summary>
    public void WriteGain(int offset, Ensemble[] ensembles, ReadOnlySpan<int> neurons = default)
    {
        int each = ensembles[0].NeuronCount;
        Span<double> target = Slice(offset, neurons.IsEmpty ? ensembles.Length * each : neurons.Length);
        for (int i = 0; i < target.Length; i++)
        {
            int neuron = neurons.IsEmpty ? i : neurons[i];
            target[i] = ensembles[neuron / each].Gain[neuron % each];
        }
    }

    /// <summary>Lets a connection's learned weights be read and set.</summary>
    public void BindWeights(int offset, Connection connection, int rows, int columns) =>
        connection.Learned = new(this, connection.Name, offset, rows, columns, isInterleaved: false);

    /// <summary>Lets an ensemble's learned encoders be read and set.</summary>
    public void BindEncoders(int offset, Ensemble ensemble) =>
        ensemble.Learned = new(this, ensemble.Name, offset, ensemble.NeuronCount, ensemble.Dimensions, isInterleaved: true);

    /// <summary>Tells an input where the host writes.</summary>
    public void BindInput(int offset, Node node) => node.BindValues(this, offset);

    /// <summary>Tells an output where the host reads.</summary>
    public void BindOutput(int offset, Probe probe) => probe.BindValues(this, offset);

    /// <summary>Writes a multiple of the unit matrix.</summary>
    public void WriteDiagonal(int offset, int size, double value)
    {
        for (int i = 0; i < size; i++)
        {
            this[offset + i * size + i] = value;
        }
    }

    private static ReadOnlySpan<double> WeightsOf(ModelObject owner, int rows, int columns) => owner.Decoding is { } request
        ? request.Solved.Weights
        : DenseTransform.Matrix(owner.Name, ((Connection)owner).Options.Transform, rows, columns, new((uint)owner.BuiltSeed));

    internal Span<double> Slice(int offset, int length) => _memory.AsSpan(_origin, Size).Slice(offset, length);

    internal static int Interleaved(int neuron, int row, int rows, int lanes = Lanes) => neuron / lanes * lanes * rows + row * lanes + neuron % lanes;

    private static nint MarshalAddress(double[] pinned) => Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
}
