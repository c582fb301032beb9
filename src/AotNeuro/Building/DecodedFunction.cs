namespace AotNeuro;

/// <summary>A function that a connection decodes.</summary>
/// <param name="x">A point of the represented space.</param>
/// <param name="y">Receives the function's value.</param>
public delegate void DecodedFunction(ReadOnlySpan<double> x, Span<double> y);
