using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro.Building;

/// <summary>Samples the neurons of an ensemble: the draws are Nengo's, in Nengo's order.</summary>
internal static class EnsembleBuilder
{
    private static readonly ValueSource DefaultEvalPoints = new ScatteredHypersphere();
    private static readonly ValueSource DefaultEncoders = new ScatteredHypersphere(surface: true);
    private static readonly ValueSource DefaultMaxRates = new Uniform(200.0, 400.0);
    private static readonly ValueSource DefaultIntercepts = new Uniform(-1.0, 0.9);

    /// <summary>Evaluation points, encoders, maximum rates, intercepts; then gain and bias.</summary>
    /// <exception cref="BuildException">A value does not make sense.</exception>
    public static BuiltEnsemble Build(string name, EnsembleOptions options, INeuronType neurons, uint seed)
    {
        int n = options.Neurons;
        int d = options.Dimensions;
        var random = new RandomState(seed);
        int points = PointCount(name, options);
        double[] evalPoints = Take(name, "evaluation points", options.EvalPoints ?? DefaultEvalPoints, points, d, random);
        foreach (ref double value in evalPoints.AsSpan())
        {
            value *= options.Radius;
        }

        double[] encoders = Take(name, "encoders", options.Encoders ?? DefaultEncoders, n, d, random);
        CheckEncoders(name, encoders, d, options.NormalizeEncoders);
        double[] maxRates = Take(name, "maximum rates", options.MaxRates ?? DefaultMaxRates, n, 1, random);
        double[] intercepts = Take(name, "intercepts", options.Intercepts ?? DefaultIntercepts, n, 1, random);
        (double[] gain, double[] bias) = FindGainBias(name, neurons, maxRates, intercepts);

        var scaled = new double[encoders.Length];
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = encoders[i] * gain[i / d] / options.Radius;
        }

        return new(evalPoints, encoders, scaled, gain, bias, maxRates, intercepts);
    }

    private static int PointCount(string name, EnsembleOptions options)
    {
        int d = options.Dimensions;
        if (options.EvalPoints?.Values is { } values)
        {
            return options.EvalPoints.Columns is 0 or 1 && d == 1 || options.EvalPoints.Columns == d
                ? values.Length / d
                : throw new BuildException(name, $"the evaluation points have {options.EvalPoints.Columns} columns, and the ensemble has {d} dimensions.");
        }

        return options.EvalPointCount ?? Math.Max(Math.Clamp(500 * d, 750, 2500), 2 * options.Neurons);
    }

    /// <summary>Draws values, or takes those given: one for all, or all of them.</summary>
    private static double[] Take(string name, string what, ValueSource source, int rows, int columns, RandomState random)
    {
        var values = new double[rows * columns];
        if (source.Distribution is { } distribution)
        {
            distribution.Sample(rows, columns, random, values);
        }
        else if (source.Values is [var all] && source.Columns == 1 && columns == 1)
        {
            values.AsSpan().Fill(all);
        }
        else if (source.Values!.Length == values.Length && (source.Columns == 0 || source.Columns == columns))
        {
            source.Values.CopyTo(values, 0);
        }
        else
        {
            string shape = source.Columns == 0 ? $"{source.Values.Length}" : $"{source.Values.Length / source.Columns} x {source.Columns}";
            throw new BuildException(name, $"the {what} have shape {shape} and must have {rows} x {columns}.");
        }

        int bad = Array.FindIndex(values, value => !double.IsFinite(value));
        return bad < 0 ? values : throw new BuildException(name, $"the {what} must be finite, and those of row {bad / columns} hold {values[bad]}.");
    }

    private static void CheckEncoders(string name, double[] encoders, int dimensions, bool normalize)
    {
        for (int start = 0; start < encoders.Length; start += dimensions)
        {
            Span<double> encoder = encoders.AsSpan(start, dimensions);
            double square = 0.0;
            foreach (double value in encoder)
            {
                square += value * value;
            }

            if (square == 0.0)
            {
                throw new BuildException(name, $"the encoder of neuron {start / dimensions} is zero, so that the neuron represents nothing.");
            }

            double norm = normalize ? Math.Sqrt(square) : 1.0;
            foreach (ref double value in encoder)
            {
                value /= norm;
            }
        }
    }

    private static (double[] Gain, double[] Bias) FindGainBias(string name, INeuronType neurons, double[] maxRates, double[] intercepts)
    {
        double limit = neurons.RateLimit;
        for (int i = 0; i < maxRates.Length; i++)
        {
            if (maxRates[i] <= 0.0 || maxRates[i] >= limit)
            {
                string range = double.IsFinite(limit) ? FormattableString.Invariant($"above 0 and below {limit:0.###} Hz, the inverse of the refractory period") : "above 0 Hz";
                throw new BuildException(name, FormattableString.Invariant($"neuron {i} has the maximum rate {maxRates[i]:0.###} Hz; maximum rates must be {range}."));
            }

            if (intercepts[i] >= 1.0)
            {
                throw new BuildException(name, FormattableString.Invariant($"neuron {i} has the intercept {intercepts[i]:0.###}; intercepts must be below 1."));
            }
        }

        var gain = new double[maxRates.Length];
        var bias = new double[maxRates.Length];
        try
        {
            neurons.GainBias(maxRates, intercepts, gain, bias);
        }
        catch (ArithmeticException unreachable)
        {
            throw new BuildException(name, unreachable.Message);
        }

        for (int i = 0; i < gain.Length; i++)
        {
            if (!(gain[i] > 0.0) || !double.IsFinite(gain[i]) || !double.IsFinite(bias[i]))
            {
                throw new BuildException(name, FormattableString.Invariant(
                    $"neuron {i} would need the gain {gain[i]} for its maximum rate {maxRates[i]:0.###} Hz and intercept {intercepts[i]:0.###}; choose others."));
            }
        }

        return (gain, bias);
    }
}
