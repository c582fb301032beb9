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

    public override IEnumerable<Finding> Check(ModelSpec model) =>
        from probe in model.Probes
        let offer = OfferOf(model, probe.Target)
        where offer is not null && !offer.Signals.Contains(probe.Signal ?? offer.Default)
        let place = new Place(probe.Member.Name, Attributes.Probe, probe.Signal is null ? "target" : nameof(probe.Signal))
        select new Finding(place, probe.Target, probe.Signal ?? offer.Default, offer.Owner, Texts.List(offer.Signals));

    /// <summary>What a target lets a probe record; null if the target, or what is wrong with it, is another rule's matter.</summary>
    private static Offer? OfferOf(ModelSpec model, string target)
    {
        if (model.FindEnsemble(target) is { } ensemble)
        {
            return ensemble.NeuronType.Graph is { } graph
                ? new($"an ensemble of {graph.Name} neurons", ProbeSignals.Decoded, [.. OfEnsembles, .. StatesOf(graph), .. OfSome(model, ensemble)])
                : null;
        }

        if (model.FindNode(target) is { } node)
        {
            return node.HasKnownSizes() ? new("it", ProbeSignals.Output, SignalsOf(node)) : null;
        }

        return model.FindConnection(target) is { } connection ? new("it", ProbeSignals.Output, SignalsOf(connection)) : null;
    }

    private static readonly string[] OfEnsembles =
        [ProbeSignals.Decoded, ProbeSignals.Input, ProbeSignals.Output, ProbeSignals.Spikes, ProbeSignals.Current];

    private static IEnumerable<string> OfSome(ModelSpec model, EnsembleSpec ensemble) =>
    [
        .. ensemble.NeuronType.IsRandom ? [ProbeSignals.RateOut] : Array.Empty<string>(),
        .. model.LearnsEncoders(ensemble) ? [ProbeSignals.ScaledEncoders] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> StatesOf(NeuronGraph graph) => graph.States.Where(state => state.IsProbeable).Select(state => state.Name);

    private static IEnumerable<string> SignalsOf(ConnectionSpec connection) =>
        new[] { ProbeSignals.Output, ProbeSignals.Input }.Concat(connection.LearningRules.SelectMany(rule => rule.Kind switch
        {
            LearningRuleKind.PES => [ProbeSignals.Weights, ProbeSignals.Error, ProbeSignals.Activities, ProbeSignals.Delta],
            LearningRuleKind.RLS => [ProbeSignals.Weights, ProbeSignals.Error, ProbeSignals.PreFiltered, ProbeSignals.Delta, ProbeSignals.InvGamma],
            LearningRuleKind.BCM => [ProbeSignals.Weights, ProbeSignals.PreFiltered, ProbeSignals.PostFiltered, ProbeSignals.Theta, ProbeSignals.Delta],
            LearningRuleKind.Oja => [ProbeSignals.Weights, ProbeSignals.PreFiltered, ProbeSignals.PostFiltered, ProbeSignals.Delta],
            _ => new[] { ProbeSignals.Error, ProbeSignals.PostFiltered, ProbeSignals.Delta },
        })).Distinct();

    private static string[] SignalsOf(NodeSpec node) =>
        [.. node.SizeOut != 0 ? [ProbeSignals.Output] : Array.Empty<string>(), .. node.SizeIn != 0 ? [ProbeSignals.Input] : Array.Empty<string>()];

    private sealed record Offer(string Owner, string Default, IEnumerable<string> Signals);
}
