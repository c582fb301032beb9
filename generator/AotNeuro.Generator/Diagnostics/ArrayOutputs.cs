using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>An output that an attribute adds to an array: the paths of its connections and of its node.</summary>
internal sealed record ArrayOutputs(string Name, string Connection, string Node)
{
    /// <summary>The outputs of an array, in the order of their attributes; none if the network is no array.</summary>
    public static IEnumerable<ArrayOutputs> Of(PartSpec network)
    {
        string prefix = $"{network.Content.Path}.EnsemblesTo";
        return network.Content.Connections
            .Where(connection => connection.StartsWith(prefix, StringComparison.Ordinal))
            .Skip(1)
            .Select(connection => connection.Substring(prefix.Length))
            .Select(name => new ArrayOutputs(name, prefix + name, $"{network.Content.Path}.{name}"));
    }
}
