using System.IO.Compression;
using System.Text.Json;

namespace AotNeuro.Tests;

/// <summary>The files of <c>Reference/</c>: what Nengo built and did.</summary>
internal static class ReferenceFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reference");

    /// <summary>Names of all models, sorted: every file but the tables.</summary>
    public static IReadOnlyList<string> Models { get; } =
    [
        .. Directory.GetFiles(Folder, "*.json.gz")
            .Select(path => Path.GetFileName(path)[..^".json.gz".Length])
            .Where(name => name != "tables")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Opens a file; <c>*.gz</c> is unpacked while it is read.</summary>
    /// <param name="name">The name with its extensions, such as <c>tables.json.gz</c>.</param>
    public static Stream Open(string name)
    {
        var file = File.OpenRead(Path.Combine(Folder, name));
        return name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>Reads a gzipped JSON file.</summary>
    /// <param name="name">The name without extensions, such as <c>tables</c>.</param>
    public static JsonDocument Json(string name)
    {
        using var stream = Open($"{name}.json.gz");
        return JsonDocument.Parse(stream);
    }
}
