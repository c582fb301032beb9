namespace AotNeuro.CompilerServices;

/// <summary>What a model says of a connection; written by the generator. Null means Nengo's default.</summary>
public sealed record ConnectionOptions
{
    /// <summary>What it starts from, as the model writes it.</summary>
    public required string Source { get; init; }

    /// <summary>What it ends at.</summary>
    public required string Target { get; init; }

    /// <summary>A seed of its own.</summary>
    public int? Seed { get; init; }

    /// <summary>The transform: a number, a diagonal, a matrix or a distribution.</summary>
    public ValueSource? Transform { get; init; }

    /// <summary>The transform, if it is an object that multiplies.</summary>
    public Transform? StepTransform { get; init; }

    /// <summary>Number of values that <see cref="StepTransform"/> takes in.</summary>
    public int SizeMid { get; init; }

    /// <summary>Number of values that <see cref="StepTransform"/> gives.</summary>
    public int SizeOut { get; init; }

    /// <summary>The solver.</summary>
    public Solver? Solver { get; init; }

    /// <summary>Evaluation points of its own.</summary>
    public ValueSource? EvalPoints { get; init; }

    /// <summary>Whether evaluation points are in units of the radius.</summary>
    public bool ScaleEvalPoints { get; init; } = true;

    /// <summary>The function as values at the evaluation points.</summary>
    public ValueSource? Points { get; init; }

    /// <summary>Whether a matrix of weights from neurons to neurons is solved for.</summary>
    public bool HasFullWeights { get; init; }

    // Two are the same only if they are one: what a record would compare member by member is never asked for, and takes room in every program.

    /// <inheritdoc/>
    public bool Equals(ConnectionOptions? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    public override string ToString() => nameof(ConnectionOptions);
}
