using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary>The limits that <c>[NeuronParameter]</c> gives the parameters of a neuron type, of this assembly or another.</summary>
internal static class LimitsParser
{
    /// <param name="type">The neuron type.</param>
    /// <param name="prefix">The type that stands before the names of the parameters, for one that makes spikes.</param>
    public static IEnumerable<ParameterLimits> Of(INamedTypeSymbol type, string? prefix = null) =>
        from field in type.GetMembers().OfType<IFieldSymbol>()
        let attribute = field.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == KnownNames.NeuronParameterAttribute)
        where attribute is not null
        let limits = Read(prefix is null ? field.Name : $"{prefix}.{field.Name}", attribute)
        where !limits.IsNone
        select limits;

    private static ParameterLimits Read(string name, AttributeData attribute) => new(
        name,
        Number(attribute, nameof(ParameterLimits.Above), double.NegativeInfinity),
        Number(attribute, nameof(ParameterLimits.AtLeast), double.NegativeInfinity),
        Number(attribute, nameof(ParameterLimits.AtMost), double.PositiveInfinity));

    private static double Number(AttributeData attribute, string name, double otherwise) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as double? ?? otherwise;
}
