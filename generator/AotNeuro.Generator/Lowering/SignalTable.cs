using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>The signals of a model, by the object that they belong to and what they are.</summary>
internal sealed class SignalTable
{
    public const string Input = ProbeSignals.Input;
    public const string Output = ProbeSignals.Output;
    public const string Current = ProbeSignals.Current;
    public const string Decoded = ProbeSignals.Decoded;
    public const string Weights = ProbeSignals.Weights;
    public const string Error = ProbeSignals.Error;
    public const string Encoders = ProbeSignals.ScaledEncoders;
    public const string RateOut = "RateOut";
    public const string Injected = "Injected";

    /// <summary>The part of its source that a connection or probe means.</summary>
    public const string Slice = "Slice";

    private readonly Dictionary<(string Owner, string What), Signal> _signals = [];
    private int _count;

    /// <summary>Makes a signal.</summary>
    public Signal New(string owner, string what, int size, bool isPadded = false) =>
        _signals[(owner, what)] = new(_count++, $"{owner}.{what}", size, isPadded);

    /// <summary>Lets a signal be known by another name too.</summary>
    public void Alias(string owner, string what, Signal signal) => _signals[(owner, what)] = signal;

    public Signal Get(string owner, string what) => _signals[(owner, what)];

    public Signal? Find(string owner, string what) => _signals.TryGetValue((owner, what), out Signal? signal) ? signal : null;
}
