using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary>The arguments of <c>[LinearFilter]</c>, and what its constructor would not take.</summary>
internal static class FilterCoefficients
{
    /// <summary>A leading coefficient of the numerator up to this size, relative to the denominator's, counts as 0.</summary>
    private const double Negligible = 1e-14;

    private static readonly string[] Arguments = ["numerator", "denominator"];

    /// <summary>What is wrong, or null.</summary>
    public static string? FindMistake(AttributeData attribute)
    {
        double[][] both = [.. Arguments.Select((_, i) => Numbers(attribute, i))];
        for (int i = 0; i < both.Length; i++)
        {
            if (both[i].Length == 0 || both[i].Any(number => double.IsNaN(number) || double.IsInfinity(number)))
            {
                return $"'{Arguments[i]}' must hold numbers, all of them finite";
            }
        }

        double[] denominator = [.. both[1].SkipWhile(number => number == 0.0)];
        if (denominator.Length == 0)
        {
            return "'denominator' must have a coefficient other than 0";
        }

        int degree = both[0].SkipWhile(number => Math.Abs(number / denominator[0]) <= Negligible).Count();
        return degree > denominator.Length
            ? "'numerator' must not be of a higher degree than 'denominator', for the filter would have to see the future"
            : IsMethod(attribute) ? null
            : "'method' must be Zoh, Euler, BackwardDifference or Bilinear";
    }

    /// <summary>While a user types, an argument may be missing; the compiler says so.</summary>
    private static double[] Numbers(AttributeData attribute, int index) =>
        attribute.ConstructorArguments.Length <= index || attribute.ConstructorArguments[index] is not { Kind: TypedConstantKind.Array, IsNull: false } array
            ? []
            : [.. array.Values.Select(item => Convert.ToDouble(item.Value, System.Globalization.CultureInfo.InvariantCulture))];

    private static bool IsMethod(AttributeData attribute) =>
        attribute.ConstructorArguments.All(argument =>
            argument is not { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type }
            || type.GetMembers().OfType<IFieldSymbol>().Any(field => field.HasConstantValue && Equals(field.ConstantValue, argument.Value)));
}
