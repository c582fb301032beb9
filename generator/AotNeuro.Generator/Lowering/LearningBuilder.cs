using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>Adds the operators of learning rules: their filters, which have no delay, and the change of weights or encoders.</summary>
internal sealed class LearningBuilder(ModelSpec model, List<Operator> operators, SignalTable signals)
{
    public void Add(ConnectionSpec connection)
    {
        for (int i = 0; i < connection.LearningRules.Count; i++)
        {
            Add(connection, connection.LearningRules[i], OwnerOf(connection, i));
        }
    }

    private void Add(ConnectionSpec connection, LearningRuleSpec rule, string owner)
    {
        string name = connection.Member.Name;

        // Beside a rule with an error, Voja has no learning signal: what is told to the connection is that error.
        bool hasError = connection.LearningRules.Any(other => other.Kind is LearningRuleKind.PES or LearningRuleKind.RLS);
        Signal? error = rule.Kind == LearningRuleKind.Voja && hasError ? null : signals.Find(name, SignalTable.Error);
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
            : Filter(owner, rule.PreName, rule.PreSynapse, signals.Get(connection.Source, SignalTable.Output));
        Signal? theta = rule.Kind == LearningRuleKind.BCM ? Filter(owner, ProbeSignals.Theta, rule.ThetaSynapse, signals.Get(connection.Target, SignalTable.Output)) : null;
        Signal? memory = rule.Kind == LearningRuleKind.RLS ? signals.New(owner, ProbeSignals.InvGamma, pre.Size * pre.Size) : null;
        Signal learned = rule.Kind == LearningRuleKind.Voja
            ? signals.Get(connection.Target, SignalTable.Encoders)
            : signals.Get(name, SignalTable.Weights);
        Signal? scratch = Scratch(connection, rule, owner, pre);
        Signal? encoders = rule.Kind == LearningRuleKind.PES && connection.HasFullWeights ? signals.Find(connection.Target, SignalTable.Encoders) : null;
        bool isShared = IsShared(connection, rule);
        Signal? delta = DeltaOf(connection, owner, learned, isShared);
        operators.Add(new LearnOperator(rule, owner, connection, pre, post, error, theta, memory, scratch, learned, delta, encoders, isShared));
        if (isShared)
        {
            operators.Add(new AddChangeOperator(delta!, learned));
        }

        LetBeProbed(name, owner);
    }

    /// <summary>What the rules of a connection have is probed by the connection's name: of several that have it, the first one's.</summary>
    private void LetBeProbed(string connection, string owner)
    {
        foreach (string what in ProbeSignals.OfLearning)
        {
            if (signals.Find(connection, what) is null && signals.Find(owner, what) is { } signal)
            {
                signals.Alias(connection, what, signal);
            }
        }
    }

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
        LearningRuleKind.PES when connection.JoinsNeurons =>
            signals.New(owner, "LocalError", Kernel.RoundUp(model.FindEnsemble(connection.Target)!.Neurons)),
        _ => null,
    };

    /// <summary>What a rule is called in signals: its connection if that has one rule, else both, with a number from the second of a kind on.</summary>
    public static string OwnerOf(ConnectionSpec connection, int index)
    {
        LearningRuleKind kind = connection.LearningRules[index].Kind;
        int before = connection.LearningRules.Take(index).Count(rule => rule.Kind == kind);
        return connection.LearningRules.Count == 1 ? connection.Member.Name : $"{connection.Member.Name}.{kind}{(before == 0 ? "" : $"{before + 1}")}";
    }

    private Signal? DeltaOf(ConnectionSpec connection, string owner, Signal learned, bool isShared)
    {
        bool isProbed = model.Probes.Any(probe => probe.Target == connection.Member.Name && probe.Signal == ProbeSignals.Delta);
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
