using AotNeuro.Numerics;

namespace AotNeuro.Building;

/// <summary>Regularization by how often neurons fire.</summary>
internal static class ActiveShare
{
    /// <summary>Per neuron, <c>regularization * max(A)</c> times the root of the share of points at which its rate is above 0.</summary>
    public static double[] Sigma(double regularization, MatrixView activities)
    {
        var sigma = new double[activities.Columns];
        for (int point = 0; point < activities.Rows; point++)
        {
            ReadOnlySpan<double> rates = activities.Row(point);
            for (int neuron = 0; neuron < sigma.Length; neuron++)
            {
                sigma[neuron] += rates[neuron] > 0.0 ? 1.0 : 0.0;
            }
        }

        double noise = regularization * VectorLoops.Max(activities.Values);
        foreach (ref double value in sigma.AsSpan())
        {
            value = noise * Math.Sqrt(value / activities.Rows);
        }

        return sigma;
    }
}
