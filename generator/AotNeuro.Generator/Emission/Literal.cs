using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace AotNeuro.Generator.Emission;

/// <summary>Values as C# literals.</summary>
internal static class Literal
{
    /// <summary>A double that reads back as the same bits.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return double.IsNaN(value) ? "double.NaN" : value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

        string text = value.ToString("R", CultureInfo.InvariantCulture);
        if (double.Parse(text, CultureInfo.InvariantCulture) != value)
        {
            text = value.ToString("G17", CultureInfo.InvariantCulture);
        }

        return text.IndexOfAny(['.', 'E', 'e']) >= 0 ? text : text + ".0";
    }

    /// <summary>The float that is nearest to a double.</summary>
    public static string OfSingle(double value)
    {
        float rounded = (float)value;
        return float.IsInfinity(rounded) ? (value > 0 ? "float.MaxValue" : "float.MinValue") : rounded.ToString("G9", CultureInfo.InvariantCulture) + "f";
    }

    public static string Of(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(int? value) => value is { } number ? Of(number) : "null";

    public static string Of(bool value) => value ? "true" : "false";
}
