using System.ComponentModel;

namespace AotNeuro.CompilerServices;

/// <summary>What a model says of a probe; written by the generator.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ProbeOptions
{
    /// <summary>The probed object.</summary>
    public required string Target { get; init; }

    /// <summary>What is recorded; empty for the target's default.</summary>
    public required string Signal { get; init; }

    /// <summary>Values per sample.</summary>
    public required int Size { get; init; }

    /// <summary>Length of a step in seconds.</summary>
    public required double Dt { get; init; }

    /// <summary>Whether spikes are recorded as bits.</summary>
    public bool IsSpikes { get; init; }

    /// <summary>Whether the host reads the newest values, and none are recorded.</summary>
    public bool IsOutput { get; init; }

    /// <summary>Seconds between two samples; null for every step.</summary>
    public double? SampleEvery { get; init; }

    /// <summary>How many samples are kept; null for all.</summary>
    public int? KeepLast { get; init; }

    /// <summary>A seed of its own.</summary>
    public int? Seed { get; init; }

    /// <summary>The solver of a decoded probe.</summary>
    public Solver? Solver { get; init; }

    // Two are the same only if they are one: what a record would compare member by member is never asked for, and takes room in every program.

    /// <inheritdoc/>
    public bool Equals(ProbeOptions? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <inheritdoc/>
    public override string ToString() => nameof(ProbeOptions);
}
