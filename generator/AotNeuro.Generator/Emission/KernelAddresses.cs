using AotNeuro.Generator.Lowering;

namespace AotNeuro.Generator.Emission;

/// <summary>Where the vectors of a kernel lie in its blocks of constants and state, as expressions of the loop's variables.</summary>
internal abstract class KernelAddresses
{
    public static KernelAddresses Of(Kernel kernel) => kernel.IsAcross ? new AcrossEnsembles(kernel) : new AlongNeurons(kernel);

    /// <summary>The loop over blocks of vectors, up to a lane where lanes are neurons.</summary>
    public abstract string Loop(int lanes);

    /// <summary>The loop's variables.</summary>
    public abstract IReadOnlyList<string> Indices { get; }

    /// <summary>The input has a value for each lane, not one for all.</summary>
    public abstract bool InputHasLanes { get; }

    public abstract string Bias(string lane);

    public abstract string Encoder(int dimension, string lane);

    public abstract string Decoder(int column, string lane);

    public abstract string State(string name, string lane);

    private static string Plus(params string[] terms) => string.Join(" + ", terms.Where(term => term.Length > 0));

    private static string Text(int offset) => offset == 0 ? "" : Literal.Of(offset);

    /// <summary>
    /// Lanes are neurons of one ensemble. Each array is padded to whole blocks; rows of encoders and decoders lie interleaved by blocks,
    /// <c>[block][row][lane]</c>, so that a block reads one stretch.
    /// </summary>
    private sealed class AlongNeurons(Kernel kernel) : KernelAddresses
    {
        public override string Loop(int lanes) => kernel.IsCut
            ? $"for (nuint i = first; i < last; i += {kernel.BlockLanes})"
            : $"for (nuint i = 0; i < {lanes}; i += {kernel.BlockLanes})";

        public override IReadOnlyList<string> Indices => ["i"];

        public override bool InputHasLanes => false;

        public override string Bias(string lane) => Plus("i", lane);

        public override string Encoder(int dimension, string lane) => Row(kernel.Encoders, dimension, kernel.Dimensions, lane);

        public override string Decoder(int column, string lane) => Row(kernel.Decoders, column, kernel.Columns, lane);

        public override string State(string name, string lane) => Plus("i", lane, Text(kernel.State(name)));

        private string Row(int offset, int row, int rows, string lane) =>
            Plus(rows == 1 ? "i" : $"i * {rows}", lane, Text(offset + row * kernel.BlockLanes));
    }

    /// <summary>Lanes are ensembles of an array, one neuron of each: no lane is padding and no sum crosses lanes. A neuron's vectors lie side by side.</summary>
    private sealed class AcrossEnsembles(Kernel kernel) : KernelAddresses
    {
        public override string Loop(int lanes) => kernel.StateRow == 0
            ? $"for (nuint i = 0; i < {kernel.Slots}; i += {kernel.ConstantRow})"
            : $"for (nuint i = 0, s = 0; i < {kernel.Slots}; i += {kernel.ConstantRow}, s += {kernel.StateRow})";

        public override IReadOnlyList<string> Indices => kernel.StateRow == 0 ? ["i"] : ["i", "s"];

        public override bool InputHasLanes => true;

        public override string Bias(string lane) => Plus("i", lane);

        public override string Encoder(int dimension, string lane) => Plus("i", lane, Text(kernel.EncoderAcross(dimension)));

        public override string Decoder(int column, string lane) => Plus("i", lane, Text(kernel.DecoderAcross(column)));

        public override string State(string name, string lane) => Plus("s", lane, Text(kernel.State(name)));
    }
}
