namespace AotNeuro.Building;

/// <summary>What was sampled and computed for an ensemble; matrices row after row.</summary>
/// <remarks>No record: nobody compares or prints it, and programs would hold the code for that.</remarks>
/// <param name="radius">Radius.</param>
/// <param name="evalPoints">Evaluation points, <c>[points, dimensions]</c>, radius included.</param>
/// <param name="encoders">Encoders, <c>[neurons, dimensions]</c>.</param>
/// <param name="scaledEncoders">Encoders times gain over radius.</param>
/// <param name="gain">Gains.</param>
/// <param name="bias">Biases.</param>
/// <param name="places">Maximum rates in Hz, and intercepts in units of the radius.</param>
internal sealed class BuiltEnsemble(
    double radius,
    double[] evalPoints,
    double[] encoders,
    double[] scaledEncoders,
    double[] gain,
    double[] bias,
    Lazy<CurvePlaces> places)
{
    /// <summary>Radius.</summary>
    public double Radius { get; } = radius;

    /// <summary>Evaluation points, <c>[points, dimensions]</c>, radius included.</summary>
    public double[] EvalPoints { get; private set; } = evalPoints;

    /// <summary>Encoders, <c>[neurons, dimensions]</c>.</summary>
    public double[] Encoders { get; } = encoders;

    /// <summary>Encoders times gain over radius.</summary>
    public double[] ScaledEncoders { get; } = scaledEncoders;

    /// <summary>Gains.</summary>
    public double[] Gain { get; } = gain;

    /// <summary>Biases.</summary>
    public double[] Bias { get; } = bias;

    /// <summary>Maximum rates in Hz.</summary>
    public double[] MaxRates => places.Value.MaxRates;

    /// <summary>Intercepts in units of the radius.</summary>
    public double[] Intercepts => places.Value.Intercepts;

    /// <summary>Number of points that a distribution of evaluation points is asked for, also by a connection.</summary>
    public required int DrawnPoints { get; init; }

    /// <summary>Number of neurons.</summary>
    public int Neurons => Gain.Length;

    /// <summary>Number of dimensions.</summary>
    public int Dimensions { get; init; } = encoders.Length / gain.Length;

    /// <summary>Number of evaluation points.</summary>
    public int Points => EvalPoints.Length / Dimensions;

    /// <summary>The same ensemble with other evaluation points.</summary>
    public BuiltEnsemble WithPoints(double[] points)
    {
        var other = (BuiltEnsemble)MemberwiseClone();
        other.EvalPoints = points;
        return other;
    }
}
