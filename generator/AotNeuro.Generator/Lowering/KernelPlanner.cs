using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>Finds the kernel of every ensemble; ensembles of one shape share one.</summary>
/// <param name="model">The model.</param>
/// <param name="order">The operators of a step.</param>
internal sealed class KernelPlanner(ModelSpec model, IReadOnlyList<Operator> order)
{
    private readonly HashSet<int> _written = new(order.SelectMany(op => op.Sets.Concat(op.Updates)).Select(signal => signal.Id));
    private readonly Dictionary<Kernel, NamedKernel> _kernels = [];
    private readonly HashSet<string> _names = [];

    public IEnumerable<NamedKernel> Kernels => _kernels.Values;

    public NamedKernel KernelOf(PopulationOperator population)
    {
        Kernel kernel = Describe(population);
        if (!_kernels.TryGetValue(kernel, out NamedKernel? named))
        {
            named = new(NameOf(kernel), kernel, FindSlots(
                kernel.Graph, kernel.LiveStates, kernel.Parameters.Where(parameter => parameter.IsTunable).Select(parameter => parameter.Name)).ToEquatableArray());
            _kernels.Add(kernel, named);
        }

        return named;
    }

    private Kernel Describe(PopulationOperator population)
    {
        EnsembleSpec ensemble = population.Ensemble;
        NeuronGraph graph = ensemble.NeuronType.Graph!;
        var tunable = new HashSet<string>(model.Tunables
            .SelectMany(spec => spec.Targets)
            .Where(target => target.Ensemble == ensemble.Member.Name)
            .Select(target => target.Parameter));
        string prefix = ensemble.Member.Name + ".";
        HashSet<string> live = graph.FindLiveStates(population.States.Select(state => state.Signal.Name.Substring(prefix.Length)));
        bool isAcross = IsAcross(population), isCut = Pieces.OfEnsemble(ensemble, model.LanesOf(ensemble)) > 1;
        return new(
            graph,
            ensemble.NeuronType.Parameters
                .Select(parameter => new KernelParameter(parameter.Name, tunable.Contains(parameter.Name) ? 0 : parameter.Value, tunable.Contains(parameter.Name)))
                .ToEquatableArray(),
            isAcross ? ensemble.Neurons : model.LanesOf(ensemble),
            isAcross || isCut ? 0 : Kernel.RoundUp(ensemble.Neurons, 2),
            HasNoInput(population) ? 0 : ensemble.Dimensions,
            ColumnsOf(population),
            graph.States.Select(state => state.Name).Where(live.Contains).ToEquatableArray(),
            population.Current is not null,
            population.Output is not null,
            population.Spikes is not null,
            population.Injected is not null,
            model.IsSingle(ensemble),
            isAcross,
            isCut,
            model.HasFastMath,
            population.Learned?.Decode.Target.Size ?? 0);
    }

    /// <summary>
    /// Nothing ever writes the input, so that it stays 0 and a neuron's current is its bias. Encoders that a learning rule reads or changes stay.
    /// </summary>
    private bool HasNoInput(PopulationOperator population) =>
        !_written.Contains(population.Input.Id)
        && population.Input.Name == $"{population.Ensemble.Member.Name}.{SignalTable.Input}"
        && population.Encoders is null
        && !model.Connections.Any(connection => connection.Target == population.Ensemble.Member.Name && connection.LearningRules.Count > 0);

    private static int ColumnsOf(PopulationOperator population) => population.Decodes.Sum(decode => decode.Target.Size / population.Ensemble.Count);

    /// <summary>
    /// Lanes across the ensembles of an array save the padding of each and the sums over lanes, but keep no neurons side by side for others to read, and
    /// leave lanes idle if the ensembles do not fill them.
    /// </summary>
    private bool IsAcross(PopulationOperator population)
    {
        EnsembleSpec ensemble = population.Ensemble;
        bool single = model.IsSingle(ensemble);
        int width = single ? Kernel.SingleWidth : Kernel.Width;
        return ensemble.IsArray
            && ensemble.Dimensions <= Kernel.AcrossDimensions
            && ColumnsOf(population) <= (single ? Kernel.SingleDenseColumns : Kernel.DenseColumns)
            && population is { Current: null, Output: null, Spikes: null, Injected: null, Encoders: null, States.Count: 0 }
            && (long)Kernel.RoundUp(ensemble.Count, width) * ensemble.Neurons <= (long)ensemble.Count * model.LanesOf(ensemble);
    }

    private string NameOf(Kernel kernel)
    {
        string name = $"{kernel.Graph.Name}{kernel.Lanes}x{kernel.Dimensions}To{kernel.Columns}{(kernel.IsAcross ? "Across" : kernel.IsCut ? "Cut" : "")}{(kernel.IsSingle ? "Single" : "")}{(kernel.LearnedRows > 0 ? $"Learning{kernel.LearnedRows}" : "")}";
        string unique = name;
        for (char letter = 'B'; !_names.Add(unique); letter++)
        {
            unique = letter <= 'Z' ? name + letter : $"{name}_{_names.Count}";
        }

        return unique;
    }

    /// <summary>
    /// The values that are the same for all neurons, yet cannot be written as constants: what depends on a tunable parameter or on a
    /// function like exp. Only the outermost such node of an expression needs a slot; conditions have none, since a slot holds a number.
    /// </summary>
    public static IEnumerable<int> FindSlots(NeuronGraph graph, IEnumerable<string> liveStates, IEnumerable<string> tunableParameters)
    {
        bool[] uniform = graph.FindUniform();
        var live = new HashSet<string>(liveStates);
        var tunable = new HashSet<string>(tunableParameters);
        var computed = new bool[uniform.Length];
        for (int i = 0; i < computed.Length; i++)
        {
            NeuronNode node = graph.Nodes[i];
            computed[i] = uniform[i]
                && (node.IsPortableFunction || (node.Op == NeuronOp.Parameter && tunable.Contains(node.Name!)) || node.Operands.Any(operand => computed[operand]));
        }

        var seen = new HashSet<int>();
        var slots = new SortedSet<int>();
        void Visit(int index)
        {
            if (index < 0 || !seen.Add(index))
            {
                return;
            }

            if (computed[index] && !graph.IsMask(index))
            {
                slots.Add(index);
                return;
            }

            foreach (int operand in graph.Nodes[index].Operands)
            {
                Visit(operand);
            }
        }

        Visit(graph.Result);
        foreach (NeuronState state in graph.States.Where(state => live.Contains(state.Name)))
        {
            Visit(state.Next);
        }

        return slots;
    }
}
