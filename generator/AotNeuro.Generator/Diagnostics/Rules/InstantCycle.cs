using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Without a synapse a value passes within the step, so a cycle of such connections would wait for itself.</summary>
internal sealed class InstantCycle : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0417",
        "Cycle without a synapse",
        "Values would pass around {0} within one step; give one of these connections a synapse");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        FindCycles(model.Connections.Where(connection => connection.Synapse.IsNothing
            && model.IsVertex(connection.Source) && model.IsVertex(connection.Target)));

    /// <summary>Adds connection after connection; one whose source can be reached from its target closes a cycle.</summary>
    private static IEnumerable<Finding> FindCycles(IEnumerable<ConnectionSpec> connections)
    {
        var added = new List<ConnectionSpec>();
        foreach (ConnectionSpec connection in connections)
        {
            if (FindPath(added, connection.Target, connection.Source) is { } path)
            {
                string cycle = string.Join(" -> ", path.Append(connection.Target));
                yield return new(new(connection.Member.Name, Attributes.Connection, connection.SynapseArgument), cycle);
            }
            else
            {
                added.Add(connection);
            }
        }
    }

    /// <summary>A shortest way along connections, ends included; null if there is none.</summary>
    private static List<string>? FindPath(List<ConnectionSpec> connections, string from, string to)
    {
        var cameFrom = new Dictionary<string, string?> { [from] = null };
        var queue = new Queue<string>([from]);
        while (queue.Count > 0 && !cameFrom.ContainsKey(to))
        {
            string at = queue.Dequeue();
            foreach (ConnectionSpec connection in connections.Where(item => item.Source == at && !cameFrom.ContainsKey(item.Target)))
            {
                cameFrom.Add(connection.Target, at);
                queue.Enqueue(connection.Target);
            }
        }

        if (!cameFrom.ContainsKey(to))
        {
            return null;
        }

        var path = new List<string>();
        for (string? name = to; name is not null; name = cameFrom[name])
        {
            path.Insert(0, name);
        }

        return path;
    }
}
