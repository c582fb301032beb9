namespace AotNeuro.Generator.Model;

/// <summary>
/// What an attribute says of an associative memory's inputs and outputs: the vectors of an input or output, or the vector of an output where
/// nothing is found.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Occurrence">Which of the attributes of its kind; -1 for the memory's own attribute.</param>
/// <param name="Name">The name of the input or output.</param>
/// <param name="Size">Number of dimensions of vectors, or number of neurons.</param>
/// <param name="Vectors">The vectors, or the vector.</param>
/// <param name="Scales">Factors of the vectors.</param>
/// <param name="MinActivation">How much of an item silences the vector.</param>
internal sealed record MappingSpec(
    MappingKind Kind, int Occurrence, string Name, int Size, ValueSpec Vectors, ValueSpec Scales, double MinActivation = 0.5);

internal enum MappingKind
{
    Input,
    Output,
    Default,
}
