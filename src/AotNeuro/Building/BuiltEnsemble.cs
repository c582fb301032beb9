namespace AotNeuro.Building;

/// <summary>What was sampled and computed for an ensemble; matrices row after row.</summary>
/// <param name="Radius">Radius.</param>
/// <param name="EvalPoints">Evaluation points, <c>[points, dimensions]</c>, radius included.</param>
/// <param name="Encoders">Encoders, <c>[neurons, dimensions]</c>.</param>
/// <param name="ScaledEncoders">Encoders times gain over radius.</param>
/// <param name="Gain">Gains.</param>
/// <param name="Bias">Biases.</param>
/// <param name="Places">Maximum rates in Hz, and intercepts in units of the radius.</param>
internal sealed record BuiltEnsemble(
    double Radius,
    double[] EvalPoints,
    double[] Encoders,
    double[] ScaledEncoders,
    double[] Gain,
    double[] Bias,
    Lazy<CurvePlaces> Places)
{
    /// <summary>Maximum rates in Hz.</summary>
    public double[] MaxRates => Places.Value.MaxRates;

    /// <summary>Intercepts in units of the radius.</summary>
    public double[] Intercepts => Places.Value.Intercepts;

    /// <summary>Number of points that a distribution of evaluation points is asked for, also by a connection.</summary>
    public required int DrawnPoints { get; init; }

    /// <summary>Number of neurons.</summary>
    public int Neurons => Gain.Length;

    /// <summary>Number of dimensions.</summary>
    public int Dimensions { get; init; } = Encoders.Length / Gain.Length;

    /// <summary>Number of evaluation points.</summary>
    public int Points => EvalPoints.Length / Dimensions;
}
