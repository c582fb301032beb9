using AotNeuro.CompilerServices;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro.Building;

/// <summary>Values of a model from where the model says they come from, checked.</summary>
internal static class SampledValues
{
    /// <summary>Draws values, or takes those given: one number for all, or each of them.</summary>
    /// <param name="name">The object they are for.</param>
    /// <param name="what">What they are, in the plural.</param>
    /// <param name="source">Where they come from.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="random">The object's generator.</param>
    /// <returns>The values, <c>[rows, columns]</c>, all of them finite.</returns>
    /// <exception cref="BuildException">They cannot be drawn, have another shape, or are not finite.</exception>
    public static double[] Take(string name, string what, ValueSource source, int rows, int columns, RandomState random)
    {
        var values = new double[rows * columns];
        if (source.Distribution is { } distribution)
        {
            Draw(name, what, distribution, rows, columns, random, values);
        }
        else if (IsNumberForAll(source) && columns == 1)
        {
            Array.Fill(values, source.Values![0]);
        }
        else if (source.Values!.Length == values.Length && (source.Columns == 0 || source.Columns == columns))
        {
            source.Values.CopyTo(values, 0);
        }
        else
        {
            throw new BuildException(name, $"the {what} are {Shape(source)}, and must be {Shape(rows, columns)}.");
        }

        int bad = VectorLoops.IndexOfNonFinite(values);
        return bad < 0
            ? values
            : throw new BuildException(
                name, FormattableString.Invariant($"the {what} must be finite numbers, and row {bad / columns} holds {values[bad]}."));
    }

    /// <summary>What a model gives, in words.</summary>
    public static string Shape(ValueSource source) => source switch
    {
        { Distribution: { } distribution } => $"drawn from {distribution}",
        { Columns: 0 } => $"{source.Values!.Length} values",
        _ when IsNumberForAll(source) => "one number",
        _ => $"a matrix of {source.Values!.Length / source.Columns} x {source.Columns}",
    };

    private static string Shape(int rows, int columns) =>
        columns == 1 ? $"one number or {rows} values" : $"a matrix of {rows} x {columns}";

    private static bool IsNumberForAll(ValueSource source) => source.Values is { Length: 1 } && source.Columns == 1;

    private static void Draw(
        string name, string what, Distribution distribution, int rows, int columns, RandomState random, Span<double> values)
    {
        try
        {
            distribution.Sample(rows, columns, random, values);
        }
        catch (Exception exception) when (exception is ArgumentException or ArithmeticException)
        {
            throw new BuildException(name, $"the {what} cannot be drawn from {distribution.GetType().Name}: {exception.Message}", exception);
        }
    }
}
