namespace AotNeuro.CompilerServices;

/// <summary>What a model says of a node; written by the generator.</summary>
public sealed class NodeOptions
{
    /// <summary>Number of input dimensions.</summary>
    public required int SizeIn { get; init; }

    /// <summary>Number of output dimensions.</summary>
    public required int SizeOut { get; init; }

    /// <summary>Length of a step in seconds.</summary>
    public required double Dt { get; init; }

    /// <summary>Whether the output can be replaced between runs.</summary>
    public bool IsReplaceable { get; init; }

    /// <summary>Whether the host writes the output.</summary>
    public bool IsInput { get; init; }

    /// <summary>The process that makes the output.</summary>
    public Process? Process { get; init; }
}
