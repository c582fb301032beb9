using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints the objects of a model and the properties through which users reach them.</summary>
internal static class HandleEmitter
{
    public const string Handles = "__handles";

    public static void Emit(CodeWriter code, ModelSpec model)
    {
        code.Line($"private readonly ModelHandles {Handles} = new();");
        foreach (MemberSpec member in PropertiesOf(model))
        {
            code.Line();
            code.Line($"{member.Modifiers} {member.Type} {member.Name} => {Handles}.{member.Name};");
        }

        foreach (TunableSpec tunable in model.Tunables)
        {
            code.Line();
            using (code.Open($"{tunable.Member.Modifiers} {tunable.Member.Type} {tunable.Member.Name}"))
            {
                code.Line($"get => {Handles}.{tunable.Member.Name};");
                code.Line($"set => Tune(ref {Handles}.{tunable.Member.Name}, value, {Literal.Of(tunable.Member.Name)});");
            }
        }

        code.Line();
        EmitHandles(code, model);
    }

    private static IEnumerable<MemberSpec> PropertiesOf(ModelSpec model) =>
        model.Members.Where(member => member.Kind == MemberKind.Property && !member.Roles.Contains("Tunable"));

    private static void EmitHandles(CodeWriter code, ModelSpec model)
    {
        code.Line("/// <summary>The objects of the model.</summary>");
        using (code.Open("private sealed class ModelHandles"))
        {
            code.Lines(model.Nodes.Select(node =>
                $"public readonly global::AotNeuro.Node {node.Member.Name} = new({Literal.Of(node.Member.Name)}, sizeIn: {node.SizeIn}, sizeOut: {node.SizeOut}, isReplaceable: {Literal.Of(node.IsReplaceable)});"));
            code.Lines(model.Ensembles.Select(ensemble =>
                $"public readonly global::AotNeuro.Ensemble {ensemble.Member.Name} = new({Literal.Of(ensemble.Member.Name)}, new() {{ {EnsembleOptions(model, ensemble)} }});"));
            code.Lines(model.Connections.Select(connection =>
                $"public readonly global::AotNeuro.Connection {connection.Member.Name} = new({Literal.Of(connection.Member.Name)}, source: {Literal.Of(connection.Source)}, target: {Literal.Of(connection.Target)}, seed: {Literal.Of(connection.Seed)});"));
            code.Lines(model.Probes.Select(probe =>
                $"public readonly global::AotNeuro.Probe {probe.Member.Name} = new({Literal.Of(probe.Member.Name)}, new() {{ {ProbeOptions(model, probe)} }});"));
            code.Lines(model.Tunables.Select(tunable => $"public double {tunable.Member.Name} = {Literal.Of(DefaultOf(model, tunable))};"));
        }
    }

    private static string EnsembleOptions(ModelSpec model, EnsembleSpec ensemble)
    {
        var options = new List<string> { $"Neurons = {ensemble.Neurons}", $"Dimensions = {ensemble.Dimensions}" };
        if (ensemble.Radius != 1.0)
        {
            options.Add($"Radius = {Literal.Of(ensemble.Radius)}");
        }

        if (ensemble.Seed is { } seed)
        {
            options.Add($"Seed = {Literal.Of(seed)}");
        }

        if (ensemble.EvalPointCount is { } count)
        {
            options.Add($"EvalPointCount = {Literal.Of(count)}");
        }

        if (!ensemble.NormalizeEncoders)
        {
            options.Add("NormalizeEncoders = false");
        }

        options.AddRange(
            from option in new[] { (nameof(ensemble.MaxRates), ensemble.MaxRates), (nameof(ensemble.Intercepts), ensemble.Intercepts), (nameof(ensemble.Encoders), ensemble.Encoders), (nameof(ensemble.EvalPoints), ensemble.EvalPoints) }
            where option.Item2.Kind is not (ValueKind.Absent or ValueKind.Null)
            select $"{option.Item1} = {Value(model, option.Item2)}");
        return string.Join(", ", options);
    }

    private static string ProbeOptions(ModelSpec model, ProbeSpec probe)
    {
        var options = new List<string>
        {
            $"Target = {Literal.Of(probe.Target)}",
            $"Signal = {Literal.Of(probe.Signal ?? "")}",
            $"Size = {ProbeSize(model, probe)}",
            $"Dt = {Literal.Of(model.Dt)}",
        };
        if (probe.Signal == ProbeSignals.Spikes)
        {
            options.Add("IsSpikes = true");
        }

        if (probe.SampleEvery is { } period)
        {
            options.Add($"SampleEvery = {Literal.Of(period)}");
        }

        if (probe.KeepLast is { } count)
        {
            options.Add($"KeepLast = {Literal.Of(count)}");
        }

        if (probe.Seed is { } seed)
        {
            options.Add($"Seed = {Literal.Of(seed)}");
        }

        return string.Join(", ", options);
    }

    private static int ProbeSize(ModelSpec model, ProbeSpec probe)
    {
        if (model.FindEnsemble(probe.Target) is { } ensemble)
        {
            return probe.Signal is null or ProbeSignals.Decoded or ProbeSignals.Input ? ensemble.Dimensions : ensemble.Neurons;
        }

        if (model.FindConnection(probe.Target) is { } connection)
        {
            return model.InputSize(connection.Target);
        }

        return probe.Signal == ProbeSignals.Input ? model.InputSize(probe.Target) : model.OutputSize(probe.Target);
    }

    private static double DefaultOf(ModelSpec model, TunableSpec tunable) =>
        model.FindEnsemble(tunable.Targets[0].Ensemble)!.NeuronType.Parameters.First(parameter => parameter.Name == tunable.Targets[0].Parameter).Value;

    /// <summary>A number, an array, or a member of the model, as an expression that converts to ValueSource.</summary>
    public static string Value(ModelSpec model, ValueSpec value) => value.Kind switch
    {
        ValueKind.Number => Literal.Of(value.Numbers[0]),
        ValueKind.Numbers => $"new double[] {{ {string.Join(", ", value.Numbers.Select(Literal.Of))} }}",
        _ => $"{model.Name}.{value.Name}",
    };
}
