namespace AotNeuro;

/// <summary>
/// Marks a partial struct as a neuron type: parameters, states and one <c>Step</c> method of plain scalar C#. The generator
/// reads the body of <c>Step</c> as an expression graph, records it in the assembly's metadata, and prints it as vector code
/// wherever an ensemble uses the type.
/// </summary>
/// <remarks>
/// <c>Step(double current, double dt)</c> returns <see langword="bool"/>, whether the neuron spiked. Its body may hold local variables, assignments to locals and
/// states, <c>if</c>/<c>else</c>, conditional expressions, arithmetic, comparisons, <c>! &amp;&amp; ||</c> and calls of
/// <see cref="Math.Max(double, double)"/>, <c>Min</c>, <c>Abs</c>, <c>Sqrt</c>, <c>Floor</c>, <c>Exp</c> and <c>Log</c>. A method
/// <c>Initialize(double dt)</c> of the same C# may set hidden states from the others.
/// </remarks>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class NeuronTypeAttribute : Attribute
{
    /// <summary>Seconds that pass from zero states before rates are measured for 1 s, where they have no closed form. Default 0.1.</summary>
    public double SettleTime { get; set; } = 0.1;
}

/// <summary>
/// The base of the attributes that give an ensemble its neuron type. Derive one per neuron type, with a settable property of
/// the same name for every parameter.
/// </summary>
/// <typeparam name="TNeuron">The neuron type.</typeparam>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public class NeuronTypeAttribute<TNeuron> : Attribute
    where TNeuron : struct, INeuronType;

/// <summary>Marks a field of a neuron type as a parameter; its initialiser is the default.</summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class NeuronParameterAttribute : Attribute;

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
