namespace AotNeuro.Generator.Model;

/// <summary>That a model is exported as C functions.</summary>
/// <param name="Prefix">What their names begin with.</param>
/// <param name="CanBeCreated">Whether code elsewhere in the library can create the model: a constructor without parameters, and nothing private around it.</param>
internal sealed record ExportSpec(string Prefix, bool CanBeCreated);
