namespace AotNeuro.Generator.Model;

/// <summary>The values of <c>AotNeuro.ProbeSignal</c> that are not states of single neuron types.</summary>
internal static class ProbeSignals
{
    public const string Decoded = "Decoded";
    public const string Input = "Input";
    public const string Output = "Output";
    public const string Spikes = "Spikes";
    public const string Current = "Current";
    public const string RateOut = "RateOut";
    public const string Weights = "Weights";
    public const string ScaledEncoders = "ScaledEncoders";
    public const string Error = "Error";
    public const string Activities = "Activities";
    public const string PreFiltered = "PreFiltered";
    public const string PostFiltered = "PostFiltered";
    public const string Theta = "Theta";
    public const string Delta = "Delta";
    public const string InvGamma = "InvGamma";
}
