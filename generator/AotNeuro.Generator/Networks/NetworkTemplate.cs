using AotNeuro.Generator.Diagnostics;
using AotNeuro.Generator.Model;
using AotNeuro.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Networks;

/// <summary>
/// A network of the library: what an attribute such as <c>[EnsembleArray(50, 3)]</c> stands for. It makes the same objects in the same order as
/// Nengo's network of that name, so that they get the same seeds.
/// </summary>
internal abstract class NetworkTemplate
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<NetworkTemplate> All =
    [
        new EnsembleArrayTemplate(),
        new ProductTemplate(),
        new CircularConvolutionTemplate(),
        new BasalGangliaTemplate(),
        new ThalamusTemplate(),
        new AssociativeMemoryTemplate(),
        new InputGatedMemoryTemplate(),
    ];

    /// <summary>The name of the attribute and of the type of the handle.</summary>
    public abstract string Name { get; }

    public static NetworkTemplate? Find(string attribute) => All.FirstOrDefault(template => template.Name + "Attribute" == attribute);

    /// <summary>Why the arguments make no network, as the rest of a sentence; null if they make one.</summary>
    public abstract string? FindProblem(AttributeReader arguments);

    /// <summary>Makes the objects.</summary>
    /// <param name="network">Takes them.</param>
    /// <param name="arguments">The attribute.</param>
    /// <param name="member">The property, for attributes beside it.</param>
    /// <param name="model">The model.</param>
    public abstract void Build(NetworkBuilder network, AttributeReader arguments, ISymbol member, INamedTypeSymbol model);

    /// <summary>The mappings of an associative memory.</summary>
    /// <inheritdoc cref="Build"/>
    public virtual EquatableArray<MappingSpec> ReadMappings(AttributeReader arguments, ISymbol member, INamedTypeSymbol model) => default;

    /// <summary>The fault of a size that must be at least 1.</summary>
    protected static string? CheckSizes(AttributeReader arguments, params string[] names)
    {
        string? bad = names.FirstOrDefault(name => arguments.Int(name) is { } size && size < 1);
        return bad is null ? null : $"'{bad}' is {arguments.Int(bad)}, and must be at least 1";
    }

    /// <summary>What is wrong with numbers that must be finite, or null.</summary>
    protected static string? CheckFinite(AttributeReader arguments, params string[] names) =>
        Check(arguments, names, number => !double.IsNaN(number) && !double.IsInfinity(number), "finite");

    /// <summary>What is wrong with numbers that must be above 0, or null.</summary>
    protected static string? CheckPositive(AttributeReader arguments, params string[] names) =>
        Check(arguments, names, number => number > 0.0 && !double.IsInfinity(number), "finite and above 0");

    /// <summary>What is wrong with time constants, or null.</summary>
    protected static string? CheckTimes(AttributeReader arguments, params string[] names) =>
        Check(arguments, names, number => number >= 0.0 && !double.IsInfinity(number), "a number of seconds of at least 0");

    private static string? Check(AttributeReader arguments, string[] names, Func<double, bool> isRight, string wanted)
    {
        string? bad = names.FirstOrDefault(name => arguments.Double(name) is { } number && !isRight(number));
        return bad is null ? null : $"'{bad}' is {Texts.Of(arguments.Double(bad)!.Value)}, and must be {wanted}";
    }
}
