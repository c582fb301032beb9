using System.ComponentModel;

namespace AotNeuro.CompilerServices;

/// <summary>The value of a tunable property, which a model shares with those of which it is a part. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TunableValue(string name, double value)
{
    /// <summary>The name of the property, with the path of the part that it belongs to.</summary>
    public string Name { get; internal set; } = name;

    /// <summary>The value in force.</summary>
    public double Value { get; internal set; } = value;
}
