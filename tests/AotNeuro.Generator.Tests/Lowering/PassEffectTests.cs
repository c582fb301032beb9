using System.Diagnostics;
using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Lowering.Passes;
using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace AotNeuro.Generator.Tests;

/// <summary>Each pass that only saves work, on a model that it was written for: the same bits without it, and what a step then takes.</summary>
public sealed class PassEffectTests(ITestOutputHelper output)
{
    private const int Steps = 500;

    private static string Learned(int neurons) => $$"""
        [Node] static (double, double) Stimulus(double t) => (Math.Sin(7 * t), Math.Cos(7 * t));
        [Ensemble({{neurons}}, 2)] partial Ensemble A { get; }
        [Ensemble(20, 2)] partial Ensemble B { get; }
        [Node(SizeIn = 2)] partial Node Error { get; }
        [Connection(nameof(Stimulus), nameof(A))] partial Connection StimulusToA { get; }
        [Connection(nameof(A), nameof(B)), PES] partial Connection AToB { get; }
        [Connection(nameof(B), nameof(Error))] partial Connection BToError { get; }
        [Connection(nameof(Stimulus), nameof(Error), Transform = -1)] partial Connection StimulusToError { get; }
        [Connection(nameof(Error), nameof(AToB))] partial Connection Teach { get; }
        [Probe(nameof(B), Synapse = 0.03)] partial Probe P { get; }
        """;

    public static TheoryData<string, string> Models => new()
    {
        {
            nameof(ForwardCopies),
            """
            [Node(SizeOut = 256)] static void Stimulus(double t, Span<double> y) => y.Fill(Math.Sin(7 * t));
            [Node(SizeIn = 256)] partial Node Relay { get; }
            [EnsembleArray(20, 256)] partial EnsembleArray A { get; }
            [Connection(nameof(Stimulus), nameof(Relay), Synapse = null)] partial Connection StimulusToRelay { get; }
            [Connection(nameof(Relay), "A.Input")] partial Connection RelayToA { get; }
            [Probe("A.Output", Synapse = 0.03, KeepLast = 1)] partial Probe P { get; }
            """
        },
        {
            nameof(MergeDecodes),
            """
            [Node] static double Stimulus(double t) => Math.Sin(7 * t);
            [Ensemble(200, 1)] partial Ensemble A { get; }
            [Ensemble(20, 1)] partial Ensemble B { get; }
            [Connection(nameof(Stimulus), nameof(A))] partial Connection StimulusToA { get; }
            [Connection(nameof(A), nameof(A), Synapse = 0.1)] partial Connection AToA { get; }
            [Connection(nameof(A), nameof(B))] partial Connection AToB { get; }
            [Connection(nameof(A), nameof(B), Synapse = 0.02)] partial Connection AToBLater { get; }
            [Probe(nameof(A), Synapse = 0.03)] partial Probe P { get; }
            """
        },
        {
            nameof(MergeFilters),
            """
            [Node(SizeOut = 256)] static void Stimulus(double t, Span<double> y) => y.Fill(Math.Sin(7 * t));
            [Node(SizeIn = 256)] partial Node A { get; }
            [Node(SizeIn = 256)] partial Node B { get; }
            [Node(SizeIn = 256)] partial Node C { get; }
            [Connection(nameof(Stimulus), nameof(A))] partial Connection StimulusToA { get; }
            [Connection(nameof(Stimulus), nameof(B))] partial Connection StimulusToB { get; }
            [Connection(nameof(Stimulus), nameof(C))] partial Connection StimulusToC { get; }
            [Probe("A[0]", KeepLast = 1)] partial Probe P { get; }
            [Probe("B[1]", KeepLast = 1)] partial Probe Q { get; }
            [Probe("C[2]", KeepLast = 1)] partial Probe R { get; }
            """
        },
        {
            nameof(RemoveUnread),
            """
            [Node] static double Stimulus(double t) => Math.Sin(7 * t);
            [Ensemble(100, 1)] partial Ensemble A { get; }
            [Ensemble(100, 1)] partial Ensemble Unread { get; }
            [Connection(nameof(Stimulus), nameof(A))] partial Connection StimulusToA { get; }
            [Connection(nameof(A), nameof(Unread))] partial Connection AToUnread { get; }
            [Probe(nameof(A), Synapse = 0.03)] partial Probe P { get; }
            """
        },
        {
            nameof(ConstantOperators),
            """
            [Node] const double Goal = 0.5;
            [Node(SizeIn = 128)] partial Node Turned { get; }
            [EnsembleArray(10, 128)] partial EnsembleArray A { get; }
            [Connection(nameof(Goal), nameof(Turned), Transform = nameof(Column), Synapse = null)] partial Connection GoalToTurned { get; }
            [Connection(nameof(Turned), "A.Input", Transform = nameof(Turn))] partial Connection TurnedToA { get; }
            [Probe("A.Output", Synapse = 0.03, KeepLast = 1)] partial Probe P { get; }
            static readonly double[,] Column = Matrix(1);
            static readonly double[,] Turn = Matrix(128);
            static double[,] Matrix(int columns)
            {
                var m = new double[128, columns];
                for (int i = 0; i < 128; i++) for (int j = 0; j < columns; j++) m[i, j] = Math.Sin(i * j + 1) / 8;
                return m;
            }
            """
        },
        // The second takes over where neurons fill whole blocks.
        { nameof(FuseLearning), Learned(neurons: 203) },
        { nameof(FuseLearnedPopulations), Learned(neurons: 200) },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Pass_changes_no_bit_and_its_worth_is_printed(string pass, string members)
    {
        string source = $"using AotNeuro; [NeuralModel(Seed = 1)] partial class Tested {{ {members} }}";
        NeuralModel with = Compile(source, null), without = Compile(source, pass);
        with.RunSteps(Steps);
        without.RunSteps(Steps);
        foreach ((Probe expected, Probe actual) in without.AllProbes.Zip(with.AllProbes))
        {
            Assert.Contains(expected.Last.ToArray(), value => value != 0.0);
            Assert.Equal(expected.Values.ToArray(), actual.Values.ToArray());
        }

        (double before, double after) = Time(without, with);
        output.WriteLine($"{pass}: {before:0} ns a step without it, {after:0} with it");
    }

    [Fact]
    public void Every_pass_that_only_saves_work_has_a_model_and_a_row_of_the_page()
    {
        string[] passes = [.. Lowerer.Passes.Where(pass => !pass.IsNeeded).Select(pass => pass.Name).Append(nameof(ConstantOperators)).Order()];
        Assert.Equal(passes, Models.Select(row => (string)((object[])row)[0]).Order());
        string page = TimingPage.Text("speed.md");
        Assert.All(passes, pass => Assert.Contains($"| `{pass}` |", page, StringComparison.Ordinal));
    }

    /// <summary>The model as the generator compiles it, or without a pass.</summary>
    private static NeuralModel Compile(string source, string? without)
    {
        ModelSpec model = ModelText.ParseFile(source, "Tested");
        CSharpCompilation compilation = TestCompilation.Create(source, ModelEmitter.Emit(Lowerer.Lower(model, without)));
        return CompiledModel.Load(compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Release)));
    }

    /// <summary>Nanoseconds per step of two models by turns: the fastest of some runs.</summary>
    private static (double First, double Second) Time(NeuralModel first, NeuralModel second)
    {
        (double First, double Second) fastest = (double.PositiveInfinity, double.PositiveInfinity);

        // Long enough for the JIT's second try at the model's own functions.
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(0.4);)
        {
            fastest = (Math.Min(fastest.First, Time(first)), Math.Min(fastest.Second, Time(second)));
        }

        return fastest;
    }

    private static double Time(NeuralModel model)
    {
        model.Reset();
        long start = Stopwatch.GetTimestamp();
        model.RunSteps(Steps);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Steps;
    }
}
