using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>How many values a probe records at a time.</summary>
internal static class ProbeSizes
{
    public static int Of(ModelSpec model, ProbeSpec probe) => probe.Of.SizeOf(Whole(model, probe));

    private static int Whole(ModelSpec model, ProbeSpec probe)
    {
        string target = probe.Target;
        if (model.FindEnsemble(target) is { } ensemble)
        {
            return probe.Signal switch
            {
                ProbeSignals.ScaledEncoders => ensemble.Neurons * ensemble.Dimensions,
                null or ProbeSignals.Decoded or ProbeSignals.Input when !probe.Of.IsNeurons => ensemble.Size,
                _ => ensemble.NeuronType.IsDirect ? ensemble.Size : ensemble.AllNeurons,
            };
        }

        if (model.FindConnection(target) is { } connection)
        {
            return OfConnection(model, connection, model.FindRule(probe.Of), probe.Signal);
        }

        return probe.Signal == ProbeSignals.Input ? model.InputSize(target) : model.OutputSize(target);
    }

    /// <summary>The size of a signal of a connection, or of a learning rule of its.</summary>
    public static int OfConnection(ModelSpec model, ConnectionSpec connection, LearningRuleSpec? rule, string? signal)
    {
        int pre = connection.From.IsNeurons
            ? model.OutputSize(connection.From)
            : model.FindEnsemble(connection.Source)?.AllNeurons ?? model.OutputSize(connection.Source);
        int post = model.FindEnsemble(connection.Target)?.AllNeurons ?? 0;
        int size = connection.HasFullWeights ? post : connection.SizeOut(model);
        return signal switch
        {
            ProbeSignals.Weights => size * pre,
            ProbeSignals.ScaledEncoders => post * model.InputSize(connection.Target),
            ProbeSignals.Delta when rule is { Kind: LearningRuleKind.Voja } => post * model.InputSize(connection.Target),
            ProbeSignals.Delta => size * pre,
            ProbeSignals.InvGamma => pre * pre,
            ProbeSignals.Activities or ProbeSignals.PreFiltered => pre,
            ProbeSignals.PostFiltered or ProbeSignals.Theta => post,
            ProbeSignals.Error when rule is not null => connection.LearningInputSize(model, rule),
            _ => size,
        };
    }
}
