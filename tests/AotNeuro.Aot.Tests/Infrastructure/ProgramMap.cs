namespace AotNeuro.Aot.Tests;

/// <summary>The compiler's list of what a program holds.</summary>
internal static class ProgramMap
{
    /// <summary>Publishes a program, and has what it holds listed.</summary>
    /// <param name="name">The program's name.</param>
    /// <param name="properties">How it is published.</param>
    public static PublishedApp Publish(string name, params (string Name, string Value)[] properties) =>
        AotPublisher.Publish(name, [.. properties, ("IlcGenerateMapFile", "true")]);

    /// <summary>The methods of a program, by the names that the compiler gives them.</summary>
    public static IReadOnlyList<string> Methods(PublishedApp app)
    {
        string objects = Path.GetDirectoryName(app.ManagedPath)!.Replace(Folder("bin"), Folder("obj"), StringComparison.Ordinal);
        string map = Path.Combine(objects, "native", Path.GetFileNameWithoutExtension(app.ManagedPath) + ".map.xml");
        return [.. File.ReadLines(map).Where(line => line.Contains("<MethodCode", StringComparison.Ordinal))];
    }

    private static string Folder(string name) => $"{Path.DirectorySeparatorChar}{name}{Path.DirectorySeparatorChar}";
}
