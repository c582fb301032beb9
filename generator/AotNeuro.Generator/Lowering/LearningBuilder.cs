using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>Adds the operators of learning rules: their filters, which have no delay, and the change of weights or encoders.</summary>
internal sealed class LearningBuilder(ModelSpec model, List<Operator> operators, SignalTable signals)
{
    public void Add(ConnectionSpec connection)
    {
        foreach (LearningRuleSpec rule in connection.LearningRules)
        {
            Add(connection, rule, OwnerOf(connection, rule));
        }
    }

    /// <summary>Makes room for what other connections tell a connection's rules: errors, or Voja's learning signal.</summary>
    public void AddInputs(ConnectionSpec connection)
    {
        string name = connection.Member.Name;
        bool IsMeant(EndSpec end, LearningRuleSpec rule) => end.Name == name && end.Rule == rule.Name;

        foreach (LearningRuleSpec rule in connection.LearningRules.Where(rule => rule.TakesError))
        {
            if (model.Connections.Any(other => IsMeant(other.To, rule)) || model.Probes.Any(probe => IsMeant(probe.Of, rule)))
            {
                operators.Add(new ResetOperator(
                    signals.New(OwnerOf(connection, rule), SignalTable.Error, connection.LearningInputSize(model, rule))));
            }
        }
    }

    private void Add(ConnectionSpec connection, LearningRuleSpec rule, string owner)
    {
        Signal? error = signals.Find(owner, SignalTable.Error);
        if (error is null && rule.Kind is LearningRuleKind.PES or LearningRuleKind.RLS)
        {
            // Nothing tells it an error, and nobody looks: it changes nothing.
            return;
        }

        Signal? post = rule.Kind is LearningRuleKind.BCM or LearningRuleKind.Oja or LearningRuleKind.Voja
            ? Filter(owner, ProbeSignals.PostFiltered, rule.PostSynapse, signals.Get(connection.Target, SignalTable.Output))
            : null;
        Signal pre = rule.Kind == LearningRuleKind.Voja
            ? signals.Get(connection.Target, SignalTable.Input)
            : Filter(owner, rule.PreName, rule.PreSynapse, ActivitiesOf(connection));
        Signal? theta = rule.Kind == LearningRuleKind.BCM ? Filter(owner, ProbeSignals.Theta, rule.ThetaSynapse, signals.Get(connection.Target, SignalTable.Output)) : null;
        Signal? memory = rule.Kind == LearningRuleKind.RLS ? signals.New(owner, ProbeSignals.InvGamma, pre.Size * pre.Size) : null;
        Signal learned = rule.Kind == LearningRuleKind.Voja
            ? signals.Get(connection.Target, SignalTable.Encoders)
            : signals.Get(connection.Member.Name, SignalTable.Weights);
        Signal? scratch = Scratch(connection, rule, owner, pre);
        Signal? encoders = rule.Kind == LearningRuleKind.PES && connection.EndsAtNeurons ? signals.Find(connection.Target, SignalTable.Encoders) : null;
        bool isShared = IsShared(connection, rule);
        Signal? delta = DeltaOf(connection, rule, owner, learned, isShared);
        operators.Add(new LearnOperator(rule, owner, connection, pre, post, error, theta, memory, scratch, learned, delta, encoders, isShared));
        if (isShared)
        {
            operators.Add(new AddChangeOperator(delta!, learned));
        }
    }

    /// <summary>The output of the neurons that the connection starts from; what it decodes, it decodes of all.</summary>
    private Signal ActivitiesOf(ConnectionSpec connection) =>
        connection.From.IsNeurons && connection.From.Slice is not null
            ? signals.Get(connection.Member.Name, SignalTable.Slice)
            : signals.Get(connection.Source, SignalTable.Output);

    /// <summary>Whether another rule changes the same weights or encoders.</summary>
    private bool IsShared(ConnectionSpec connection, LearningRuleSpec rule)
    {
        IEnumerable<ConnectionSpec> connections = rule.Kind == LearningRuleKind.Voja
            ? model.Connections.Where(other => other.Target == connection.Target)
            : [connection];
        return connections.SelectMany(other => other.LearningRules).Count(other => other.Kind == LearningRuleKind.Voja == (rule.Kind == LearningRuleKind.Voja)) > 1;
    }

    private Signal? Scratch(ConnectionSpec connection, LearningRuleSpec rule, string owner, Signal pre) => rule.Kind switch
    {
        LearningRuleKind.RLS => signals.New(owner, "Product", pre.Size),
        LearningRuleKind.PES when connection.EndsAtNeurons =>
            signals.New(owner, "LocalError", Kernel.RoundUp(model.FindEnsemble(connection.Target)!.Neurons)),
        _ => null,
    };

    /// <summary>What a rule is called in signals: its connection if that has one rule, else both.</summary>
    public static string OwnerOf(ConnectionSpec connection, LearningRuleSpec rule) =>
        connection.LearningRules.Count == 1 ? connection.Member.Name : $"{connection.Member.Name}.{rule.Name}";

    private Signal? DeltaOf(ConnectionSpec connection, LearningRuleSpec rule, string owner, Signal learned, bool isShared)
    {
        bool isProbed = model.Probes.Any(probe =>
            probe.Target == connection.Member.Name && probe.Of.Rule == rule.Name && probe.Signal == ProbeSignals.Delta);
        return isProbed || isShared ? signals.New(owner, ProbeSignals.Delta, learned.Size) : null;
    }

    private Signal Filter(string owner, string what, ValueSpec synapse, Signal source)
    {
        if (synapse.IsNothing)
        {
            signals.Alias(owner, what, source);
            return source;
        }

        Signal state = signals.New(owner, what, source.Size, isPadded: what == ProbeSignals.PostFiltered);
        operators.Add(new FilterOperator($"{owner}.{what}", synapse, source, state, IsImmediate: true));
        return state;
    }
}
