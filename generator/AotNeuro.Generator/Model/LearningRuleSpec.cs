namespace AotNeuro.Generator.Model;

/// <summary>A learning rule of a connection; synapses and numbers that its kind does not use are absent.</summary>
internal sealed record LearningRuleSpec(
    LearningRuleKind Kind, string Name, double LearningRate, ValueSpec PreSynapse, ValueSpec PostSynapse, ValueSpec ThetaSynapse, double Beta)
{
    /// <summary>Whether connections can end at it: they bring an error, or Voja's learning signal.</summary>
    public bool TakesError => Kind is not (LearningRuleKind.BCM or LearningRuleKind.Oja);

    /// <summary>The name of its filtered activities of the source.</summary>
    public string PreName => Kind == LearningRuleKind.PES ? ProbeSignals.Activities : ProbeSignals.PreFiltered;

    /// <summary>What a probe can record of it; the first is the default, as in Nengo.</summary>
    public string[] Signals => Kind switch
    {
        LearningRuleKind.PES => [ProbeSignals.Error, ProbeSignals.Activities, ProbeSignals.Delta],
        LearningRuleKind.RLS => [ProbeSignals.PreFiltered, ProbeSignals.Error, ProbeSignals.Delta, ProbeSignals.InvGamma],
        LearningRuleKind.BCM => [ProbeSignals.Theta, ProbeSignals.PreFiltered, ProbeSignals.PostFiltered, ProbeSignals.Delta],
        LearningRuleKind.Oja => [ProbeSignals.PreFiltered, ProbeSignals.PostFiltered, ProbeSignals.Delta],
        _ => [ProbeSignals.PostFiltered, ProbeSignals.ScaledEncoders, ProbeSignals.Delta, ProbeSignals.Error],
    };

    /// <summary>The filters that it has, by the names of what they give.</summary>
    public IEnumerable<(string What, ValueSpec Synapse)> Filters
    {
        get
        {
            if (Kind != LearningRuleKind.Voja)
            {
                yield return (PreName, PreSynapse);
            }

            if (Kind is LearningRuleKind.BCM or LearningRuleKind.Oja or LearningRuleKind.Voja)
            {
                yield return (ProbeSignals.PostFiltered, PostSynapse);
            }

            if (Kind == LearningRuleKind.BCM)
            {
                yield return (ProbeSignals.Theta, ThetaSynapse);
            }
        }
    }
}

internal enum LearningRuleKind
{
    PES,
    RLS,
    BCM,
    Oja,
    Voja,
}
