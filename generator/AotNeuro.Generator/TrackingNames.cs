namespace AotNeuro.Generator;

/// <summary>The names of the pipeline's steps, by which tests ask why a step ran.</summary>
internal static class TrackingNames
{
    public const string Models = nameof(Models);
    public const string ModelSources = nameof(ModelSources);
    public const string NativeSources = nameof(NativeSources);
    public const string NeuronTypes = nameof(NeuronTypes);
    public const string NeuronTypeSources = nameof(NeuronTypeSources);

    public static readonly string[] All = [Models, ModelSources, NativeSources, NeuronTypes, NeuronTypeSources];
}
