namespace AotNeuro;

/// <summary>
/// The base of the attributes that let a connection learn. They go beside <see cref="ConnectionAttribute"/>, several if a
/// connection learns by several rules, also of one kind with a <see cref="Name"/> each; their changes add up in the order of the attributes.
/// </summary>
/// <remarks>The change that a rule computes in one step takes effect at the start of the next.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public abstract class LearningRuleAttribute : Attribute
{
    private protected LearningRuleAttribute(double learningRate) => LearningRate = learningRate;

    /// <summary>How fast the connection learns, not negative. Default the rule's own.</summary>
    public double LearningRate { get; set; }

    /// <summary>
    /// What the rule is called in paths, an identifier: the rule <c>Fast</c> of the connection <c>AToB</c> is the target
    /// <c>"AToB.Fast"</c> of connections that bring its error and of probes. Default its kind, as in <c>"AToB.PES"</c>.
    /// </summary>
    public string? Name { get; set; }
}

/// <summary>
/// Prescribed error sensitivity: changes decoders so that the error, which other connections bring to the rule, goes to zero.
/// <c>delta = -rate dt / n error activities'</c> for n presynaptic neurons. Default rate 1e-4.
/// </summary>
/// <remarks>
/// On a connection that ends at neurons the error is in the space of the postsynaptic ensemble, and each neuron takes it along its
/// scaled encoder; with full weights it is in that of the target's dimensions. From a slice of neurons, n is their number.
/// Source: D. MacNeil and C. Eliasmith, "Fine-tuning and the stability of recurrent neural networks", PLoS ONE 6 (2011).
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class PESAttribute() : LearningRuleAttribute(1e-4)
{
    /// <summary>
    /// The synapse that filters the presynaptic activities, without a delay: a number is the time constant of a
    /// <see cref="Lowpass"/> in seconds, <see langword="null"/> is none, a name is that of a static member. Default 0.005.
    /// </summary>
    public object? PreSynapse { get; set; } = 0.005;
}

/// <summary>
/// Recursive least squares: changes decoders as <see cref="PESAttribute">PES</see> does, but weighs the error by a running
/// estimate P of the inverse correlation of the activities: memory and time grow with the square of the number of neurons.
/// <c>k = 1 / (1 + r . P r)</c>, <c>P -= (P r)(P r)' k</c>, <c>delta = -k error (P r)'</c>. Default rate 1e-3.
/// </summary>
/// <remarks>
/// P starts as the unit matrix times <c>rate dt / n</c> for n presynaptic neurons. Source: S. Haykin, "Adaptive Filter Theory",
/// the chapter on recursive least squares.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class RLSAttribute() : LearningRuleAttribute(1e-3)
{
    /// <inheritdoc cref="PESAttribute.PreSynapse"/>
    public object? PreSynapse { get; set; } = 0.005;
}

/// <summary>The base of the rules that change weights between neurons from the activities on both sides.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public abstract class HebbianLearningRuleAttribute : LearningRuleAttribute
{
    private object? _postSynapse;
    private bool _hasPostSynapse;

    private protected HebbianLearningRuleAttribute(double learningRate)
        : base(learningRate)
    {
    }

    /// <inheritdoc cref="PESAttribute.PreSynapse"/>
    public object? PreSynapse { get; set; } = 0.005;

    /// <summary>
    /// The synapse that filters the postsynaptic activities, without a delay: a number is the time constant of a
    /// <see cref="Lowpass"/> in seconds, <see langword="null"/> is none, a name is that of a static member. Default: as
    /// <see cref="PreSynapse"/>.
    /// </summary>
    public object? PostSynapse
    {
        get => _hasPostSynapse ? _postSynapse : PreSynapse;
        set => (_hasPostSynapse, _postSynapse) = (true, value);
    }
}

/// <summary>
/// The rule of Bienenstock, Cooper and Munro: weights to a neuron grow while it is more active than it is in the long run (theta),
/// and shrink while it is less. <c>delta[i, j] = rate dt post[i] (post[i] - theta[i]) pre[j]</c>. Default rate 1e-9.
/// </summary>
/// <remarks>
/// Source: E. L. Bienenstock, L. N. Cooper and P. W. Munro, "Theory for the development of neuron selectivity: orientation
/// specificity and binocular interaction in visual cortex", Journal of Neuroscience 2 (1982).
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class BCMAttribute() : HebbianLearningRuleAttribute(1e-9)
{
    /// <summary>
    /// The synapse that makes theta of the postsynaptic activities, without a delay: a number is the time constant of a
    /// <see cref="Lowpass"/> in seconds, <see langword="null"/> is none, a name is that of a static member. Default 1.
    /// </summary>
    public object? ThetaSynapse { get; set; } = 1.0;
}

/// <summary>
/// Oja's rule: weights between neurons that are active together grow, and fade with the square of the postsynaptic activity.
/// <c>delta[i, j] = rate dt (post[i] pre[j] - beta post[i]^2 weights[i, j])</c>. Default rate 1e-6.
/// </summary>
/// <remarks>
/// Source: E. Oja, "A simplified neuron model as a principal component analyzer", Journal of Mathematical Biology 15 (1982).
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class OjaAttribute() : HebbianLearningRuleAttribute(1e-6)
{
    /// <summary>How fast weights are forgotten, not negative; 0 is Hebb's rule. Default 1.</summary>
    public double Beta { get; set; } = 1.0;
}

/// <summary>
/// Vector Oja: moves the encoders of active neurons towards the input, so that they come to stand for the inputs that there are.
/// <c>delta[i] = rate dt learning post[i] (scale[i] x - scaled encoder[i])</c> with <c>scale = gain / radius</c> and x the whole
/// input of the postsynaptic ensemble. Default rate 1e-2.
/// </summary>
/// <remarks>
/// The learning signal is 1, and what connections to the rule add to it: -1 stops the learning. Source: A. R. Voelker,
/// E. Crawford and C. Eliasmith, "Learning large-scale heteroassociative memories in spiking neurons", Unconventional Computation and Natural
/// Computation (2014).
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class VojaAttribute() : LearningRuleAttribute(1e-2)
{
    /// <summary>
    /// The synapse that filters the postsynaptic activities, without a delay: a number is the time constant of a
    /// <see cref="Lowpass"/> in seconds, <see langword="null"/> is none, a name is that of a static member. Default 0.005.
    /// </summary>
    public object? PostSynapse { get; set; } = 0.005;
}
