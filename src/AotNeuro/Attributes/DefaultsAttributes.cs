namespace AotNeuro;

/// <summary>
/// Values that the ensembles of a model, and of the parts and library networks in it, have where they say nothing themselves (Nengo's
/// <c>config[Ensemble]</c>). Goes on the class, or on the property of a part, for that part alone; what is nearest to the ensemble holds.
/// A neuron type's attribute on the class or on such a property is the default of ensembles too.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, Inherited = false)]
public sealed class EnsembleDefaultsAttribute : Attribute
{
    /// <inheritdoc cref="EnsembleAttribute.Radius"/>
    public double Radius { get; set; } = 1.0;

    /// <inheritdoc cref="EnsembleAttribute.MaxRates"/>
    public object? MaxRates { get; set; }

    /// <inheritdoc cref="EnsembleAttribute.Intercepts"/>
    public object? Intercepts { get; set; }

    /// <inheritdoc cref="EnsembleAttribute.Encoders"/>
    public object? Encoders { get; set; }

    /// <inheritdoc cref="EnsembleAttribute.EvalPoints"/>
    public object? EvalPoints { get; set; }

    /// <inheritdoc cref="EnsembleAttribute.EvalPointCount"/>
    public int EvalPointCount { get; set; }

    /// <inheritdoc cref="EnsembleAttribute.Gain"/>
    public object? Gain { get; set; }

    /// <inheritdoc cref="EnsembleAttribute.Bias"/>
    public object? Bias { get; set; }

    /// <inheritdoc cref="EnsembleAttribute.Noise"/>
    public string? Noise { get; set; }

    /// <inheritdoc cref="EnsembleAttribute.NormalizeEncoders"/>
    public bool NormalizeEncoders { get; set; } = true;
}

/// <summary>
/// Values that the connections of a model, and of its parts, have where they say nothing themselves (Nengo's <c>config[Connection]</c>).
/// Goes on the class, or on the property of a part, for that part alone.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, Inherited = false)]
public sealed class ConnectionDefaultsAttribute : Attribute
{
    /// <inheritdoc cref="ConnectionAttribute.Synapse"/>
    public object? Synapse { get; set; }

    /// <inheritdoc cref="ConnectionAttribute.Solver"/>
    public string? Solver { get; set; }
}

/// <summary>
/// Values that the probes of a model, and of its parts, have where they say nothing themselves (Nengo's <c>config[Probe]</c>).
/// Goes on the class, or on the property of a part, for that part alone.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, Inherited = false)]
public sealed class ProbeDefaultsAttribute : Attribute
{
    /// <inheritdoc cref="ProbeAttribute.Synapse"/>
    public object? Synapse { get; set; }

    /// <inheritdoc cref="ProbeAttribute.SampleEvery"/>
    public double SampleEvery { get; set; }

    /// <inheritdoc cref="ProbeAttribute.KeepLast"/>
    public int KeepLast { get; set; }

    /// <inheritdoc cref="ProbeAttribute.Solver"/>
    public string? Solver { get; set; }
}
