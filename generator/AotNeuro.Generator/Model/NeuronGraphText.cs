using System.Globalization;
using System.Text;

namespace AotNeuro.Generator.Model;

/// <summary>
/// A neuron type's graph as text, the form in which it stands in metadata, since a generator cannot see bodies in other
/// assemblies: lines <c>type</c>, <c>parameter</c>, <c>state</c>, one line per node, and <c>result</c>.
/// </summary>
internal static class NeuronGraphText
{
    private const string Version = "neuron-graph 2";

    public static string Write(NeuronGraph graph)
    {
        var text = new StringBuilder();
        text.Append(Version).Append('\n');
        text.Append($"type {graph.Name} {Number(graph.SettleTime)} {(graph.IsSpiking ? "spiking" : "rate")} {(graph.IsNegative ? "signed" : "unsigned")}\n");
        foreach (NeuronParameter parameter in graph.Parameters)
        {
            text.Append($"parameter {parameter.Name} {Number(parameter.Value)}\n");
        }

        foreach (NeuronState state in graph.States)
        {
            text.Append($"state {state.Name} {Number(state.Low)} {Number(state.High)} {(state.IsHidden ? "hidden" : "drawn")} {state.Next} {state.Initial}\n");
        }

        foreach (NeuronNode node in graph.Nodes)
        {
            text.Append($"node {node.Op} {node.A} {node.B} {node.C} {Number(node.Value)} {node.Name ?? "-"}\n");
        }

        return text.Append($"result {graph.Result}").ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null for text of another version.</summary>
    public static NeuronGraph? Read(string text)
    {
        string[] lines = text.Split('\n');
        if (lines[0] != Version)
        {
            return null;
        }

        string name = "";
        double settleTime = 0;
        int result = -1;
        bool isSpiking = false;
        bool isNegative = false;
        var parameters = new List<NeuronParameter>();
        var states = new List<NeuronState>();
        var nodes = new List<NeuronNode>();
        foreach (string[] words in lines.Skip(1).Select(line => line.Split(' ')))
        {
            switch (words[0])
            {
                case "type":
                    (name, settleTime, isSpiking, isNegative) = (words[1], Number(words[2]), words[3] == "spiking", words[4] == "signed");
                    break;
                case "parameter":
                    parameters.Add(new(words[1], Number(words[2])));
                    break;
                case "state":
                    states.Add(new(words[1], Number(words[2]), Number(words[3]), words[4] == "hidden", Index(words[5]), Index(words[6])));
                    break;
                case "node":
                    var op = (NeuronOp)Enum.Parse(typeof(NeuronOp), words[1]);
                    nodes.Add(new(op, Index(words[2]), Index(words[3]), Index(words[4]), Number(words[5]), words[6] == "-" ? null : words[6]));
                    break;
                case "result":
                    result = Index(words[1]);
                    break;
            }
        }

        return new(
            name, settleTime, parameters.ToEquatableArray(), states.ToEquatableArray(), nodes.ToEquatableArray(), result, isSpiking, isNegative);
    }

    private static string Number(double value) => value.ToString("G17", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static int Index(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
