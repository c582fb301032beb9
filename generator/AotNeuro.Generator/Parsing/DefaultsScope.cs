using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary>
/// Where the values come from that an object does not say itself: the class of its model, the property that makes that model or network a part
/// of another, the class of that other, and so on outwards, as Nengo's configurations nest.
/// </summary>
/// <param name="place">The class or the property.</param>
/// <param name="model">The class in which it stands.</param>
/// <param name="outer">What is around it.</param>
internal sealed class DefaultsScope(ISymbol place, INamedTypeSymbol model, DefaultsScope? outer = null)
{
    private static readonly string[] Kinds = [KnownNames.EnsembleDefaults, KnownNames.ConnectionDefaults, KnownNames.ProbeDefaults];

    /// <summary>The class in which this scope stands.</summary>
    public INamedTypeSymbol Model => model;

    /// <summary>This scope and those around it, from the inside out.</summary>
    public IEnumerable<DefaultsScope> Chain
    {
        get
        {
            for (DefaultsScope? scope = this; scope is not null; scope = scope.Outer)
            {
                yield return scope;
            }
        }
    }

    /// <summary>The class or the property with the attributes that give defaults.</summary>
    public ISymbol Place => place;

    /// <summary>Whether anything here gives defaults.</summary>
    public bool GivesDefaults => Chain.Any(scope => NeuronUseParser.Says(scope.Place) || Kinds.Any(kind => AttributeReader.Find(scope.Place, kind, model) is not null));

    private DefaultsScope? Outer => outer;

    /// <summary>The scope of a member that is a part, or of the class of such a part.</summary>
    public DefaultsScope Inside(ISymbol inner, INamedTypeSymbol owner) => new(inner, owner, this);

    /// <summary>Reads the attributes of a kind; null if there are none.</summary>
    public AttributeReader? Find(string attributeName)
    {
        AttributeReader? found = null;
        foreach (DefaultsScope scope in Chain.Reverse())
        {
            found = AttributeReader.Find(scope.Place, attributeName, scope.Model, found, model) ?? found;
        }

        return found;
    }
}
