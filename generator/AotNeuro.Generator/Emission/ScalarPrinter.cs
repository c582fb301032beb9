using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints nodes of a neuron graph as scalar C#: what an ensemble computes once per build.</summary>
/// <param name="graph">The graph.</param>
/// <param name="dt">How dt is written.</param>
/// <param name="parameter">How a parameter is written.</param>
/// <param name="state">How a state is written.</param>
internal sealed class ScalarPrinter(NeuronGraph graph, string dt, Func<string, string> parameter, Func<string, string> state)
{
    private static readonly Dictionary<NeuronOp, string> Symbols = new()
    {
        [NeuronOp.Add] = "+",
        [NeuronOp.Subtract] = "-",
        [NeuronOp.Multiply] = "*",
        [NeuronOp.Divide] = "/",
        [NeuronOp.Less] = "<",
        [NeuronOp.LessOrEqual] = "<=",
        [NeuronOp.Greater] = ">",
        [NeuronOp.GreaterOrEqual] = ">=",
        [NeuronOp.Equal] = "==",
        [NeuronOp.And] = "&&",
        [NeuronOp.Or] = "||",
    };

    public string Print(int index) => Expression(index).Code;

    private Text Expression(int index)
    {
        NeuronNode node = graph.Nodes[index];
        return node.Op switch
        {
            NeuronOp.Constant => Text.OfAtom(Literal.Of(node.Value)),
            NeuronOp.Parameter => Text.OfAtom(parameter(node.Name!)),
            NeuronOp.State => Text.OfAtom(state(node.Name!)),
            NeuronOp.Dt => Text.OfAtom(dt),
            NeuronOp.Negate => Text.Prefix("-", Expression(node.A)),
            NeuronOp.Not => Text.Prefix("!", Expression(node.A)),
            _ when node.IsPortableFunction => Text.Call($"global::AotNeuro.Numerics.PortableMath.{node.Op}", Expression(node.A)),
            NeuronOp.Min or NeuronOp.Max => Text.Call($"global::System.Math.{node.Op}", Expression(node.A), Expression(node.B)),
            NeuronOp.Abs or NeuronOp.Sqrt or NeuronOp.Floor => Text.Call($"global::System.Math.{node.Op}", Expression(node.A)),
            NeuronOp.Select => Text.Choice(Expression(node.A), Expression(node.B), Expression(node.C)),
            _ => Text.Binary(Expression(node.A), Symbols[node.Op], Expression(node.B)),
        };
    }
}
