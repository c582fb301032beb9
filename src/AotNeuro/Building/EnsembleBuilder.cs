using AotNeuro.CompilerServices;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro.Building;

/// <summary>Samples the neurons of an ensemble: the draws are Nengo's, in Nengo's order.</summary>
internal static class EnsembleBuilder
{
    private static readonly ValueSource DefaultEvalPoints = new ScatteredHypersphere();
    private static readonly ValueSource DefaultEncoders = new ScatteredHypersphere(surface: true);
    private static readonly ValueSource DefaultMaxRates = new Uniform(200.0, 400.0);
    private static readonly ValueSource DefaultIntercepts = new Uniform(-1.0, 0.9);

    /// <summary>Evaluation points, encoders, maximum rates, intercepts, drawn in this order; then gain and bias.</summary>
    /// <param name="name">The ensemble's name.</param>
    /// <param name="options">What the model says of it.</param>
    /// <param name="neurons">Its neuron type.</param>
    /// <param name="seed">Its seed.</param>
    /// <exception cref="BuildException">A value does not make sense.</exception>
    public static BuiltEnsemble Build(string name, EnsembleOptions options, INeuronType neurons, uint seed)
    {
        CheckSizes(name, options);
        (int n, int d) = (options.Neurons, options.Dimensions);
        var random = new RandomState(seed);
        int drawn = DrawnPoints(name, options);
        double[] evalPoints = EvaluationPoints.Take(name, options.EvalPoints ?? DefaultEvalPoints, drawn, d, options.Radius, random);
        double[] encoders = neurons is Direct ? UnitMatrix(d) : TakeEncoders(name, options, random);
        NeuronCurves curves = options.Gain is null && options.Bias is null ? FromRates(name, options, neurons, random) : FromGains(name, options, neurons, random);
        var scaled = neurons is Direct ? encoders : new double[encoders.Length];
        for (int i = 0; i < scaled.Length && neurons is not Direct; i++)
        {
            scaled[i] = encoders[i] * (curves.Gain[i / d] / options.Radius);
        }

        return new(options.Radius, evalPoints, encoders, scaled, curves.Gain, curves.Bias, curves.Places)
        {
            DrawnPoints = drawn,
            Dimensions = d,
        };
    }

    private static double[] TakeEncoders(string name, EnsembleOptions options, RandomState random)
    {
        double[] encoders = SampledValues.Take(name, "encoders", options.Encoders ?? DefaultEncoders, options.Neurons, options.Dimensions, random);
        Normalize(name, encoders, options.Dimensions, options.NormalizeEncoders);
        return encoders;
    }

    /// <summary>What stands for the encoders of an ensemble without neurons: it draws none.</summary>
    private static double[] UnitMatrix(int size)
    {
        var matrix = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            matrix[i * size + i] = 1.0;
        }

        return matrix;
    }

    private static NeuronCurves FromRates(string name, EnsembleOptions options, INeuronType neurons, RandomState random)
    {
        double[] maxRates = SampledValues.Take(name, "max rates", options.MaxRates ?? DefaultMaxRates, options.Neurons, 1, random);
        double[] intercepts = SampledValues.Take(name, "intercepts", options.Intercepts ?? DefaultIntercepts, options.Neurons, 1, random);
        (double[] gain, double[] bias) = GainBias.Solve(name, neurons, maxRates, intercepts);
        return new(gain, bias, new(() => new(maxRates, intercepts)));
    }

    private static NeuronCurves FromGains(string name, EnsembleOptions options, INeuronType neurons, RandomState random)
    {
        if (options.Gain is null || options.Bias is null)
        {
            string given = options.Gain is null ? "Bias" : "Gain";
            throw new BuildException(name, $"{given} is given alone; give both Gain and Bias, or neither.");
        }

        double[] gain = SampledValues.Take(name, "gains", options.Gain, options.Neurons, 1, random);
        double[] bias = SampledValues.Take(name, "biases", options.Bias, options.Neurons, 1, random);
        return new(gain, bias, new(() =>
        {
            var maxRates = new double[gain.Length];
            var intercepts = new double[gain.Length];
            neurons.MaxRatesIntercepts(gain, bias, maxRates, intercepts);
            return new(maxRates, intercepts);
        }));
    }

    /// <summary>
    /// What places neurons' response curves, said both ways. No step needs the second, and where rates are measured it takes seconds for a
    /// million neurons: it waits until somebody asks.
    /// </summary>
    private sealed class NeuronCurves(double[] gain, double[] bias, Lazy<CurvePlaces> places)
    {
        public double[] Gain { get; } = gain;

        public double[] Bias { get; } = bias;

        public Lazy<CurvePlaces> Places { get; } = places;
    }

    private static void CheckSizes(string name, EnsembleOptions options)
    {
        if (options.Neurons < 1)
        {
            throw new BuildException(name, $"it has {options.Neurons} neurons, and needs at least one.");
        }

        if (options.Dimensions < 1)
        {
            throw new BuildException(name, $"it has {options.Dimensions} dimensions, and needs at least one.");
        }

        if (!(options.Radius > 0.0 && double.IsFinite(options.Radius)))
        {
            throw new BuildException(
                name, FormattableString.Invariant($"its radius is {options.Radius}, and must be a finite number above 0."));
        }
    }

    /// <summary>The number of points that are drawn; those that are given must be as many, if a number is asked for.</summary>
    private static int DrawnPoints(string name, EnsembleOptions options)
    {
        int? wanted = options.EvalPointCount;
        if (wanted < 1)
        {
            throw new BuildException(name, $"it has {wanted} evaluation points, and needs at least one.");
        }

        if (wanted is not null && options.EvalPoints is { Values: not null } source)
        {
            int given = EvaluationPoints.CountGiven(name, source, options.Dimensions);
            return wanted == given
                ? given
                : throw new BuildException(name, $"{wanted} evaluation points are asked for, and {given} are given; leave out the number.");
        }

        return wanted ?? EvaluationPoints.DefaultCount(options.Neurons, options.Dimensions);
    }

    private static void Normalize(string name, Span<double> encoders, int dimensions, bool normalize)
    {
        for (int start = 0; start < encoders.Length; start += dimensions)
        {
            Span<double> encoder = encoders.Slice(start, dimensions);
            double length = Math.Sqrt(VectorLoops.Dot(encoder, encoder));
            if (!(length > 0.0 && double.IsFinite(length)))
            {
                throw new BuildException(name, FormattableString.Invariant(
                    $"the encoder of neuron {start / dimensions} has length {length}, so it points nowhere; ")
                    + "give each neuron an encoder that is not 0.");
            }

            if (normalize)
            {
                foreach (ref double value in encoder)
                {
                    value /= length;
                }
            }
        }
    }
}
