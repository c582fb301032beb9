using System.Runtime.CompilerServices;

namespace AotNeuro;

/// <summary>The checks that solvers share.</summary>
internal static class SolverArguments
{
    /// <summary>A finite number of at least 0, or an exception.</summary>
    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value >= 0.0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be a finite number of at least 0.");

    /// <summary>A share from 0 to 1, or an exception.</summary>
    public static double Share(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0.0 and <= 1.0 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from 0 to 1.");

    /// <summary>A matrix of finite numbers, or none.</summary>
    public static double[,]? Finite(double[,]? values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        foreach (double value in values ?? new double[0, 0])
        {
            Arguments.Finite(value, name);
        }

        return values;
    }

    /// <summary>Copies given decoders, row after row; zeros where none are given.</summary>
    /// <exception cref="ArgumentException">They have another shape.</exception>
    public static void Fill(double[,]? values, string name, int rows, int columns, Span<double> destination)
    {
        if (values is null)
        {
            destination.Clear();
            return;
        }

        if (values.GetLength(0) != rows || values.GetLength(1) != columns)
        {
            throw new ArgumentException(
                $"'{name}' of the solver has the shape {values.GetLength(0)} x {values.GetLength(1)}, and must have {rows} x {columns}: "
                + "a row per neuron, a column per value of the function.");
        }

        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = values[i / columns, i % columns];
        }
    }
}
