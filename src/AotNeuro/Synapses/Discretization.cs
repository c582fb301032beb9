namespace AotNeuro;

/// <summary>How a filter of continuous time becomes one of steps.</summary>
public enum Discretization
{
    /// <summary>Exactly, for an input that is constant within a step ("zero-order hold"; Nengo's <c>zoh</c>).</summary>
    Zoh,

    /// <summary>The derivative at the start of the step holds for the whole of it (Nengo's <c>euler</c>).</summary>
    Euler,

    /// <summary>The derivative at the end of the step holds for the whole of it (Nengo's <c>backward_diff</c>).</summary>
    BackwardDifference,

    /// <summary>The mean of the derivatives at both ends holds, Tustin's method (Nengo's <c>bilinear</c>).</summary>
    Bilinear,
}
