namespace AotNeuro.Generator;

/// <summary>The metadata names of what a user writes.</summary>
internal static class KnownNames
{
    public const string NeuralModelAttribute = "AotNeuro.NeuralModelAttribute";
    public const string NativeExportAttribute = "AotNeuro.NativeExportAttribute";
    public const string NodeAttribute = "AotNeuro.NodeAttribute";
    public const string EnsembleAttribute = "AotNeuro.EnsembleAttribute";
    public const string ConnectionAttribute = "AotNeuro.ConnectionAttribute";
    public const string ProbeAttribute = "AotNeuro.ProbeAttribute";
    public const string InputAttribute = "AotNeuro.InputAttribute";
    public const string OutputAttribute = "AotNeuro.OutputAttribute";
    public const string EnsembleDefaults = "AotNeuro.EnsembleDefaultsAttribute";
    public const string ConnectionDefaults = "AotNeuro.ConnectionDefaultsAttribute";
    public const string ProbeDefaults = "AotNeuro.ProbeDefaultsAttribute";
    public const string PartAttribute = "AotNeuro.PartAttribute";
    public const string NetworkAttribute = "AotNeuro.NetworkAttribute";
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
    public const string Process = "AotNeuro.Process";
    public const string Transform = "AotNeuro.Transform";
    public const string Synapse = "AotNeuro.Synapse";
    public const string SynapseAttribute = "AotNeuro.SynapseAttribute";
    public const string LearningRuleAttribute = "AotNeuro.LearningRuleAttribute";
    public const string InitialStateAttribute = "AotNeuro.InitialStateAttribute";
    public const string MemoryInputAttribute = "AotNeuro.MemoryInputAttribute";
    public const string MemoryOutputAttribute = "AotNeuro.MemoryOutputAttribute";
    public const string MemoryDefaultAttribute = "AotNeuro.MemoryDefaultAttribute";
    public const string DefaultNeuronType = "AotNeuro.LIF";
}
