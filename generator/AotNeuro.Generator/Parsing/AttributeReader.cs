using System.Globalization;
using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary>Reads the arguments of one attribute; those that are not written, from the attributes that give defaults.</summary>
/// <param name="attribute">The attribute.</param>
/// <param name="model">The class in which it stands, whose members it names.</param>
/// <param name="defaults">Reads the attribute that gives the defaults.</param>
/// <param name="reader">The class for which it is read: that of the object, of which the defaults may be around.</param>
internal sealed class AttributeReader(AttributeData attribute, INamedTypeSymbol model, AttributeReader? defaults = null, INamedTypeSymbol? reader = null)
{
    /// <summary>Reads an object's attribute, with the defaults for its kind.</summary>
    public static AttributeReader? Find(ISymbol symbol, string attributeName, DefaultsScope scope, string defaultsName) =>
        Find(symbol, attributeName, scope.Model, scope.Find(defaultsName));

    public static AttributeReader? Find(
        ISymbol symbol, string attributeName, INamedTypeSymbol model, AttributeReader? defaults = null, INamedTypeSymbol? reader = null) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == attributeName) is { } attribute
            ? new(attribute, model, defaults, reader)
            : null;

    /// <summary>Whether the attribute itself has the argument.</summary>
    public bool Has(string name) => OwnArgument(name) is not null;

    public int? Int(string name) => Argument(name) is { Value: int value } ? value : null;

    public double? Double(string name) => Argument(name) is { Value: double value } ? Normal(value) : null;

    public bool? Bool(string name) => Argument(name) is { Value: bool value } ? value : null;

    public string? Text(string name) => Argument(name) is { Value: string value } ? value : null;

    public IEnumerable<(string Name, double Value)> Doubles() =>
        attribute.NamedArguments.Where(argument => argument.Value.Value is double).Select(argument => (argument.Key, Normal((double)argument.Value.Value!)));

    /// <summary>An argument of type object.</summary>
    public ValueSpec Value(string name)
    {
        if (OwnArgument(name) is not { } argument)
        {
            return defaults?.Value(name) ?? ValueSpec.Absent;
        }

        ValueSpec value = Read(argument);
        return IsReadFromInside ? value with { Owner = model.ToDisplayString() } : value;
    }

    /// <summary>The outermost model around the object's own whose defaults give one of some arguments; null if none does.</summary>
    public string? OwnerOf(params string[] names) =>
        defaults?.OwnerOf(names.Where(name => !Has(name)).ToArray())
        ?? (IsReadFromInside && names.Any(Has) ? model.ToDisplayString() : null);

    /// <summary>Whether the object is one of a part of the class in which the attribute stands.</summary>
    private bool IsReadFromInside => reader is not null && !SymbolEqualityComparer.Default.Equals(reader, model);

    private ValueSpec Read(TypedConstant argument)
    {
        if (argument.Kind == TypedConstantKind.Array)
        {
            return argument.Values.All(item => IsNumber(item.Value))
                ? new(ValueKind.Numbers, argument.Values.Select(item => ToNumber(item.Value!)).ToEquatableArray())
                : new(ValueKind.Other, default);
        }

        return argument.Value switch
        {
            null => new(ValueKind.Null, default),
            string text => Member(text),
            { } value when IsNumber(value) => new(ValueKind.Number, new([ToNumber(value)])),
            _ => new(ValueKind.Other, default),
        };
    }

    /// <summary>The constructor's array of numbers.</summary>
    public EquatableArray<double> Numbers(string name) =>
        Argument(name) is { Kind: TypedConstantKind.Array, IsNull: false } argument
            ? argument.Values.Select(item => Normal(item.Value as double? ?? 0)).ToEquatableArray()
            : default;

    private ValueSpec Member(string name)
    {
        ISymbol? member = model.GetMembers(name).FirstOrDefault();
        ITypeSymbol? type = member switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol { IsWriteOnly: false } property => property.Type,
            _ => null,
        };
        return type is null ? new(ValueKind.MissingMember, default, name)
            : new(member!.IsStatic ? ValueKind.Member : ValueKind.InstanceMember, default, name, Bases(type));
    }

    /// <summary>The type and its base classes, so that a rule can ask whether a member is a Distribution, for example.</summary>
    private static string Bases(ITypeSymbol type)
    {
        string text = type.ToDisplayString();
        for (INamedTypeSymbol? b = type.BaseType; b is not null && b.SpecialType == SpecialType.None; b = b.BaseType)
        {
            text += " : " + b.ToDisplayString();
        }

        return text;
    }

    private TypedConstant? Argument(string name) => OwnArgument(name) ?? defaults?.Argument(name);

    /// <summary>A named argument, or the argument of the constructor's parameter of that name, whatever its case.</summary>
    private TypedConstant? OwnArgument(string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        IMethodSymbol? constructor = attribute.AttributeConstructor;
        for (int i = 0; i < attribute.ConstructorArguments.Length; i++)
        {
            if (string.Equals(constructor?.Parameters[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return attribute.ConstructorArguments[i];
            }
        }

        return null;
    }

    private static bool IsNumber(object? value) => value is double or float or int or long or short or byte or sbyte or uint or ulong or ushort;

    private static double ToNumber(object value) => Normal(Convert.ToDouble(value, CultureInfo.InvariantCulture));

    /// <summary>Makes -0.0 to 0.0, so that comparing doubles with == compares what is printed.</summary>
    private static double Normal(double value) => value + 0.0;
}
