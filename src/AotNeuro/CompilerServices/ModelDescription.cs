using System.ComponentModel;

namespace AotNeuro.CompilerServices;

/// <summary>What generated code says of its model: objects in order of declaration, and the arena's size.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ModelDescription
{
    /// <summary>Name of the class.</summary>
    public required string Name { get; init; }

    /// <summary>The model's seed, if it has one.</summary>
    public required int? Seed { get; init; }

    /// <summary>Length of a step in seconds.</summary>
    public required double Dt { get; init; }

    /// <summary>Size of the arena in doubles.</summary>
    public required int ArenaSize { get; init; }

    /// <summary>Where the part of the arena begins that steps change.</summary>
    public required int StateStart { get; init; }

    /// <summary>Connections.</summary>
    public required Connection[] Connections { get; init; }

    /// <summary>Ensembles.</summary>
    public required Ensemble[] Ensembles { get; init; }

    /// <summary>Nodes.</summary>
    public required Node[] Nodes { get; init; }

    /// <summary>Probes.</summary>
    public required Probe[] Probes { get; init; }
}

/// <summary>A state's initial values: uniform between two numbers, which may be equal.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Group">States of one group are drawn one after the other from a random generator that the group has for itself.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct InitialState(double Low, double High, int Group = 0);
