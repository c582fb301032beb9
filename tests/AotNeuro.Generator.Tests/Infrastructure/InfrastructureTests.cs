using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Sdk;

namespace AotNeuro.Generator.Tests;

/// <summary>The helpers themselves: each must fail where it should.</summary>
public sealed class InfrastructureTests
{
    private static readonly string[] Steps = ["Name"];

    [Fact]
    public void Runs_and_edits_tell_what_was_recomputed()
    {
        var run = GeneratorRun.Of(new NameGenerator(name => name), Steps, "[Obsolete] class A;", "class B;");
        Assert.Equal([("A.g.cs", "partial class GeneratedForA;\n")], run.Sources);
        Assert.Equal("Name: Unchanged\nOutput: Cached", run.Edit("[Obsolete] class A; // a comment"));
        Assert.Equal("Name: Modified\nOutput: Modified", run.Edit("[Obsolete] class C;"));

        // An edit elsewhere changes the compilation, so the step looks again and finds the same.
        Assert.Equal("Name: Unchanged\nOutput: Cached", run.Edit("[Obsolete] class C;", "class D;"));
    }

    [Fact]
    public void A_step_that_keeps_a_symbol_is_found() =>
        Assert.Contains(
            "Step 'Name' keeps a compilation alive: ",
            Failure(() => GeneratorRun.Of(new NameGenerator(symbol => (object)symbol), Steps, "[Obsolete] class A;")),
            StringComparison.Ordinal);

    [Fact]
    public void A_step_without_equality_is_found() =>
        Assert.Contains(
            "Step 'Name' did work again on an equal compilation: Modified.",
            Failure(() => GeneratorRun.Of(
                new NameGenerator(symbol => (object)new[] { symbol.Name }), Steps, "[Obsolete] class A;")),
            StringComparison.Ordinal);

    [Fact]
    public void A_warning_in_the_output_is_found() =>
        Assert.Contains(
            "CS0219",
            Failure(() => GeneratorRun.Of(
                new NameGenerator(name => name), Steps, "[Obsolete] class A { void M() { int unused = 1; } }")),
            StringComparison.Ordinal);

    [Fact]
    public async Task Analyzer_marks_are_compared_with_ids_spans_and_messages()
    {
        await AnalyzerRun.Verify(new ClassNameAnalyzer(), null, "class {|AN9999:Bad|}; class Good;", "'Bad' is bad");
        var wrongSpan = await Assert.ThrowsAnyAsync<XunitException>(
            () => AnalyzerRun.Verify(new ClassNameAnalyzer(), null, "{|AN9999:class|} Bad;", "'Bad' is bad"));
        Assert.Contains("AN9999 at 6..9 on `Bad`", wrongSpan.Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<XunitException>(
            () => AnalyzerRun.Verify(new ClassNameAnalyzer(), null, "class {|AN9999:Bad|};", "another text"));
        await Assert.ThrowsAnyAsync<XunitException>(() => AnalyzerRun.Verify(new ClassNameAnalyzer(), null, "class Bad;"));
    }

    [Fact]
    public void Snapshots_notice_new_changed_and_stale_files()
    {
        string folder = Directory.CreateTempSubdirectory("AotNeuro.Snapshot").FullName;
        try
        {
            (string, string)[] files = [("A.g.cs", "1\n2\n"), ("B.txt", "x")];
            Assert.Contains(
                "A.g.cs is new.", Failure(() => Snapshot.Match(folder, files, accept: false)), StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(folder, "A.g.received.cs")));
            Snapshot.Match(folder, files, accept: true);
            Assert.Equal(["A.g.verified.cs", "B.verified.txt"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
            Snapshot.Match(folder, files, accept: false);
            files[0].Item2 = "1\n3\n";
            Assert.Contains(
                "A.g.cs differs at line 2:\n  - 2\n  + 3",
                Failure(() => Snapshot.Match(folder, files, accept: false)),
                StringComparison.Ordinal);
            Assert.Contains(
                "B.verified.txt was accepted once",
                Failure(() => Snapshot.Match(folder, files[..1], accept: false)),
                StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_snapshot_folder_has_its_test() => Assert.Empty(Snapshot.FoldersWithoutTest());

    private static string Failure(Action act) => Assert.ThrowsAny<XunitException>(act).Message;

    /// <summary>Prints a class for each class with an attribute; what its one step keeps is up to the test.</summary>
    private sealed class NameGenerator(Func<ISymbol, object> keep) : IIncrementalGenerator
    {
        public NameGenerator(Func<string, string> keepName)
            : this((ISymbol symbol) => keepName(symbol.Name))
        {
        }

        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var kept = context.SyntaxProvider.ForAttributeWithMetadataName(
                "System.ObsoleteAttribute",
                static (node, _) => node is ClassDeclarationSyntax,
                (attributed, _) => keep(attributed.TargetSymbol)).WithTrackingName("Name");
            context.RegisterSourceOutput(kept, static (output, value) =>
                output.AddSource($"{value as string ?? "X"}.g.cs", $"partial class GeneratedFor{value as string ?? "X"};\n"));
        }
    }

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class ClassNameAnalyzer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule =
            new("AN9999", "Bad name", "'{0}' is bad", "Test", DiagnosticSeverity.Error, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(
                static symbol =>
                {
                    if (symbol.Symbol.Name == "Bad")
                    {
                        symbol.ReportDiagnostic(Diagnostic.Create(Rule, symbol.Symbol.Locations[0], symbol.Symbol.Name));
                    }
                },
                SymbolKind.NamedType);
        }
    }
}
