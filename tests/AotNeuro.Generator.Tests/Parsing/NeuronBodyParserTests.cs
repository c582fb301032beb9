using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;

namespace AotNeuro.Generator.Tests;

/// <summary>Bodies of neuron types as expressions, and what in a body cannot be read; <see cref="NeuronTypeTests"/> runs them.</summary>
public sealed class NeuronBodyParserTests
{
    public static TheoryData<string, string> Bodies => new()
    {
        { "V = V * 2.0;", "Multiply(V, 2)" },
        { "V = this.V - (current - dt);", "Subtract(V, Subtract(current, dt))" },
        { "V = -P;", "Negate(P)" },
        { "V = 1 + 2 * 3;", "7" },
        { "V += P; V /= V;", "Divide(Add(V, P), Add(V, P))" },
        { "V = V > P ? V : P;", "Select(Greater(V, P), V, P)" },
        { "if (V > P) { V = P; }", "Select(Greater(V, P), P, V)" },
        { "if (V > P) V = P; else V = 0.0;", "Select(Greater(V, P), P, 0)" },
        { "double y; if (V > P) { y = 1.0; } else { y = 2.0; } V = y;", "Select(Greater(V, P), 1, 2)" },
        { "if (V > P) { V = 1.0; } else if (V < 0.0) { V = 2.0; }", "Select(Greater(V, P), 1, Select(Less(V, 0), 2, V))" },
        { "if (V > P) { double y = 1.0; V = y; }", "Select(Greater(V, P), 1, V)" },
        { "if (V > P) { V = V; }", "V" },
        { "double x = 1.0, y = x; { V = x + y; }", "Add(1, 1)" },
        { "V = Math.Max(Math.Exp(V), Math.Abs(P));", "Max(Exp(V), Abs(P))" },
        {
            "bool up = V >= P && !(V == 1.0) || V <= 0.0; V = up ? 1.0 : 0.0;",
            "Select(Or(And(GreaterOrEqual(V, P), Not(Equal(V, 1))), LessOrEqual(V, 0)), 1, 0)"
        },
        { ";", "unchanged" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Body_becomes_an_expression(string body, string expected)
    {
        NeuronTypeSpec spec = Parse(body + " return V > 1.0;");
        Assert.Empty(spec.Problems);
        int next = spec.Graph!.States[0].Next;
        Assert.Equal(expected, next < 0 ? "unchanged" : Text(spec.Graph, next));
    }

    public static TheoryData<string, string, string> Problems => new()
    {
        {
            "while (V > 1.0) V -= 1.0;",
            "while (V > 1.0) V -= 1.0;",
            "this statement cannot be made into vector code; use local variables, assignments, 'if' and 'return'"
        },
        { "V++;", "V++", "only assignments to local variables and states can stand here" },
        { "P = 1.0;", "P", "only local variables and states can be assigned" },
        { "V %= 2.0;", "V %= 2.0", "this assignment cannot be made into vector code" },
        {
            "if (V > 1.0) { return V > 2.0; }",
            "if (V > 1.0) { return V > 2.0; }",
            "'return' cannot stand inside 'if'; assign a variable and return it at the end"
        },
        { "V = Math.Sinh(V);", "Math.Sinh(V)", Unreadable },
        { "V = Math.Log(V, 2.0);", "Math.Log(V, 2.0)", Unreadable },
        { "V = V != 1.0 ? V : 0.0;", "V != 1.0", Unreadable },
        { "V = Other;", "Other", Unreadable },
        { "int n = 3; V = n / 2;", "n / 2", Unreadable },
        { "float f = 0.1f; V = f + V;", "f", Unreadable },
        { "bool a = V > 1.0; bool b = V > 2.0; V = a == b ? 1.0 : 0.0;", "a == b", Unreadable },
    };

    private const string Unreadable =
        "cannot be made into vector code; a step may use its parameters and states, constants, local variables, "
        + "+ - * /, comparisons, ! && ||, ?: and Math.Max, Min, Abs, Sqrt, Floor, Exp, Log, Sin, Cos, Tanh, PortableMath.Log1P, Expm1";

    [Theory]
    [MemberData(nameof(Problems))]
    public void Unreadable_body_is_a_problem_at_its_place(string body, string place, string message)
    {
        string source = Source(body + " return V > 1.0;");
        NeuronTypeSpec spec = ParseFile(source);
        Assert.Null(spec.Graph);
        NeuronTypeProblem problem = spec.Problems[0];
        Assert.Equal(place, source.Substring(problem.Start, problem.Length));
        Assert.Equal(message == Unreadable ? $"'{place}' {message}" : message, problem.Message);
    }

    [Fact]
    public void Equal_expressions_are_one_node_and_keep_the_first_name()
    {
        NeuronGraph graph = Parse("double Twice = V * 2.0; double again = V * 2.0; V = Twice + again; return V > 1.0;").Graph!;
        NeuronNode product = Assert.Single(graph.Nodes, node => node.Op == NeuronOp.Multiply);
        Assert.Equal("twice", product.Name);
    }

    [Theory]
    [InlineData("V *= 0.1; return V > 1e-300;")]
    [InlineData("V = Math.Exp(-dt / P) * V - (current - -0.0); bool up = V > 1.0; V = up ? 0.0 : V; return up;")]
    public void Graph_survives_being_written_as_text(string body)
    {
        NeuronGraph graph = Parse(body).Graph!;
        string text = NeuronGraphText.Write(graph);
        Assert.Equal(graph, NeuronGraphText.Read(text));
        Assert.StartsWith("neuron-graph 2\ntype Cell 0.1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_another_version_is_no_graph() => Assert.Null(NeuronGraphText.Read("neuron-graph 1\ntype Cell 0.1"));

    [Theory]
    [InlineData("[NeuronType]", "bool", "V > 1.0", true, false)]
    [InlineData("[NeuronType]", "double", "V", false, false)]
    [InlineData("[NeuronType(IsSpiking = true)]", "double", "V > 1.0 ? V : 0.0", true, false)]
    [InlineData("[NeuronType(HasNegativeOutput = true)]", "double", "-V", false, true)]
    public void Type_of_the_step_and_attribute_say_what_the_output_is(string attribute, string type, string result, bool isSpiking, bool isNegative)
    {
        string source = Source($"return {result};")
            .Replace("[NeuronType]", attribute, StringComparison.Ordinal)
            .Replace("bool Step", type + " Step", StringComparison.Ordinal);
        NeuronGraph graph = ParseFile(source).Graph!;
        Assert.Equal((isSpiking, isNegative, type == "bool"), (graph.IsSpiking, graph.IsNegative, graph.IsSpikeMask));
        Assert.Equal(graph, NeuronGraphText.Read(NeuronGraphText.Write(graph)));
    }

    private static string Source(string body) => $$"""
        using AotNeuro;

        [NeuronType]
        partial struct Cell
        {
            [NeuronParameter] public double P = 0.5;
            [NeuronState(0.0, 1.0)] public double V;
            [HiddenNeuronState] public double H;
            public double Other;
            public Cell() { }
            public void Initialize(double dt) => H = V / dt;
            public bool Step(double current, double dt) { {{body}} }
        }
        """;

    private static NeuronTypeSpec Parse(string body) => ParseFile(Source(body));

    private static NeuronTypeSpec ParseFile(string source)
    {
        var compilation = TestCompilation.Create(source);
        return NeuronTypeParser.Parse(compilation.GetTypeByMetadataName("Cell")!, compilation, CancellationToken.None)!;
    }

    private static string Text(NeuronGraph graph, int index)
    {
        NeuronNode node = graph.Nodes[index];
        return node.Op switch
        {
            NeuronOp.Constant => node.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            NeuronOp.Parameter or NeuronOp.State => node.Name!,
            NeuronOp.Current or NeuronOp.Dt => node.Op == NeuronOp.Dt ? "dt" : "current",
            _ => $"{node.Op}({string.Join(", ", node.Operands.Select(operand => Text(graph, operand)))})",
        };
    }
}
