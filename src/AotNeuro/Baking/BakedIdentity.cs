using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <summary>What a baked file says of the model that it is of. In any other its numbers would mean nothing.</summary>
internal sealed class BakedIdentity
{
    private string _name = "";
    private int _seed;
    private double _dt;
    private int _arenaSize;
    private long _fingerprint;
    private NamedValue[] _tunables = [];

    private BakedIdentity()
    {
    }

    /// <summary>The identity of a model.</summary>
    public BakedIdentity(ModelDescription description, int seed)
    {
        (_name, _seed, _dt, _arenaSize) = (description.Name, seed, description.Dt, description.ArenaSize);
        ulong fingerprint = 0;
        foreach (NetworkDescription network in description.All)
        {
            if (network is ModelDescription model)
            {
                fingerprint = unchecked((fingerprint * 31 + model.Fingerprint) * 31 + model.BuildFingerprint);
            }
        }

        _fingerprint = (long)fingerprint;
        _tunables = NamedValue.Of(description);
    }

    /// <summary>Reads the identity at the head of a baked file.</summary>
    public static BakedIdentity Read(ref StateVisitor file)
    {
        var identity = new BakedIdentity();
        identity.Visit(ref file);
        return identity;
    }

    public void Visit(ref StateVisitor file)
    {
        file.Visit(ref _name);
        file.Visit(ref _seed);
        file.Visit(ref _dt);
        file.Visit(ref _arenaSize);
        file.Visit(ref _fingerprint);
        NamedValue.Visit(ref file, ref _tunables);
    }

    /// <summary>Why a baked file with this identity does not fit a model; null if it does.</summary>
    public string? DifferenceFrom(BakedIdentity model) =>
        _name != model._name ? $"the baked file is one of {_name}."
        : _dt != model._dt ? FormattableString.Invariant($"the file was baked with a dt of {_dt} s, and the model has {model._dt} s.")
        : _fingerprint != model._fingerprint || _arenaSize != model._arenaSize || _tunables.Length != model._tunables.Length
            ? "the model was changed since the file was baked, or was compiled by another version of AotNeuro. Bake it again."
        : _seed != model._seed ? $"the file was baked with the seed {_seed}, and the model has {model._seed}. A baked model keeps its seed; bake one with the other."
        : TunableDifference(model);

    private string? TunableDifference(BakedIdentity model)
    {
        for (int i = 0; i < _tunables.Length; i++)
        {
            (string name, double baked) = (_tunables[i].Name, _tunables[i].Value);
            double now = model._tunables[i].Value;
            if (baked != now)
            {
                return FormattableString.Invariant($"the file was baked with {name} = {baked}, and the model has {now}. A baked model keeps its values; bake one with the other.");
            }
        }

        return null;
    }
}
