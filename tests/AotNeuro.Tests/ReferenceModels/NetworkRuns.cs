using AotNeuro.Tests.Models;

namespace AotNeuro.Tests.ReferenceModels;

/// <summary>The reference models that are made of parts, by name; the tests of NativeAOT compile this list too.</summary>
internal static class NetworkRuns
{
    public static readonly IReadOnlyList<(string Name, Func<NeuralModel> Create)> All =
    [
        ("ensemble_array", () => new EnsembleArrayModel()),
        ("product_network", () => new ProductModel()),
        ("circular_convolution", () => new CircularConvolutionModel()),
        ("basal_ganglia_thalamus", () => new BasalGangliaModel()),
        ("associative_memory", () => new AssociativeMemoryModel()),
        ("input_gated_memory", () => new InputGatedMemoryModel()),
        ("subnetworks_and_config", () => new SubnetworksModel()),
    ];
}
