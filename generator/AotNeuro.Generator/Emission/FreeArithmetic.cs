using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>
/// Arithmetic of models that need not round as Nengo does. In single precision, constant factors are multiplied when the code is written. With
/// <c>FastMath</c> a product and a sum are also one operation with one rounding where the processor has it. Divisions stay: on processors with AVX-512 they
/// run beside multiplications, and an estimate with its corrections takes the place of those.
/// </summary>
/// <param name="vector">The vectors' static class: Vector512, ...</param>
/// <param name="type">What the vectors are of.</param>
/// <param name="constant">The value of a node that is known when the code is written, or null.</param>
/// <param name="joins">Whether products and sums are joined.</param>
internal sealed class FreeArithmetic(string vector, string type, Func<int, double?> constant, bool joins)
{
    /// <summary>Joins a product with a sum: <c>a * b + c</c>.</summary>
    public static string MultiplyAdd(string vector, string a, string b, string c) => $"{vector}.MultiplyAddEstimate({a}, {b}, {c})";

    /// <summary>The expression of a node, or null if it is written as it stands.</summary>
    /// <param name="node">The node.</param>
    /// <param name="factorsOf">The factors of a product that is part of this expression alone, or null.</param>
    /// <param name="expression">Prints an operand.</param>
    public Text? Combine(NeuronNode node, Func<int, (int A, int B)?> factorsOf, Func<int, Text> expression)
    {
        List<Text>? Factors(int index) => factorsOf(index) is var (a, b) ? FactorsOf(a, b, factorsOf, expression) : null;

        switch (node.Op)
        {
            case NeuronOp.Multiply:
                return Product(FactorsOf(node.A, node.B, factorsOf, expression));
            case NeuronOp.Add or NeuronOp.Subtract when !joins:
                return null;
            case NeuronOp.Add when Factors(node.B) is { } factors:
                return Sum(expression(node.A), factors);
            case NeuronOp.Add when Factors(node.A) is { } factors:
                return Sum(expression(node.B), factors);
            case NeuronOp.Subtract when Factors(node.B) is { } factors:
                factors[0] = Text.Prefix("-", factors[0]);
                return Sum(expression(node.A), factors);
            case NeuronOp.Subtract when Factors(node.A) is { } factors:
                return Sum(Text.Prefix("-", expression(node.B)), factors);
            default:
                return null;
        }
    }

    /// <summary>All factors of a product of products, the constant ones as one.</summary>
    private List<Text> FactorsOf(int a, int b, Func<int, (int A, int B)?> factorsOf, Func<int, Text> expression)
    {
        var factors = new List<Text>();
        var left = new Stack<int>(new[] { b, a });
        double scale = 1.0;
        while (left.Count > 0)
        {
            int index = left.Pop();
            if (constant(index) is { } value)
            {
                scale *= value;
            }
            else if (factorsOf(index) is var (first, second))
            {
                left.Push(second);
                left.Push(first);
            }
            else
            {
                factors.Add(expression(index));
            }
        }

        if (scale != 1.0)
        {
            factors.Add(Text.OfAtom($"{vector}.Create({(type == "float" ? Literal.OfSingle(scale) : Literal.Of(scale))})"));
        }

        return factors;
    }

    private Text Sum(Text addend, List<Text> factors) => factors.Count == 1
        ? Text.Binary(addend, "+", factors[0])
        : Text.OfAtom(MultiplyAdd(vector, Product(factors.Take(factors.Count - 1)).Code, factors[factors.Count - 1].Code, addend.Code));

    private static Text Product(IEnumerable<Text> factors) => factors.Aggregate((a, b) => Text.Binary(a, "*", b));
}
