using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>Rates of neurons for given inputs.</summary>
public sealed class TuningCurves
{
    private readonly double[] _inputs;
    private readonly double[] _rates;
    private readonly int _dimensions;
    private readonly int _neurons;

    internal TuningCurves(double[] inputs, int dimensions, double[] rates, int neurons) =>
        (_inputs, _dimensions, _rates, _neurons) = (inputs, dimensions, rates, neurons);

    /// <summary>The inputs, <c>[points, dimensions]</c>.</summary>
    public MatrixView Inputs => new(_inputs, _inputs.Length / _dimensions, _dimensions);

    /// <summary>The rates in Hz, <c>[points, neurons]</c>.</summary>
    public MatrixView Rates => new(_rates, _inputs.Length / _dimensions, _neurons);
}

/// <summary>Computes tuning and response curves.</summary>
internal static class Curves
{
    private const int PointsPerDimension = 50;

    /// <summary>Whether a grid over so many dimensions, and a rate per point and neuron, fits into an array.</summary>
    public static bool GridFits(int dimensions, int neurons)
    {
        double values = Math.Max(dimensions, neurons);
        for (int d = 0; d < dimensions; d++)
        {
            values *= PointsPerDimension;
        }

        return values <= Array.MaxLength;
    }

    /// <summary>The points of a grid over [-radius, radius]^dimensions, row after row.</summary>
    public static double[] Grid(double radius, int dimensions)
    {
        var axis = new double[PointsPerDimension];
        Interpolation.Linspace(-radius, radius, axis);
        int points = 1;
        for (int d = 0; d < dimensions; d++)
        {
            points *= PointsPerDimension;
        }

        var grid = new double[points * dimensions];
        for (int point = 0; point < points; point++)
        {
            int rest = point;
            for (int d = dimensions - 1; d >= 0; d--)
            {
                grid[point * dimensions + d] = axis[rest % PointsPerDimension];
                rest /= PointsPerDimension;
            }
        }

        return grid;
    }

    public static TuningCurves Tuning(Ensemble ensemble, double[] inputs)
    {
        int dimensions = ensemble.Dimensions;
        double radius = ensemble.Radius;
        return Rates(ensemble, inputs, dimensions, (point, neuron) =>
        {
            double projection = 0.0;
            for (int d = 0; d < dimensions; d++)
            {
                projection += inputs[point * dimensions + d] * ensemble.Encoders[neuron, d];
            }

            return projection / radius;
        });
    }

    public static TuningCurves Response(Ensemble ensemble, double[] inputs) => Rates(ensemble, inputs, 1, (point, _) => inputs[point]);

    private static TuningCurves Rates(Ensemble ensemble, double[] inputs, int dimensions, Func<int, int, double> projection)
    {
        int points = inputs.Length / dimensions;
        int neurons = ensemble.NeuronCount;
        var currents = new double[points * neurons];
        for (int point = 0; point < points; point++)
        {
            for (int neuron = 0; neuron < neurons; neuron++)
            {
                currents[point * neurons + neuron] = ensemble.Gain[neuron] * projection(point, neuron) + ensemble.Bias[neuron];
            }
        }

        var rates = new double[currents.Length];
        ensemble.NeuronType.Rates(currents, rates);
        return new(inputs, dimensions, rates, neurons);
    }
}
