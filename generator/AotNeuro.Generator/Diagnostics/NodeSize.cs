using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>A size of a node, and what the rest of its declaration says of it.</summary>
/// <param name="Argument">SizeIn or SizeOut.</param>
/// <param name="Value">The size, -1 if nothing says.</param>
/// <param name="Wanted">The only size that fits the declaration, -1 if any of at least 1 does.</param>
/// <param name="Reason">Why only that fits.</param>
internal sealed record NodeSize(string Argument, int Value, int Wanted, string Reason)
{
    public static IEnumerable<NodeSize> Of(NodeSpec node)
    {
        NodeSize In(int wanted, string reason) => new(nameof(node.SizeIn), node.SizeIn, wanted, reason);
        NodeSize Out(int wanted, string reason) => new(nameof(node.SizeOut), node.SizeOut, wanted, reason);

        return node.Function switch
        {
            { Form: FunctionForm.Scalar } function =>
            [
                In(function.Inputs, $"its function takes {Texts.Count(function.Inputs, "number")} after the time"),
                Out(function.Outputs, $"its function returns {Texts.Count(function.Outputs, "number")}"),
            ],
            { Form: FunctionForm.Span } function =>
            [
                In(function.Inputs == 0 ? 0 : -1, "its function takes no input"),
                Out(function.Outputs == 0 ? 0 : -1, "its function has no output"),
            ],
            null when node.IsInput => [new("size", node.SizeOut, -1, "")],
            null when !node.Process.IsNothing =>
            [
                In(node.SizeIn == 0 ? 0 : -1, "it takes no input"),
                Out(-1, ""),
            ],
            null when node.Constant.Count > 0 =>
            [
                In(0, "a constant takes no input"),
                Out(node.Constant.Count, $"its constant has {Texts.Count(node.Constant.Count, "number")}"),
            ],
            // A process takes an input or none.
            null when node.SizeIn > 0 => [In(-1, ""), Out(node.SizeIn, $"it passes {Texts.Count(node.SizeIn, "dimension")} on")],
            null => [In(-1, "")],
            _ => [],
        };
    }
}
