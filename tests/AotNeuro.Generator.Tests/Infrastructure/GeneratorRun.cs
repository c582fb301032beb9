using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AotNeuro.Generator.Tests;

/// <summary>
/// One run of a generator over sources. Every run is also made a second time over an equal compilation, and the test fails
/// unless the second does no work, nothing cached holds on to a compilation, and what comes out compiles without a warning.
/// </summary>
internal sealed class GeneratorRun
{
    private readonly IReadOnlyList<string> _trackedSteps;
    private CSharpCompilation _input;
    private GeneratorDriver _driver;

    private GeneratorRun(CSharpCompilation input, GeneratorDriver driver, IReadOnlyList<string> trackedSteps)
    {
        _input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        _trackedSteps = trackedSteps;
        Output = output;
    }

    /// <summary>The sources together with what the generator added.</summary>
    public Compilation Output { get; private set; }

    /// <summary>What the generator added: hint names and texts, in the order of generation.</summary>
    public IReadOnlyList<(string Hint, string Text)> Sources =>
        [.. Result.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString()))];

    private GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>Runs a generator and makes all checks.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="trackedSteps">The names of the steps whose caching is checked.</param>
    /// <param name="sources">The user's files.</param>
    public static GeneratorRun Of(
        IIncrementalGenerator generator, IReadOnlyList<string> trackedSteps, params IReadOnlyList<string> sources)
    {
        var run = new GeneratorRun(TestCompilation.Create(sources), TestCompilation.Driver(generator), trackedSteps);
        run.AssertOutput();
        run.AssertNothingHeld();
        run.AssertSecondRunDoesNothing();
        return run;
    }

    /// <summary>
    /// Replaces the user's files (and adds those beyond the first count), runs again, and tells why each step's outputs are
    /// what they are: a line for each tracked step that ran, such as <c>Model: Unchanged, Modified</c>, and one for the output.
    /// </summary>
    public string Edit(params IReadOnlyList<string> sources)
    {
        const int firstSource = 1; // after the implicit usings
        for (int i = 0; i < sources.Count; i++)
        {
            var edited = TestCompilation.Parse(sources[i], $"Source{i}.cs");
            _input = firstSource + i < _input.SyntaxTrees.Length
                ? _input.ReplaceSyntaxTree(_input.SyntaxTrees[firstSource + i], edited)
                : _input.AddSyntaxTrees(edited);
        }

        Run(_input);
        AssertOutput();
        AssertNothingHeld();
        return ReasonTable();
    }

    private void Run(CSharpCompilation input)
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        Output = output;
    }

    private void AssertOutput()
    {
        Assert.True(Result.Exception is null, $"The generator threw: {Result.Exception}");
        Assert.Empty(Result.Diagnostics);
        TestCompilation.AssertCompiles(Output);
    }

    private void AssertSecondRunDoesNothing()
    {
        Run(_input.Clone());
        var steps = Tracked().ToList();
        Assert.True(steps.Count > 0, $"None of the steps {string.Join(", ", _trackedSteps)} ran: are the names right?");
        foreach (var (name, runs) in steps)
        {
            Assert.All(Reasons(runs), reason => Assert.True(
                reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
                $"Step '{name}' did work again on an equal compilation: {reason}."));
        }

        Assert.All(Reasons(Outputs()), reason => Assert.True(
            reason is IncrementalStepRunReason.Cached, $"Output was written again for an equal compilation: {reason}."));
    }

    private void AssertNothingHeld()
    {
        foreach (var (name, runs) in Tracked())
        {
            foreach (object value in runs.SelectMany(run => run.Outputs).Select(output => output.Value))
            {
                if (HeldObjects.FindForbidden(value) is { } path)
                {
                    Assert.Fail($"Step '{name}' keeps a compilation alive: {path}.");
                }
            }
        }
    }

    private string ReasonTable()
    {
        var lines = Tracked().Select(step => $"{step.Name}: {string.Join(", ", Reasons(step.Runs))}");
        return string.Join('\n', [.. lines, $"Output: {string.Join(", ", Reasons(Outputs()))}"]);
    }

    private IEnumerable<(string Name, ImmutableArray<IncrementalGeneratorRunStep> Runs)> Tracked() =>
        from name in _trackedSteps
        where Result.TrackedSteps.ContainsKey(name)
        select (name, Result.TrackedSteps[name]);

    private IEnumerable<IncrementalGeneratorRunStep> Outputs() => Result.TrackedOutputSteps.Values.SelectMany(runs => runs);

    private static IEnumerable<IncrementalStepRunReason> Reasons(IEnumerable<IncrementalGeneratorRunStep> runs) =>
        runs.SelectMany(run => run.Outputs).Select(output => output.Reason);
}
