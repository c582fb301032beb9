namespace AotNeuro.Generator.Model;

/// <summary>A struct with <c>[NeuronType]</c> in the compilation at hand.</summary>
/// <param name="Place">Where its partial declaration stands.</param>
/// <param name="Graph">Its graph, or null if the body cannot be read.</param>
/// <param name="HasRates">Whether the author gave <c>Rates</c>, so that none is generated.</param>
/// <param name="HasSpikeAmplitude">Whether the author gave <c>SpikeAmplitude</c>, which measured rates are multiplied by.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record NeuronTypeSpec(
    TypePlace Place, NeuronGraph? Graph, bool HasRates, bool HasSpikeAmplitude, EquatableArray<NeuronTypeProblem> Problems);

/// <summary>A mistake in a neuron type, with the span of source text that it is about.</summary>
internal sealed record NeuronTypeProblem(string Message, int Start, int Length);

/// <summary>Where a partial type stands: what must be printed around its members.</summary>
/// <param name="Namespace">Its namespace, empty for the global one.</param>
/// <param name="Containers">The types around it, outermost first, each as <c>partial class Outer</c>.</param>
/// <param name="Declaration">Its own declaration, as <c>partial struct Izhikevich</c>.</param>
/// <param name="HintName">A file name, unique in the compilation.</param>
internal sealed record TypePlace(string Namespace, EquatableArray<string> Containers, string Declaration, string HintName);
