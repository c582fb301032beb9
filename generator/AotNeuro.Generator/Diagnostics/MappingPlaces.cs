using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>Where the mappings of an associative memory are written.</summary>
internal static class MappingPlaces
{
    /// <summary>The attribute of a mapping.</summary>
    public static string Attribute(this MappingSpec mapping) => mapping switch
    {
        { Occurrence: < 0 } => Attributes.AssociativeMemory,
        { Kind: MappingKind.Input } => Attributes.MemoryInput,
        { Kind: MappingKind.Output } => Attributes.MemoryOutput,
        _ => Attributes.MemoryDefault,
    };

    /// <summary>The argument that names vectors.</summary>
    public static string VectorsArgument(this MappingSpec mapping) => mapping switch
    {
        { Occurrence: < 0, Kind: MappingKind.Input } => "InputVectors",
        { Occurrence: < 0 } => "OutputVectors",
        { Kind: MappingKind.Default } => "vector",
        _ => "vectors",
    };

    /// <summary>The argument that scales vectors.</summary>
    public static string ScalesArgument(this MappingSpec mapping) => mapping.Occurrence < 0 ? "InputScale" : "Scales";

    public static Place Place(this MappingSpec mapping, PartSpec part, string argument) =>
        new(part.Member.Name, mapping.Attribute(), argument, Math.Max(mapping.Occurrence, 0));
}
