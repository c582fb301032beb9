namespace AotNeuro;

/// <summary>What a <see cref="Piecewise"/> does between the times it has values for.</summary>
public enum PiecewiseInterpolation
{
    /// <summary>Holds a value until the time of the next one.</summary>
    Zero,

    /// <summary>Goes from value to value in straight lines.</summary>
    Linear,

    /// <summary>Takes the value whose time is nearest; halfway between two, the earlier.</summary>
    Nearest,

    /// <summary>A quadratic spline, of at least three values.</summary>
    Quadratic,

    /// <summary>A cubic spline, of at least four values.</summary>
    Cubic,
}
