using System.ComponentModel;
using AotNeuro.Building;
using AotNeuro.Random;

namespace AotNeuro.CompilerServices;

/// <summary>Builds what generated code asks for: ensembles, then all decoders of each in one go.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelBuilder
{
    private readonly List<(Ensemble Ensemble, List<DecodeRequest> Requests)> _work = [];

    /// <summary>Samples an ensemble's neurons.</summary>
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="neuronType">Its neuron type with its parameters.</param>
    /// <param name="states">Initial values of its drawn states, in order.</param>
    public void Ensemble(Ensemble ensemble, INeuronType neuronType, ReadOnlySpan<InitialState> states)
    {
        BuiltEnsemble built = EnsembleBuilder.Build(ensemble.Name, ensemble.Options, neuronType, (uint)ensemble.BuiltSeed);
        ensemble.SetBuilt(built, neuronType, DrawStates(states, ensemble));
        _work.Add((ensemble, []));
    }

    /// <summary>Asks for the decoders of a connection or probe of the ensemble named last.</summary>
    public void Decode(
        Ensemble ensemble, ModelObject owner, int functionSize, int sizeOut, DecodedFunction? function, ValueSource? transform, Solver? solver)
    {
        var request = new DecodeRequest
        {
            Name = owner.Name,
            Function = function,
            FunctionSize = functionSize,
            Transform = transform,
            SizeOut = sizeOut,
            Solver = solver ?? new LstsqL2(),
            Seed = (uint)owner.BuiltSeed,
        };
        owner.Decoding = request;
        _work.Last(work => work.Ensemble == ensemble).Requests.Add(request);
    }

    internal void Solve()
    {
        foreach ((Ensemble ensemble, List<DecodeRequest> requests) in _work.Where(work => work.Requests.Count > 0))
        {
            DecoderBuilder.Solve(ensemble.Name, ensemble.Built, ensemble.BuiltNeuronType!, requests);
        }
    }

    /// <summary>
    /// Initial states come from generators of their own, which start alike; a state that is the same for all takes its draws all the same.
    /// </summary>
    private static double[][] DrawStates(ReadOnlySpan<InitialState> states, Ensemble ensemble)
    {
        var random = new RandomState((uint)ensemble.BuiltSeed + 1);
        var values = new double[states.Length][];
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0 && states[i].Group != states[i - 1].Group)
            {
                random = new((uint)ensemble.BuiltSeed + 1);
            }

            values[i] = new double[ensemble.NeuronCount];
            foreach (ref double value in values[i].AsSpan())
            {
                value = random.Uniform(states[i].Low, states[i].High);
            }
        }

        return values;
    }
}
