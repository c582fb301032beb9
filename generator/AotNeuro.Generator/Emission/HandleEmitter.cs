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
            code.Line($"{member.Modifiers} {member.Type} {member.Name} => {Of(member)};");
        }

        foreach (TunableSpec tunable in model.Tunables)
        {
            code.Line();
            using (code.Open($"{tunable.Member.Modifiers} {tunable.Member.Type} {tunable.Member.Name}"))
            {
                code.Line($"get => {Of(tunable.Member)};");
                code.Line($"set => Tune(ref {Of(tunable.Member)}, value, {Literal.Of(tunable.Member.Name)});");
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
            code.Lines(model.Tunables.Where(tunable => tunable.Member.IsOwn)
                .Select(tunable => $"public double {tunable.Member.Name} = {Literal.Of(DefaultOf(model, tunable))};"));
            PartEmitter.EmitHandles(code, model);
        }
    }

    private static string Field(string type, MemberSpec member, int? count, IEnumerable<string> options)
    {
        string name = Literal.Of(member.Name);
        string field = $"public readonly global::AotNeuro.{type}{(count is null ? "" : "[]")} {Id(member.Name)}";
        return member.IsForeign ? field + ";"
            : count is null ? $"{field} = new({name}, new() {{ {string.Join(", ", options)} }});"
            : $"{field} = global::AotNeuro.{type}.Array({name}, {count}, new() {{ {string.Join(", ", options)} }});";
    }

    private static string FilterField(ModelSpec model, FilterSpec filter)
    {
        string field = $"public readonly {RuntimeNames.Filter} {Id(filter.Owner)}Filter";
        return filter.IsForeign ? field + ";"
            : $"{field} = new({Literal.Of(filter.Owner)}, {Value(model, filter.Synapse)}, size: {filter.Size}, dt: {Literal.Of(model.Dt)});";
    }

    private static IEnumerable<string> NodeOptions(ModelSpec model, NodeSpec node) =>
    [
        $"SizeIn = {Math.Max(node.SizeIn, 0)}",
        $"SizeOut = {node.SizeOut}",
        $"Dt = {Literal.Of(model.Dt)}",
        .. node.IsReplaceable ? ["IsReplaceable = true"] : Array.Empty<string>(),
        .. Option(model, "Process", node.Process),
    ];

    private static IEnumerable<string> EnsembleOptions(ModelSpec model, EnsembleSpec ensemble) =>
    [
        $"Neurons = {ensemble.Neurons}",
        $"Dimensions = {ensemble.Dimensions}",
        .. ensemble.Radius != 1.0 ? [$"Radius = {Literal.Of(ensemble.Radius)}"] : Array.Empty<string>(),
        .. Option("Seed", ensemble.Seed),
        .. Option("EvalPointCount", ensemble.EvalPointCount),
        .. ensemble.NormalizeEncoders ? [] : new[] { "NormalizeEncoders = false" },
        .. Option(model, "MaxRates", ensemble.MaxRates),
        .. Option(model, "Intercepts", ensemble.Intercepts),
        .. Option(model, "Encoders", ensemble.Encoders),
        .. Option(model, "EvalPoints", ensemble.EvalPoints),
        .. Option(model, "Gain", ensemble.Gain),
        .. Option(model, "Bias", ensemble.Bias),
        .. Option(model, "Noise", ensemble.Noise),
    ];

    private static IEnumerable<string> ConnectionOptions(ModelSpec model, ConnectionSpec connection) =>
    [
        $"Source = {Literal.Of(connection.From.Text)}",
        $"Target = {Literal.Of(connection.To.Text)}",
        .. Option("Seed", connection.Seed),
        .. Option(model, connection.Transform.IsStepped ? "StepTransform" : "Transform", connection.Transform),
        .. connection.Transform.IsStepped
            ? [$"SizeMid = {connection.FunctionSize(model)}", $"SizeOut = {connection.SizeOut(model)}"]
            : Array.Empty<string>(),
        .. Option(model, "Solver", connection.Solver),
        .. Option(model, "EvalPoints", connection.EvalPoints),
        .. connection.ScaleEvalPoints ? [] : new[] { "ScaleEvalPoints = false" },
        .. Option(model, "Points", connection.Points),
        .. connection.HasFullWeights ? ["HasFullWeights = true"] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> ProbeOptions(ModelSpec model, ProbeSpec probe) =>
    [
        $"Target = {Literal.Of(probe.Of.Text)}",
        $"Signal = {Literal.Of(probe.Signal ?? "")}",
        $"Size = {ProbeSizes.Of(model, probe)}",
        $"Dt = {Literal.Of(model.Dt)}",
        .. probe.Signal == ProbeSignals.Spikes ? ["IsSpikes = true"] : Array.Empty<string>(),
        .. probe.SampleEvery is { } period ? [$"SampleEvery = {Literal.Of(period)}"] : Array.Empty<string>(),
        .. Option("KeepLast", probe.KeepLast),
        .. Option("Seed", probe.Seed),
        .. Option(model, "Solver", probe.Solver),
    ];

    private static IEnumerable<string> Option(string name, int? value) => value is { } number ? [$"{name} = {Literal.Of(number)}"] : [];

    private static IEnumerable<string> Option(ModelSpec model, string name, ValueSpec value) => value.IsNothing ? [] : [$"{name} = {Value(model, value)}"];

    private static double DefaultOf(ModelSpec model, TunableSpec tunable) =>
        model.FindEnsemble(tunable.Targets[0].Ensemble)!.NeuronType.Parameters.First(parameter => parameter.Name == tunable.Targets[0].Parameter).Value;

    /// <summary>A number, an array, a member of the model, or an object that an attribute describes, as an expression.</summary>
    public static string Value(ModelSpec model, ValueSpec value) => value.Kind switch
    {
        ValueKind.Number => Literal.Of(value.Numbers[0]),
        ValueKind.Numbers => $"new double[] {{ {string.Join(", ", value.Numbers.Select(Literal.Of))} }}",
        ValueKind.Created => value.Name!,
        _ => $"{model.Name}.{value.Name}",
    };
}
