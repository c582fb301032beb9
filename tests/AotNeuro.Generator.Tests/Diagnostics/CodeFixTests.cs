using System.Collections.Immutable;
using AotNeuro.CodeFixes;
using AotNeuro.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AotNeuro.Generator.Tests;

/// <summary>Each code fix: the source before and after it. What it leaves has no such mistake any more.</summary>
public sealed class CodeFixTests
{
    private const string Model = "using AotNeuro;\n\n[NeuralModel(Seed = 0)]\npartial class Network\n{\n    [Ensemble(10, 1)] partial Ensemble Arm { get; }\n    MEMBER\n}\n";

    public static TheoryData<SyntaxFix, string, string, string> Sources => new()
    {
        {
            new ReplaceName(), "Write 'Arm'",
            Model.Replace("MEMBER", "[Connection(\"Arn[0]\", nameof(Arm))] partial Connection C { get; }", StringComparison.Ordinal),
            Model.Replace("MEMBER", "[Connection(\"Arm[0]\", nameof(Arm))] partial Connection C { get; }", StringComparison.Ordinal)
        },
        {
            new ReplaceName(), "Write 'Arm'",
            Model.Replace("MEMBER", "[Probe(nameof(Army))] partial Probe P { get; }  const int Army = 0;", StringComparison.Ordinal),
            Model.Replace("MEMBER", "[Probe(nameof(Arm))] partial Probe P { get; }  const int Army = 0;", StringComparison.Ordinal)
        },
        {
            new CompleteProperty(), "Declare it as 'public partial Probe P { get; }'",
            Model.Replace("MEMBER", "// What it says.\n    [Probe(nameof(Arm))]\n    public Probe P => null!;", StringComparison.Ordinal),
            Model.Replace("MEMBER", "// What it says.\n    [Probe(nameof(Arm))]\n    public partial Probe P { get; }", StringComparison.Ordinal)
        },
        {
            new AddPartial(), "Make it partial",
            "using AotNeuro;\n\n// Outside.\nclass Outer\n{\n    [NeuralModel]\n    public class Inner\n    {\n    }\n}\n",
            "using AotNeuro;\n\n// Outside.\npartial class Outer\n{\n    [NeuralModel]\n    public partial class Inner\n    {\n    }\n}\n"
        },
        {
            new MarkModel(), "Mark the class with [NeuralModel]",
            "using AotNeuro;\n\n/// <summary>A node.</summary>\npublic class Network\n{\n    [Node] static double X(double t) => t;\n}\n",
            "using AotNeuro;\n\n/// <summary>A node.</summary>\n[NeuralModel]\npublic partial class Network\n{\n    [Node] static double X(double t) => t;\n}\n"
        },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Fix_does_what_the_message_asks(SyntaxFix fix, string title, string before, string after)
    {
        using var workspace = new AdhocWorkspace();
        Document document = workspace.AddProject("Model", LanguageNames.CSharp).AddDocument("Model.cs", SourceText.From(before));
        Diagnostic diagnostic = Assert.Single(await MistakesOf(before), found => fix.FixableDiagnosticIds.Contains(found.Id));

        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(
            document, diagnostic.Location.SourceSpan, [diagnostic], (action, _) => actions.Add(action), CancellationToken.None));
        CodeAction offered = Assert.Single(actions);
        Assert.Equal(title, offered.Title);
        var change = (ApplyChangesOperation)Assert.Single(await offered.GetOperationsAsync(CancellationToken.None));
        SourceText changed = await change.ChangedSolution.GetDocument(document.Id)!.GetTextAsync();
        Assert.Equal(after, changed.ToString().ReplaceLineEndings("\n"));
        Assert.DoesNotContain(await MistakesOf(changed.ToString()), found => found.Id == diagnostic.Id);
    }

    private static async Task<ImmutableArray<Diagnostic>> MistakesOf(string source) =>
        await TestCompilation.Create(source).WithAnalyzers([new ModelAnalyzer()]).GetAnalyzerDiagnosticsAsync();
}
