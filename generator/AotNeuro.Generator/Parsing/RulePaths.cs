using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Parsing;

/// <summary>
/// Finds the learning rules that the targets of connections and probes mean: by path, <c>"C.PES"</c>, or by their connection's name, where
/// that leaves no doubt.
/// </summary>
internal static class RulePaths
{
    public static ModelSpec Resolve(ModelSpec model)
    {
        var learning = new Dictionary<string, ConnectionSpec>();
        foreach (ConnectionSpec connection in model.Connections.Where(connection => connection.LearningRules.Count > 0))
        {
            learning[connection.Member.Name] = connection;
        }

        return learning.Count == 0
            ? model
            : model with
            {
                Connections = model.Connections.Select(connection => connection with { To = OfError(connection.To, learning) }).ToEquatableArray(),
                Probes = model.Probes.Select(probe => OfProbe(probe, learning)).ToEquatableArray(),
            };
    }

    /// <summary>An error that is told a connection is for the one rule of it that takes any.</summary>
    private static EndSpec OfError(EndSpec end, Dictionary<string, ConnectionSpec> learning)
    {
        end = Split(end, learning);
        if (end.Rule is not null || end.IsNeurons || !learning.TryGetValue(end.Name, out ConnectionSpec connection))
        {
            return end;
        }

        LearningRuleSpec[] takers = connection.LearningRules.Where(rule => rule.TakesError).ToArray();
        return takers.Length == 1 ? end with { Rule = takers[0].Name } : end;
    }

    /// <summary>A rule of its own is probed for the first of its signals; a connection's only rule by the connection's name too.</summary>
    private static ProbeSpec OfProbe(ProbeSpec probe, Dictionary<string, ConnectionSpec> learning)
    {
        EndSpec end = Split(probe.Of, learning);
        if (end.Rule is not null)
        {
            LearningRuleSpec rule = learning[end.Name].LearningRules.First(rule => rule.Name == end.Rule);
            return probe with { Of = end, Signal = probe.Signal ?? rule.Signals[0] };
        }

        return !end.IsNeurons
            && learning.TryGetValue(end.Name, out ConnectionSpec connection)
            && connection.LearningRules.Count == 1
            && connection.LearningRules[0].Signals.Contains(probe.Signal)
            ? probe with { Of = end with { Rule = connection.LearningRules[0].Name } }
            : probe;
    }

    /// <summary>Takes the name of a rule off that of its connection.</summary>
    private static EndSpec Split(EndSpec end, Dictionary<string, ConnectionSpec> learning)
    {
        int dot = end.Name.LastIndexOf('.');
        if (dot < 0 || end.Rule is not null || end.IsNeurons || !learning.TryGetValue(end.Name.Substring(0, dot), out ConnectionSpec connection))
        {
            return end;
        }

        string name = end.Name.Substring(dot + 1);
        return connection.LearningRules.Any(rule => rule.Name == name) ? end with { Name = connection.Member.Name, Rule = name } : end;
    }
}
