using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Partial properties came with C# 13.</summary>
internal sealed class OldLanguage : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0105",
        "C# is too old",
        "The properties of the model '{0}' need C# 13, and this project is compiled as C# {1}: "
        + "remove 'LangVersion' from the project file, or use a newer .NET SDK");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        model.Facts.LanguageVersion < CSharp13 ? [new(new Place(), model.Name, NameOf(model.Facts.LanguageVersion))] : [];

    private const int CSharp13 = 1300;

    /// <summary>Roslyn numbers C# 7 as 7, C# 7.3 as 703 and C# 12 as 1200.</summary>
    private static string NameOf(int version) =>
        version < 100 ? $"{version}" : version % 100 == 0 ? $"{version / 100}" : $"{version / 100}.{version % 100}";
}
