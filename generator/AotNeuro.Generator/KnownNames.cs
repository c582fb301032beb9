namespace AotNeuro.Generator;

/// <summary>The metadata names of what a user writes.</summary>
internal static class KnownNames
{
    public const string NeuralModelAttribute = "AotNeuro.NeuralModelAttribute";
    public const string NodeAttribute = "AotNeuro.NodeAttribute";
    public const string EnsembleAttribute = "AotNeuro.EnsembleAttribute";
    public const string ConnectionAttribute = "AotNeuro.ConnectionAttribute";
    public const string ProbeAttribute = "AotNeuro.ProbeAttribute";
    public const string TunableAttribute = "AotNeuro.TunableAttribute";
    public const string NeuronTypeAttribute = "AotNeuro.NeuronTypeAttribute";
    public const string NeuronParameterAttribute = "AotNeuro.NeuronParameterAttribute";
    public const string NeuronStateAttribute = "AotNeuro.NeuronStateAttribute";
    public const string HiddenNeuronStateAttribute = "AotNeuro.HiddenNeuronStateAttribute";
    public const string NeuronGraphAttribute = "AotNeuro.CompilerServices.NeuronGraphAttribute";
    public const string PortableMath = "AotNeuro.Numerics.PortableMath";
    public const string DirectNeuronType = "AotNeuro.Direct";
    public const string StochasticSpiking = "AotNeuro.StochasticSpiking";
    public const string PoissonSpiking = "AotNeuro.PoissonSpiking";
    public const string DefaultNeuronType = "AotNeuro.LIF";
}
