using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Parsing;

/// <summary>Collects the nodes of a graph; equal expressions become one node.</summary>
internal sealed class NeuronGraphBuilder
{
    private readonly List<NeuronNode> _nodes = [];
    private readonly Dictionary<NeuronNode, int> _indices = [];

    public int Add(NeuronOp op, int a = -1, int b = -1, int c = -1, double value = 0, string? name = null)
    {
        var node = new NeuronNode(op, a, b, c, value, name);
        if (!_indices.TryGetValue(node, out int index))
        {
            index = _nodes.Count;
            _nodes.Add(node);
            _indices.Add(node, index);
        }

        return index;
    }

    /// <summary>Remembers the name that the author gave a value; the first one stays.</summary>
    public void NameNode(int index, string name)
    {
        if (!_nodes[index].IsLeaf && _nodes[index].Name is null)
        {
            _nodes[index] = _nodes[index] with { Name = name };
        }
    }

    public EquatableArray<NeuronNode> ToArray() => _nodes.ToEquatableArray();
}
