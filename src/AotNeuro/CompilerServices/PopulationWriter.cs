using System.ComponentModel;
using System.Numerics;
using AotNeuro.Building;

namespace AotNeuro.CompilerServices;

/// <summary>
/// Writes what was built of an ensemble into the arena, as doubles or in single precision. Per-neuron arrays are padded to whole blocks of lanes;
/// rows that are read together lie interleaved, <c>[block][row][lane]</c>.
/// </summary>
/// <typeparam name="T">What the ensemble's neurons step in.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct PopulationWriter<T>
    where T : struct, INumberBase<T>
{
    private readonly Span<T> _memory;
    private readonly int _lanes;

    internal PopulationWriter(Span<T> memory, int lanes)
    {
        _memory = memory;
        _lanes = lanes;
    }

    /// <summary>The value at an offset.</summary>
    public ref T this[int offset] => ref _memory[offset];

    /// <summary>Writes the biases of an ensemble, a neuron every so many values.</summary>
    public void WriteBias(int offset, Ensemble ensemble, int step = 1) => Write(offset, ensemble.Bias, step);

    /// <summary>Writes the scaled encoders of an ensemble.</summary>
    public void WriteEncoders(int offset, Ensemble ensemble)
    {
        MatrixView encoders = ensemble.ScaledEncoders;
        for (int d = 0; d < encoders.Columns; d++)
        {
            for (int neuron = 0; neuron < encoders.Rows; neuron++)
            {
                this[offset + Arena.Interleaved(neuron, d, encoders.Columns, _lanes)] = T.CreateTruncating(encoders[neuron, d]);
            }
        }
    }

    /// <summary>Writes the scaled encoders of an ensemble into its lane, a neuron every so many values, its dimensions a vector apart.</summary>
    public void WriteEncoders(int offset, Ensemble ensemble, int step)
    {
        MatrixView encoders = ensemble.ScaledEncoders;
        for (int neuron = 0; neuron < encoders.Rows; neuron++)
        {
            for (int d = 0; d < encoders.Columns; d++)
            {
                this[offset + neuron * step + d * _lanes] = T.CreateTruncating(encoders[neuron, d]);
            }
        }
    }

    /// <summary>Writes weights, times the height of a spike, into an ensemble's lane, a neuron every so many values, its rows a vector apart.</summary>
    public void WriteDecoders(int offset, Ensemble ensemble, ModelObject owner, int step)
    {
        MatrixView weights = WeightsOf(owner);
        for (int row = 0; row < weights.Rows; row++)
        {
            for (int neuron = 0; neuron < weights.Columns; neuron++)
            {
                this[offset + neuron * step + row * _lanes] = T.CreateTruncating(weights[row, neuron] * ensemble.SpikeHeight);
            }
        }
    }

    /// <summary>Writes weights, times the height of a spike, as rows of lanes: row r of all rows that the ensemble decodes.</summary>
    public void WriteDecoderLanes(int offset, Ensemble ensemble, ModelObject owner, int firstRow, int rows)
    {
        MatrixView weights = WeightsOf(owner);
        for (int row = 0; row < weights.Rows; row++)
        {
            for (int neuron = 0; neuron < weights.Columns; neuron++)
            {
                this[offset + Arena.Interleaved(neuron, firstRow + row, rows, _lanes)] = T.CreateTruncating(weights[row, neuron] * ensemble.SpikeHeight);
            }
        }
    }

    /// <summary>Writes weights, times the height of a spike, neuron by neuron.</summary>
    public void WriteDecoderRows(int offset, Ensemble ensemble, ModelObject owner, int stride)
    {
        MatrixView weights = WeightsOf(owner);
        for (int row = 0; row < weights.Rows; row++)
        {
            for (int neuron = 0; neuron < weights.Columns; neuron++)
            {
                this[offset + neuron * stride + row] = T.CreateTruncating(weights[row, neuron] * ensemble.SpikeHeight);
            }
        }
    }

    /// <summary>Writes the initial values of a state, a neuron every so many values.</summary>
    public void WriteState(int offset, Ensemble ensemble, int state, int step = 1) => Write(offset, ensemble.InitialState(state), step);

    private void Write(int offset, ReadOnlySpan<double> values, int step)
    {
        for (int i = 0; i < values.Length; i++)
        {
            this[offset + i * step] = T.CreateTruncating(values[i]);
        }
    }

    private static MatrixView WeightsOf(ModelObject owner)
    {
        DecodeRequest request = owner.Decoding!.Solved;
        return new(request.Weights, request.WeightRows, request.Weights.Length / request.WeightRows);
    }
}
