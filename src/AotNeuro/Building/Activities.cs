using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AotNeuro.Numerics;

namespace AotNeuro.Building;

/// <summary>Rates of an ensemble's neurons at its evaluation points: all at once, or some points at a time.</summary>
internal sealed class Activities
{
    /// <summary>Currents are made and turned into rates for about so many at once, which keeps them in the cache.</summary>
    private const int CurrentsAtOnce = 1024;

    /// <summary>
    /// Points at once are a multiple of the 32 currents that measured rates are simulated side by side for, so that none of those batches is
    /// left part empty.
    /// </summary>
    private const int LeastPointsAtOnce = 32;

    /// <summary>Neurons whose currents are summed in registers.</summary>
    private const int NeuronsAtOnce = 16;

    private readonly string _name;
    private readonly BuiltEnsemble _ensemble;
    private readonly INeuronType _curve;
    private readonly double[] _encoders;

    /// <summary>Prepares to find rates.</summary>
    /// <param name="name">The ensemble's name.</param>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="neurons">Its neuron type.</param>
    public Activities(string name, BuiltEnsemble ensemble, INeuronType neurons)
    {
        (_name, _ensemble, _encoders) = (name, ensemble, ByDimension(ensemble));
        long count = (long)ensemble.Points * ensemble.Neurons;
        _curve = neurons is ITabulatedRates measured ? measured.Tabulate(HighestCurrent(ensemble), count) : neurons;
    }

    /// <summary>Rates for <c>gain * (x . encoder / radius) + bias</c>, rounded in this order as Nengo does.</summary>
    /// <param name="name">The ensemble's name.</param>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="neurons">Its neuron type.</param>
    /// <returns>The rates in Hz times amplitude, <c>[points, neurons]</c>.</returns>
    /// <exception cref="BuildException">They are not finite, all zero, or too many.</exception>
    public static double[] Find(string name, BuiltEnsemble ensemble, INeuronType neurons)
    {
        double[] rates = FindAlsoSilent(name, ensemble, neurons);
        CheckNotSilent(name, rates.AsSpan().ContainsAnyExcept(0.0));
        return rates;
    }

    /// <summary>The same where all rates may be 0.</summary>
    /// <exception cref="BuildException">They are not finite, or too many.</exception>
    public static double[] FindAlsoSilent(string name, BuiltEnsemble ensemble, INeuronType neurons)
    {
        var rates = new double[Count(name, ensemble)];
        new Activities(name, ensemble, neurons).Fill(0, ensemble.Points, rates);
        return rates;
    }

    /// <summary>Number of rates.</summary>
    /// <exception cref="BuildException">They are too many for an array.</exception>
    public static int Count(string name, BuiltEnsemble ensemble)
    {
        long count = (long)ensemble.Points * ensemble.Neurons;
        return count <= Array.MaxLength
            ? (int)count
            : throw new BuildException(
                name,
                $"the rates of {ensemble.Neurons} neurons at {ensemble.Points} evaluation points do not fit an array; "
                + "set EvalPointCount lower.");
    }

    /// <summary>Throws if no neuron has a rate.</summary>
    /// <exception cref="BuildException">None has.</exception>
    public static void CheckNotSilent(string name, bool hasRates)
    {
        if (!hasRates)
        {
            throw new BuildException(
                name, "no neuron fires at any evaluation point, so nothing can be decoded; change intercepts, encoders or evaluation points.");
        }
    }

    /// <summary>Finds the rates at some of the points.</summary>
    /// <param name="first">The first point.</param>
    /// <param name="count">Number of points.</param>
    /// <param name="rates">Receives the rates from its start on, <c>[count, neurons]</c>.</param>
    /// <exception cref="BuildException">They are not finite.</exception>
    public void Fill(int first, int count, double[] rates)
    {
        int n = _ensemble.Neurons;
        int atOnce = Math.Min(count, Math.Max(LeastPointsAtOnce, CurrentsAtOnce / n / LeastPointsAtOnce * LeastPointsAtOnce));
        int parts = atOnce == 0 ? 0 : (count + atOnce - 1) / atOnce;
        double work = _curve is IPureRates pure ? (double)count * n * pure.RateWork : 0.0;
        Workers.ForEach(work, parts, part =>
        {
            int start = part * atOnce;
            int points = Math.Min(atOnce, count - start);
            FillPart(first + start, points, rates.AsSpan(start * n, points * n));
        });
        CheckFinite(first, rates.AsSpan(0, count * n));
    }

    private void FillPart(int first, int count, Span<double> rates)
    {
        (int n, int d) = (_ensemble.Neurons, _ensemble.Dimensions);
        double[] currents = ArrayPool<double>.Shared.Rent(count * n);
        FindCurrents(_ensemble.EvalPoints.AsSpan(first * d, count * d), currents.AsSpan(0, count * n));
        _curve.Rates(currents.AsSpan(0, count * n), rates);
        ArrayPool<double>.Shared.Return(currents);
    }

    /// <summary>Encoders over the radius, <c>[dimensions, neurons]</c>.</summary>
    private static double[] ByDimension(BuiltEnsemble ensemble)
    {
        (int n, int d) = (ensemble.Neurons, ensemble.Dimensions);
        var encoders = new double[n * d];
        for (int neuron = 0; neuron < n; neuron++)
        {
            for (int i = 0; i < d; i++)
            {
                encoders[i * n + neuron] = ensemble.Encoders[neuron * d + i] / ensemble.Radius;
            }
        }

        return encoders;
    }

    /// <summary>The highest current for points that are no longer than the radius.</summary>
    private static double HighestCurrent(BuiltEnsemble ensemble)
    {
        double highest = double.NegativeInfinity;
        for (int i = 0; i < ensemble.Neurons; i++)
        {
            highest = Math.Max(highest, ensemble.Gain[i] + ensemble.Bias[i]);
        }

        return highest;
    }

    /// <summary>
    /// The currents at some points. A few neurons at a time meet all points, so that their encoders are read from the first-level cache.
    /// </summary>
    /// <param name="points">The points, <c>[points, dimensions]</c>.</param>
    /// <param name="currents">Receives the currents, <c>[points, neurons]</c>.</param>
    private void FindCurrents(ReadOnlySpan<double> points, Span<double> currents)
    {
        (int n, int d) = (_ensemble.Neurons, _ensemble.Dimensions);
        int neuron = 0;
        for (; neuron <= n - NeuronsAtOnce; neuron += NeuronsAtOnce)
        {
            for (int point = 0; point * d < points.Length; point++)
            {
                FindCurrents(points.Slice(point * d, d), neuron, currents.Slice(point * n + neuron, NeuronsAtOnce));
            }
        }

        for (int point = 0; point * d < points.Length; point++)
        {
            ReadOnlySpan<double> x = points.Slice(point * d, d);
            for (int i = neuron; i < n; i++)
            {
                double sum = 0.0;
                for (int dimension = 0; dimension < d; dimension++)
                {
                    sum += x[dimension] * _encoders[dimension * n + i];
                }

                currents[point * n + i] = _ensemble.Gain[i] * sum + _ensemble.Bias[i];
            }
        }
    }

    /// <summary>Currents of <see cref="NeuronsAtOnce"/> neurons at a point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindCurrents(ReadOnlySpan<double> x, int neuron, Span<double> currents)
    {
        ref double encoders = ref _encoders[neuron];
        ref double gain = ref _ensemble.Gain[neuron];
        ref double bias = ref _ensemble.Bias[neuron];
        ref double target = ref MemoryMarshal.GetReference(currents);
        Vector256<double> s0 = default, s1 = default, s2 = default, s3 = default;
        foreach (double value in x)
        {
            Vector256<double> factor = Vector256.Create(value);
            s0 += factor * Vector256.LoadUnsafe(ref encoders);
            s1 += factor * Vector256.LoadUnsafe(ref encoders, 4);
            s2 += factor * Vector256.LoadUnsafe(ref encoders, 8);
            s3 += factor * Vector256.LoadUnsafe(ref encoders, 12);
            encoders = ref Unsafe.Add(ref encoders, _ensemble.Neurons);
        }

        (Vector256.LoadUnsafe(ref gain) * s0 + Vector256.LoadUnsafe(ref bias)).StoreUnsafe(ref target);
        (Vector256.LoadUnsafe(ref gain, 4) * s1 + Vector256.LoadUnsafe(ref bias, 4)).StoreUnsafe(ref target, 4);
        (Vector256.LoadUnsafe(ref gain, 8) * s2 + Vector256.LoadUnsafe(ref bias, 8)).StoreUnsafe(ref target, 8);
        (Vector256.LoadUnsafe(ref gain, 12) * s3 + Vector256.LoadUnsafe(ref bias, 12)).StoreUnsafe(ref target, 12);
    }

    private void CheckFinite(int first, ReadOnlySpan<double> rates)
    {
        int bad = VectorLoops.IndexOfNonFinite(rates);
        if (bad >= 0)
        {
            (int point, int neuron) = Math.DivRem(bad, _ensemble.Neurons);
            throw new BuildException(_name, FormattableString.Invariant(
                $"neuron {neuron} has the rate {rates[bad]} at evaluation point {first + point}; its type's Rates must give finite numbers."));
        }
    }
}
