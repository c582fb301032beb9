using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>
/// Prints the objects of a model and the properties through which users reach them. Objects hold all values that only the running program
/// has (distributions, matrices, solvers, processes), so that the rest of the code need not say where those come from.
/// </summary>
internal static class HandleEmitter
{
    public const string Handles = "__handles";

    public static void Emit(CodeWriter code, StepPlan plan)
    {
        ModelSpec model = plan.Model;
        code.Line($"private readonly ModelHandles {Handles} = new();");
        foreach (MemberSpec member in PropertiesOf(model))
        {
            code.Line();
            string values = member.Roles[0] is "Input" or "Output" ? ".HostValues" : "";
            code.Line($"{member.Modifiers} {member.Type} {member.Name} => {Of(member)}{values};");
        }

        foreach (TunableSpec tunable in model.Tunables.Where(tunable => tunable.Member.IsOwn))
        {
            code.Line();
            using (code.Open($"{tunable.Member.Modifiers} {tunable.Member.Type} {tunable.Member.Name}"))
            {
                code.Line($"get => {Of(tunable.Member)}.Value;");
                code.Line($"set => Tune({Of(tunable.Member)}, value{LimitsOf(model, tunable)});");
            }
        }

        code.Line();
        EmitHandles(code, plan);
    }

    /// <summary>The handle of a member.</summary>
    public static string Of(MemberSpec member) => Of(member.Name);

    /// <summary>The handle of an object.</summary>
    public static string Of(string name) => $"{Handles}.{Id(name)}";

    /// <summary>An object's name as an identifier.</summary>
    public static string Id(string name) => name.Replace('.', '_');

    /// <summary>The object that filters, for synapses that are more than a first-order filter.</summary>
    public static string FilterOf(string owner) => $"{Handles}.{Id(owner)}Filter";

    private static IEnumerable<MemberSpec> PropertiesOf(ModelSpec model) =>
        model.Members.Where(member =>
            member.Kind == MemberKind.Property && !member.Roles.Contains("Tunable") && model.FindNode(member.Name) is not { IsProcess: true });

    private static void EmitHandles(CodeWriter code, StepPlan plan)
    {
        ModelSpec model = plan.Model;
        code.Line("/// <summary>The objects of the model.</summary>");
        using (code.Open("private sealed class ModelHandles"))
        {
            code.Lines(model.Nodes.Select(node => Field("Node", node.Member, null, NodeOptions(model, node))));
            code.Lines(model.Ensembles.Select(ensemble => Field("Ensemble", ensemble.Member, ensemble.ArrayCount, EnsembleOptions(model, ensemble))));
            code.Lines(model.Connections.Select(connection => Field("Connection", connection.Member, connection.ArrayCount, ConnectionOptions(model, connection))));
            code.Lines(model.Probes.Select(probe => Field("Probe", probe.Member, null, ProbeOptions(model, probe))));
            code.Lines(FilterSpec.Of(model).Select(filter => FilterField(model, filter)));
            code.Lines(model.Tunables.Select(tunable => TunableField(model, tunable)));
            PartEmitter.EmitHandles(code, model);
        }
    }

    private static string Field(string type, MemberSpec member, int? count, IEnumerable<OptionText> options)
    {
        string name = Literal.Of(member.Name);
        string field = $"public readonly global::AotNeuro.{type}{(count is null ? "" : "[]")} {Id(member.Name)}";
        return member.IsForeign ? field + ";"
            : count is null ? $"{field} = new({name}, new() {{ {string.Join(", ", options.Select(option => option.Text))} }});"
            : $"{field} = global::AotNeuro.{type}.Array({name}, {count}, new() {{ {string.Join(", ", options.Select(option => option.Text))} }});";
    }

    private static string FilterField(ModelSpec model, FilterSpec filter)
    {
        string field = $"public readonly {RuntimeNames.Filter} {Id(filter.Owner)}Filter";
        return filter.IsForeign ? field + ";"
            : $"{field} = new({Literal.Of(filter.Owner)}, {Value(model, filter.Synapse)}, size: {filter.Size}, dt: {Literal.Of(model.Dt)});";
    }

    private static string TunableField(ModelSpec model, TunableSpec tunable)
    {
        string field = $"public readonly {RuntimeNames.Tunable} {Id(tunable.Member.Name)}";
        return tunable.Member.IsForeign ? field + ";"
            : $"{field} = new({Literal.Of(tunable.Member.Name)}, {Literal.Of(DefaultOf(model, tunable))});";
    }

    private static IEnumerable<OptionText> NodeOptions(ModelSpec model, NodeSpec node) =>
    [
        new($"SizeIn = {Math.Max(node.SizeIn, 0)}"),
        new($"SizeOut = {node.SizeOut}"),
        new($"Dt = {Literal.Of(model.Dt)}"),
        .. Flag("IsReplaceable", node.IsReplaceable, true),
        .. Flag("IsInput", node.IsInput, true),
        .. Option(model, "Process", node.Process),
    ];

    private static IEnumerable<OptionText> EnsembleOptions(ModelSpec model, EnsembleSpec ensemble) =>
    [
        new($"Neurons = {ensemble.Neurons}"),
        new($"Dimensions = {ensemble.Dimensions}"),
        .. ensemble.Radius != 1.0 ? [new($"Radius = {Literal.Of(ensemble.Radius)}", ensemble.SizesOwner)] : Array.Empty<OptionText>(),
        .. Option("Seed", ensemble.Seed),
        .. Option("EvalPointCount", ensemble.EvalPointCount, ensemble.SizesOwner),
        .. Flag("NormalizeEncoders", !ensemble.NormalizeEncoders, false, ensemble.SizesOwner),
        .. Option(model, "MaxRates", ensemble.MaxRates),
        .. Option(model, "Intercepts", ensemble.Intercepts),
        .. Option(model, "Encoders", ensemble.Encoders),
        .. Option(model, "EvalPoints", ensemble.EvalPoints),
        .. Option(model, "Gain", ensemble.Gain),
        .. Option(model, "Bias", ensemble.Bias),
        .. Option(model, "Noise", ensemble.Noise),
    ];

    private static IEnumerable<OptionText> ConnectionOptions(ModelSpec model, ConnectionSpec connection) =>
    [
        new($"Source = {Literal.Of(connection.From.Text)}"),
        new($"Target = {Literal.Of(connection.To.Text)}"),
        .. Option("Seed", connection.Seed),
        .. Option(model, connection.Transform.IsStepped ? "StepTransform" : "Transform", connection.Transform),
        .. connection.Transform.IsStepped
            ? [new($"SizeMid = {connection.FunctionSize(model)}"), new($"SizeOut = {connection.SizeOut(model)}")]
            : Array.Empty<OptionText>(),
        .. Option(model, "Solver", connection.Solver),
        .. Option(model, "EvalPoints", connection.EvalPoints),
        .. Flag("ScaleEvalPoints", !connection.ScaleEvalPoints, false),
        .. Option(model, "Points", connection.Points),
        .. Flag("HasFullWeights", connection.HasFullWeights, true),
    ];

    private static IEnumerable<OptionText> ProbeOptions(ModelSpec model, ProbeSpec probe) =>
    [
        new($"Target = {Literal.Of(probe.Of.Text)}"),
        new($"Signal = {Literal.Of(probe.Signal ?? "")}"),
        new($"Size = {ProbeSizes.Of(model, probe)}"),
        new($"Dt = {Literal.Of(model.Dt)}"),
        .. Flag("IsOutput", probe.IsOutput, true),
        .. Flag("IsSpikes", probe.Signal == ProbeSignals.Spikes, true),
        .. probe.SampleEvery is { } period ? [new($"SampleEvery = {Literal.Of(period)}", probe.SamplingOwner)] : Array.Empty<OptionText>(),
        .. Option("KeepLast", probe.KeepLast, probe.SamplingOwner),
        .. Option("Seed", probe.Seed),
        .. Option(model, "Solver", probe.Solver),
    ];

    private static IEnumerable<OptionText> Flag(string name, bool isSet, bool value, string? owner = null) =>
        isSet ? [new($"{name} = {Literal.Of(value)}", owner)] : [];

    private static IEnumerable<OptionText> Option(string name, int? value, string? owner = null) =>
        value is { } number ? [new($"{name} = {Literal.Of(number)}", owner)] : [];

    private static IEnumerable<OptionText> Option(ModelSpec model, string name, ValueSpec value) =>
        value.IsNothing ? [] : [new($"{name} = {Value(model, value)}", value.Owner)];

    /// <summary>What a model's defaults say of the objects of its parts, which have made themselves without them.</summary>
    public static IEnumerable<string> Inherited(ModelSpec model, string part)
    {
        IEnumerable<string> Of<T>(IEnumerable<T> items, Func<T, MemberSpec> member, Func<T, int?> count, Func<ModelSpec, T, IEnumerable<OptionText>> options) =>
            from item in items
            where member(item).IsForeign && member(item).Name.StartsWith(part + ".", StringComparison.Ordinal)
            let given = options(model, item).Where(option => option.Owner == model.FullName).ToArray()
            where given.Length > 0
            let change = $"options => options with {{ {string.Join(", ", given.Select(option => option.Text))} }}"
            select count(item) is null
                ? $"{Id(member(item).Name)}.Override({change});"
                : $"global::System.Array.ForEach({Id(member(item).Name)}, item => item.Override({change}));";

        return Of(model.Ensembles, item => item.Member, item => item.ArrayCount, EnsembleOptions)
            .Concat(Of(model.Connections, item => item.Member, item => item.ArrayCount, ConnectionOptions))
            .Concat(Of(model.Probes, item => item.Member, _ => null, ProbeOptions));
    }

    private static double DefaultOf(ModelSpec model, TunableSpec tunable) =>
        model.FindEnsemble(tunable.Targets[0].Ensemble)!.NeuronType.Parameters.First(parameter => parameter.Name == tunable.Targets[0].Parameter).Value;

    /// <summary>The limits of a tunable property's value, as further arguments.</summary>
    private static string LimitsOf(ModelSpec model, TunableSpec tunable)
    {
        ParameterLimits limits = tunable.Targets
            .SelectMany(target => model.FindEnsemble(target.Ensemble)!.NeuronType.Limits.Where(limits => limits.Name == target.Parameter))
            .Aggregate(new ParameterLimits("", double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity), (all, one) => all.With(one));
        return Limit("above", limits.Above) + Limit("atLeast", limits.AtLeast) + Limit("atMost", limits.AtMost);
    }

    private static string Limit(string name, double limit) => double.IsInfinity(limit) ? "" : $", {name}: {Literal.Of(limit)}";

    /// <summary>A number, an array, a member of the model, or an object that an attribute describes, as an expression.</summary>
    public static string Value(ModelSpec model, ValueSpec value) => value.Kind switch
    {
        ValueKind.Number => Literal.Of(value.Numbers[0]),
        ValueKind.Numbers => $"new double[] {{ {string.Join(", ", value.Numbers.Select(Literal.Of))} }}",
        ValueKind.Created => value.Name!,
        _ => $"{model.Name}.{value.Name}",
    };

    /// <summary>An option as it is set.</summary>
    /// <param name="text">Name and value.</param>
    /// <param name="owner">The model whose defaults gave it; null if the object's own model did.</param>
    private readonly struct OptionText(string text, string? owner = null)
    {
        public string Text { get; } = text;

        public string? Owner { get; } = owner;
    }
}
