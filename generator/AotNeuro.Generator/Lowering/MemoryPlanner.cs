using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>
/// Lays out the arena: first what a step only reads (biases, encoders, decoders, coefficients), then, in one piece, what it
/// changes, so that saving and rewinding a model is copying that piece.
/// </summary>
internal sealed class MemoryPlanner(ModelSpec model)
{
    /// <summary>Arrays that lie a multiple of this apart fight for the same cache sets; see <see cref="Reserve"/>.</summary>
    private const int PageDoubles = 512;

    private readonly KernelPlanner _kernels = new(model);
    private readonly Dictionary<int, MemoryField> _places = [];
    private readonly Dictionary<string, Population> _populations = [];
    private readonly List<MemoryField> _fields = [];
    private int _next;

    public StepPlan Plan(IReadOnlyList<Operator> order)
    {
        PopulationOperator[] populations = order.OfType<PopulationOperator>().ToArray();
        NamedKernel[] kernels = populations.Select(_kernels.KernelOf).ToArray();
        int[] constants = populations
            .Select((population, i) => Reserve($"{population.Ensemble.Member.Name}Constants", kernels[i].Kernel.ConstantSize(kernels[i].Slots.Count)).Offset)
            .ToArray();
        Dictionary<Operator, MemoryField> extras = order
            .Where(op => op is FilterOperator or TransformOperator)
            .ToDictionary(op => op, ReserveConstants);
        int stateStart = _next = Kernel.RoundUp(_next);
        for (int i = 0; i < populations.Length; i++)
        {
            PlaceState(populations[i], kernels[i], constants[i]);
        }

        PlaceSignals(order);
        Operation[] operations = order.Select(op => ToOperation(op, extras)).ToArray();
        return new(
            model,
            _kernels.Kernels.ToEquatableArray(),
            populations.Select(population => _populations[population.Ensemble.Member.Name]).ToEquatableArray(),
            _fields.ToEquatableArray(),
            stateStart,
            Kernel.RoundUp(_next),
            FindNodeConstants().ToEquatableArray(),
            operations.ToEquatableArray());
    }

    private MemoryField ReserveConstants(Operator op) => op switch
    {
        FilterOperator filter => Reserve($"{Identifier(filter.State.Name)}Coefficients", 2, align: false),
        TransformOperator { Connection.Transform.Kind: ValueKind.Number } transform => Reserve($"{transform.Connection.Member.Name}Transform", 1, align: false),
        TransformOperator { Connection.Transform.Kind: ValueKind.Numbers } transform => Reserve($"{transform.Connection.Member.Name}Transform", transform.Target.Size, align: false),
        TransformOperator transform => Reserve($"{transform.Connection.Member.Name}Transform", transform.Target.Size * transform.Source.Size, align: false),
        _ => throw new InvalidOperationException(op.ToString()),
    };

    /// <summary>Takes memory. Large blocks are kept a few lines off the multiples of 4 KiB, where loads would wait for unrelated stores.</summary>
    private MemoryField Reserve(string name, int size, bool align = true)
    {
        if (align)
        {
            _next = Kernel.RoundUp(_next);
        }

        var field = new MemoryField(name, _next, size);
        _fields.Add(field);
        _next += size % PageDoubles == 0 && size > 0 ? size + 40 : size;
        return field;
    }

    private void PlaceState(PopulationOperator population, NamedKernel named, int constants)
    {
        string name = population.Ensemble.Member.Name;
        Kernel kernel = named.Kernel;
        int state = Reserve($"{name}State", kernel.StateSize).Offset;
        var rows = new List<DecodeRows>();
        int row = 0;
        foreach (DecodeOperator decode in population.Decodes)
        {
            rows.Add(new(decode.Owner, row, decode.Target.Size));
            row += decode.Target.Size;
        }

        _populations[name] = new(population.Ensemble, named, constants, state, rows.ToEquatableArray());
        PlaceDecoded(population, kernel);
        Place(population.Current, state + kernel.Current);
        Place(population.Output, state + kernel.Output);
        Place(population.Spikes, state + kernel.Spikes);
        foreach (SignalRef signal in population.States)
        {
            Place(signal.Signal, state + kernel.State(signal.Signal.Name.Substring(name.Length + 1)));
        }
    }

    /// <summary>The decoded values of an ensemble lie side by side, since its kernel writes them as one vector.</summary>
    private void PlaceDecoded(PopulationOperator population, Kernel kernel)
    {
        if (kernel.Columns == 0)
        {
            return;
        }

        int offset = Reserve($"{population.Ensemble.Member.Name}DecodedValues", kernel.DecodesDense ? kernel.Columns : kernel.DecoderStride, align: !kernel.DecodesDense).Offset;
        foreach (DecodeOperator decode in population.Decodes)
        {
            Place(decode.Target, offset);
            offset += decode.Target.Size;
        }
    }

    private void Place(Signal? signal, int offset)
    {
        if (signal is not null)
        {
            _places[signal.Id] = new(Identifier(signal.Name), offset, signal.Size);
            _fields.Add(_places[signal.Id]);
        }
    }

    private void PlaceSignals(IEnumerable<Operator> order)
    {
        // A late sample reads nothing as the order of operators goes, yet it may be the only one to name its signal.
        foreach (Signal signal in order.SelectMany(op => op is SampleOperator sample ? [sample.Source] : op.Sets.Concat(op.Reads).Concat(op.Updates)))
        {
            if (!_places.ContainsKey(signal.Id))
            {
                _places[signal.Id] = Reserve(Identifier(signal.Name), signal.Size, align: signal.Size >= Kernel.Width);
            }
        }
    }

    private MemoryField At(Signal signal) => _places[signal.Id];

    private IEnumerable<NodeConstant> FindNodeConstants() =>
        from node in model.Nodes
        where node.Constant.Count > 0 && !node.IsReplaceable
        from field in _fields
        where field.Name == Identifier($"{node.Member.Name}.Output")
        select new NodeConstant(field, node.Constant);

    private Operation ToOperation(Operator op, Dictionary<Operator, MemoryField> extras) => op switch
    {
        NodeOperator node => new NodeOperation(node.Node, node.Input is null ? null : At(node.Input), node.Output is null ? null : At(node.Output)),
        FunctionOperator function => new FunctionOperation(function.Connection, At(function.Source), At(function.Target)),
        TransformOperator transform => new TransformOperation(transform.Connection, extras[op], At(transform.Source), At(transform.Target)),
        SumOperator sum => new SumOperation(sum.Sources.Select(source => At(source.Signal)).ToEquatableArray(), At(sum.Target)),
        PopulationOperator population => new PopulationOperation(
            _populations[population.Ensemble.Member.Name], At(population.Input), population.Decodes.Count == 0 ? null : At(population.Decodes[0].Target)),
        FilterOperator filter => new FilterOperation(filter.Tau, extras[op], At(filter.Source), At(filter.State)),
        SampleOperator sample => new SampleOperation(sample.Probe, At(sample.Source), sample.IsSpikes),
        _ => throw new InvalidOperationException($"No operation for {op}."),
    };

    private static string Identifier(string signal) => signal.Replace(".", "");
}
