using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>A number that stands in an attribute, by itself or in an array.</summary>
internal sealed record WrittenNumber(string Owner, string Argument, double Value, Place Place)
{
    public bool IsFinite => !double.IsNaN(Value) && !double.IsInfinity(Value);

    /// <summary>The numbers of an argument of type object.</summary>
    public static IEnumerable<WrittenNumber> In(string member, string attribute, string argument, ValueSpec value) =>
        value.Kind is ValueKind.Number or ValueKind.Numbers
            ? value.Numbers.Select((number, i) =>
                new WrittenNumber(member, argument, number, new(member, attribute, argument, Element: value.Kind == ValueKind.Numbers ? i : -1)))
            : [];

    /// <summary>Parameters that the neuron type's attribute sets; a default may be infinite if the type's author wants it so.</summary>
    public static IEnumerable<WrittenNumber> OfParameters(EnsembleSpec ensemble) =>
        from parameter in ensemble.NeuronType.Parameters
        where !ensemble.NeuronType.Graph!.Parameters.Contains(parameter)
        let dot = parameter.Name.IndexOf('.')
        let attribute = dot < 0 ? Attributes.NeuronType : parameter.Name.Substring(0, dot)
        select new WrittenNumber(
            ensemble.Member.Name, parameter.Name, parameter.Value, new(ensemble.Member.Name, attribute, parameter.Name.Substring(dot + 1)));
}
