using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints the namespace and the types around a partial type, then the type.</summary>
internal static class TypePlaceEmitter
{
    public static void Emit(CodeWriter code, TypePlace place, string bases, Action members) =>
        Emit(code, place, [], bases, members);

    public static void Emit(CodeWriter code, TypePlace place, IEnumerable<string> attributes, string bases, Action members)
    {
        var open = new Stack<IDisposable>();
        if (place.Namespace.Length > 0)
        {
            open.Push(code.Open($"namespace {place.Namespace}"));
        }

        foreach (string container in place.Containers)
        {
            open.Push(code.Open(container));
        }

        code.Lines(attributes);
        code.Line(ModelEmitter.GeneratedCode);
        using (code.Open(place.Declaration + bases))
        {
            members();
        }

        while (open.Count > 0)
        {
            open.Pop().Dispose();
        }
    }
}
