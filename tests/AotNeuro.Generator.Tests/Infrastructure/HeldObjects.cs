using System.Reflection;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Tests;

/// <summary>
/// Walks everything reachable from a value that a generator caches. A symbol, a tree or a location in it would keep a whole
/// compilation in memory, and would make the value unequal to itself after every key that is typed.
/// </summary>
internal static class HeldObjects
{
    private static readonly Type[] Forbidden =
    [
        typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxToken), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Location),
        typeof(Compilation), typeof(SemanticModel), typeof(AttributeData), typeof(IOperation), typeof(Diagnostic),
    ];

    /// <summary>The path from the value to the first object that must not be cached, or null if there is none.</summary>
    public static string? FindForbidden(object? value)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var left = new Stack<(object? Value, string Path)>([(value, value?.GetType().Name ?? "null")]);
        while (left.TryPop(out var next))
        {
            if (next.Value is null || !CanHold(next.Value.GetType()) || !seen.Add(next.Value))
            {
                continue;
            }

            if (Array.Find(Forbidden, type => type.IsInstanceOfType(next.Value)) is { } forbidden)
            {
                return $"{next.Path} is a {forbidden.Name}";
            }

            foreach (var part in Parts(next.Value, next.Path))
            {
                left.Push(part);
            }
        }

        return null;
    }

    private static IEnumerable<(object? Value, string Path)> Parts(object value, string path)
    {
        if (value is Array array)
        {
            return array.Cast<object?>().Select((item, index) => (item, $"{path}[{index}]"));
        }

        return from type in BasesOf(value.GetType())
               from field in type.GetFields(
                   BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
               where CanHold(field.FieldType)
               select (field.GetValue(value), $"{path}.{field.Name}");
    }

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static bool CanHold(Type type) =>
        !type.IsPrimitive && !type.IsEnum && !type.IsPointer
        && type != typeof(string) && !typeof(MemberInfo).IsAssignableFrom(type);
}
