namespace AotNeuro.Generator.Diagnostics;

/// <summary>What a diagnostic tells the code fix: the text that should stand there. Compiled into the analyzer and into the code fixes.</summary>
internal static class RemedyProperty
{
    public const string Name = "Remedy";
}
