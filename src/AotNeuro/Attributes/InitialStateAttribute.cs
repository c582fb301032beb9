namespace AotNeuro;

/// <summary>
/// Sets the values that a state of an ensemble's neurons starts with (Nengo's <c>initial_state</c>). Goes beside
/// <see cref="EnsembleAttribute">[Ensemble]</see>, or beside a network of the library, whose ensembles then all start so; once for each state.
/// </summary>
/// <remarks>
/// States are drawn in the order in which the neuron type declares them, whatever the order of the attributes, one draw per neuron. Numbers
/// and arrays take no draws, as in Nengo, so that states after them get other ones.
/// </remarks>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class InitialStateAttribute : Attribute
{
    /// <summary>Values as <paramref name="value"/> says.</summary>
    /// <param name="state">The state, by <c>nameof</c>: <c>nameof(LIF.Voltage)</c>.</param>
    /// <param name="value">
    /// A number for all neurons, an array with one per neuron, or the name of a static member that is a <c>double[]</c> or a
    /// <see cref="Distribution"/>.
    /// </param>
    public InitialStateAttribute(string state, object value) => (State, Value) = (state, value);

    /// <summary>Values drawn uniformly from <c>[low, high)</c>.</summary>
    /// <param name="state">The state, by <c>nameof</c>.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end, not below <paramref name="low"/>.</param>
    public InitialStateAttribute(string state, double low, double high) => (State, Low, High) = (state, low, high);

    /// <summary>The state.</summary>
    public string State { get; }

    /// <summary>Its values; null where they are drawn between <see cref="Low"/> and <see cref="High"/>.</summary>
    public object? Value { get; }

    /// <summary>Lower end of values that are drawn.</summary>
    public double Low { get; }

    /// <summary>Upper end of values that are drawn.</summary>
    public double High { get; }
}
