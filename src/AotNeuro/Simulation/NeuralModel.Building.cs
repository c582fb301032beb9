using System.Diagnostics;
using AotNeuro.CompilerServices;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <content>Building: seeds are drawn, neurons sampled, decoders solved, and the arena is filled.</content>
public abstract partial class NeuralModel
{
    /// <summary>Samples neurons and solves decoders, unless that is done and nothing has changed since.</summary>
    /// <exception cref="BuildException">A value does not make sense; the message names the object.</exception>
    public void Build() => Build(null, default);

    /// <summary>Builds the model as <see cref="Build()"/> does, tells of its progress, and can be cancelled.</summary>
    /// <param name="progress">Told about the progress some times a second, and at the end of each stage.</param>
    /// <param name="cancellation">Stops the build; the model is not built then, and can be built again.</param>
    /// <exception cref="BuildException">A value does not make sense; the message names the object.</exception>
    /// <exception cref="OperationCanceledException">The build was cancelled.</exception>
    public void Build(IProgress<BuildProgress>? progress, CancellationToken cancellation = default)
    {
        // A part is built by the whole, and itself never.
        if (!_isBuilt)
        {
            BuildAnew(progress, cancellation);
        }
    }

    private void BuildAnew(IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        if (_whole is not null)
        {
            _whole.Build(progress, cancellation);
        }
        else if (BakedModels.AreUsed)
        {
            LoadBaked(BakedModels.Find(this));
        }
        else
        {
            Install(() => Compute(progress, cancellation));
        }
    }

    /// <summary>Makes the model ready to step from what fills its arena.</summary>
    private void Install(Action fill)
    {
        long start = Stopwatch.GetTimestamp();
        DrawSeeds(_description, _seed);

        // Loading reads built parameters, which would come back here.
        _isBuilt = true;
        try
        {
            fill();
            RestartObjects();
        }
        catch
        {
            _isBuilt = false;
            throw;
        }

        _arena!.KeepInitialState();
        BuildTime = Stopwatch.GetElapsedTime(start);
        Rewind();
    }

    private void Compute(IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        using Workers.Helpers? helpers = Workers.Keep();
        var builder = new ModelBuilder(_description.Gather(static network => network.Ensembles).Length, new(progress, cancellation));
        Build(builder);
        builder.Solve();
        IsBaked = false;
        Arena arena = ClearedArena();
        Load(arena);
        Bind(arena);
        Prepare(arena.Ref);
    }

    private Arena ClearedArena()
    {
        _arena ??= new(_description.ArenaSize, _description.StateStart);
        _arena.Clear();
        return _arena;
    }

    /// <summary>Rewinds at once, so that no probe shows the samples of neurons that are no more.</summary>
    private void Unbuild()
    {
        if (_whole is not null)
        {
            _whole.Unbuild();
            return;
        }

        RefuseWhileRunning();
        _isBuilt = false;
        _identity = null;
        Rewind();
    }

    /// <summary>
    /// Seeds in Nengo's order: connections, ensembles, networks, nodes, probes; an object with a seed of its own takes a draw too. Then each
    /// network seeds its own objects from its own seed.
    /// </summary>
    private static void DrawSeeds(NetworkDescription network, int seed)
    {
        var random = new RandomState((uint)seed);
        void Draw(ModelObject[] objects)
        {
            foreach (ModelObject item in objects)
            {
                int drawn = random.RandInt(int.MaxValue);
                item.BuiltSeed = item.OwnSeed ?? drawn;
            }
        }

        Draw(network.Connections);
        Draw(network.Ensembles);
        int[] seeds = Array.ConvertAll(network.Parts, part =>
        {
            int drawn = random.RandInt(int.MaxValue);
            return part.Seed ?? drawn;
        });
        Draw(network.Nodes);
        Draw(network.Probes);
        for (int i = 0; i < seeds.Length; i++)
        {
            DrawSeeds(network.Parts[i], seeds[i]);
        }
    }
}
