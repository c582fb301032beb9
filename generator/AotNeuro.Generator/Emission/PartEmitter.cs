using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints the parts of a model: how their handles come about, and what they say of their objects.</summary>
internal static class PartEmitter
{
    /// <summary>The fields and the constructor of the handles that parts bring.</summary>
    public static void EmitHandles(CodeWriter code, ModelSpec model)
    {
        if (model.Parts.Count == 0)
        {
            return;
        }

        code.Lines(model.Parts.Select(part => $"public readonly {part.TypeName} {part.Member.Name};"));
        code.Line();
        using (code.Open("public ModelHandles()"))
        {
            foreach (PartSpec part in model.Parts)
            {
                if (part.IsModel)
                {
                    EmitModel(code, model, part);
                }
                else
                {
                    code.Line($"{part.Member.Name} = {Construct(part.Content, part.Seed)};");
                }
            }
        }
    }

    /// <summary>What a model's description says of its parts.</summary>
    public static IEnumerable<string> Descriptions(ModelSpec model) =>
        model.Parts.Select(part => $"{HandleEmitter.Of(part.Member)}.AsPart({(part.IsModel ? $"{Literal.Of(part.Member.Name)}, {Literal.Of(part.Seed)}" : "")})");

    private static void EmitModel(CodeWriter code, ModelSpec model, PartSpec part)
    {
        string name = part.Member.Name;
        string prefix = name + ".";
        code.Line($"{name} = new();");

        void Fetch(string type, IEnumerable<(MemberSpec Member, int? Count)> members)
        {
            code.Lines(
                from member in members
                where member.Member.IsForeign && member.Member.Name.StartsWith(prefix, StringComparison.Ordinal)
                let path = Literal.Of(member.Member.Name.Substring(prefix.Length))
                select $"{HandleEmitter.Id(member.Member.Name)} = {name}.{(member.Count is null ? "PartObject" : "PartObjects")}<global::AotNeuro.{type}>({path});");
        }

        Fetch("Node", model.Nodes.Select(node => (node.Member, (int?)null)));
        Fetch("Ensemble", model.Ensembles.Select(ensemble => (ensemble.Member, ensemble.ArrayCount)));
        Fetch("Connection", model.Connections.Select(connection => (connection.Member, connection.ArrayCount)));
        Fetch("Probe", model.Probes.Select(probe => (probe.Member, (int?)null)));
        code.Lines(
            from tunable in model.Tunables
            where tunable.Member.IsForeign && tunable.Member.Name.StartsWith(prefix, StringComparison.Ordinal)
            select $"{HandleEmitter.Id(tunable.Member.Name)} = {name}.PartTunable({Literal.Of(tunable.Member.Name.Substring(prefix.Length))});");
        code.Lines(HandleEmitter.Inherited(model, name));
        code.Lines(
            from filter in FilterSpec.Of(model)
            where filter.IsForeign && filter.Owner.StartsWith(prefix, StringComparison.Ordinal)
            select $"{HandleEmitter.Id(filter.Owner)}Filter = {name}.PartFilter({Literal.Of(filter.Owner.Substring(prefix.Length))});");
    }

    private static string Construct(NetworkSpec network, int? seed)
    {
        var content = new List<string>();
        void Add(string what, IEnumerable<string> items)
        {
            string list = string.Join(", ", items);
            if (list.Length > 0)
            {
                content.Add($"{what} = [{list}]");
            }
        }

        Add("Connections", network.Connections.Select(item => Spread(network, item)));
        Add("Ensembles", network.Ensembles.Select(item => Spread(network, item)));
        Add("Parts", network.Networks.Select(item => Construct(item, null) + ".AsPart()"));
        Add("Nodes", network.Nodes.Select(HandleEmitter.Id));
        string seedText = seed is { } number ? $"Seed = {Literal.Of(number)}, " : "";
        return $"new {network.TypeName}(new() {{ Name = {Literal.Of(network.Path)}, {seedText}{string.Join(", ", content)} }})";
    }

    private static string Spread(NetworkSpec network, string item) =>
        item.IndexOf('+') >= 0 ? $".. global::AotNeuro.Connection.Interleave({string.Join(", ", item.Split('+').Select(HandleEmitter.Id))})"
        : network.Arrays.Contains(item) ? ".. " + HandleEmitter.Id(item)
        : HandleEmitter.Id(item);
}
