using System.Globalization;
using System.Text;

namespace AotNeuro.Generator.Tests;

/// <summary>
/// Writes a valid model with random nodes, ensembles, connections and probes as C#. Values pass within a step only from an object to one that
/// comes later in a random order, so that none waits for itself.
/// </summary>
internal sealed partial class RandomModel
{
    private readonly System.Random _random;
    private readonly StringBuilder _members = new();
    private readonly List<Vertex> _vertices = [];
    private readonly List<Link> _links = [];
    private int _names;

    private RandomModel(int seed) => _random = new(seed);

    /// <summary>The name of the class of a seed.</summary>
    public static string NameOf(int seed) => $"Model{seed}";

    /// <summary>The class, in namespace Oracle.</summary>
    public static string Write(int seed)
    {
        var model = new RandomModel(seed);
        model.WriteMembers();
        string dt = model.Chance(0.2) ? ", Dt = 0.002" : "";
        return $"[NeuralModel(Seed = {seed}{dt})]\npartial class {NameOf(seed)}\n{{\n{model._members}}}\n";
    }

    private void WriteMembers()
    {
        int nodes = Int(1, 4);
        int ensembles = Int(1, 4);
        foreach (bool isNode in Shuffle(Enumerable.Range(0, nodes + ensembles).Select(i => i < nodes)))
        {
            if (isNode)
            {
                WriteNode();
            }
            else
            {
                WriteEnsemble();
            }
        }

        int order = 0;
        foreach (Vertex vertex in Shuffle(_vertices))
        {
            vertex.Order = order++;
        }

        Repeat(Int(2, 8), WriteConnection);
        Repeat(Int(3, 8), WriteProbe);
    }

    private void Line(string text) => _members.Append("    ").Append(text).Append('\n');

    private string NewName(string prefix) => $"{prefix}{_names++}";

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private int Int(int low, int high) => _random.Next(low, high + 1);

    private T Pick<T>(params IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private List<T> Shuffle<T>(IEnumerable<T> items) => [.. items.OrderBy(_ => _random.Next())];

    /// <summary>A number of three digits from -1 to 1, as C#.</summary>
    private string Number(double scale = 1.0) =>
        (Math.Round(_random.NextDouble() * 2.0 - 1.0, 3) * scale).ToString("R", CultureInfo.InvariantCulture);

    private string Numbers(int count, double scale = 1.0) => List(count, _ => Number(scale));

    private static string List(int count, Func<int, string> item) => string.Join(", ", Enumerable.Range(0, count).Select(item));

    private static void Repeat(int count, Action action)
    {
        for (int i = 0; i < count; i++)
        {
            action();
        }
    }

    /// <summary>A node or ensemble.</summary>
    private sealed record Vertex(string Name, int SizeIn, int SizeOut)
    {
        /// <summary>Number of neurons, 0 for what has none.</summary>
        public int Neurons { get; init; }

        public bool IsEnsemble { get; init; }

        public bool IsPassthrough { get; init; }

        public bool IsSpiking { get; init; }

        /// <summary>States of its neurons that probes can record.</summary>
        public IReadOnlyList<string> States { get; init; } = [];

        /// <summary>Its place in the order in which values may pass within a step.</summary>
        public int Order { get; set; }

        /// <summary>Whether a learning rule changes its encoders.</summary>
        public bool LearnsEncoders { get; set; }
    }

    /// <summary>A connection.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Size">The size of what it carries.</param>
    /// <param name="Signals">What probes can record of it.</param>
    private sealed record Link(string Name, int Size, IReadOnlyList<string> Signals);

    /// <summary>A learning rule.</summary>
    private sealed record RuleText(string Kind, string Arguments)
    {
        public string Name { get; init; } = Kind;

        /// <summary>What probes can record of it.</summary>
        public string[] Signals => Kind switch
        {
            "PES" => ["Error", "Activities", "Delta"],
            "RLS" => ["PreFiltered", "Error", "Delta", "InvGamma"],
            "BCM" => ["Theta", "PreFiltered", "PostFiltered", "Delta"],
            "Oja" => ["PreFiltered", "PostFiltered", "Delta"],
            _ => ["PostFiltered", "Delta", "ScaledEncoders", "Error"],
        };
    }
}
