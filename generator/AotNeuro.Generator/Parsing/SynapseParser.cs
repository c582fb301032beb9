using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary>
/// The synapse of a connection or probe: the argument <c>Synapse</c>, or an attribute beside theirs that describes one, as
/// <c>[Alpha(0.01)]</c>.
/// </summary>
internal static class SynapseParser
{
    /// <summary>How many things of the member give it a synapse.</summary>
    public static int Count(ISymbol member, AttributeReader attribute) =>
        member.GetAttributes().Count(IsSynapse) + (attribute.Has("Synapse") ? 1 : 0);

    /// <summary>The synapse, or null if nothing says.</summary>
    public static ValueSpec? Parse(ISymbol member, AttributeReader attribute)
    {
        if (attribute.Has("Synapse"))
        {
            return attribute.Value("Synapse");
        }

        AttributeData? own = member.GetAttributes().FirstOrDefault(IsSynapse);
        return own is not null ? Create(own) : attribute.Value("Synapse") is { IsAbsent: false } byDefault ? byDefault : null;
    }

    private static bool IsSynapse(AttributeData attribute) => attribute.AttributeClass?.BaseType?.ToDisplayString() == KnownNames.SynapseAttribute;

    /// <summary>A constructor call with the attribute's arguments: the synapse has a constructor with the same parameters.</summary>
    private static ValueSpec? Create(AttributeData attribute)
    {
        if (attribute.AttributeConstructor is null)
        {
            return null;
        }

        string name = attribute.AttributeClass!.Name.Substring(0, attribute.AttributeClass.Name.Length - "Attribute".Length);
        string arguments = string.Join(", ", attribute.ConstructorArguments.Select(Text));
        EquatableArray<double> time = attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is double value
            ? new([value + 0.0])
            : default;
        return new(ValueKind.Created, time, $"new global::AotNeuro.{name}({arguments})", KnownNames.Synapse)
        {
            Mistake = name == "LinearFilter" ? FilterCoefficients.FindMistake(attribute) : null,
        };
    }

    private static string Text(TypedConstant argument) => argument.Kind switch
    {
        TypedConstantKind.Array => argument.IsNull ? "[]" : $"[{string.Join(", ", argument.Values.Select(Text))}]",
        TypedConstantKind.Enum => $"(global::{argument.Type!.ToDisplayString()}){argument.Value}",
        _ when argument.Value is bool flag => Literal.Of(flag),
        _ => Literal.Of(Convert.ToDouble(argument.Value, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
