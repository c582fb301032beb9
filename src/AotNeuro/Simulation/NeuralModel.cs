using System.ComponentModel;
using System.Diagnostics;
using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>
/// The base of every model: Nengo's <c>Simulator</c> and <c>Network</c> in one object. Classes marked
/// <see cref="NeuralModelAttribute">[NeuralModel]</see> derive from it in the part that the generator writes.
/// </summary>
/// <remarks>
/// The model is built when it is first stepped or a built parameter is first read, or by <see cref="Build()"/>. From then on steps allocate nothing
/// while probes have room: <see cref="Run"/> makes room before it starts. A model belongs to one thread at a time.
/// </remarks>
public abstract partial class NeuralModel
{
    /// <summary>So that no sum of step numbers overflows, however long a run is asked for.</summary>
    private const long LongestChunk = 1L << 32;

    private readonly ModelDescription _description;
    private Arena? _arena;
    private NeuralModel? _whole;
    private Probe[]? _probes;
    private Probe[]? _allProbes;
    private ModelInput[]? _allInputs;
    private ModelOutput[]? _allOutputs;
    private ModelObject[]? _objects;
    private Filter[]? _filters;
    private int _seed;
    private bool _isBuilt;
    private bool _isFaulted;
    private bool _isRunning;

    /// <summary>Used by generated code.</summary>
    protected NeuralModel()
    {
        // The generated part holds its objects in initialised fields, so that they exist before this constructor runs.
        _description = Describe();
        _seed = _description.Seed ?? System.Random.Shared.Next();
        foreach (ModelObject item in Objects)
        {
            item.Attach(this);
        }

        foreach (NetworkDescription part in _description.All)
        {
            part.Model?.BecomePart(this);
        }
    }

    /// <summary>
    /// The seed of the model (0 to 2^31 - 1). Setting it rebuilds the model and rewinds time to 0. Default the attribute's, or a random one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The seed is negative.</exception>
    public int Seed
    {
        get => _seed;
        set
        {
            if (value < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "A seed is at least 0.");
            }

            _seed = value;
            Unbuild();
        }
    }

    /// <summary>Length of a step in seconds.</summary>
    public double Dt => _description.Dt;

    /// <summary>Number of steps since the start.</summary>
    public long StepCount { get; private set; }

    /// <summary>Simulated time in seconds: <see cref="StepCount"/> times <see cref="Dt"/>.</summary>
    public double Time => StepCount * Dt;

    /// <summary>The ensembles, in order of declaration.</summary>
    public IReadOnlyList<Ensemble> Ensembles => _description.Ensembles;

    /// <summary>The connections, in order of declaration.</summary>
    public IReadOnlyList<Connection> Connections => _description.Connections;

    /// <summary>The nodes, in order of declaration.</summary>
    public IReadOnlyList<Node> Nodes => _description.Nodes;

    /// <summary>The probes, in order of declaration.</summary>
    public IReadOnlyList<Probe> Probes => _probes ??= Array.FindAll(_description.Probes, probe => !probe.IsOutput);

    /// <summary>How long the last build took.</summary>
    public TimeSpan BuildTime { get; private set; }

    /// <summary>All ensembles, those of parts included: the model's own first, then part by part.</summary>
    public IEnumerable<Ensemble> AllEnsembles => _description.Gather(static network => network.Ensembles);

    /// <summary>All connections, those of parts included.</summary>
    public IEnumerable<Connection> AllConnections => _description.Gather(static network => network.Connections);

    /// <summary>All nodes, those of parts included.</summary>
    public IEnumerable<Node> AllNodes => _description.Gather(static network => network.Nodes);

    /// <summary>All probes, those of parts included.</summary>
    public IEnumerable<Probe> AllProbes => AllProbesOnce;

    /// <summary>What the host writes, <see cref="InputAttribute">[Input]</see>, those of parts included.</summary>
    public IReadOnlyList<ModelInput> AllInputs => AllInputsOnce;

    /// <summary>What the host reads, <see cref="OutputAttribute">[Output]</see>, those of parts included.</summary>
    public IReadOnlyList<ModelOutput> AllOutputs => AllOutputsOnce;

    internal ModelInput[] AllInputsOnce => _allInputs ??= Array.ConvertAll(
        _description.Gather(static network => network.Nodes, static node => node.IsInput), static node => new ModelInput(node));

    internal ModelOutput[] AllOutputsOnce => _allOutputs ??= Array.ConvertAll(
        _description.Gather(static network => network.Probes, static probe => probe.IsOutput), static probe => new ModelOutput(probe));

    internal Probe[] AllProbesOnce => _allProbes ??= _description.Gather(static network => network.Probes, static probe => !probe.IsOutput);

    private ModelObject[] Objects => _objects ??= _description.GatherObjects();

    private Filter[] Filters => _filters ??= _description.Gather(static network => network.Filters);

    /// <summary>Rewinds the model to its start: states, filters and time. Probes are cleared. What was built stays.</summary>
    /// <exception cref="InvalidOperationException">The model is in the middle of a run.</exception>
    public void Reset()
    {
        RefuseWhileRunning();
        if (_isBuilt)
        {
            _arena!.RestoreInitialState();
            RestartObjects();
        }

        Rewind();
    }

    /// <summary>Advances the model by one step.</summary>
    /// <exception cref="SimulationException">A function of the model returned a number that is not finite.</exception>
    /// <exception cref="InvalidOperationException">An earlier step failed and the model was not reset.</exception>
    public void Step() => RunSteps(1);

    /// <summary>Runs the model for a time.</summary>
    /// <param name="seconds">Simulated seconds, rounded to whole steps.</param>
    /// <param name="progress">Told about the progress some times a second.</param>
    /// <param name="cancellation">
    /// Stops the run between two steps; the model can run on afterwards. Stops the build, if the run begins with one.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    /// <exception cref="SimulationException">A function of the model returned a number that is not finite.</exception>
    public void Run(double seconds, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (!double.IsFinite(seconds) || seconds < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(seconds), seconds, "The time to run must be finite and not negative.");
        }

        RunSteps((long)Math.Round(seconds / Dt), progress, cancellation);
    }

    /// <summary>Runs the model for a number of steps.</summary>
    /// <param name="steps">Number of steps.</param>
    /// <param name="progress">Told about the progress some times a second.</param>
    /// <param name="cancellation">
    /// Stops the run between two steps; the model can run on afterwards. Stops the build, if the run begins with one.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    /// <exception cref="SimulationException">A function of the model returned a number that is not finite.</exception>
    public void RunSteps(long steps, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        RefuseWhileRunning();
        Build(null, cancellation);
        RefuseWhenFaulted();

        // A single step's room is made by doubling, so that a loop of steps copies little.
        if (steps > 1)
        {
            foreach (Probe probe in AllProbesOnce)
            {
                probe.Reserve(steps);
            }
        }

        if (progress is null && !cancellation.CanBeCanceled)
        {
            for (long first = StepCount; StepCount - first < steps;)
            {
                RunChunk(steps - (StepCount - first));
            }
        }
        else
        {
            RunWatched(steps, progress, cancellation);
        }
    }

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract ModelDescription Describe();

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void Build(ModelBuilder builder);

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void Load(Arena a);

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Bind(Arena a)
    {
    }

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void Prepare(ArenaRef a)
    {
    }

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void Advance(ArenaRef a, long first, long last);

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Complete(long step) => StepCount = step;

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void Tune(
        TunableValue parameter,
        double value,
        double above = double.NegativeInfinity,
        double atLeast = double.NegativeInfinity,
        double atMost = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        string name = parameter.Name;
        FormattableString? mistake = !double.IsFinite(value) ? $"{name} must be finite."
            : value > atMost ? $"{name} must be at most {atMost}."
            : value < atLeast ? $"{name} must be at least {atLeast}."
            : value <= above ? (FormattableString)$"{name} must be above {above}."
            : null;
        if (mistake is not null)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, FormattableString.Invariant(mistake));
        }

        if (parameter.Value != value)
        {
            parameter.Value = value;
            Unbuild();
        }
    }

    private void Rewind()
    {
        StepCount = 0;
        _isFaulted = false;
        foreach (Probe probe in AllProbesOnce)
        {
            probe.Rewind();
        }
    }

    private void RestartObjects()
    {
        foreach (ModelObject item in Objects)
        {
            item.Restart();
        }

        foreach (Filter filter in Filters)
        {
            filter.Restart();
        }
    }

    /// <summary>A function of the model, or a sink, that called back in would step over the step at hand.</summary>
    private void RefuseWhileRunning()
    {
        if (_whole is not null)
        {
            throw new InvalidOperationException(
                $"This {_description.Name} is a part of {_whole._description.Name}, which runs, resets and builds it.");
        }

        if (_isRunning)
        {
            throw new InvalidOperationException($"{_description.Name} is running. Its functions and sinks cannot run, reset or rebuild it.");
        }
    }

    private void RefuseWhenFaulted()
    {
        if (_isFaulted)
        {
            throw new InvalidOperationException($"{_description.Name} stopped with an error at step {StepCount + 1}. Call Reset() to start again.");
        }
    }

    /// <summary>Runs as many steps as all probes have room for, at most so many.</summary>
    private void RunChunk(long steps)
    {
        long before = StepCount;
        steps = Math.Min(steps, LongestChunk);
        foreach (ModelInput input in AllInputsOnce)
        {
            input.Check((before + 1) * Dt);
        }

        foreach (Probe probe in AllProbesOnce)
        {
            steps = Math.Min(steps, probe.MakeRoom(before));
        }

        (_isFaulted, _isRunning) = (true, true);
        try
        {
            Advance(_arena!.Ref, before + 1, before + steps);
            _isFaulted = false;
        }
        finally
        {
            _team?.Team.Release();
            foreach (Probe probe in AllProbesOnce)
            {
                probe.Commit(StepCount - before);
            }

            // Only when all samples are counted: a sink that throws loses nothing of the other probes.
            try
            {
                foreach (Probe probe in AllProbesOnce)
                {
                    probe.Flush();
                }
            }
            finally
            {
                _isRunning = false;
            }
        }
    }

    /// <summary>Runs in pieces of about 10 ms, and looks at the clock and the token between them.</summary>
    private void RunWatched(long steps, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        const long ReportEvery = TimeSpan.TicksPerSecond / 10;
        long start = Stopwatch.GetTimestamp();
        long first = StepCount;
        long piece = 16;
        TimeSpan reported = TimeSpan.Zero;
        while (StepCount - first < steps)
        {
            cancellation.ThrowIfCancellationRequested();
            long pieceStart = Stopwatch.GetTimestamp();
            RunChunk(Math.Min(piece, steps - (StepCount - first)));
            piece = Stopwatch.GetElapsedTime(pieceStart).TotalMilliseconds < 10 ? Math.Min(piece * 2, 1 << 24) : Math.Max(piece / 2, 1);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            if (StepCount - first < steps && (elapsed - reported).Ticks >= ReportEvery)
            {
                reported = elapsed;
                progress?.Report(new(StepCount - first, steps, elapsed));
            }
        }

        progress?.Report(new(steps, steps, Stopwatch.GetElapsedTime(start)));
    }
}
