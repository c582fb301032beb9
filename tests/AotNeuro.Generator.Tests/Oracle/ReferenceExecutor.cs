using AotNeuro.CompilerServices;
using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;
using AotNeuro.Random;

namespace AotNeuro.Generator.Tests;

/// <summary>
/// The oracle: executes the operators of a model as the graph builder makes them, before any pass, one array per signal, in plain scalar
/// arithmetic. Built parameters come from the compiled model's handles, since the build has tests of its own.
/// </summary>
/// <remarks>
/// Sums run in the order that the contract fixes, so that everything can be compared bit by bit. Two things are taken from the passes, since that order
/// depends on them: how many values an ensemble decodes in all, and which spikes are decoded by learned weights in the loop over the neurons.
/// </remarks>
internal sealed partial class ReferenceExecutor
{
    private readonly ModelSpec _spec;
    private readonly NeuralModel _model;
    private readonly ModelMembers _members;
    private readonly Dictionary<int, double[]> _signals = [];
    private readonly ILookup<string, Operator> _decodings;
    private readonly Dictionary<string, EnsembleSpec> _learnedInLoop;
    private readonly List<Action<double>> _steps;
    private readonly List<Action> _updates = [];
    private readonly List<AddChangeOperator> _changes;
    private readonly List<Action<long>> _samples = [];
    private readonly List<Action<long>> _lateSamples = [];
    private long _step;

    public ReferenceExecutor(ModelSpec spec, NeuralModel model)
    {
        (_spec, _model, _members) = (spec, model, new(model));
        IReadOnlyList<Operator> operators = GraphBuilder.Build(spec);
        _decodings = Passes.Aggregate(operators, (current, pass) => pass(current)).OfType<DecodeOperator>().ToLookup(decode => decode.Ensemble.Member.Name, Operator (decode) => decode);
        _learnedInLoop = Lowerer.Lower(spec).Operations.OfType<PopulationOperation>()
            .Where(operation => operation.Learned is not null && operation.Population.Kernel.Kernel.Graph.IsSpikeMask)
            .ToDictionary(operation => operation.Learned!.Decode.Owner, operation => operation.Population.Ensemble);
        foreach (NodeSpec node in spec.Nodes.Where(node => node.Constant.Count > 0))
        {
            foreach (Signal output in SignalsOf(operators).Where(signal => signal.Name == $"{node.Member.Name}.Output"))
            {
                node.Constant.ToArray().CopyTo(this[output], 0);
            }
        }

        _changes = [.. operators.OfType<AddChangeOperator>()];
        _steps = [.. InOrder(operators).Select(Compile)];
    }

    private static Func<IReadOnlyList<Operator>, IReadOnlyList<Operator>>[] Passes =>
        [Lowering.Passes.FoldSums.Run, Lowering.Passes.ForwardCopies.Run, Lowering.Passes.MergeDecodes.Run, Lowering.Passes.RemoveUnread.Run];

    /// <summary>What the probes recorded, by their names: all values of all samples.</summary>
    public Dictionary<string, List<double>> Records { get; } = [];

    private double Dt => _spec.Dt;

    private double[] this[Signal signal] =>
        _signals.TryGetValue(signal.Id, out double[]? values) ? values : _signals[signal.Id] = new double[signal.Size];

    /// <summary>Whether a signal has grown beyond all numbers. From that step on nothing is recorded.</summary>
    public bool HasRunAway { get; private set; }

    /// <summary>Takes some steps.</summary>
    public void Run(int steps)
    {
        for (int i = 0; i < steps && !HasRunAway; i++)
        {
            Step();
        }
    }

    /// <summary>One step: sets, increments and reads; then the updates; then the probes that see those.</summary>
    private void Step()
    {
        double t = ++_step * Dt;
        _steps.ForEach(step => step(t));
        HasRunAway |= !_signals.Values.All(signal => signal.All(double.IsFinite));
        if (HasRunAway)
        {
            return;
        }

        _samples.ForEach(sample => sample(_step));
        _updates.ForEach(update => update());
        _updates.Clear();
        _changes.ForEach(change => Add(this[change.Delta], this[change.Learned], default));
        _lateSamples.ForEach(sample => sample(_step));
    }

    /// <summary>Takes, over and over, the first operator whose signals are ready: set before they are incremented, and incremented before they are read.</summary>
    private static List<Operator> InOrder(IReadOnlyList<Operator> operators)
    {
        List<Operator> left = [.. operators];
        var order = new List<Operator>();
        while (left.Count > 0)
        {
            int ready = Enumerable.Range(0, left.Count).First(i =>
            {
                HashSet<int> reads = [.. left[i].Reads.Select(signal => signal.Id)];
                HashSet<int> increments = [.. left[i].Increments.Select(signal => signal.Id)];
                return !left.Where((_, other) => other != i).Any(other => other.Sets.Any(signal => reads.Contains(signal.Id) || increments.Contains(signal.Id)))
                    && !left.Any(other => other.Increments.Any(signal => reads.Contains(signal.Id)))
                    && !left.Take(i).Any(other => other.Increments.Any(signal => increments.Contains(signal.Id)));
            });
            order.Add(left[ready]);
            left.RemoveAt(ready);
        }

        return order;
    }

    private static IEnumerable<Signal> SignalsOf(IEnumerable<Operator> operators) =>
        operators.SelectMany(op => op.Sets.Concat(op.Increments).Concat(op.Reads).Concat(op.LateReads).Concat(op.Updates)).DistinctBy(signal => signal.Id);

    private Ensemble EnsembleOf(EnsembleSpec spec) => _model.Ensembles.Single(ensemble => ensemble.Name == spec.Member.Name);

    private Connection ConnectionOf(string name) => _model.Connections.Single(connection => connection.Name == name);

    private Action<double> Compile(Operator op) => op switch
    {
        ResetOperator reset => _ => Array.Clear(this[reset.Target]),
        CopyOperator copy => _ => Add(this[copy.Source], this[copy.Target], copy.Indices),
        SliceOperator slice => Slice(slice),
        NodeOperator node => Node(node),
        FunctionOperator function => Function(function),
        TransformOperator transform => Transform(transform),
        WeightsOperator weighted => Weights(weighted),
        GainOperator gain => _ => Set(this[gain.Target], i => EnsembleOf(gain.Ensemble).Gain[gain.Indices.Count == 0 ? i : gain.Indices[i]] * this[gain.Source][i]),
        NoiseOperator noise => Noise(noise),
        EncodeOperator encode => Encode(encode),
        NeuronsOperator neurons => Neurons(neurons),
        RandomSpikesOperator random => RandomSpikes(random),
        DecodeOperator decode => Decode(decode),
        SpikesOperator spikes => _ => Set(this[spikes.Bits], i => this[spikes.Output][i] != 0.0 ? 1.0 : 0.0),
        FilterOperator filter => Filter(filter),
        LearnOperator learn => Learn(learn),
        AddChangeOperator => _ => { }
        ,
        SampleOperator sample => Sample(sample),
        _ => throw new ArgumentException($"{op} cannot be executed.", nameof(op)),
    };

    private static void Set(double[] target, Func<int, double> value)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = value(i);
        }
    }

    private static void Add(double[] source, double[] target, EquatableArray<int> indices)
    {
        for (int i = 0; i < source.Length; i++)
        {
            target[indices.Count == 0 ? i : indices[i]] += source[i];
        }
    }

    private Action<double> Node(NodeOperator op)
    {
        double[] input = op.Input is null ? [] : this[op.Input];
        double[] output = op.Output is null ? [] : this[op.Output];
        if (op.Node.Function is { } function)
        {
            Action<double, double[], double[]> call = _members.Function(function);
            return t => call(t, input, output);
        }

        if (op.Node.Process.IsNothing)
        {
            return _ => op.Node.Constant.ToArray().CopyTo(output, 0);
        }

        var process = (Process)_members.Value(op.Node.Process.Name!);
        int seed = process.Seed ?? _model.Nodes.Single(node => node.Name == op.Node.Member.Name).Seed;
        ProcessStep step = process.MakeStep(input.Length, output.Length, Dt, new RandomState((uint)seed));
        return t => step.Step(t, input, output);
    }

    private Action<double> Function(FunctionOperator op)
    {
        Action<double, double[], double[]> call = _members.Function(op.Connection.Function!);
        return t => call(t, this[op.Source], this[op.Target]);
    }

    private Action<double> Transform(TransformOperator op)
    {
        ValueSpec transform = op.Connection.Transform;
        if (transform.IsStepped)
        {
            var member = (Transform)_members.Value(transform.Name!);
            TransformStep step = member.MakeStep(new RandomState((uint)ConnectionOf(op.Connection.Member.Name).Seed));
            return _ => step.Apply(this[op.Source], this[op.Target]);
        }

        if (transform.Kind is ValueKind.Number or ValueKind.Numbers)
        {
            return _ => Set(this[op.Target], i => transform.Numbers[transform.Numbers.Count == 1 ? 0 : i] * this[op.Source][i]);
        }

        double[] matrix = Flat((double[,])_members.Value(transform.Name!));
        return _ => ReferenceSums.Multiply(matrix, this[op.Source]).CopyTo(this[op.Target], 0);
    }

    private static double[] Flat(double[,] matrix) => [.. matrix.Cast<double>()];

    /// <summary>Weights that change: at first the solved ones, or the transform as a matrix.</summary>
    private Action<double> Weights(WeightsOperator op)
    {
        string name = op.Connection.Member.Name;
        ValueSpec transform = op.Connection.Transform;
        double[] weights = this[op.Weights];
        int columns = op.Source.Size;
        if (ConnectionOf(name).Decoding is { } decoding)
        {
            decoding.Weights.CopyTo(weights, 0);
        }
        else if (transform.Kind == ValueKind.Member)
        {
            Flat((double[,])_members.Value(transform.Name!)).CopyTo(weights, 0);
        }
        else
        {
            for (int i = 0; i < op.Target.Size; i++)
            {
                weights[i * columns + i] = transform.IsNothing ? 1.0 : transform.Numbers[transform.Numbers.Count == 1 ? 0 : i];
            }
        }

        return _learnedInLoop.TryGetValue(name, out EnsembleSpec? ensemble)
            ? DecodeInLoop(op, EnsembleOf(ensemble).SpikeHeight)
            : _ => ReferenceSums.Multiply(weights, this[op.Source]).CopyTo(this[op.Target], 0);
    }

    /// <summary>The weights of the neurons that spiked, and then the height of the spikes.</summary>
    private Action<double> DecodeInLoop(WeightsOperator op, double height)
    {
        double[] weights = this[op.Weights];
        int columns = op.Source.Size;
        return _ => Set(this[op.Target], row =>
            height * ReferenceSums.InLanes(Enumerable.Range(0, columns).Select(i => this[op.Source][i] != 0.0 ? weights[row * columns + i] : 0.0)));
    }

    /// <summary>A synapse delays: what it gives changes at the end of the step. A learning rule's own filter does not.</summary>
    private Action<double> Filter(FilterOperator op)
    {
        Action<double[], double[]> advance;
        if (op.Synapse.Kind == ValueKind.Number)
        {
            (double decay, double gain) = Lowpass.Discretize(op.Synapse.Numbers[0], Dt);
            advance = (input, state) => Set(state, i => decay * state[i] + gain * input[i]);
        }
        else
        {
            SynapseFilter filter = _members.Synapse(op.Synapse).MakeFilter(op.Source.Size, Dt);
            advance = (input, state) => filter.Step(input, state);
        }

        return op.IsImmediate
            ? _ => advance(this[op.Source], this[op.State])
            : _ =>
            {
                double[] input = [.. this[op.Source]];
                _updates.Add(() => advance(input, this[op.State]));
            };
    }

    /// <summary>A late slice is there for the late sample that follows it.</summary>
    private Action<double> Slice(SliceOperator op)
    {
        void Pick() => Set(this[op.Target], i => this[op.Source][op.Indices[i]]);
        if (!op.Late)
        {
            return _ => Pick();
        }

        _lateSamples.Add(_ => Pick());
        return _ => { };
    }

    /// <summary>Samples are taken when all else is done; an operator of its own each would see no more.</summary>
    private Action<double> Sample(SampleOperator op)
    {
        string name = op.Probe.Member.Name;
        double height = op.IsSpikes ? EnsembleOf(_spec.FindEnsemble(op.Probe.Target)!).SpikeHeight : 1.0;
        double period = op.Probe.SampleEvery / Dt ?? 1.0;
        List<double> record = Records[name] = [];
        (op.Late ? _lateSamples : _samples).Add(step =>
        {
            if (step % period < 1.0)
            {
                record.AddRange(this[op.Source].Select(value => value * height));
            }
        });
        return _ => { };
    }
}
