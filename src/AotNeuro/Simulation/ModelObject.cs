using AotNeuro.Building;

namespace AotNeuro;

/// <summary>An object of a model: an ensemble, node, connection or probe.</summary>
public abstract class ModelObject
{
    private NeuralModel? _model;

    private protected ModelObject(string name, int? ownSeed) => (Name, OwnSeed) = (name, ownSeed);

    /// <summary>The name of the member that declares the object.</summary>
    public string Name { get; internal set; }

    /// <summary>The seed that the object draws from: its own, or the one derived from the model's as Nengo derives it.</summary>
    public int Seed
    {
        get
        {
            Model.Build();
            return BuiltSeed;
        }
    }

    internal int? OwnSeed { get; }

    internal int BuiltSeed { get; set; }

    /// <summary>The decoders of a connection from an ensemble, or of a decoded probe.</summary>
    internal DecodeRequest? Decoding { get; set; }

    internal NeuralModel Model => _model ?? throw new InvalidOperationException($"{Name} belongs to no model.");

    /// <summary>Starts anew what the object steps itself: processes, transforms, random spikes. Called after a build and on reset.</summary>
    internal virtual void Restart()
    {
    }

    /// <summary>Goes through what the object itself remembers from step to step, outside the arena.</summary>
    internal virtual void VisitState(ref StateVisitor state)
    {
    }

    /// <summary>Goes through what the object itself needs of what was built, for a baked file; what that does not hold is forgotten.</summary>
    internal virtual void VisitBaked(ref StateVisitor baked)
    {
        if (baked.IsRestoring)
        {
            Decoding = null;
        }
    }

    /// <summary>What to say when something is asked for that a baked file does not hold.</summary>
    internal InvalidOperationException NotBaked(string what) =>
        new($"The {what} of {Name} {(what.EndsWith('s') ? "are" : "is")} not there: {Model.GetType().Name} was baked, and a baked file holds only what steps need. "
            + "Ask a model that was built.");

    /// <summary>Makes what an object steps; an argument that does not fit is the model's mistake, and the object's name is known here.</summary>
    /// <param name="what">What is made: "process".</param>
    /// <param name="sizes">Where the model says the sizes.</param>
    /// <param name="make">Makes it.</param>
    /// <exception cref="BuildException">It cannot be made so.</exception>
    private protected T Make<T>(string what, string sizes, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException exception)
        {
            throw new BuildException(Name, $"its {what} does not fit: {exception.Message} Sizes are those of {sizes}.", exception);
        }
    }

    internal void Attach(NeuralModel model) => _model = model;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
