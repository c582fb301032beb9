using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AotNeuro.Generator.Tests;

/// <summary>Sources compiled as in a user's project: .NET 10, AotNeuro, implicit usings, nullable, all warnings.</summary>
internal static class TestCompilation
{
    /// <summary>The language version of the sources and of what the generator adds to them.</summary>
    public static readonly CSharpParseOptions ParseOptions =
        new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly MetadataReference[] References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(NeuralModelException).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Plotting.Figure).Assembly.Location),
    ];

    /// <summary>A compilation of the sources, in order; they become a program if one has top-level statements.</summary>
    public static CSharpCompilation Create(params IReadOnlyList<string> sources)
    {
        var trees = sources.Select((source, index) => Parse(source, $"Source{index}.cs")).ToList();
        bool isProgram = trees.Any(tree => tree.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any());
        var options = new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            warningLevel: 9999,
            nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create("Tested", [Parse(ImplicitUsings, "Usings.cs"), .. trees], References, options);
    }

    /// <summary>One source file.</summary>
    public static CSharpSyntaxTree Parse(string source, string path) =>
        (CSharpSyntaxTree)CSharpSyntaxTree.ParseText(source, ParseOptions, path, System.Text.Encoding.UTF8);

    /// <summary>A driver that records what each step of the generator did and why.</summary>
    public static GeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            parseOptions: ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Fails the test if the compiler has a warning or an error, and shows the lines.</summary>
    public static void AssertCompiles(Compilation compilation)
    {
        var problems = compilation.GetDiagnostics().Where(problem => problem.Severity >= DiagnosticSeverity.Warning).ToList();
        if (problems.Count > 0)
        {
            Assert.Fail($"The compilation has {problems.Count} problems:\n{string.Join('\n', problems.Select(Describe))}");
        }
    }

    private static string Describe(Diagnostic problem)
    {
        var position = problem.Location.GetLineSpan();
        string line = problem.Location.SourceTree?.GetText().Lines[position.StartLinePosition.Line].ToString().Trim() ?? "";
        return $"{problem}\n    {line}";
    }
}
