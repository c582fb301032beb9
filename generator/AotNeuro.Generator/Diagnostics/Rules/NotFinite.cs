using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A number that is not finite makes everything that it touches not finite.</summary>
internal sealed class NotFinite : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0113",
        "Number is not finite",
        "'{0}' of '{1}' is {2}; it must be finite");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from number in NumbersOf(model)
        where !number.IsFinite
        select new Finding(number.Place, number.Argument, number.Owner, Texts.Of(number.Value));

    private static IEnumerable<WrittenNumber> NumbersOf(ModelSpec model) =>
    [
        .. model.Nodes.SelectMany(ConstantsOf),
        .. from ensemble in model.Ensembles
           from value in EnsembleValue.Of(ensemble)
           from number in WrittenNumber.In(ensemble.Member.Name, Attributes.Ensemble, value.Argument, value.Value)
           select number,
        .. model.Ensembles.SelectMany(WrittenNumber.OfParameters),
        .. model.Ensembles.SelectMany(InitialStatesOf),
        .. model.Connections.SelectMany(connection =>
            WrittenNumber.In(connection.Member.Name, Attributes.Connection, nameof(connection.Transform), connection.Transform)),
    ];

    private static IEnumerable<WrittenNumber> ConstantsOf(NodeSpec node)
    {
        string name = node.Member.Name;
        return node.Constant.Select((value, i) => new WrittenNumber(
            name, "output", value, node.Member.Kind == MemberKind.Field ? new(name) : new(name, Attributes.Node, "output", Element: i)));
    }

    private static IEnumerable<WrittenNumber> InitialStatesOf(EnsembleSpec ensemble) =>
        from state in ensemble.NeuronType.InitialStates.Select((item, i) => (Spec: item, Occurrence: i))
        from number in WrittenNumber.In(ensemble.Member.Name, Attributes.InitialState, "value", state.Spec.Value)
            .Concat(WrittenNumber.In(ensemble.Member.Name, Attributes.InitialState, "low", ValueSpec.OfNumber(state.Spec.Low)))
            .Concat(WrittenNumber.In(ensemble.Member.Name, Attributes.InitialState, "high", ValueSpec.OfNumber(state.Spec.High)))
        select number with { Argument = state.Spec.State, Place = number.Place with { Occurrence = state.Occurrence } };
}
