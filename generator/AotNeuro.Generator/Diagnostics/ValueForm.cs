using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>What an attribute argument of type object may be.</summary>
/// <param name="Text">The same in words.</param>
/// <param name="Kinds">The accepted kinds.</param>
/// <param name="Types">The types that a member named by the argument may have, or derive from.</param>
internal sealed record ValueForm(string Text, ValueKind[] Kinds, string[] Types)
{
    private const string Library = "AotNeuro.";

    /// <summary>Why a value is not of this form, as the rest of a sentence; null if it is.</summary>
    public string? FindFault(ModelSpec model, ValueSpec value)
    {
        if (value.IsAbsent || (value.Kind != ValueKind.Member && Kinds.Contains(value.Kind)))
        {
            return null;
        }

        return value.Kind switch
        {
            ValueKind.Null => "null is not",
            ValueKind.Number => "a number is not",
            ValueKind.Numbers => "an array is not",
            ValueKind.Other => "this is not",
            _ when Types.Length == 0 => "a name is not",
            ValueKind.MissingMember => $"'{model.Name}' has no field or property '{value.Name}'",
            ValueKind.InstanceMember => $"'{value.Name}' is not static",
            _ => IsOfType(value) ? null : $"'{value.Name}' is of type '{TypesOf(value)[0]}'",
        };
    }

    /// <summary>A nullable reference ("double[]?") does not do: the builder takes what the member holds as it is.</summary>
    private bool IsOfType(ValueSpec value) => !value.MemberType!.Split(' ')[0].EndsWith("?", StringComparison.Ordinal)
        && TypesOf(value).Any(Types.Contains);

    private static string[] TypesOf(ValueSpec value) => value.MemberType!
        .Replace("[*,*]", "[,]")
        .Split([" : "], StringSplitOptions.None)
        .Select(type => type.StartsWith(Library, StringComparison.Ordinal) ? type.Substring(Library.Length) : type)
        .ToArray();
}
