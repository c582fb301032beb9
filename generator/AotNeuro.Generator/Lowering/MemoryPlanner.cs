using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>
/// Lays out the arena: first what a step only reads (biases, encoders, decoders, coefficients), then, in one piece, what it
/// changes, so that saving and rewinding a model is copying that piece.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="order">The operators, in the order of a step.</param>
/// <param name="constant">Those that run once, when the model is built.</param>
internal sealed class MemoryPlanner(ModelSpec model, IReadOnlyList<Operator> order, HashSet<Operator> constant)
{
    /// <summary>The values of a matrix that no longer stays in the first-level cache.</summary>
    private const int LargeMatrix = 4096;

    private readonly KernelPlanner _kernels = new(model, order);
    private readonly ArenaLayout _arena = new(model.InSinglePrecision ? Kernel.SingleWidth : Kernel.Width);
    private readonly Dictionary<string, Population> _populations = [];
    private readonly Dictionary<string, MemoryField> _decodedBlocks = [];
    private readonly Dictionary<string, MemoryField> _sums = [];
    private readonly Dictionary<int, GatherOperation> _gathersOfSamples = [];
    private HashSet<int> _sampledNowAndThen = [];

    public StepPlan Plan()
    {
        PopulationOperator[] populations = order.OfType<PopulationOperator>().ToArray();
        Dictionary<PopulationOperator, NamedKernel> kernels = populations.ToDictionary(population => population, _kernels.KernelOf);
        Dictionary<PopulationOperator, int> constants = populations
            .Where(population => population.Encoders is null)
            .ToDictionary(population => population, population => ReserveConstants(population, kernels[population]));
        Dictionary<Operator, MemoryField> extras = order.SelectMany(op => op.Parts).Where(NeedsConstants).ToDictionary(op => op, ReserveConstants);
        int stateStart = _arena.Align();

        // Encoders that a learning rule changes are state, with the constants that lie around them.
        foreach (PopulationOperator population in populations)
        {
            int start = constants.TryGetValue(population, out int place) ? place : ReserveConstants(population, kernels[population]);
            PlaceState(population, kernels[population], start);
        }

        PlaceSignals(order);
        _sampledNowAndThen = FindSampledNowAndThen(order);
        _arena.ReserveOverrun(populations.Where(population => kernels[population].Kernel.IsAcross).Select(population => kernels[population].Kernel.InputStride));
        Operation[] prepared = order.Where(constant.Contains).Select(op => ToOperation(op, extras)).ToArray();
        Operation[] operations = order.Where(op => !constant.Contains(op)).SelectMany(op => ToOperations(op, extras)).ToArray();
        return new(
            model,
            _kernels.Kernels.ToEquatableArray(),
            populations.Select(population => _populations[population.Ensemble.Member.Name]).ToEquatableArray(),
            _arena.Fields.ToEquatableArray(),
            stateStart,
            _arena.Align(),
            FindNodeConstants().ToEquatableArray(),
            prepared.ToEquatableArray(),
            operations.ToEquatableArray());
    }

    private static int ConstantStride(NamedKernel named) => named.Kernel.ConstantSize(named.Slots.Count);

    private int ReserveConstants(PopulationOperator population, NamedKernel named) =>
        _arena.Reserve(
            $"{Identifier(population.Ensemble.Member.Name)}Constants", named.Kernel.InDoubles(named.Kernel.Instances(population.Ensemble.Count) * ConstantStride(named))).Offset;

    private static bool NeedsConstants(Operator op) => op switch
    {
        FilterOperator filter => filter.Synapse.Kind == ValueKind.Number,
        TransformOperator transform => !transform.Connection.Transform.IsStepped,
        DecodeOperator or GainOperator => true,
        _ => false,
    };

    private MemoryField ReserveConstants(Operator op) => op switch
    {
        FilterOperator filter => _arena.Reserve($"{Identifier(filter.State.Name)}Coefficients", 2, align: false),
        TransformOperator { Connection.Transform.Kind: ValueKind.Number } transform => _arena.Reserve(TransformName(transform), 1, align: false),
        TransformOperator { Connection.Transform.Kind: ValueKind.Numbers } transform =>
            _arena.Reserve(TransformName(transform), transform.Target.Size, align: false),
        TransformOperator transform => _arena.Reserve(
            TransformName(transform), IsSingle(transform) ? (SizeOf(transform) + 1) / 2 : SizeOf(transform), align: IsSingle(transform)),
        DecodeOperator decode => _arena.Reserve($"{Identifier(decode.Owner)}Decoders", decode.Target.Size * decode.Output.Size),
        GainOperator gain => _arena.Reserve($"{Identifier(gain.Target.Name)}Gain", gain.Target.Size, align: false),
        _ => throw new InvalidOperationException(op.ToString()),
    };

    private static int SizeOf(TransformOperator transform) => transform.Target.Size * transform.Source.Size;

    private bool IsSingle(TransformOperator transform) =>
        model.InSinglePrecision
        && NeedsConstants(transform)
        && transform.Connection.Transform.Kind is not (ValueKind.Number or ValueKind.Numbers)
        && SizeOf(transform) >= LargeMatrix;

    private static string TransformName(TransformOperator transform) => $"{Identifier(transform.Connection.Member.Name)}Transform";

    private void PlaceState(PopulationOperator population, NamedKernel named, int constants)
    {
        EnsembleSpec ensemble = population.Ensemble;
        string name = ensemble.Member.Name;
        Kernel kernel = named.Kernel;
        int state = _arena.Reserve($"{Identifier(name)}State", kernel.InDoubles(kernel.Instances(ensemble.Count) * kernel.StateSize)).Offset;
        var rows = new List<DecodeRows>();
        int row = 0;
        foreach (DecodeOperator decode in population.Decodes)
        {
            int count = decode.Target.Size / ensemble.Count;
            rows.Add(new(decode.Owner, row, count));
            row += count;
        }

        _populations[name] = new(ensemble, named, ConstantStride(named), rows.ToEquatableArray());
        PlaceDecoded(population, kernel);
        if (population.Encoders is { } encoders)
        {
            _arena.Place(encoders, constants + kernel.Encoders);
        }

        if (population is { Learned: { } learned, Output: null })
        {
            _arena.PlaceNowhere(learned.Decode.Source);
        }

        if (!ensemble.IsArray)
        {
            PlaceIn(population.Spikes, state + kernel.InDoubles(kernel.Spikes));
        }

        if (NeedsGathering(ensemble, kernel))
        {
            return;
        }

        PlaceIn(population.Current, state + kernel.Current);
        PlaceIn(population.Output, state + kernel.Output);
        foreach (SignalRef signal in population.States)
        {
            PlaceIn(signal.Signal, state + kernel.State(signal.Signal.Name.Substring(name.Length + 1)));
        }
    }

    private void PlaceIn(Signal? signal, int offset)
    {
        if (signal is not null)
        {
            _arena.Place(signal, offset);
        }
    }

    /// <summary>
    /// The decoded values of an ensemble lie side by side, since its kernel writes them as one vector. An array's are gathered from
    /// there, unless there is but one decoding and it lies as it should already.
    /// </summary>
    private void PlaceDecoded(PopulationOperator population, Kernel kernel)
    {
        if (kernel.Columns == 0)
        {
            return;
        }

        EnsembleSpec ensemble = population.Ensemble;
        int stride = kernel.DecodedStride;
        MemoryField block = _arena.Reserve($"{Identifier(ensemble.Member.Name)}DecodedValues", kernel.Instances(ensemble.Count) * stride, align: kernel.IsAcross || !kernel.DecodesDense);
        _decodedBlocks[ensemble.Member.Name] = block;
        if (kernel.IsCut)
        {
            _sums[ensemble.Member.Name] = _arena.Reserve(
                $"{Identifier(ensemble.Member.Name)}DecodedPieces", Pieces.OfEnsemble(ensemble, kernel.Lanes) * Kernel.RoundUp(stride));
        }

        if (NeedsGathering(population, kernel))
        {
            return;
        }

        int offset = block.Offset;
        foreach (DecodeOperator decode in population.Decodes)
        {
            _arena.Place(decode.Target, offset);
            offset += decode.Target.Size;
        }
    }

    /// <summary>The signals of an array's neurons lie apart from each other, and those in single precision have another form.</summary>
    private static bool NeedsGathering(EnsembleSpec ensemble, Kernel kernel) => ensemble.IsArray || kernel.IsSingle;

    private static bool NeedsGathering(PopulationOperator population, Kernel kernel) =>
        population.Ensemble.IsArray && (population.Decodes.Count > 1 || (kernel.IsAcross ? kernel.Columns > 1 : kernel.DecodedStride != kernel.Columns));

    private void PlaceSignals(IEnumerable<Operator> order)
    {
        foreach (Signal signal in order.SelectMany(op => op.Sets.Concat(op.Reads).Concat(op.LateReads).Concat(op.Updates)))
        {
            _arena.PlaceAnywhere(signal);
        }
    }

    private MemoryField At(Signal signal) => _arena[signal];

    private MemoryField? AtOrNull(Signal? signal) => signal is null ? null : _arena[signal];

    private IEnumerable<NodeConstant> FindNodeConstants() =>
        from node in model.Nodes
        where node.Constant.Count > 0 && !node.IsReplaceable
        from field in _arena.Fields
        where field.Name == Identifier($"{node.Member.Name}.Output")
        select new NodeConstant(field, node.Constant);

    private IEnumerable<Operation> ToOperations(Operator op, Dictionary<Operator, MemoryField> extras)
    {
        if (op is not PopulationOperator population)
        {
            return [ToOperation(op, extras)];
        }

        EnsembleSpec ensemble = population.Ensemble;
        Population planned = _populations[ensemble.Member.Name];
        _decodedBlocks.TryGetValue(ensemble.Member.Name, out MemoryField? decoded);
        _sums.TryGetValue(ensemble.Member.Name, out MemoryField? sums);
        int pieces = ensemble.IsArray ? Pieces.OfArray(ensemble) : Pieces.OfEnsemble(ensemble, planned.Kernel.Kernel.Lanes);
        LearnedDecodeOperation? learned = population.Learned is null ? null : (LearnedDecodeOperation)ToOperation(population.Learned, extras);
        var step = new PopulationOperation(planned, At(population.Input), AtOrNull(population.Injected), decoded, pieces, sums, learned);
        return [step, .. NeedsGathering(ensemble, planned.Kernel.Kernel) ? Gathers(population, planned) : []];
    }

    private IEnumerable<Operation> Gathers(PopulationOperator population, Population planned)
    {
        EnsembleSpec ensemble = population.Ensemble;
        Kernel kernel = planned.Kernel.Kernel;
        string name = ensemble.Member.Name;
        if (NeedsGathering(population, kernel))
        {
            for (int i = 0; i < planned.Decodes.Count; i++)
            {
                DecodeRows rows = planned.Decodes[i];
                yield return new GatherOperation(
                    _decodedBlocks[name].Name,
                    rows.FirstRow,
                    kernel.DecodedStride,
                    rows.Count,
                    ensemble.Count,
                    IsSingle: false,
                    At(population.Decodes[i].Target),
                    kernel.IsAcross ? kernel.BlockLanes : 1);
            }
        }

        IEnumerable<(Signal? Signal, int Place)> stored =
        [
            (population.Current, kernel.Current),
            (population.Output, kernel.Output),
            .. population.States.Select(state => ((Signal?)state.Signal, kernel.State(state.Signal.Name.Substring(name.Length + 1)))),
        ];
        foreach ((Signal? signal, int place) in stored)
        {
            if (signal is null)
            {
                continue;
            }

            var gather = new GatherOperation($"{Identifier(name)}State", place, kernel.StateSize, ensemble.Neurons, ensemble.Count, kernel.IsSingle, At(signal));
            if (_sampledNowAndThen.Contains(signal.Id))
            {
                _gathersOfSamples.Add(signal.Id, gather);
            }
            else
            {
                yield return gather;
            }
        }
    }

    /// <summary>The signals that a probe with an interval alone reads: they are gathered when it samples, not at every step.</summary>
    private static HashSet<int> FindSampledNowAndThen(IReadOnlyList<Operator> order) => new(
        from read in order.SelectMany(op => op.Reads.Concat(op.LateReads).Select(signal => (signal.Id, Reader: op)))
        group read.Reader by read.Id into readers
        where readers.Count() == 1 && readers.First() is SampleOperator { Probe.SampleEvery: not null }
        select readers.Key);

    private Operation ToOperation(Operator op, Dictionary<Operator, MemoryField> extras) => op switch
    {
        NodeOperator node => new NodeOperation(node.Node, AtOrNull(node.Input), AtOrNull(node.Output)),
        FunctionOperator function => new FunctionOperation(function.Connection, At(function.Source), At(function.Target)),
        TransformOperator transform => new TransformOperation(
            transform.Connection, extras.TryGetValue(op, out MemoryField? weights) ? weights : null, At(transform.Source), At(transform.Target))
        {
            IsSingle = IsSingle(transform),
        },
        SliceOperator slice => new SliceOperation(slice.Indices, At(slice.Source), At(slice.Target)),
        SumOperator sum => new SumOperation(sum.Sources.Select(source => new SumTerm(At(source.Signal), source.Indices)).ToEquatableArray(), At(sum.Target)),
        GainOperator gain => new GainOperation(gain.Ensemble, gain.Indices, extras[op], At(gain.Source), At(gain.Target)),
        NoiseOperator noise => new NoiseOperation(noise.Ensemble, At(noise.Target)),
        RandomSpikesOperator random => new RandomSpikesOperation(random.Ensemble, At(random.Rates), At(random.Output)),
        SpikesOperator spikes => new PackSpikesOperation(At(spikes.Output), At(spikes.Bits)),
        DecodeOperator decode => new WeightsOperation(decode.Owner, extras[op], At(decode.Output), At(decode.Target), IsLearned: false),
        WeightsOperator weighted => new WeightsOperation(weighted.Connection.Member.Name, At(weighted.Weights), At(weighted.Source), At(weighted.Target), IsLearned: true),
        LearnOperator learn => new LearnOperation(
            learn.Rule,
            learn.Owner,
            learn.Connection,
            At(learn.Pre),
            AtOrNull(learn.Post),
            AtOrNull(learn.Error),
            AtOrNull(learn.Theta),
            AtOrNull(learn.Memory),
            AtOrNull(learn.Scratch),
            At(learn.Learned),
            AtOrNull(learn.Delta),
            learn.Rule.Kind == LearningRuleKind.PES && learn.Connection.EndsAtNeurons ? EncodersOf(learn.Connection.Target) : null,
            learn.IsAddedLater),
        LearnedDecodeOperator learned => new LearnedDecodeOperation(
            (WeightsOperation)ToOperation(learned.Decode, extras),
            (FilterOperation)ToOperation(learned.Filter, extras),
            (LearnOperation)ToOperation(learned.Learn, extras)),
        AddChangeOperator add => new AddChangeOperation(At(add.Delta), At(add.Learned)),
        FilterOperator filter => new FilterOperation(
            filter.Owner, filter.Synapse, extras.TryGetValue(op, out MemoryField? coefficients) ? coefficients : null, At(filter.Source), At(filter.State), filter.IsImmediate),
        InputOperator input => new InputOperation(input.Node, At(input.Output)),
        SampleOperator sample => new SampleOperation(
            sample.Probe,
            At(sample.Source),
            sample.IsSpikes,
            AtOrNull(sample.Newest),
            _gathersOfSamples.TryGetValue(sample.Source.Id, out GatherOperation? gather) ? gather : null),
        _ => throw new InvalidOperationException($"No operation for {op}."),
    };

    private MemoryField EncodersOf(string ensemble)
    {
        Kernel kernel = _populations[ensemble].Kernel.Kernel;
        MemoryField constants = _arena.Fields.First(field => field.Name == $"{Identifier(ensemble)}Constants");
        return new($"{constants.Name} + {kernel.Encoders}", constants.Offset + kernel.Encoders, kernel.Lanes * kernel.Dimensions);
    }

    private static string Identifier(string name) => ArenaLayout.Identifier(name);
}
