namespace AotNeuro;

/// <summary>An <see cref="InputAttribute">[Input]</see> of a model, for hosts that do not know the model's class.</summary>
public sealed class ModelInput
{
    private readonly Node _node;

    internal ModelInput(Node node) => _node = node;

    /// <summary>The name of the property, with the path of the part that it belongs to.</summary>
    public string Name => _node.Name;

    /// <summary>Number of values.</summary>
    public int Size => _node.SizeOut;

    /// <summary>The model's own memory, which the next step reads. Builds the model if need be.</summary>
    public Span<double> Values => _node.HostValues;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <exception cref="SimulationException">The host has written a number that is not finite.</exception>
    internal void Check(double time)
    {
        ReadOnlySpan<double> values = Values;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                string place = values.Length > 1 ? $" in dimension {i}" : "";
                throw new SimulationException(Name, FormattableString.Invariant(
                    $"the host wrote {values[i]}{place} for the step to t = {time:0.######} s. Write finite numbers and step again."));
            }
        }
    }
}

/// <summary>An <see cref="OutputAttribute">[Output]</see> of a model, for hosts that do not know the model's class.</summary>
public sealed class ModelOutput
{
    private readonly Probe _probe;

    internal ModelOutput(Probe probe) => _probe = probe;

    /// <summary>The name of the property, with the path of the part that it belongs to.</summary>
    public string Name => _probe.Name;

    /// <summary>Number of values.</summary>
    public int Size => _probe.Size;

    /// <summary>The model's own memory, with the values of the latest step. Builds the model if need be.</summary>
    public ReadOnlySpan<double> Values => _probe.HostValues;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
