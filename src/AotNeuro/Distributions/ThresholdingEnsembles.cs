namespace AotNeuro;

/// <summary>
/// Values for ensembles of one dimension whose neurons fire only above a threshold (Nengo's preset of this name). They are static
/// members that <c>[EnsembleDefaults]</c> or <c>[Ensemble]</c> names, beside the radius itself.
/// </summary>
/// <remarks>
/// As in Nengo, the threshold is divided by the radius in evaluation points but not in intercepts: with a radius above 1,
/// neurons fire from threshold times radius on, and an ensemble that draws an intercept of 1 or more cannot be built.
/// </remarks>
public static class ThresholdingEnsembles
{
    /// <summary>Encoders of 1.</summary>
    public static Distribution Encoders { get; } = new Choice(new double[,] { { 1.0 } });

    /// <summary>Intercepts from the threshold up, most of them near it.</summary>
    /// <param name="threshold">Where neurons start to fire.</param>
    /// <param name="interceptWidth">The mean distance of intercepts from the threshold, above 0.</param>
    /// <param name="radius">The ensemble's radius, which no intercept reaches; above the threshold.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static Distribution Intercepts(double threshold, double interceptWidth = 0.15, double radius = 1.0) =>
        new Exponential(Arguments.Positive(interceptWidth), Arguments.Finite(threshold), BelowRadius(threshold, radius));

    /// <summary>Evaluation points between the threshold and the radius, in units of the radius.</summary>
    /// <param name="threshold">Where neurons start to fire.</param>
    /// <param name="radius">The ensemble's radius, above the threshold.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static Distribution EvalPoints(double threshold, double radius = 1.0) =>
        new Uniform(Arguments.Finite(threshold) / BelowRadius(threshold, radius), 1.0);

    private static double BelowRadius(double threshold, double radius) =>
        Arguments.Positive(radius) > threshold
            ? radius
            : throw new ArgumentOutOfRangeException(nameof(threshold), threshold, $"The threshold must be below the radius of {radius}.");
}
