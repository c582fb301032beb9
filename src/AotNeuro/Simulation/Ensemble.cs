using AotNeuro.Building;
using AotNeuro.CompilerServices;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>A group of neurons that together represent a vector, with all that was built for it.</summary>
/// <remarks>Reading a built parameter builds the model if need be.</remarks>
public sealed class Ensemble : ModelObject
{
    private BuiltEnsemble? _built;
    private double[][] _initialStates = [];
    private ProcessStep? _noise;
    private RandomState? _noiseRandom;
    private RandomState? _spikes;
    private SpikeDraw _draw;
    private double _spikeAmplitude;

    /// <summary>Used by generated code.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public Ensemble(string name, EnsembleOptions options)
        : base(name, options.Seed) => Options = options;

    /// <summary>Number of neurons.</summary>
    public int NeuronCount => Options.Neurons;

    /// <summary>Number of dimensions of the represented vector.</summary>
    public int Dimensions => Options.Dimensions;

    /// <summary>Radius of the represented hypersphere.</summary>
    public double Radius => Options.Radius;

    /// <summary>The neuron type with the parameters in force.</summary>
    public INeuronType NeuronType
    {
        get
        {
            Model.Build();
            return BuiltNeuronType ?? throw NotBaked("neuron type");
        }
    }

    /// <summary>Evaluation points, <c>[points, dimensions]</c>, radius included.</summary>
    public MatrixView EvalPoints => new(Built.EvalPoints, Built.EvalPoints.Length / Dimensions, Dimensions);

    /// <summary>Encoders, <c>[neurons, dimensions]</c>, of unit length unless the model says otherwise.</summary>
    public MatrixView Encoders => new(Built.Encoders, Built.Encoders.Length / Dimensions, Dimensions);

    /// <summary>Encoders times gain over radius, <c>[neurons, dimensions]</c>: what the input is multiplied by in a step.</summary>
    public MatrixView ScaledEncoders => new(Built.ScaledEncoders, Built.ScaledEncoders.Length / Dimensions, Dimensions);

    /// <summary>Gain of each neuron.</summary>
    public ReadOnlySpan<double> Gain => Built.Gain;

    /// <summary>Bias current of each neuron.</summary>
    public ReadOnlySpan<double> Bias => Built.Bias;

    /// <summary>Maximum rate of each neuron in Hz.</summary>
    public ReadOnlySpan<double> MaxRates => Built.MaxRates;

    /// <summary>Intercept of each neuron, in units of the radius.</summary>
    public ReadOnlySpan<double> Intercepts => Built.Intercepts;

    /// <summary>
    /// What a spike adds to the neurons' output in the step it happens in: amplitude over dt. 1 for neuron types whose step gives
    /// the output itself.
    /// </summary>
    public double SpikeHeight => NeuronType.OutputScale(Model.Dt);

    internal EnsembleOptions Options { get; private set; }

    /// <summary>Takes on what the defaults of a model say of which its own is a part. Used by generated code.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public void Override(Func<EnsembleOptions, EnsembleOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        Options = change(Options);
    }

    internal INeuronType? BuiltNeuronType { get; private set; }

    internal BuiltEnsemble Built
    {
        get
        {
            Model.Build();
            return _built ?? throw NotBaked("neurons");
        }
    }

    /// <summary>The initial values of a drawn state, one per neuron. Used by generated code.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public ReadOnlySpan<double> InitialState(int index) => _initialStates[index];

    /// <summary>Rates for inputs along a line or over a grid (Nengo's <c>tuning_curves</c>).</summary>
    /// <returns>
    /// 50 inputs evenly spaced from -radius to radius; in more dimensions the grid of them, the last dimension running fastest.
    /// </returns>
    /// <exception cref="InvalidOperationException">The grid is too large: there are too many dimensions.</exception>
    public TuningCurves TuningCurves() =>
        Curves.GridFits(Dimensions, NeuronCount)
            ? Curves.Tuning(this, Curves.Grid(Radius, Dimensions))
            : throw new InvalidOperationException(
                $"A grid over the {Dimensions} dimensions of {Name} has more points than fit into memory. Pass inputs of your own.");

    /// <summary>Rates for inputs of your own (Nengo's <c>tuning_curves</c>).</summary>
    /// <param name="inputs">Inputs, <c>[points, dimensions]</c> row after row.</param>
    /// <exception cref="ArgumentException">The inputs are not whole rows.</exception>
    public TuningCurves TuningCurves(ReadOnlySpan<double> inputs) =>
        inputs.Length % Dimensions == 0
            ? Curves.Tuning(this, inputs.ToArray())
            : throw new ArgumentException($"{Name} has {Dimensions} dimensions, and {inputs.Length} values are not a whole number of points.", nameof(inputs));

    /// <summary>
    /// Rates for inputs along each neuron's own encoder, from -1 to 1 in units of the radius (Nengo's <c>response_curves</c>).
    /// </summary>
    /// <param name="inputs">Projections on the encoder; 50 evenly spaced ones if empty.</param>
    public TuningCurves ResponseCurves(ReadOnlySpan<double> inputs = default) =>
        Curves.Response(this, inputs.IsEmpty ? Curves.Grid(1.0, 1) : inputs.ToArray());

    /// <summary>The encoders times gain over radius as they are now, <c>[neurons, dimensions]</c>, where <see cref="VojaAttribute">Voja</see> learns them.</summary>
    /// <exception cref="InvalidOperationException">No learning rule changes the encoders.</exception>
    public LearnedMatrix LearnedEncoders
    {
        get
        {
            Model.Build();
            return Learned ?? throw new InvalidOperationException($"No learning rule changes the encoders of {Name}.");
        }
    }

    internal LearnedMatrix? Learned { get; set; }

    /// <summary>Gain over radius, padded to whole blocks of lanes: what Voja scales encoders by. Used by generated code.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public double[] EncoderScale { get; private set; } = [];

    /// <summary>Draws the noise of a step, one value per neuron. Used by generated code.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public void MakeNoise(double time, Span<double> noise) => _noise!.Step(time, default, noise);

    /// <summary>Draws the spikes of a step. Used by generated code.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public void DrawSpikes(ReadOnlySpan<double> rates, Span<double> output)
    {
        if (_draw == SpikeDraw.Poisson)
        {
            RandomSpikes.Poisson(_spikes!, rates, Model.Dt, _spikeAmplitude, output);
        }
        else
        {
            RandomSpikes.Stochastic(_spikes!, rates, Model.Dt, _spikeAmplitude, output);
        }
    }

    /// <summary>Makes the handles of an array of ensembles. Used by generated code.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    public static Ensemble[] Array(string name, int count, EnsembleOptions options)
    {
        var ensembles = new Ensemble[count];
        for (int i = 0; i < count; i++)
        {
            ensembles[i] = new($"{name}[{i}]", options);
        }

        return ensembles;
    }

    internal override void Restart()
    {
        if (Options.Noise is not null)
        {
            StartNoise(Options.Noise);
        }

        if (_draw != SpikeDraw.None)
        {
            _spikes = new RandomState((uint)BuiltSeed + 1);
        }

        if (Learned is not null && _built is not null)
        {
            ScaleEncoders(_built.Gain);
        }
    }

    private void ScaleEncoders(double[] gain)
    {
        if (EncoderScale.Length == 0)
        {
            EncoderScale = new double[(NeuronCount + 7) / 8 * 8];
        }

        for (int i = 0; i < gain.Length; i++)
        {
            EncoderScale[i] = gain[i] / Radius;
        }
    }

    internal override void VisitBaked(ref StateVisitor baked)
    {
        base.VisitBaked(ref baked);
        int draw = (int)_draw;
        baked.Visit(ref draw);
        baked.Visit(ref _spikeAmplitude);
        int scales = EncoderScale.Length;
        baked.Visit(ref scales);
        if (baked.IsRestoring)
        {
            (_built, BuiltNeuronType, _initialStates) = (null, null, []);
            _draw = (SpikeDraw)draw;
            EncoderScale = new double[scales];
        }

        baked.Visit(EncoderScale);
    }

    internal override void VisitState(ref StateVisitor state)
    {
        if (_noise is not null)
        {
            state.Visit(_noiseRandom!);
            _noise.VisitState(ref state);
        }

        if (_spikes is not null)
        {
            state.Visit(_spikes);
        }
    }

    private void StartNoise(Process noise)
    {
        var random = new RandomState((uint)(noise.Seed ?? BuiltSeed));
        _noiseRandom = random;
        _noise = Make("noise", "the neurons", () => noise.MakeStep(0, NeuronCount, Model.Dt, random));
    }

    internal void SetBuilt(BuiltEnsemble built, INeuronType neuronType, double[][] initialStates)
    {
        (_built, BuiltNeuronType, _initialStates) = (built, neuronType, initialStates);
        INeuronType? spikes = (neuronType as RatesToSpikes)?.SpikeType;
        _draw = spikes is null ? SpikeDraw.None : spikes is PoissonSpiking ? SpikeDraw.Poisson : SpikeDraw.Stochastic;
        _spikeAmplitude = spikes?.SpikeAmplitude ?? 0.0;
    }

    /// <summary>How spikes are drawn from rates.</summary>
    private enum SpikeDraw
    {
        None,
        Stochastic,
        Poisson,
    }
}
