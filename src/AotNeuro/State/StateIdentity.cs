using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>What a state says of the model that it belongs to. In any other it would mean nothing.</summary>
internal sealed class StateIdentity
{
    private string _name = "";
    private int _seed;
    private double _dt;
    private long _fingerprint;
    private int _arenaSize;
    private NamedValue[] _tunables = [];

    /// <summary>A hash of what was built.</summary>
    private long _parameters;

    private StateIdentity()
    {
    }

    /// <summary>The identity of a built model.</summary>
    public StateIdentity(ModelDescription description, int seed, ulong parameters)
    {
        (_name, _seed, _dt, _parameters) = (description.Name, seed, description.Dt, (long)parameters);
        (_fingerprint, _arenaSize) = ((long)description.Fingerprint, description.ArenaSize);
        _tunables = NamedValue.Of(description);
    }

    /// <summary>Reads the identity at the head of a state.</summary>
    public static StateIdentity Read(ref StateVisitor state)
    {
        var identity = new StateIdentity();
        identity.Visit(ref state);
        return identity;
    }

    public void Visit(ref StateVisitor state)
    {
        state.Visit(ref _name);
        state.Visit(ref _seed);
        state.Visit(ref _dt);
        state.Visit(ref _fingerprint);
        state.Visit(ref _arenaSize);
        state.Visit(ref _parameters);
        NamedValue.Visit(ref state, ref _tunables);
    }

    /// <summary>Why a state with this identity does not fit a model, as far as is known before it is built; null if it does.</summary>
    public string? DifferenceFrom(StateIdentity model) =>
        _name != model._name ? $"the state is one of {_name}."
        : _dt != model._dt ? FormattableString.Invariant($"the state was saved with a dt of {_dt} s, and the model has {model._dt} s.")
        : _fingerprint != model._fingerprint || _arenaSize != model._arenaSize || _tunables.Length != model._tunables.Length
            ? "the model was changed since the state was saved, or was compiled by another version of AotNeuro. "
                + "Restore with the program that saved it, or run the model anew."
        : _seed != model._seed
            ? $"the state was saved with the seed {_seed}, and the model has {model._seed}. Set Seed = {_seed} before RestoreState."
        : TunableDifference(model);

    /// <summary>Why a state with this identity does not fit what was built; null if it does.</summary>
    public string? DifferenceFromBuilt(StateIdentity model) =>
        _parameters == model._parameters
            ? null
            : "the state was saved with other neurons, decoders or initial values, though the seed is the same: a value or function that the "
                + "model is built from has changed. Restore with the program that saved it, or run the model anew.";

    private string? TunableDifference(StateIdentity model)
    {
        for (int i = 0; i < _tunables.Length; i++)
        {
            (string name, double saved) = (_tunables[i].Name, _tunables[i].Value);
            double now = model._tunables[i].Value;
            if (saved != now)
            {
                return FormattableString.Invariant(
                    $"the state was saved with {name} = {saved}, and the model has {now}. Set {name} = {saved} before RestoreState.");
            }
        }

        return null;
    }
}
