using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>Turns a model into signals and operators, literally as Nengo's builder does; the passes simplify.</summary>
internal sealed class GraphBuilder(ModelSpec model)
{
    private readonly List<Operator> _operators = [];
    private readonly Dictionary<string, Signal> _inputs = [];
    private readonly Dictionary<string, Signal> _outputs = [];
    private readonly Dictionary<string, Signal> _currents = [];
    private readonly Dictionary<string, Signal> _spikes = [];
    private readonly Dictionary<(string, string), Signal> _states = [];
    private int _count;

    public static IReadOnlyList<Operator> Build(ModelSpec model)
    {
        var builder = new GraphBuilder(model);
        foreach (NodeSpec node in model.Nodes)
        {
            builder.AddNode(node);
        }

        foreach (EnsembleSpec ensemble in model.Ensembles)
        {
            builder.AddEnsemble(ensemble);
        }

        foreach (ConnectionSpec connection in model.Connections)
        {
            builder.AddConnection(connection);
        }

        foreach (ProbeSpec probe in model.Probes)
        {
            builder.AddProbe(probe);
        }

        return builder._operators;
    }

    private Signal NewSignal(string name, int size) => new(_count++, name, size);

    private void AddEnsemble(EnsembleSpec ensemble)
    {
        string name = ensemble.Member.Name;
        Signal input = _inputs[name] = NewSignal($"{name}.Input", ensemble.Dimensions);
        Signal current = _currents[name] = NewSignal($"{name}.Current", ensemble.Neurons);
        Signal output = _outputs[name] = NewSignal($"{name}.Output", ensemble.Neurons);
        SignalRef[] states = ensemble.NeuronType.Graph!.States
            .Select(state => _states[(name, state.Name)] = NewSignal($"{name}.{state.Name}", ensemble.Neurons))
            .Select(signal => new SignalRef(signal))
            .ToArray();
        _operators.Add(new ResetOperator(input));
        _operators.Add(new EncodeOperator(ensemble, input, current));
        _operators.Add(new NeuronsOperator(ensemble, current, output, states.ToEquatableArray()));
    }

    private void AddNode(NodeSpec node)
    {
        string name = node.Member.Name;
        Signal? input = node.SizeIn > 0 ? _inputs[name] = NewSignal($"{name}.Input", node.SizeIn) : null;
        if (input is not null)
        {
            _operators.Add(new ResetOperator(input));
        }

        if (node.IsPassthrough)
        {
            _outputs[name] = input!;
            return;
        }

        Signal? output = node.SizeOut > 0 ? _outputs[name] = NewSignal($"{name}.Output", node.SizeOut) : null;
        if (node.Function is not null || node.IsReplaceable)
        {
            _operators.Add(new NodeOperator(node, input, output));
        }
    }

    private void AddConnection(ConnectionSpec connection)
    {
        int size = model.InputSize(connection.Target);
        string name = connection.Member.Name;
        Signal weighted = model.FindEnsemble(connection.Source) is { } ensemble
            ? Decode(ensemble, name, size)
            : Transform(connection, _outputs[connection.Source], size);
        Signal arriving = Filter(connection.Synapse, weighted, name);
        _outputs[name] = arriving;
        _inputs[name] = weighted;
        _operators.Add(new CopyOperator(arriving, _inputs[connection.Target]));
    }

    private Signal Decode(EnsembleSpec ensemble, string owner, int size)
    {
        Signal target = NewSignal($"{owner}.Decoded", size);
        _operators.Add(new DecodeOperator(ensemble, owner, _outputs[ensemble.Member.Name], target));
        return target;
    }

    private Signal Transform(ConnectionSpec connection, Signal source, int size)
    {
        if (connection.Function is not null)
        {
            Signal result = NewSignal($"{connection.Member.Name}.Function", connection.SizeMid < 0 ? size : connection.SizeMid);
            _operators.Add(new FunctionOperator(connection, source, result));
            source = result;
        }

        if (connection.Transform.Kind is ValueKind.Absent or ValueKind.Null)
        {
            return source;
        }

        Signal target = NewSignal($"{connection.Member.Name}.Weighted", size);
        _operators.Add(new TransformOperator(connection, source, target));
        return target;
    }

    private Signal Filter(ValueSpec synapse, Signal source, string name)
    {
        if (synapse.Kind != ValueKind.Number)
        {
            return source;
        }

        Signal state = NewSignal($"{name}.Filtered", source.Size);
        _operators.Add(new FilterOperator(synapse.Numbers[0], source, state));
        return state;
    }

    private void AddProbe(ProbeSpec probe)
    {
        string name = probe.Member.Name;
        EnsembleSpec? ensemble = model.FindEnsemble(probe.Target);
        bool isSpikes = probe.Signal == ProbeSignals.Spikes;
        Signal source = (ensemble, probe.Signal) switch
        {
            (not null, null or ProbeSignals.Decoded) => Decode(ensemble, name, ensemble.Dimensions),
            (_, ProbeSignals.Input) => _inputs[probe.Target],
            (not null, ProbeSignals.Current) => _currents[probe.Target],
            (not null, ProbeSignals.Spikes) => SpikesOf(ensemble),
            (_, null or ProbeSignals.Output) => _outputs[probe.Target],
            _ => _states[(probe.Target, probe.Signal!)],
        };
        bool late = model.FindConnection(probe.Target) is not null && probe.Synapse.Kind != ValueKind.Number;
        _operators.Add(new SampleOperator(probe, Filter(probe.Synapse, source, name), isSpikes, late));
    }

    /// <summary>The spikes as bits: a signal that the fused population sets.</summary>
    private Signal SpikesOf(EnsembleSpec ensemble)
    {
        string name = ensemble.Member.Name;
        if (!_spikes.TryGetValue(name, out Signal? bits))
        {
            bits = _spikes[name] = NewSignal($"{name}.Spikes", ensemble.Neurons);
            _operators.Add(new SpikesOperator(_outputs[name], bits));
        }

        return bits;
    }
}
