using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>What can be recorded depends on the target.</summary>
internal sealed class ProbeSignal : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0503",
        "Target lacks the signal",
        "'{0}' has no signal '{1}'; {2} can be probed for {3}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from probe in model.Probes
        let offer = OfferOf(model, probe)
        where offer is not null && !offer.Signals.Contains(probe.Signal ?? offer.Default)
        let place = probe.PlaceOf(probe.Signal is null ? "target" : nameof(probe.Signal))
        select new Finding(place, probe.Of.Whole(), probe.Signal ?? offer.Default, offer.Owner, Texts.List(offer.Signals));

    /// <summary>What a target lets a probe record; null if the target, or what is wrong with it, is another rule's matter.</summary>
    private static Offer? OfferOf(ModelSpec model, ProbeSpec probe)
    {
        if (model.FindEnsemble(probe.Target) is { } ensemble)
        {
            return probe.Of.IsNeurons ? OfNeurons(ensemble) : OfEnsemble(model, ensemble);
        }

        if (probe.Of.IsNeurons)
        {
            return null;
        }

        if (model.FindNode(probe.Target) is { } node)
        {
            return node.HasKnownSizes() ? new("it", ProbeSignals.Output, SignalsOf(node)) : null;
        }

        return model.FindRule(probe.Of) is { } rule ? new("it", rule.Signals[0], rule.Signals)
            : model.FindConnection(probe.Target) is { } connection ? new("it", ProbeSignals.Output, SignalsOf(connection))
            : null;
    }

    private static Offer? OfEnsemble(ModelSpec model, EnsembleSpec ensemble)
    {
        if (ensemble.NeuronType.IsDirect)
        {
            return new("an ensemble that computes directly", ProbeSignals.Decoded, [ProbeSignals.Decoded, ProbeSignals.Input]);
        }

        string[] learned = model.LearnsEncoders(ensemble) ? [ProbeSignals.ScaledEncoders] : [];
        return ensemble.NeuronType.Graph is { } graph
            ? new($"an ensemble of {graph.Name} neurons", ProbeSignals.Decoded, [.. OfEnsembles, .. StatesOf(ensemble), .. learned])
            : null;
    }

    private static Offer? OfNeurons(EnsembleSpec ensemble) => ensemble.NeuronType.Graph is { } graph
        ? new($"{graph.Name} neurons", ProbeSignals.Output, [.. OfAllNeurons, .. StatesOf(ensemble)])
        : null;

    private static readonly string[] OfEnsembles =
        [ProbeSignals.Decoded, ProbeSignals.Input, ProbeSignals.Output, ProbeSignals.Spikes, ProbeSignals.Current];

    private static readonly string[] OfAllNeurons = [ProbeSignals.Output, ProbeSignals.Input, ProbeSignals.Spikes, ProbeSignals.Current];

    private static IEnumerable<string> StatesOf(EnsembleSpec ensemble) =>
    [
        .. ensemble.NeuronType.Graph!.States.Where(state => state.IsProbeable).Select(state => state.Name),
        .. ensemble.NeuronType.IsRandom ? [ProbeSignals.RateOut] : Array.Empty<string>(),
    ];

    /// <summary>A connection's only rule is probed by the connection's name too; of several, each by its own.</summary>
    private static IEnumerable<string> SignalsOf(ConnectionSpec connection) =>
    [
        ProbeSignals.Output,
        ProbeSignals.Input,
        .. connection.LearningRules.Any(rule => rule.Kind != LearningRuleKind.Voja) ? [ProbeSignals.Weights] : Array.Empty<string>(),
        .. connection.LearningRules.Count == 1
            ? connection.LearningRules[0].Signals
            : connection.LearningRules.Select(rule => $"what \"{connection.PathOf(rule)}\" has"),
    ];

    private static string[] SignalsOf(NodeSpec node) =>
        [.. node.SizeOut != 0 ? [ProbeSignals.Output] : Array.Empty<string>(), .. node.SizeIn != 0 ? [ProbeSignals.Input] : Array.Empty<string>()];

    private sealed record Offer(string Owner, string Default, IEnumerable<string> Signals);
}
