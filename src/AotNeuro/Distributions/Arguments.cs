using System.Runtime.CompilerServices;

namespace AotNeuro;

/// <summary>The checks that distributions share.</summary>
internal static class Arguments
{
    /// <summary>A finite number, or an exception.</summary>
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be a finite number.");

    /// <summary>A finite number above 0, or an exception.</summary>
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value > 0.0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be a finite number above 0.");

    /// <summary>A whole number above 0, or an exception.</summary>
    public static int Positive(int value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0.");

    /// <summary>The least length of points of a hypersphere, or an exception.</summary>
    public static double MinMagnitude(double minMagnitude, bool surface, string name)
    {
        if (!(minMagnitude is >= 0.0 and < 1.0))
        {
            throw new ArgumentOutOfRangeException(name, minMagnitude, $"{name} must be at least 0 and below 1.");
        }

        return surface && minMagnitude > 0.0
            ? throw new ArgumentException($"{name} must be 0 for points on the surface.", name)
            : minMagnitude;
    }

    /// <summary>Checks what every distribution is asked to sample.</summary>
    public static void Sampling(int count, int dimensions, ReadOnlySpan<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        if ((long)count * dimensions != destination.Length)
        {
            throw new ArgumentException(
                $"{count} points of {dimensions} dimensions do not fill a destination of {destination.Length} values.",
                nameof(destination));
        }
    }
}
