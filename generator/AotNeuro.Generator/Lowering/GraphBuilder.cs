using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>Turns a model into signals and operators, literally as Nengo's builder does; the passes simplify.</summary>
internal sealed class GraphBuilder
{
    private readonly ModelSpec _model;
    private readonly List<Operator> _operators = [];
    private readonly SignalTable _signals = new();

    private GraphBuilder(ModelSpec model) => _model = model;

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

        var learning = new LearningBuilder(model, builder._operators, builder._signals);
        foreach (ConnectionSpec connection in model.Connections)
        {
            learning.AddInputs(connection);
        }

        foreach (ConnectionSpec connection in model.Connections)
        {
            builder.AddConnection(connection);
            learning.Add(connection);
        }

        foreach (ProbeSpec probe in model.Probes)
        {
            builder.AddProbe(probe);
        }

        return builder._operators;
    }

    private void AddEnsemble(EnsembleSpec ensemble)
    {
        string name = ensemble.Member.Name;
        Signal input = _signals.New(name, SignalTable.Input, ensemble.Size);
        _operators.Add(new ResetOperator(input));
        if (ensemble.NeuronType.IsDirect)
        {
            _signals.Alias(name, SignalTable.Output, input);
            _signals.Alias(name, SignalTable.Current, input);
            return;
        }

        Signal current = _signals.New(name, SignalTable.Current, ensemble.AllNeurons);
        Signal output = _signals.New(name, SignalTable.Output, ensemble.AllNeurons);
        Signal? injected = AddInjected(ensemble);
        Signal? encoders = _model.LearnsEncoders(ensemble)
            ? _signals.New(name, SignalTable.Encoders, Kernel.RoundUp(ensemble.Neurons) * ensemble.Dimensions)
            : null;
        SignalRef[] states = ensemble.NeuronType.Graph!.States
            .Select(state => new SignalRef(_signals.New(name, state.Name, ensemble.AllNeurons)))
            .ToArray();
        _operators.Add(new EncodeOperator(ensemble, input, injected, encoders, current));
        if (ensemble.NeuronType.IsRandom)
        {
            Signal rates = _signals.New(name, SignalTable.RateOut, ensemble.AllNeurons);
            _operators.Add(new NeuronsOperator(ensemble, current, rates, states.ToEquatableArray()));
            _operators.Add(new RandomSpikesOperator(ensemble, rates, output));
        }
        else
        {
            _operators.Add(new NeuronsOperator(ensemble, current, output, states.ToEquatableArray()));
        }
    }

    /// <summary>What is added to the neurons' current directly: noise first, then the connections that end at neurons.</summary>
    private Signal? AddInjected(EnsembleSpec ensemble)
    {
        if (!_model.IsInjected(ensemble))
        {
            return null;
        }

        string name = ensemble.Member.Name;
        Signal injected = _signals.New(
            name, SignalTable.Injected, ensemble.IsArray ? ensemble.Count * _model.LanesOf(ensemble) : ensemble.Neurons, isPadded: true);
        _operators.Add(new ResetOperator(injected));
        if (!ensemble.Noise.IsNothing)
        {
            Signal noise = _signals.New(name, "Noise", ensemble.AllNeurons);
            _operators.Add(new NoiseOperator(ensemble, noise));
            _operators.Add(new CopyOperator(noise, injected, LanesOf(ensemble, default)));
        }

        return injected;
    }

    private void AddNode(NodeSpec node)
    {
        string name = node.Member.Name;
        Signal? input = node.SizeIn > 0 ? _signals.New(name, SignalTable.Input, node.SizeIn) : null;
        if (input is not null)
        {
            _operators.Add(new ResetOperator(input));
        }

        if (node.IsPassthrough)
        {
            _signals.Alias(name, SignalTable.Output, input!);
            return;
        }

        Signal? output = node.SizeOut > 0 ? _signals.New(name, SignalTable.Output, node.SizeOut) : null;
        if (node.IsInput)
        {
            _operators.Add(new InputOperator(node, output!));
            return;
        }

        if (node.Function is not null || !node.Process.IsNothing || node.IsReplaceable)
        {
            _operators.Add(new NodeOperator(node, input, output));
        }
    }

    private void AddConnection(ConnectionSpec connection)
    {
        string name = connection.Member.Name;
        Signal weighted = AddWeighted(connection);
        _signals.Alias(name, SignalTable.Input, weighted);
        Signal arriving = Filter(connection.Synapse, weighted, name);
        _signals.Alias(name, SignalTable.Output, arriving);
        AddArrival(connection, arriving);
    }

    private void AddArrival(ConnectionSpec connection, Signal arriving)
    {
        string target = connection.Target;
        if (_model.FindRule(connection.To) is { } rule)
        {
            string owner = LearningBuilder.OwnerOf(_model.FindConnection(target)!, rule);
            _operators.Add(new CopyOperator(arriving, _signals.Get(owner, SignalTable.Error), Indices(connection.To)));
            return;
        }

        bool ontoNeurons = connection.To.IsNeurons;
        EquatableArray<int> indices = Indices(connection.To);
        if (connection.HasFullWeights && !ontoNeurons)
        {
            _operators.Add(new CopyOperator(arriving, _signals.Get(target, SignalTable.Injected), LanesOf(_model.FindEnsemble(target)!, default)));
        }
        else if (ontoNeurons && _signals.Find(target, SignalTable.Injected) is { } injected)
        {
            EnsembleSpec ensemble = _model.FindEnsemble(target)!;
            Signal scaled = _signals.New(connection.Member.Name, "Scaled", arriving.Size);
            _operators.Add(new GainOperator(ensemble, indices, arriving, scaled));
            _operators.Add(new CopyOperator(scaled, injected, LanesOf(ensemble, indices)));
        }
        else
        {
            _operators.Add(new CopyOperator(arriving, _signals.Get(target, SignalTable.Input), indices));
        }
    }

    /// <summary>Where neurons lie in what is injected: the ensembles of an array take whole blocks of lanes each.</summary>
    private EquatableArray<int> LanesOf(EnsembleSpec ensemble, EquatableArray<int> neurons)
    {
        int lanes = _model.LanesOf(ensemble);
        return !ensemble.IsArray || lanes == ensemble.Neurons
            ? neurons
            : (neurons.Count == 0 ? Enumerable.Range(0, ensemble.AllNeurons) : neurons)
                .Select(neuron => neuron / ensemble.Neurons * lanes + neuron % ensemble.Neurons)
                .ToEquatableArray();
    }

    /// <summary>The value before the synapse: decoded, or the source's through function and transform.</summary>
    private Signal AddWeighted(ConnectionSpec connection)
    {
        string name = connection.Member.Name;
        EnsembleSpec? decoded = _model.DecodedEnsemble(connection);
        int size = connection.HasFullWeights ? _model.FindEnsemble(connection.Target)!.AllNeurons : connection.SizeOut(_model);
        Signal source = _signals.Get(connection.Source, SignalTable.Output);
        if (connection.LearningRules.Any(rule => rule.Kind != LearningRuleKind.Voja))
        {
            source = decoded is null ? Slice(connection.From, source, name) : source;
            Signal weights = _signals.New(name, SignalTable.Weights, size * source.Size);
            Signal target = _signals.New(name, "Weighted", size);
            _operators.Add(new WeightsOperator(connection, weights, source, target));
            return target;
        }

        return decoded is not null
            ? Decode(decoded, name, connection.Source, size, IsRepresented(connection))
            : Transform(connection, Slice(connection.From, source, name), size);
    }

    private Signal Decode(EnsembleSpec ensemble, string owner, string source, int size, bool isRepresented)
    {
        Signal target = _signals.New(owner, SignalTable.Decoded, size);
        _operators.Add(new DecodeOperator(ensemble, owner, _signals.Get(source, SignalTable.Output), target) { IsRepresented = isRepresented });
        return target;
    }

    private static bool IsRepresented(ConnectionSpec connection) =>
        connection.Function is null && !connection.HasFullWeights && connection.From.Slice is null
        && connection.Points.IsNothing && connection.EvalPoints.IsNothing && connection.Solver.IsNothing && connection.Transform.IsNothing;

    private Signal Transform(ConnectionSpec connection, Signal source, int size)
    {
        string name = connection.Member.Name;
        if (connection.Function is not null)
        {
            int count = connection.ArrayCount ?? 1;
            Signal result = _signals.New(name, "Function", connection.FunctionSize(_model, count) * count);
            _operators.Add(new FunctionOperator(connection, source, result));
            source = result;
        }

        if (connection.Transform.IsNothing)
        {
            return source;
        }

        Signal target = _signals.New(name, "Weighted", size);
        _operators.Add(new TransformOperator(connection, source, target));
        return target;
    }

    /// <summary>The part of a source that an end means.</summary>
    private Signal Slice(EndSpec end, Signal source, string owner, bool late = false)
    {
        if (end.Slice is null)
        {
            return source;
        }

        EquatableArray<int> indices = end.Indices(source.Size)!.Value;
        Signal target = _signals.New(owner, SignalTable.Slice, indices.Count);
        _operators.Add(new SliceOperator(source, indices, target, late));
        return target;
    }

    private EquatableArray<int> Indices(EndSpec end) =>
        end.Indices(_model.InputSize(end with { Slice = null }))!.Value;

    private Signal Filter(ValueSpec synapse, Signal source, string name)
    {
        if (synapse.IsNothing)
        {
            return source;
        }

        Signal state = _signals.New(name, "Filtered", source.Size);
        _operators.Add(new FilterOperator(name, synapse, source, state));
        return state;
    }

    private void AddProbe(ProbeSpec probe)
    {
        string name = probe.Member.Name;
        bool late = IsLate(probe);

        // As in Nengo a range is a view of what is recorded, and a list a copy that is made before the updates.
        bool isView = probe.Of.Slice is null or { IsRange: true } or { Indices.Count: 1 };
        Signal source = probe.Signal == ProbeSignals.Spikes ? SpikesOf(probe) : Slice(probe.Of, SourceOf(probe), name, late && isView);
        Signal seen = Filter(probe.Synapse, source, name);
        Signal? newest = probe.IsOutput ? _signals.New(name, "Newest", seen.Size) : null;
        _operators.Add(new SampleOperator(probe, seen, probe.Signal == ProbeSignals.Spikes, late && isView, newest));
    }

    /// <summary>Whether what is recorded is updated by the step: it is recorded as the step leaves it.</summary>
    private bool IsLate(ProbeSpec probe) =>
        probe.Synapse.IsNothing
        && _model.FindConnection(probe.Target) is { } connection
        && (probe.Signal == ProbeSignals.InvGamma || (probe.Signal is null or ProbeSignals.Output && !connection.Synapse.IsNothing));

    private Signal SourceOf(ProbeSpec probe)
    {
        string target = probe.Target;
        if (_model.FindRule(probe.Of) is { } rule)
        {
            return SourceOf(probe, _model.FindConnection(target)!, rule);
        }

        EnsembleSpec? ensemble = _model.FindEnsemble(target);
        return probe.Signal switch
        {
            null or ProbeSignals.Decoded when ensemble is { NeuronType.IsDirect: false } && !probe.Of.IsNeurons =>
                Decode(ensemble, probe.Member.Name, target, ensemble.Size, probe.Solver.IsNothing),
            ProbeSignals.Input when probe.Of.IsNeurons => _signals.Get(target, SignalTable.Current),
            null or ProbeSignals.Decoded => _signals.Get(target, SignalTable.Output),
            ProbeSignals.ScaledEncoders => Deinterleave(target, probe, ensemble!),
            _ => _signals.Get(target, probe.Signal),
        };
    }

    private Signal SourceOf(ProbeSpec probe, ConnectionSpec connection, LearningRuleSpec rule)
    {
        string owner = LearningBuilder.OwnerOf(connection, rule);
        return probe.Signal switch
        {
            ProbeSignals.ScaledEncoders => Deinterleave(connection.Target, probe, _model.FindEnsemble(connection.Target)!),
            ProbeSignals.Delta when rule.Kind == LearningRuleKind.Voja => Deinterleave(owner, probe, _model.FindEnsemble(connection.Target)!),
            _ => _signals.Get(owner, probe.Signal!),
        };
    }

    /// <summary>Encoders, which lie interleaved by blocks of lanes, as a matrix: neuron by neuron.</summary>
    private Signal Deinterleave(string owner, ProbeSpec probe, EnsembleSpec ensemble)
    {
        Signal target = _signals.New(probe.Member.Name, "Matrix", ensemble.Neurons * ensemble.Dimensions);
        IEnumerable<int> places =
            from neuron in Enumerable.Range(0, ensemble.Neurons)
            from dimension in Enumerable.Range(0, ensemble.Dimensions)
            select neuron / Kernel.Width * Kernel.Width * ensemble.Dimensions + dimension * Kernel.Width + neuron % Kernel.Width;
        _operators.Add(new SliceOperator(_signals.Get(owner, probe.Signal!), places.ToEquatableArray(), target));
        return target;
    }

    /// <summary>The spikes as bits: a signal that the fused population sets, unless only some are meant.</summary>
    private Signal SpikesOf(ProbeSpec probe)
    {
        Signal output = _signals.Get(probe.Target, SignalTable.Output);
        string owner = probe.Of.Slice is null ? probe.Target : probe.Member.Name;
        if (_signals.Find(owner, ProbeSignals.Spikes) is { } known)
        {
            return known;
        }

        Signal spikes = Slice(probe.Of, output, owner);
        Signal bits = _signals.New(owner, ProbeSignals.Spikes, spikes.Size);
        _operators.Add(new SpikesOperator(spikes, bits));
        return bits;
    }
}
