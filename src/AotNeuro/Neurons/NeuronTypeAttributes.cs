namespace AotNeuro;

/// <summary>
/// Marks a partial struct as a neuron type: parameters, states and one <c>Step</c> method of plain scalar C#. The generator
/// reads the body of <c>Step</c> as an expression graph, records it in the assembly's metadata, and prints it as vector code
/// wherever an ensemble uses the type.
/// </summary>
/// <remarks>
/// <para>
/// <c>Step(double current, double dt)</c> returns <see langword="bool"/>, whether the neuron spiked, or <see langword="double"/>, the
/// output itself: a rate in Hz, or the number of spikes times <c>amplitude / dt</c>. Its body may hold local variables, assignments
/// to locals and states, <c>if</c>/<c>else</c>, conditional expressions, arithmetic, comparisons, <c>! &amp;&amp; ||</c> and calls of
/// <see cref="Math.Max(double, double)"/>, <c>Min</c>, <c>Abs</c>, <c>Sqrt</c>, <c>Floor</c>, <c>Exp</c>, <c>Log</c>, <c>Sin</c>, <c>Cos</c>,
/// <c>Tanh</c>, and of <see cref="Numerics.PortableMath.Log1P"/> and <see cref="Numerics.PortableMath.Expm1"/>. A method
/// <c>Initialize(double dt)</c> of the same C# may set hidden states from the others.
/// </para>
/// <para>
/// Compiled, <c>Exp</c>, <c>Log</c>, <c>Sin</c>, <c>Cos</c> and <c>Tanh</c> are those of <see cref="Numerics.PortableMath"/>, with the same bits on every
/// machine.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class NeuronTypeAttribute : Attribute
{
    /// <summary>
    /// Seconds that pass from zero states before the rates of a spiking type are measured for 1 s, where it has no <c>Rates</c>. Default 0.1.
    /// </summary>
    public double SettleTime { get; set; } = 0.1;

    /// <summary>
    /// Whether the values that <c>Step</c> returns are spikes. Default <see langword="false"/>: they are rates. A <c>Step</c> that returns
    /// <see langword="bool"/> always spikes.
    /// </summary>
    public bool IsSpiking { get; set; }

    /// <summary>Whether the values that <c>Step</c> returns can be below 0. Default <see langword="false"/>.</summary>
    public bool HasNegativeOutput { get; set; }
}

/// <summary>
/// The base of the attributes that give an ensemble its neuron type. Derive one per neuron type, with a settable property of
/// the same name for every parameter.
/// </summary>
/// <typeparam name="TNeuron">The neuron type.</typeparam>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, Inherited = false)]
public class NeuronTypeAttribute<TNeuron> : Attribute
    where TNeuron : struct, INeuronType;

/// <summary>
/// The base of the attributes that turn the rates of the neuron type beside them into spikes. Derive one per such type, with a
/// settable property of the same name for every parameter. The type is written as a neuron type whose current is the rate.
/// </summary>
/// <typeparam name="TSpikes">The type that makes spikes of rates.</typeparam>
/// <remarks>The rates themselves can be probed as <see cref="ProbeSignal.RateOut"/>; gain and bias are those of the rate type.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, Inherited = false)]
public class RatesToSpikesAttribute<TSpikes> : Attribute
    where TSpikes : struct, INeuronType;

/// <summary>
/// Marks a field of a neuron type as a parameter; its initialiser is the default. Values outside of its limits are errors: AN0321 where
/// an attribute gives them, an <see cref="ArgumentOutOfRangeException"/> where a <see cref="TunableAttribute"/> property is set.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class NeuronParameterAttribute : Attribute
{
    /// <summary>The number that all values are above. Default: none.</summary>
    public double Above { get; set; } = double.NegativeInfinity;

    /// <summary>The least value. Default: none.</summary>
    public double AtLeast { get; set; } = double.NegativeInfinity;

    /// <summary>The greatest value. Default: none.</summary>
    public double AtMost { get; set; } = double.PositiveInfinity;
}

/// <summary>
/// Marks a field of a neuron type as a state, with the distribution of its initial values. The order of declaration is the
/// order of the draws.
/// </summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class NeuronStateAttribute : Attribute
{
    /// <summary>A state that every neuron starts with the same value of. It takes a draw per neuron all the same, as Nengo's <c>Choice([value])</c> does.</summary>
    public NeuronStateAttribute(double value) => (Low, High) = (value, value);

    /// <summary>A state whose initial values are drawn uniformly from <c>[low, high)</c>.</summary>
    public NeuronStateAttribute(double low, double high) => (Low, High) = (low, high);

    /// <summary>Lower end of the initial values.</summary>
    public double Low { get; }

    /// <summary>Upper end of the initial values.</summary>
    public double High { get; }
}

/// <summary>Marks a field of a neuron type as a state that takes no draw and that <c>Initialize</c> sets from the other states.</summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class HiddenNeuronStateAttribute : Attribute;
