using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>
/// One step of all ensembles of a shape: encode, neurons, decode. Offsets are relative to the two blocks of memory that each such ensemble
/// has, one of constants and one of state, both in values of the kernel's precision.
/// </summary>
/// <param name="Graph">A step of one neuron.</param>
/// <param name="Parameters">The neuron type's parameters.</param>
/// <param name="Lanes">The neurons of an ensemble, padded to whole blocks if lanes are neurons.</param>
/// <param name="Used">The lanes that hold neurons, up to an even number: where vectors are narrower than a block, its last ones may be padding.</param>
/// <param name="Dimensions">Dimensions of the input.</param>
/// <param name="Columns">Number of decoded values.</param>
/// <param name="LiveStates">The states that are needed.</param>
/// <param name="StoresCurrent">Whether somebody reads the currents.</param>
/// <param name="StoresOutput">Whether somebody reads the outputs.</param>
/// <param name="StoresSpikes">Whether somebody reads the spikes as bits.</param>
/// <param name="TakesInjected">Whether something is added to the currents.</param>
/// <param name="IsSingle">Whether neurons step in single precision.</param>
/// <param name="IsAcross">Whether a vector's lanes are one neuron each of several ensembles, not several neurons of one.</param>
/// <param name="IsCut">Whether threads share its loop, so that it runs from one neuron to another.</param>
/// <param name="IsFast">Whether products and sums may be joined, and so rounded otherwise than Nengo's.</param>
/// <param name="LearnedRows">Number of values decoded by weights that PES changes.</param>
internal sealed record Kernel(
    NeuronGraph Graph,
    EquatableArray<KernelParameter> Parameters,
    int Lanes,
    int Used,
    int Dimensions,
    int Columns,
    EquatableArray<string> LiveStates,
    bool StoresCurrent,
    bool StoresOutput,
    bool StoresSpikes,
    bool TakesInjected,
    bool IsSingle,
    bool IsAcross,
    bool IsCut,
    bool IsFast,
    int LearnedRows)
{
    /// <summary>Logical lanes of a block of doubles: the same on every instruction set, so that sums are.</summary>
    public const int Width = 8;

    /// <summary>Logical lanes of a block in single precision.</summary>
    public const int SingleWidth = 16;

    /// <summary>Up to this many decoded values, decoders are summed inside the loop over neurons; beyond, from the spike bits or the stored outputs.</summary>
    public const int DenseColumns = 3;

    /// <summary>The same in single precision, where a block holds twice the neurons.</summary>
    public const int SingleDenseColumns = 5;

    /// <summary>Up to this many dimensions lanes may lie across the ensembles of an array: their inputs are then gathered lane by lane.</summary>
    public const int AcrossDimensions = 4;

    /// <summary>Dimensions whose products are added one after the other in a loop over more of them.</summary>
    public const int UnrolledDimensions = 8;

    /// <summary>Up to this many dimensions the input is held in registers, of which there are 32 where vectors are the widest and else 16.</summary>
    public static int RegisterDimensions(int width) => width == 512 ? 16 : 4;

    /// <summary>How many vectors of the last block hold neurons, if some hold none; else 0.</summary>
    public int LastVectors(int width)
    {
        int perVector = width / (8 * ValueSize), inLast = Used % BlockLanes, vectors = (inLast + perVector - 1) / perVector;
        return IsAcross || IsCut || vectors == BlockLanes / perVector ? 0 : vectors;
    }

    /// <summary>Logical lanes of a block.</summary>
    public int BlockLanes => IsSingle ? SingleWidth : Width;

    /// <summary>Bytes of spike bits: one for eight neurons.</summary>
    public int SpikeBytes => Lanes / 8;

    public bool DecodesDense => Columns <= (IsSingle ? SingleDenseColumns : DenseColumns);

    public bool NeedsSpikeBits => StoresSpikes || (!DecodesDense && Graph.IsSpikeMask);

    public bool NeedsOutput => StoresOutput || (!DecodesDense && !Graph.IsSpikeMask);

    /// <summary>Spikes are stored and learned from as the height that they have in this ensemble; values as they are.</summary>
    public bool HoldsSpikeHeight => (StoresOutput || LearnedRows > 0) && Graph.IsSpikeMask;

    /// <summary>Decoders outside the loop are rows of this many values, one row per neuron.</summary>
    public int DecoderStride => RoundUp(Columns, BlockLanes);

    /// <summary>How far the decoded values of an array's ensembles lie apart, or those of its groups.</summary>
    public int DecodedStride => IsAcross ? Columns * BlockLanes : DecodesDense ? Columns : DecoderStride;

    /// <summary>How far the inputs lie apart that an instance takes.</summary>
    public int InputStride => IsAcross ? Dimensions * BlockLanes : Dimensions;

    /// <summary>How many instances step an ensemble or an array: one, one for each of its ensembles, or one for each group of as many as there are lanes.</summary>
    public int Instances(int ensembles) => IsAcross ? (ensembles + BlockLanes - 1) / BlockLanes : ensembles;

    // Lanes along neurons: the block of constants begins with the bias, then these.
    public int Encoders => Lanes;

    public int Decoders => Encoders + Lanes * Dimensions;

    // Lanes across the ensembles of an array: a neuron after the other, its bias, encoders and decoders for all lanes.
    public int EncoderAcross(int dimension) => (1 + dimension) * BlockLanes;

    public int DecoderAcross(int column) => (1 + Dimensions + column) * BlockLanes;

    public int ConstantRow => (1 + Dimensions + Columns) * BlockLanes;

    public int StateRow => LiveStates.Count * BlockLanes;

    public int Slots => IsAcross ? Lanes * ConstantRow : Decoders + Lanes * (DecodesDense ? Columns : DecoderStride);

    /// <summary>The slots are followed by the height of a spike, if spikes are stored as outputs.</summary>
    public int ConstantSize(int slots) => RoundUp(Slots + slots + (HoldsSpikeHeight ? 1 : 0), BlockLanes);

    // The block of state.
    public int State(string name) => (IsAcross ? BlockLanes : Lanes) * LiveStates.ToList().IndexOf(name);

    public int Current => Lanes * LiveStates.Count;

    public int Output => Current + (StoresCurrent ? Lanes : 0);

    public int Spikes => Output + (NeedsOutput ? Lanes : 0);

    /// <summary>Where the input lies in single precision, if it is read once for every block.</summary>
    public int NarrowInput => Spikes + (NeedsSpikeBits ? RoundUp((SpikeBytes + ValueSize - 1) / ValueSize, BlockLanes) : 0);

    public bool NarrowsInput => IsSingle && Dimensions > RegisterDimensions(width: 128);

    public int StateSize => IsAcross ? Lanes * StateRow : RoundUp(NarrowInput + (NarrowsInput ? Dimensions : 0), BlockLanes);

    private int ValueSize => IsSingle ? sizeof(float) : sizeof(double);

    /// <summary>What a number of values takes of the arena, in doubles.</summary>
    public int InDoubles(int values) => IsSingle ? values / 2 : values;

    public static int RoundUp(int size, int multiple = Width) => (size + multiple - 1) / multiple * multiple;
}

/// <summary>A parameter of a kernel's neuron type: a constant in the code, or a value that each ensemble holds.</summary>
internal sealed record KernelParameter(string Name, double Value, bool IsTunable);
