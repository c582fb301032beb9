using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AotNeuro.Generator.Parsing;

/// <summary>
/// Reads a class with <c>[NeuralModel]</c>. It reads mistakes as they stand and judges nothing: the rules do, for the generator and for the
/// analyzer alike.
/// </summary>
internal static class ModelParser
{
    /// <summary>The step of a model that does not say its own.</summary>
    public const double DefaultDt = 0.001;

    /// <summary>The value of <c>Precision.Single</c>.</summary>
    private const int Single = 1;

    public static ModelSpec Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        Parse(type, compilation, new DefaultsScope(type, type), cancellation);

    /// <param name="type">The class.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="scope">The class, and the models that it is being read as a part of.</param>
    /// <param name="cancellation">Cancels.</param>
    public static ModelSpec Parse(INamedTypeSymbol type, Compilation compilation, DefaultsScope scope, CancellationToken cancellation)
    {
        AttributeReader? attribute = AttributeReader.Find(type, KnownNames.NeuralModelAttribute, type);
        ISymbol[] members = type.GetMembers().Where(member => member.CanBeReferencedByName).ToArray();
        var parts = new PartParser(scope, compilation, cancellation);
        EquatableArray<PartSpec> specs = Each(members, parts.Parse);
        PartObjects inside = parts.Objects;
        return RulePaths.Resolve(new(
            TypePlaces.Of(type, type.IsRecord ? "record" : "class"),
            type.Name,
            attribute?.Int("Seed"),
            attribute?.Double("Dt") ?? DefaultDt,
            ReadFacts(type, compilation, cancellation),
            Join(Each(members, member => NodeParser.Parse(member, type, cancellation)), inside.Nodes),
            Join(Each(members, member => EnsembleParser.Parse(member, scope, compilation, cancellation)), inside.Ensembles),
            Join(inside.Connections, Each(members, member => Resolve(ConnectionParser.Parse(member, scope, cancellation), inside.Aliases))),
            Join(Each(members, member => Resolve(ProbeParser.Parse(member, scope, cancellation), inside.Aliases)), inside.Probes),
            Join(Each(members, member => TunableParser.Parse(member, type, cancellation)), inside.Tunables),
            specs,
            inside.Aliases)
        {
            Export = ReadExport(type),
            FullTypeName = type.ToDisplayString(),
            HasFastMath = attribute?.Bool("FastMath") == true,
            InSinglePrecision = attribute?.Int("Precision") == Single,
            Strays = members.SelectMany(StrayAttributes.Of).ToEquatableArray(),
        });
    }

    private static ConnectionSpec? Resolve(ConnectionSpec? connection, EquatableArray<PathAlias> aliases) => connection is null
        ? null
        : connection with { From = PartPaths.Resolve(connection.From, aliases), To = PartPaths.Resolve(connection.To, aliases) };

    private static ProbeSpec? Resolve(ProbeSpec? probe, EquatableArray<PathAlias> aliases) =>
        probe is null ? null : probe with { Of = PartPaths.Resolve(probe.Of, aliases) };

    private static EquatableArray<T> Join<T>(EquatableArray<T> first, EquatableArray<T> second)
        where T : class, IEquatable<T> => second.Count == 0 ? first : first.Concat(second).ToEquatableArray();

    private static EquatableArray<T> Each<T>(IEnumerable<ISymbol> members, Func<ISymbol, T?> parse)
        where T : class, IEquatable<T> =>
        members.Select(parse).Where(spec => spec is not null).Select(spec => spec!).ToEquatableArray();

    private static ExportSpec? ReadExport(INamedTypeSymbol type)
    {
        if (AttributeReader.Find(type, KnownNames.NativeExportAttribute, type) is not { } attribute)
        {
            return null;
        }

        bool canBeCreated = type.InstanceConstructors.Any(constructor =>
            constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Protected));
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            canBeCreated &= t.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Protected);
        }

        return new(attribute.Text("prefix") ?? "", canBeCreated);
    }

    private static ModelClassFacts ReadFacts(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        string? notPartial = null;
        bool generic = false;
        for (INamedTypeSymbol? t = type; t is not null; t = t.ContainingType)
        {
            generic |= t.IsGenericType;
            bool partial = t.DeclaringSyntaxReferences.Any(reference =>
                reference.GetSyntax(cancellation) is MemberDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));
            notPartial = partial ? notPartial : t.Name;
        }

        string? baseType = type.BaseType is { SpecialType: not SpecialType.System_Object } b && b.ToDisplayString() != "AotNeuro.NeuralModel"
            ? b.ToDisplayString()
            : null;
        int version = (int)((CSharpCompilation)compilation).LanguageVersion;
        return new(notPartial is null, notPartial, generic, !type.IsStatic && !type.IsAbstract && !type.IsRecord, type.IsFileLocal, baseType, version);
    }
}
