namespace AotNeuro.Generator.Tests;

/// <summary>Neuron types of users, run as vector code: their probed states against the same formulas in plain C#.</summary>
public sealed class NeuronTypeTests
{
    private const int Neurons = 11;

    /// <summary>Updates of a state that starts between 0 and 8. What C# makes of the same text is expected.</summary>
    public static TheoryData<string, string> Updates => new()
    {
        { "X = 10.0 - (X - 1.0);", "subtraction in parentheses" },
        { "X = 10.0 / (X * 2.0 + 1.0);", "quotient of a product" },
        { ";", "a state that never changes" },
        { "X = -X;", "sign" },
        { "X = -(-X) - -1.0;", "double sign" },
        { "X = -Negative * X;", "sign of a negative parameter" },
        { "X -= 3.0; X *= X; X /= 4.0; X += 0.5;", "compound assignments" },
        { "X = X > 5.0 ? X * 2.0 : X > 2.0 ? 0.0 : -X;", "nested choice" },
        { "if (X > 5.0) { X = 1.0; } else if (X >= 2.0) { X = 2.0; } else { X += 7.0; }", "branches" },
        { "if (X > 5.0) { double y = X; X = y - 5.0; }", "branch with a local variable" },
        { "X = Math.Min(Math.Max(X, 3.0), 6.0) + Math.Abs(X - 5.0) + Math.Sqrt(X) + Math.Floor(X / 2.0);", "functions" },
        { "X = !(X < 3.0) && X <= 7.0 || X == 1.0 ? 1.0 : 0.0;", "logic" },
        { "bool big = X > 4.0; bool odd = X == 3.0; X = big | odd ? 5.0 : 6.0;", "named conditions" },
        { "if (Positive > 0.5) { X += 1.0; }", "condition on a parameter alone" },
        { "bool on = Positive > 0.5 ? X > 2.0 : X > 3.0; X = on ? 1.0 : 0.0;", "choice between conditions" },
        { "X = Positive > 0.5 ? 4.0 : 5.0;", "constant choice" },
        { "X = X * dt * 1000.0 + Positive / dt / 1000.0;", "dt" },
        {
            "X = PortableMath.Tanh(X - 4.0) + PortableMath.Sin(X) * PortableMath.Cos(X) + PortableMath.Log1P(X) - PortableMath.Expm1(-X);",
            "functions that are the same on every machine"
        },
        { "X = PortableMath.Exp(-X) + PortableMath.Log(X + 1.0) + PortableMath.Tanh(Positive);", "such functions of a parameter" },
    };

    [Theory]
    [MemberData(nameof(Updates))]
    public void Step_computes_what_its_source_says(string update, string what)
    {
        NeuralModel model = CompiledModel.Create($$"""
            using AotNeuro;
            using AotNeuro.Numerics;

            [NeuronType]
            partial struct Cell
            {
                [NeuronParameter] public double Negative = -3.0;
                [NeuronParameter] public double Positive = 2.0;
                [NeuronState(0.0, 8.0)] public double X;

                public Cell()
                {
                }

                public bool Step(double current, double dt)
                {
                    {{update}}
                    return current > 1.0;
                }
            }

            sealed class CellAttribute : NeuronTypeAttribute<Cell>
            {
                public double Positive { get; set; }
            }

            [NeuralModel(Seed = 4)] partial class Tested
            {
                [Ensemble({{Neurons}}, 1), Cell(Positive = 3.0)] partial Ensemble Cells { get; }
                [Probe(nameof(Cells), Signal = nameof(Cell.X))] partial Probe Record { get; }

                /// <summary>The struct's own method is the expectation.</summary>
                [Node(SizeOut = {{Neurons}})]
                private void Expected(double t, Span<double> y)
                {
                    for (int i = 0; i < y.Length; i++)
                    {
                        var cell = new Cell { Positive = 3.0, X = t < 0.0015 ? Cells.InitialState(0)[i] : _last[i] };
                        cell.Step(0.0, 0.001);
                        y[i] = _last[i] = cell.X;
                    }
                }

                private readonly double[] _last = new double[{{Neurons}}];
                [Probe(nameof(Expected))] partial Probe Wanted { get; }
            }
            """);
        model.RunSteps(3);
        Assert.True(model.Recorded("Record").Any(value => value != 0), what);
        Assert.Equal(model.Recorded("Wanted"), model.Recorded("Record"));
    }

    [Fact]
    public void Neuron_type_without_states_compiles()
    {
        NeuralModel model = CompiledModel.Create("""
            using AotNeuro;
            [NeuronType] partial struct Gate { public Gate() { } public bool Step(double current, double dt) => current > 1.0; }
            sealed class GateAttribute : NeuronTypeAttribute<Gate>;
            [NeuralModel(Seed = 4)] partial class Tested
            {
                static readonly double[] Same = { 800, 800, 800 };
                [Ensemble(3, 1, MaxRates = nameof(Same)), Gate] partial Ensemble Cells { get; }
                [Probe(nameof(Cells), Signal = ProbeSignal.Spikes)] partial Probe Record { get; }
            }
            """);
        Assert.NotNull(model.Ensembles[0].Name);
    }

    [Fact]
    public void Tunable_parameter_decides_a_condition()
    {
        NeuralModel model = CompiledModel.Create("""
            using AotNeuro;
            [NeuronType] partial struct Cell
            {
                [NeuronParameter] public double Limit = 1.0;
                [NeuronState(1.0)] public double X;
                public Cell() { }
                public bool Step(double current, double dt)
                {
                    if (Limit > 1.5) { X += 1.0; } else { X -= 1.0; }
                    return current > 1.0;
                }
            }

            sealed class CellAttribute : NeuronTypeAttribute<Cell>;
            [NeuralModel(Seed = 4)] partial class Tested
            {
                [Ensemble(1, 1), Cell] partial Ensemble Cells { get; }
                [Tunable(nameof(Cells), nameof(Cell.Limit))] public partial double Limit { get; set; }
                [Probe(nameof(Cells), Signal = nameof(Cell.X))] partial Probe Record { get; }
            }
            """);
        model.RunSteps(2);
        Assert.Equal([0, -1], model.Recorded("Record"));
        model.GetType().GetProperty("Limit")!.SetValue(model, 2.0);
        model.RunSteps(2);
        Assert.Equal([2, 3], model.Recorded("Record"));
    }
}
