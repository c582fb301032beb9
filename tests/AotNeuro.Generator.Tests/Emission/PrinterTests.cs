using System.Globalization;
using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Tests;

/// <summary>Expressions, literals and lines as they are printed.</summary>
public sealed class PrinterTests
{
    /// <summary>Trees in prefix notation over the states a, b and c, as scalar and as vector code.</summary>
    public static TheoryData<string, string, string> Expressions => new()
    {
        { "Subtract a Subtract b c", "a - (b - c)", "a - (b - c)" },
        { "Subtract Subtract a b c", "a - b - c", "a - b - c" },
        { "Add a Add b c", "a + (b + c)", "a + (b + c)" },
        { "Divide a Multiply b c", "a / (b * c)", "a / (b * c)" },
        { "Multiply Divide a b c", "a / b * c", "a / b * c" },
        { "Multiply Add a b c", "(a + b) * c", "(a + b) * c" },
        { "Add a Multiply b c", "a + b * c", "a + b * c" },
        { "Negate Add a b", "-(a + b)", "-(a + b)" },
        { "Negate Negate a", "-(-a)", "-(-a)" },
        { "Multiply Negate a b", "-a * b", "-a * b" },
        { "Negate -3", "-(-3.0)", "-V.Create(-3.0)" },
        { "Subtract a -3", "a - -3.0", "a - V.Create(-3.0)" },
        { "Min a Add b c", "global::System.Math.Min(a, b + c)", "V.MinNative(a, b + c)" },
        { "Exp Negate a", "global::AotNeuro.Numerics.PortableMath.Exp(-a)", "Lanes.Exp(-a)" },
        { "Select Less a b a Add b c", "a < b ? a : b + c", "V.ConditionalSelect(V.LessThan(a, b), a, b + c)" },
        {
            "Select And Not Less a b Or Equal a b Greater b c a b",
            "!(a < b) && (a == b || b > c) ? a : b",
            "V.ConditionalSelect(~V.LessThan(a, b) & (V.Equals(a, b) | V.GreaterThan(b, c)), a, b)"
        },
        {
            "Add Select Less a b a b c",
            "(a < b ? a : b) + c",
            "V.ConditionalSelect(V.LessThan(a, b), a, b) + c"
        },
    };

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Parentheses_stand_where_the_meaning_needs_them(string tree, string scalar, string vector)
    {
        NeuronGraph graph = Parse(tree);
        Assert.Equal(scalar, new ScalarPrinter(graph, "dt", name => name, name => name).Print(graph.Nodes.Count - 1));
        Assert.Equal(vector.Replace("V.", "Vector512.", StringComparison.Ordinal), PrintVector(graph, "Vector512"));
    }

    /// <summary>Where masks are vectors, a choice between a value and nothing is one logical operation.</summary>
    [Theory]
    [InlineData("Select Less a b a c", "V.ConditionalSelect(V.LessThan(a, b), a, c)", "Lanes.Select(V.LessThan(a, b), a, c)")]
    [InlineData("Select Less a b 0 c", "V.ConditionalSelect(V.LessThan(a, b), V.Create(0.0), c)", "V.AndNot(c, V.LessThan(a, b))")]
    [InlineData("Select Less a b c 0", "V.ConditionalSelect(V.LessThan(a, b), c, V.Create(0.0))", "c & V.LessThan(a, b)")]
    [InlineData("Select Less a b -0 c", "V.ConditionalSelect(V.LessThan(a, b), V.Create(-0.0), c)", "Lanes.Select(V.LessThan(a, b), V.Create(-0.0), c)")]
    public void Choices_take_the_form_that_is_cheapest_at_a_width(string tree, string widest, string narrower)
    {
        foreach (string vector in (string[])["Vector512", "Vector256", "Vector128"])
        {
            string expected = vector == "Vector512" ? widest : narrower;
            Assert.Equal(expected.Replace("V.", vector + ".", StringComparison.Ordinal), PrintVector(Parse(tree), vector));
        }
    }

    [Fact]
    public void Shared_value_is_taken_from_the_variable_that_holds_it() =>
        Assert.Equal("a * shared + Vector256.Create(3.0)", PrintVector(Parse("Add Multiply a 2 3"), "Vector256", value => value == 2 ? "shared" : null));

    /// <summary>Where a model need not round as Nengo does.</summary>
    [Theory]
    [InlineData("Add a Multiply Multiply b 1000 0.001", "a + b", "a + b")]
    [InlineData("Add a Multiply Multiply Multiply 4 b 0.5 3", "a + b * V.Create(6.0)", "V.MultiplyAddEstimate(b, V.Create(6.0), a)")]
    [InlineData("Subtract Multiply a b c", "a * b - c", "V.MultiplyAddEstimate(a, b, -c)")]
    public void Constant_factors_become_one_and_joined_products_and_sums_one_operation(string tree, string merged, string joined)
    {
        NeuronGraph graph = Parse(tree);
        foreach ((bool joins, string expected) in new[] { (false, merged), (true, joined) })
        {
            var free = new FreeArithmetic("Vector512", "double", index => graph.Nodes[index].Op == NeuronOp.Constant ? graph.Nodes[index].Value : null, joins);
            Assert.Equal(expected.Replace("V.", "Vector512.", StringComparison.Ordinal), PrintVector(graph, "Vector512", free: free));
        }
    }

    private static NeuronGraph Parse(string tree)
    {
        var nodes = new List<NeuronNode>();
        Add(new Queue<string>(tree.Split(' ')), nodes);
        return new NeuronGraph("Tree", 0, default, default, nodes.ToEquatableArray(), 0);
    }

    private static string PrintVector(NeuronGraph graph, string vector, Func<double, string?>? held = null, FreeArithmetic? free = null)
    {
        var printer = new VectorPrinter(
            graph,
            vector,
            "double",
            [graph.Nodes.Count - 1],
            [],
            leaf => leaf.Name!,
            index => graph.Nodes[index].Op == NeuronOp.Constant ? Literal.Of(graph.Nodes[index].Value) : null,
            index => held?.Invoke(graph.Nodes[index].Value),
            free);
        return printer.Print(graph.Nodes.Count - 1, new CodeWriter());
    }

    [Theory]
    [InlineData(1.0, "1.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e22, "1E+22")]
    [InlineData(5e-324, "5E-324")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    [InlineData(double.NaN, "double.NaN")]
    public void Number_is_written_so_that_it_reads_back(double value, string text) => Assert.Equal(text, Literal.Of(value));

    [Fact]
    public void Blocks_are_followed_by_a_blank_line_unless_more_of_the_statement_follows()
    {
        var code = new CodeWriter();
        using (code.Open("if (a)"))
        {
            code.Line("b();");
        }

        using (code.Open("else"))
        {
            using (code.Open("for (;;)"))
            {
                code.Line();
            }
        }

        code.Line("c();");
        Assert.Equal("if (a)\n{\n    b();\n}\nelse\n{\n    for (;;)\n    {\n\n    }\n}\n\nc();\n", code.ToString());
    }

    public static TheoryData<string, string[]> Lines => new()
    {
        { "short(a, b);", ["short(a, b);"] },
        { $"f({X(60)}, g({X(40)}, {X(20)}), {X(20)});", [$"f({X(60)}, g({X(40)}, {X(20)}),", $"    {X(20)});"] },
        { $"y = {X(60)} + {X(50)} * {X(20)};", [$"y = {X(60)}", $"    + {X(50)} * {X(20)};"] },
        { $"y = ({X(60)} + {X(50)}) * {X(20)};", [$"y = ({X(60)} + {X(50)})", $"    * {X(20)};"] },
        { $"result = f({X(60)}, {X(60)});", ["result =", $"    f({X(60)}, {X(60)});"] },
        { $"/// {X(60)} {X(60)} {X(20)}", [$"/// {X(60)} {X(60)}", $"/// {X(20)}"] },
        { $"f(\"{X(60)}, {X(60)}, {X(20)}\");", [$"f(\"{X(60)}, {X(60)}, {X(20)}\");"] },
        { $"// {X(60)} {X(60)} {X(20)}", [$"// {X(60)} {X(60)}", $"//   {X(20)}"] },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Long_line_is_broken_as_far_outside_as_possible(string line, string[] pieces) =>
        Assert.Equal(pieces, LineBreaker.Break(line, column: 0));

    private static string X(int length) => new('x', length);

    private static int Add(Queue<string> words, List<NeuronNode> nodes)
    {
        string word = words.Dequeue();
        if (!char.IsUpper(word[0]) || !Enum.TryParse(word, out NeuronOp op))
        {
            nodes.Add(double.TryParse(word, CultureInfo.InvariantCulture, out double value)
                ? new(NeuronOp.Constant, Value: value)
                : new(NeuronOp.State, Name: word));
            return nodes.Count - 1;
        }

        int arity = op is NeuronOp.Negate or NeuronOp.Not or NeuronOp.Exp ? 1 : op == NeuronOp.Select ? 3 : 2;
        int[] operands = [.. Enumerable.Range(0, arity).Select(_ => Add(words, nodes))];
        nodes.Add(new(op, operands[0], arity > 1 ? operands[1] : -1, arity > 2 ? operands[2] : -1));
        return nodes.Count - 1;
    }
}
