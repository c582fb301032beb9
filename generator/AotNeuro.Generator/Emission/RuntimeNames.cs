namespace AotNeuro.Generator.Emission;

/// <summary>What generated code calls, by full name.</summary>
internal static class RuntimeNames
{
    public const string Lanes = "global::AotNeuro.CompilerServices.Lanes";
    public const string Tunable = "global::AotNeuro.CompilerServices.TunableValue";
    public const string Filter = "global::AotNeuro.CompilerServices.Filter";
}
