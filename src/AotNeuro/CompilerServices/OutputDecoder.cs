using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AotNeuro.CompilerServices;

/// <summary>Decodes many values at once from the outputs of neurons: rates, or spikes of several heights.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OutputDecoder
{
    /// <summary>Eight decoded values are summed in registers.</summary>
    private const int Columns = 8;

    /// <summary>Adds up the decoders times the outputs, in the order of the neurons.</summary>
    /// <param name="output">An output per neuron.</param>
    /// <param name="lanes">Number of neurons.</param>
    /// <param name="decoders">A row of <paramref name="stride"/> values per neuron.</param>
    /// <param name="stride">Length of a row, a multiple of 8.</param>
    /// <param name="decoded">Receives a row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Decode(ref double output, int lanes, ref double decoders, int stride, ref double decoded)
    {
        for (int column = 0; column < stride; column += Columns)
        {
            Vector256<double> low = Vector256<double>.Zero;
            Vector256<double> high = Vector256<double>.Zero;
            ref double row = ref Unsafe.Add(ref decoders, column);
            for (int neuron = 0; neuron < lanes; neuron++)
            {
                double value = Unsafe.Add(ref output, neuron);
                if (value != 0.0)
                {
                    low += Vector256.LoadUnsafe(ref row) * Vector256.Create(value);
                    high += Vector256.LoadUnsafe(ref row, 4) * Vector256.Create(value);
                }

                row = ref Unsafe.Add(ref row, stride);
            }

            low.StoreUnsafe(ref decoded, (nuint)column);
            high.StoreUnsafe(ref decoded, (nuint)column + 4);
        }
    }

    /// <summary>Adds up the decoders times the outputs, in the order of the neurons: products in single precision, sums as doubles.</summary>
    /// <inheritdoc cref="Decode(ref double, int, ref double, int, ref double)"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Decode(ref float output, int lanes, ref float decoders, int stride, ref double decoded)
    {
        for (int column = 0; column < stride; column += Columns)
        {
            Vector256<double> low = Vector256<double>.Zero;
            Vector256<double> high = Vector256<double>.Zero;
            ref float row = ref Unsafe.Add(ref decoders, column);
            for (int neuron = 0; neuron < lanes; neuron++)
            {
                float value = Unsafe.Add(ref output, neuron);
                if (value != 0f)
                {
                    Vector256<float> product = Vector256.LoadUnsafe(ref row) * Vector256.Create(value);
                    low += Vector256.WidenLower(product);
                    high += Vector256.WidenUpper(product);
                }

                row = ref Unsafe.Add(ref row, stride);
            }

            low.StoreUnsafe(ref decoded, (nuint)column);
            high.StoreUnsafe(ref decoded, (nuint)column + 4);
        }
    }
}
