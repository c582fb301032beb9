using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro.Building;

/// <summary>Decoders times a connection's transform, and full weights: what spikes are multiplied by in a step.</summary>
internal static class DecoderWeights
{
    /// <summary>Full weights, <c>encoders . transform . decoders'</c>.</summary>
    /// <param name="weights">Transform times decoders, <c>[size out, neurons]</c>.</param>
    /// <param name="encoders">Scaled encoders of the target, <c>[target neurons, size out]</c>.</param>
    /// <returns>The weights, <c>[target neurons, neurons]</c>.</returns>
    public static double[] Encode(MatrixView weights, MatrixView encoders)
    {
        var full = new double[encoders.Rows * weights.Columns];
        for (int row = 0; row < encoders.Rows; row++)
        {
            Span<double> target = full.AsSpan(row * weights.Columns, weights.Columns);
            MatrixProducts.MultiplyTransposed(weights, encoders.Row(row), target);
        }

        return full;
    }

    /// <summary><c>transform . decoders'</c>.</summary>
    /// <param name="request">The request, decoders included.</param>
    /// <param name="neurons">Number of neurons.</param>
    /// <param name="random">The connection's generator, after the solver's draws.</param>
    /// <returns>The weights, <c>[size out, neurons]</c>.</returns>
    /// <exception cref="BuildException">The transform has another shape, or is not finite.</exception>
    public static double[] Find(DecodeRequest request, int neurons, RandomState random)
    {
        (int rows, int columns) = (request.SizeOut, request.FunctionSize);
        double[] transform = Matrix(request, random);
        var weights = new double[rows * neurons];
        for (int row = 0; row < rows; row++)
        {
            Span<double> target = weights.AsSpan(row * neurons, neurons);
            for (int column = 0; column < columns; column++)
            {
                double factor = transform[row * columns + column];
                for (int neuron = 0; factor != 0.0 && neuron < neurons; neuron++)
                {
                    target[neuron] += factor * request.Decoders[neuron * columns + column];
                }
            }
        }

        return weights;
    }

    /// <summary>The transform as a whole matrix.</summary>
    /// <returns>The matrix, <c>[size out, function size]</c>.</returns>
    /// <exception cref="BuildException">The transform has another shape, or is not finite.</exception>
    public static double[] Matrix(DecodeRequest request, RandomState random) =>
        DenseTransform.Matrix(request.Name, request.Transform, request.SizeOut, request.FunctionSize, random);
}
