using AotNeuro.Numerics;

namespace AotNeuro.Building;

/// <summary>Rates of an ensemble's neurons at its evaluation points.</summary>
internal static class Activities
{
    /// <summary>Currents are made and turned into rates for about so many at once, which keeps them in the cache.</summary>
    private const int CurrentsAtOnce = 4096;

    /// <summary>
    /// Points at once are a multiple of the 32 currents that measured rates are simulated side by side for, so that none of those batches is
    /// left part empty.
    /// </summary>
    private const int LeastPointsAtOnce = 32;

    /// <summary>Rates for <c>gain * (x . encoder / radius) + bias</c>, rounded in this order as Nengo does.</summary>
    /// <param name="name">The ensemble's name.</param>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="neurons">Its neuron type.</param>
    /// <returns>The rates in Hz times amplitude, <c>[points, neurons]</c>.</returns>
    /// <exception cref="BuildException">They are not finite, all zero, or too many.</exception>
    public static double[] Find(string name, BuiltEnsemble ensemble, INeuronType neurons)
    {
        double[] rates = FindAlsoSilent(name, ensemble, neurons);
        return rates.AsSpan().ContainsAnyExcept(0.0)
            ? rates
            : throw new BuildException(
                name, "no neuron fires at any evaluation point, so nothing can be decoded; change intercepts, encoders or evaluation points.");
    }

    /// <summary>The same where all rates may be 0.</summary>
    /// <exception cref="BuildException">They are not finite, or too many.</exception>
    public static double[] FindAlsoSilent(string name, BuiltEnsemble ensemble, INeuronType neurons)
    {
        (int points, int n, int d) = (ensemble.Points, ensemble.Neurons, ensemble.Dimensions);
        if ((long)points * n > Array.MaxLength)
        {
            throw new BuildException(
                name, $"the rates of {n} neurons at {points} evaluation points do not fit an array; set EvalPointCount lower.");
        }

        double[] encoders = ByDimension(ensemble);
        var rates = new double[points * n];
        INeuronType curve = neurons is ITabulatedRates measured ? measured.Tabulate(HighestCurrent(ensemble), rates.Length) : neurons;
        int atOnce = Math.Min(points, Math.Max(LeastPointsAtOnce, CurrentsAtOnce / n / LeastPointsAtOnce * LeastPointsAtOnce));
        var currents = new double[atOnce * n];
        for (int first = 0; first < points; first += atOnce)
        {
            int count = Math.Min(atOnce, points - first);
            for (int i = 0; i < count; i++)
            {
                ReadOnlySpan<double> x = ensemble.EvalPoints.AsSpan((first + i) * d, d);
                FindCurrents(ensemble, encoders, x, currents.AsSpan(i * n, n));
            }

            curve.Rates(currents.AsSpan(0, count * n), rates.AsSpan(first * n, count * n));
        }

        CheckFinite(name, ensemble, rates);
        return rates;
    }

    /// <summary>Encoders over the radius, <c>[dimensions, neurons]</c>.</summary>
    private static double[] ByDimension(BuiltEnsemble ensemble)
    {
        (int n, int d) = (ensemble.Neurons, ensemble.Dimensions);
        var encoders = new double[n * d];
        for (int i = 0; i < encoders.Length; i++)
        {
            encoders[i % d * n + i / d] = ensemble.Encoders[i] / ensemble.Radius;
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

    private static void FindCurrents(BuiltEnsemble ensemble, ReadOnlySpan<double> encoders, ReadOnlySpan<double> x, Span<double> currents)
    {
        currents.Clear();
        for (int i = 0; i < x.Length; i++)
        {
            VectorLoops.AddScaled(x[i], encoders.Slice(i * currents.Length, currents.Length), currents);
        }

        VectorLoops.MultiplyAdd(ensemble.Gain, ensemble.Bias, currents);
    }

    private static void CheckFinite(string name, BuiltEnsemble ensemble, ReadOnlySpan<double> rates)
    {
        int bad = VectorLoops.IndexOfNonFinite(rates);
        if (bad >= 0)
        {
            (int point, int neuron) = Math.DivRem(bad, ensemble.Neurons);
            throw new BuildException(name, FormattableString.Invariant(
                $"neuron {neuron} has the rate {rates[bad]} at evaluation point {point}; its type's Rates must give finite numbers."));
        }
    }
}
