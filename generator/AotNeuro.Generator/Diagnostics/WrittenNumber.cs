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
}
