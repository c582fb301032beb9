namespace AotNeuro.CompilerServices;

/// <summary>What a model says of an ensemble; written by the generator. Null means Nengo's default.</summary>
public sealed record EnsembleOptions
{
    /// <summary>Number of neurons.</summary>
    public required int Neurons { get; init; }

    /// <summary>Number of dimensions.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Radius.</summary>
    public double Radius { get; init; } = 1.0;

    /// <summary>A seed of its own.</summary>
    public int? Seed { get; init; }

    /// <summary>Maximum rates.</summary>
    public ValueSource? MaxRates { get; init; }

    /// <summary>Intercepts.</summary>
    public ValueSource? Intercepts { get; init; }

    /// <summary>Encoders.</summary>
    public ValueSource? Encoders { get; init; }

    /// <summary>Evaluation points.</summary>
    public ValueSource? EvalPoints { get; init; }

    /// <summary>Number of evaluation points.</summary>
    public int? EvalPointCount { get; init; }

    /// <summary>Gains, in place of those that max rates and intercepts ask for.</summary>
    public ValueSource? Gain { get; init; }

    /// <summary>Biases, with <see cref="Gain"/>.</summary>
    public ValueSource? Bias { get; init; }

    /// <summary>A process that adds to the current of each neuron.</summary>
    public Process? Noise { get; init; }

    /// <summary>Whether encoders are scaled to unit length.</summary>
    public bool NormalizeEncoders { get; init; } = true;

    // Two are the same only if they are one: what a record would compare member by member is never asked for, and takes room in every program.

    /// <inheritdoc/>
    public bool Equals(EnsembleOptions? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    public override string ToString() => nameof(EnsembleOptions);
}

/// <summary>Where values come from: a distribution, or values themselves. Written by the generator.</summary>
public sealed class ValueSource
{
    private ValueSource(Distribution? distribution, double[]? values, int columns) =>
        (Distribution, Values, Columns) = (distribution, values, columns);

    /// <summary>The distribution, if values are to be drawn.</summary>
    public Distribution? Distribution { get; }

    /// <summary>The values, row after row, if they are given.</summary>
    public double[]? Values { get; }

    /// <summary>Number of columns of <see cref="Values"/>; 0 for a flat array, 1 with one value for a number that stands for all.</summary>
    public int Columns { get; }

    /// <summary>Values to be drawn.</summary>
    public static implicit operator ValueSource(Distribution distribution) => new(distribution, null, 0);

    /// <summary>One number for all.</summary>
    public static implicit operator ValueSource(double value) => new(null, [value], 1);

    /// <summary>A flat array.</summary>
    public static implicit operator ValueSource(double[] values) => new(null, values, 0);

    /// <summary>A matrix.</summary>
    public static implicit operator ValueSource(double[,] values)
    {
        var flat = new double[values.Length];
        Buffer.BlockCopy(values, 0, flat, 0, flat.Length * sizeof(double));
        return new(null, flat, values.GetLength(1));
    }
}
