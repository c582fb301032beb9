namespace AotNeuro.Benchmarks;

/// <summary>
/// Gains, biases, encoders, decoders and first states of a model for its C twin, whose neurons so spike as often: rows of doubles, each after its
/// length as an int.
/// </summary>
internal static class TwinParameters
{
    public static void Write(NeuralModel model, string file)
    {
        using var writer = new BinaryWriter(File.Create(file));
        Connection[] decoding = [.. model.AllConnections.Where(connection => connection.IsDecoded && IsUsed(model, connection))];
        foreach ((int index, Ensemble ensemble) in model.AllEnsembles.Index())
        {
            WriteRow(writer, ensemble.Bias);
            WriteRow(writer, ensemble.ScaledEncoders.Values);
            WriteRow(writer, index < decoding.Length ? DecodersOf(decoding[index], ensemble) : SameDecoders(ensemble));
            WriteRow(writer, ensemble.InitialState(0));
            WriteRow(writer, SecondState(ensemble));
        }

        if (model is Convolution256)
        {
            WriteRow(writer, Flat(CircularConvolution.TransformA(256)));
            WriteRow(writer, Flat(CircularConvolution.TransformB(256)));
            WriteRow(writer, Flat(CircularConvolution.TransformOut(256)));
        }
    }

    // Each ensemble has one connection that decodes, in the order of the ensembles; in a product, that of the squares.
    private static bool IsUsed(NeuralModel model, Connection connection) =>
        model is not Convolution256 || connection.Target.EndsWith(".Square", StringComparison.Ordinal);

    private static double[] DecodersOf(Connection connection, Ensemble ensemble) =>
        Array.ConvertAll(connection.Weights.Values.ToArray(), weight => weight * ensemble.SpikeHeight);

    // A probe does not show its decoders, and nothing depends on what it decodes: equal numbers take the same time.
    private static double[] SameDecoders(Ensemble ensemble) =>
        [.. Enumerable.Repeat(ensemble.SpikeHeight / ensemble.NeuronCount, ensemble.NeuronCount)];

    // The second state of an LIF neuron is exp((refractory time - dt) / tau_rc), here and in the twin.
    private static ReadOnlySpan<double> SecondState(Ensemble ensemble) =>
        ensemble.NeuronType is LIF lif
            ? Array.ConvertAll(ensemble.InitialState(1).ToArray(), time => Math.Exp((time - 0.001) / lif.TauRc))
            : ensemble.InitialState(1);

    private static double[] Flat(double[,] matrix) => [.. matrix.Cast<double>()];

    private static void WriteRow(BinaryWriter writer, ReadOnlySpan<double> values)
    {
        writer.Write(values.Length);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values));
    }
}
