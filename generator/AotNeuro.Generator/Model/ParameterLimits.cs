namespace AotNeuro.Generator.Model;

/// <summary>What values a parameter of a neuron type takes.</summary>
/// <param name="Name">The parameter, named as in <see cref="NeuronUse.Parameters"/>.</param>
/// <param name="Above">All values are above this one.</param>
/// <param name="AtLeast">The least value.</param>
/// <param name="AtMost">The greatest value.</param>
internal sealed record ParameterLimits(string Name, double Above, double AtLeast, double AtMost)
{
    public bool IsNone => double.IsNegativeInfinity(Above) && double.IsNegativeInfinity(AtLeast) && double.IsPositiveInfinity(AtMost);

    public bool Holds(double value) => value > Above && value >= AtLeast && value <= AtMost;

    /// <summary>The limits of a value that several parameters take.</summary>
    public ParameterLimits With(ParameterLimits other) =>
        new(Name, Math.Max(Above, other.Above), Math.Max(AtLeast, other.AtLeast), Math.Min(AtMost, other.AtMost));
}
