using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>
/// How a connection or a probe filters its values over time. A number is the time constant of a <see cref="Lowpass"/>.
/// </summary>
/// <remarks>
/// In a model a synapse hands a value on one step after it took it in. The filters here do not wait:
/// <see cref="Filter(double[,], double, double[])"/> gives at each step the output that a model would see one step later, as
/// Nengo's <c>filt</c> does.
/// </remarks>
public abstract record Synapse
{
    /// <summary>A number stands for the lowpass synapse with that time constant.</summary>
    /// <param name="tau">Time constant in seconds, 0 or more.</param>
    public static implicit operator Synapse(double tau) => new Lowpass(tau);

    /// <summary>Makes a filter at rest.</summary>
    /// <param name="size">Number of values that it filters side by side, above 0.</param>
    /// <param name="dt">Length of a step in seconds, above 0.</param>
    /// <exception cref="ArgumentException">An argument is out of range, or the synapse has no filter for that step.</exception>
    public abstract SynapseFilter MakeFilter(int size, double dt);

    /// <summary>Filters signals over time (Nengo's <c>filt</c>).</summary>
    /// <param name="data">The signals, <c>[steps, size]</c>.</param>
    /// <param name="dt">Time between rows in seconds.</param>
    /// <param name="y0">
    /// An output for each signal; the filter starts from the state in which a constant input holds it there. By default, and
    /// where all are 0, it starts from zeros. A filter without a state ignores it.
    /// </param>
    /// <returns>The filtered signals, <c>[steps, size]</c>.</returns>
    /// <exception cref="ArgumentException">
    /// An argument is out of range, <paramref name="y0"/> has another size, or no constant input holds the filter at a
    /// <paramref name="y0"/>.
    /// </exception>
    public double[,] Filter(double[,] data, double dt = 0.001, double[]? y0 = null) => Filter(data, dt, y0, andBack: false);

    /// <summary>Filters one signal over time (Nengo's <c>filt</c>).</summary>
    /// <param name="data">The signal.</param>
    /// <param name="dt">Time between values in seconds.</param>
    /// <param name="y0">The output that the filter starts from, as if a constant input had held it there.</param>
    /// <inheritdoc cref="Filter(double[,], double, double[])"/>
    /// <returns>The filtered signal.</returns>
    public double[] Filter(double[] data, double dt = 0.001, double y0 = 0.0) => Filter(data, dt, y0, andBack: false);

    /// <summary>
    /// Filters signals forwards and then the result backwards, which shifts no phase (Nengo's <c>filtfilt</c>).
    /// </summary>
    /// <remarks>On its way back the filter goes on from the state in which it arrived at the end.</remarks>
    /// <inheritdoc cref="Filter(double[,], double, double[])"/>
    public double[,] FilterFilter(double[,] data, double dt = 0.001, double[]? y0 = null) => Filter(data, dt, y0, andBack: true);

    /// <summary>
    /// Filters one signal forwards and then the result backwards, which shifts no phase (Nengo's <c>filtfilt</c>).
    /// </summary>
    /// <remarks>On its way back the filter goes on from the state in which it arrived at the end.</remarks>
    /// <inheritdoc cref="Filter(double[], double, double)"/>
    public double[] FilterFilter(double[] data, double dt = 0.001, double y0 = 0.0) => Filter(data, dt, y0, andBack: true);

    /// <summary>A time in seconds, 0 or more, or an exception.</summary>
    private protected static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) && value >= 0.0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be a finite number of seconds, 0 or more.");

    private double[] Filter(double[] data, double dt, double y0, bool andBack)
    {
        ArgumentNullException.ThrowIfNull(data);
        double[] filtered = [.. data];
        Filter(filtered, 1, dt, [y0], andBack);
        return filtered;
    }

    private double[,] Filter(double[,] data, double dt, double[]? y0, bool andBack)
    {
        ArgumentNullException.ThrowIfNull(data);
        int size = data.GetLength(1);
        if (y0 is not null && y0.Length != size)
        {
            throw new ArgumentException(
                $"y0 has {y0.Length} values and must have one for each of the {size} signals.", nameof(y0));
        }

        var filtered = (double[,])data.Clone();
        Span<double> rows = filtered.Length > 0 ? MemoryMarshal.CreateSpan(ref filtered[0, 0], filtered.Length) : [];
        Filter(rows, size, dt, y0, andBack);
        return filtered;
    }

    private void Filter(Span<double> rows, int size, double dt, ReadOnlySpan<double> y0, bool andBack)
    {
        SynapseFilter filter = MakeFilter(size, dt);
        foreach (double value in y0)
        {
            Arguments.Finite(value, nameof(y0));
        }

        if (y0.ContainsAnyExcept(0.0))
        {
            filter.StartAt(y0);
        }

        for (int i = 0; i < rows.Length; i += size)
        {
            filter.Step(rows.Slice(i, size), rows.Slice(i, size));
        }

        for (int i = rows.Length - size; andBack && i >= 0; i -= size)
        {
            filter.Step(rows.Slice(i, size), rows.Slice(i, size));
        }
    }
}
