using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints what the model says to the builder: its objects in Nengo's order, its neurons, its decoded functions.</summary>
internal static class BuildEmitter
{
    public static void Emit(CodeWriter code, StepPlan plan)
    {
        ModelSpec model = plan.Model;
        code.Line("/// <inheritdoc/>");
        using (code.Open("protected override global::AotNeuro.CompilerServices.ModelDescription Describe() => new()", "};"))
        {
            code.Line($"Name = {Literal.Of(model.Name)},");
            code.Line($"Seed = {Literal.Of(model.Seed)},");
            code.Line($"Dt = {Literal.Of(model.Dt)},");
            code.Line("ArenaSize = Memory.Size,");
            code.Line("StateStart = Memory.State,");
            code.Line($"Fingerprint = {Fingerprint.Of(plan)},");
            code.Line($"BuildFingerprint = {Fingerprint.OfBuild(plan)},");
            code.Line($"Connections = [{List(model.Connections.Select(connection => connection.Member))}],");
            code.Line($"Ensembles = [{List(model.Ensembles.Select(ensemble => ensemble.Member))}],");
            EmitList(code, "Parts", PartEmitter.Descriptions(model));
            code.Line($"Nodes = [{List(model.Nodes.Select(node => node.Member))}],");
            code.Line($"Probes = [{List(model.Probes.Select(probe => probe.Member))}],");
            EmitList(code, "Tunables", model.Tunables.Where(tunable => tunable.Member.IsOwn).Select(tunable => HandleEmitter.Of(tunable.Member)));
            EmitList(code, "Filters", FilterSpec.Of(model).Where(filter => !filter.IsForeign).Select(filter => HandleEmitter.FilterOf(filter.Owner)));
        }

        code.Line();
        EmitBuild(code, plan);
        EmitFunctions(code, model);
    }

    /// <summary>What the model asks the builder for.</summary>
    public static void EmitBuild(CodeWriter code, StepPlan plan)
    {
        ModelSpec model = plan.Model;
        code.Line("/// <inheritdoc/>");
        using (code.Open("protected override void Build(global::AotNeuro.CompilerServices.ModelBuilder builder)"))
        {
            code.Lines(
                from ensemble in model.Ensembles
                where ensemble.Member.IsForeign && GivesNeuronType(model, ensemble)
                select NeuronTypeOf(model, ensemble));
            code.Lines(model.Parts.Where(part => part.IsModel).Select(part => $"builder.Part({HandleEmitter.Of(part.Member)});"));
            var decoded = new DecodedObjects(plan);
            foreach (EnsembleSpec ensemble in model.Ensembles)
            {
                EmitEnsemble(code, decoded, ensemble);
            }
        }
    }

    /// <summary>The functions that a step of another model, of which this is a part, can only call through their objects.</summary>
    private static void EmitFunctions(CodeWriter code, ModelSpec model)
    {
        NodeSpec[] nodes = model.Nodes.Where(node => node.Member.IsOwn && node.Function is not null).ToArray();
        ConnectionSpec[] connections = model.Connections
            .Where(connection => connection.Function is { IsForeign: false, Owner: null } && !connection.From.IsNeurons)
            .ToArray();
        if (nodes.Length + connections.Length == 0)
        {
            return;
        }

        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Open("protected override void BindFunctions()"))
        {
            code.Lines(nodes.Select(node => $"{HandleEmitter.Of(node.Member)}.Bind({FunctionText.NodeDelegate(model, node.Function!)});"));
            code.Lines(connections.Select(connection => Bind(model, connection)));
        }
    }

    private static string Bind(ModelSpec model, ConnectionSpec connection)
    {
        string handle = HandleEmitter.Of(connection.Member);
        string function = FunctionText.Delegate(model, connection.Function!);
        return connection.ArrayCount is null
            ? $"{handle}.Bind({function});"
            : $"global::System.Array.ForEach({handle}, item => item.Bind({function}));";
    }

    private static void EmitList(CodeWriter code, string name, IEnumerable<string> items)
    {
        string list = string.Join(", ", items);
        if (list.Length > 0)
        {
            code.Line($"{name} = [{list}],");
        }
    }

    private static string List(IEnumerable<MemberSpec> members) => string.Join(", ", members.Where(member => member.IsOwn).Select(HandleEmitter.Of));

    private static void EmitEnsemble(CodeWriter code, DecodedObjects decoded, EnsembleSpec ensemble)
    {
        if (ensemble.IsArray)
        {
            using (code.Open($"for (int k = 0; k < {ensemble.Count}; k++)"))
            {
                EmitEnsemble(code, decoded, ensemble, "[k]");
            }
        }
        else
        {
            EmitEnsemble(code, decoded, ensemble, "");
        }
    }

    private static void EmitEnsemble(CodeWriter code, DecodedObjects decoded, EnsembleSpec ensemble, string element)
    {
        ModelSpec model = decoded.Model;
        string handle = HandleEmitter.Of(ensemble.Member) + element;
        if (!ensemble.Member.IsForeign)
        {
            EmitNeurons(code, model, ensemble, handle);
        }

        foreach (ConnectionSpec connection in decoded.Connections[ensemble.Member.Name].Where(_ => !ensemble.NeuronType.IsDirect))
        {
            EmitDecode(code, decoded, connection, handle, element, ensemble.Count);
        }

        foreach (ProbeSpec probe in decoded.Probes[ensemble.Member.Name].Where(probe => IsDecoded(probe, ensemble)))
        {
            code.Line($"builder.Decode({handle}, {HandleEmitter.Of(probe.Member)}, functionSize: {ensemble.Dimensions}, sizeOut: {ensemble.Dimensions});");
        }
    }

    private static void EmitNeurons(CodeWriter code, ModelSpec model, EnsembleSpec ensemble, string handle)
    {
        string states = ensemble.NeuronType.Graph is null ? "" : NeuronTypeText.InitialStates(model, ensemble.NeuronType);
        code.Line($"builder.Ensemble({handle}, {NeuronTypeText.Create(model, ensemble)}, [{states}]);");
    }

    /// <summary>Whether the neuron type of a part's ensemble comes from this model: by its defaults or by parameters that it tunes.</summary>
    private static bool GivesNeuronType(ModelSpec model, EnsembleSpec ensemble) =>
        ensemble.NeuronType.Owner == model.FullName
        || model.Tunables.Any(tunable => tunable.Member.IsOwn && tunable.Targets.Any(target => target.Ensemble == ensemble.Member.Name));

    private static string NeuronTypeOf(ModelSpec model, EnsembleSpec ensemble)
    {
        // Tuning changes no state.
        string states = ensemble.NeuronType.Owner != model.FullName ? ""
            : ensemble.NeuronType.Graph is null ? ", []"
            : $", [{NeuronTypeText.InitialStates(model, ensemble.NeuronType)}]";
        string handle = HandleEmitter.Of(ensemble.Member);
        return $"builder.NeuronType({(ensemble.IsArray ? handle : $"[{handle}]")}, {NeuronTypeText.Create(model, ensemble)}{states});";
    }

    private static bool IsDecoded(ProbeSpec probe, EnsembleSpec ensemble) =>
        probe.Signal is null or ProbeSignals.Decoded && !probe.Of.IsNeurons && !ensemble.NeuronType.IsDirect;

    private static void EmitDecode(
        CodeWriter code, DecodedObjects decoded, ConnectionSpec connection, string handle, string element, int count)
    {
        ModelSpec model = decoded.Model;
        var options = new List<string>();
        if (connection.Function is { } function)
        {
            options.Add($"function: {FunctionText.Delegate(model, function)}");
        }

        if (connection.From.Slice is not null)
        {
            options.Add($"source: [{string.Join(", ", connection.From.Indices(model.OutputSize(connection.Source))!.Value)}]");
        }

        if (connection.HasFullWeights)
        {
            options.Add($"target: {HandleEmitter.Of(connection.Target)}");
            if (connection.To.Slice is not null)
            {
                options.Add($"targetDimensions: [{string.Join(", ", connection.To.Indices(model.InputSize(connection.Target))!.Value)}]");
            }
        }

        if (!decoded.Read.Contains(connection.Member.Name))
        {
            options.Add("isRead: false");
        }

        string size = $"functionSize: {connection.FunctionSize(model, count)}, sizeOut: {connection.SizeOut(model) / count}";
        code.Line($"builder.Decode({handle}, {HandleEmitter.Of(connection.Member)}{element}, {string.Join(", ", new[] { size }.Concat(options))});");
    }

    /// <summary>A parameter of an ensemble's neuron type: a constant, or the tunable property that holds it.</summary>
    public static string Parameter(ModelSpec model, EnsembleSpec ensemble, string parameter)
    {
        TunableSpec? tunable = model.Tunables.FirstOrDefault(spec => spec.Targets.Contains(new TunableTarget(ensemble.Member.Name, parameter)));
        return tunable is null
            ? Literal.Of(ensemble.NeuronType.Parameters.First(item => item.Name == parameter).Value)
            : HandleEmitter.Of(tunable.Member) + ".Value";
    }

    /// <summary>What may be decoded from ensembles, by their names: looked up once, since models can have thousands of each.</summary>
    private sealed class DecodedObjects(StepPlan plan)
    {
        public ModelSpec Model => plan.Model;

        /// <summary>The connections and probes by whose decoders a step multiplies.</summary>
        public HashSet<string> Read { get; } =
        [
            .. plan.Populations.SelectMany(population => population.Decodes).Select(rows => rows.Owner),
            .. plan.Prepared.Concat(plan.Operations).SelectMany(operation => operation.Parts).OfType<WeightsOperation>().Select(weighted => weighted.Owner),
        ];

        public ILookup<string, ConnectionSpec> Connections { get; } =
            plan.Model.Connections.Where(connection => !connection.Member.IsForeign && !connection.From.IsNeurons).ToLookup(connection => connection.Source);

        public ILookup<string, ProbeSpec> Probes { get; } = plan.Model.Probes.Where(probe => !probe.Member.IsForeign).ToLookup(probe => probe.Target);
    }
}
