using System.ComponentModel;
using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <content>Models that are parts of others: the whole asks them for their objects, by name.</content>
public abstract partial class NeuralModel
{
    /// <summary>Gives objects the functions that only this class can call. Used by models of which this one is a part.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void BindFunctions()
    {
    }

    /// <summary>What a model of which this is a part says of it. Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public NetworkDescription AsPart(string name, int? seed)
    {
        foreach (ModelObject item in Objects)
        {
            item.Name = $"{name}.{item.Name}";
        }

        foreach (NetworkDescription network in _description.All)
        {
            Array.ForEach(network.Filters, filter => filter.Name = $"{name}.{filter.Name}");
            Array.ForEach(network.Tunables, tunable => tunable.Name = $"{name}.{tunable.Name}");
        }

        return _description with { Seed = seed ?? _description.Seed, Model = this };
    }

    /// <summary>An object of this model, by name. Used by models of which this one is a part.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public T PartObject<T>(string name)
        where T : ModelObject => (T)Array.Find(Objects, item => item is T && item.Name == name)!;

    /// <summary>The objects of an array of this model. Used by models of which this one is a part.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public T[] PartObjects<T>(string name)
        where T : ModelObject => Array.ConvertAll(
            Array.FindAll(Objects, item => item is T && item.Name.StartsWith(name + "[", StringComparison.Ordinal)), item => (T)item);

    /// <summary>A synapse's filter, by its owner's name. Used by models of which this one is a part.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Filter PartFilter(string name) => Array.Find(Filters, filter => filter.Name == name)!;

    /// <summary>The value of a tunable property, by its name. Used by models of which this one is a part.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TunableValue PartTunable(string name) =>
        Array.Find(_description.Gather(static network => network.Tunables), tunable => tunable.Name == name)!;

    internal void BuildAsPart(ModelBuilder builder) => Build(builder);

    private void BecomePart(NeuralModel whole)
    {
        _whole = whole;
        BindFunctions();
    }
}
