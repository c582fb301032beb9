using AotNeuro.CompilerServices;

namespace AotNeuro;

/// <content>Saving and restoring a running model.</content>
public abstract partial class NeuralModel
{
    private StateIdentity? _identity;

    /// <summary>Number of bytes that <see cref="SaveState()"/> gives now.</summary>
    /// <exception cref="StateException">The model cannot be saved: see <see cref="SaveState()"/>.</exception>
    /// <exception cref="InvalidOperationException">The model is in the middle of a run, or stopped with an error.</exception>
    public int StateSize
    {
        get
        {
            PrepareToSave();
            StateVisitor state = StateVisitor.Measuring();
            VisitAll(ref state);
            return SealedFormat.Size + state.Position;
        }
    }

    /// <summary>
    /// The state of the running model, which <see cref="RestoreState(ReadOnlySpan{byte})"/> puts back, into this object, another one or
    /// in another process: the run then goes on with the same bits.
    /// </summary>
    /// <remarks>
    /// It holds the time, the neurons, synapses, learned weights and encoders, processes, noise and random spikes, of parts too, and what the
    /// host wrote to the inputs. It does not hold what is built (that comes from the seed again), what probes hold, outputs that were put in
    /// place of a node's, and fields of your class: those are yours to save. It has a version and a checksum; nothing in it is compressed.
    /// </remarks>
    /// <exception cref="StateException">
    /// A process or synapse of your own does not say what it remembers: <see cref="ProcessStep.VisitState"/>.
    /// </exception>
    /// <exception cref="InvalidOperationException">The model is in the middle of a run, or stopped with an error.</exception>
    public byte[] SaveState()
    {
        var state = new byte[StateSize];
        Save(state);
        return state;
    }

    /// <inheritdoc cref="SaveState()"/>
    /// <param name="destination">Receives the state.</param>
    public void SaveState(Stream destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        destination.Write(SaveState());
    }

    /// <summary>Saves the state into memory of yours, and allocates nothing the second time.</summary>
    /// <param name="destination">Receives the state.</param>
    /// <param name="bytesWritten">Length of the state; 0 if there is not enough room, and then nothing is written.</param>
    /// <returns>Whether there is room for <see cref="StateSize"/> bytes.</returns>
    /// <inheritdoc cref="SaveState()"/>
    public bool TrySaveState(Span<byte> destination, out int bytesWritten)
    {
        int size = StateSize;
        bytesWritten = size <= destination.Length ? size : 0;
        if (bytesWritten == 0)
        {
            return false;
        }

        Save(destination[..size]);
        return true;
    }

    /// <summary>
    /// Puts back a state that this model, or another object of its class, saved. What does not fit is refused, and the model stays as it is.
    /// </summary>
    /// <remarks>
    /// The model is built first if need be; it must have the seed and the tunable values with which the state was saved. Probes are empty
    /// afterwards and sample on at the steps that are due.
    /// </remarks>
    /// <param name="state">What was saved, all of it.</param>
    /// <exception cref="StateException">
    /// The state is cut short, damaged, of another format, of another model, or saved with another seed, dt or tunable value.
    /// </exception>
    /// <exception cref="InvalidOperationException">The model is in the middle of a run, or a part of another.</exception>
    public void RestoreState(ReadOnlySpan<byte> state)
    {
        RefuseWhileRunning();
        string name = _description.Name;
        StateVisitor saved = StateVisitor.Restoring(SealedFormat.State.Open(name, state));
        StateIdentity identity = StateIdentity.Read(ref saved);
        Refuse(identity.DifferenceFrom(_identity ?? new(_description, _seed, parameters: 0)));
        Build();
        Refuse(identity.DifferenceFromBuilt(Identity));
        Restore(ref saved);
        _isFaulted = false;
        foreach (Probe probe in AllProbesOnce)
        {
            probe.Resume(StepCount);
        }

        void Refuse(string? difference)
        {
            if (difference is not null)
            {
                throw new StateException(name, difference);
            }
        }
    }

    /// <inheritdoc cref="RestoreState(ReadOnlySpan{byte})"/>
    /// <param name="source">Holds what was saved from its position on; it is read up to the end of the state.</param>
    public void RestoreState(Stream source)
    {
        ArgumentNullException.ThrowIfNull(source);
        RestoreState(SealedFormat.State.Read(_description.Name, source));
    }

    private StateIdentity Identity => _identity ??= new(_description, _seed, _arena!.HashParameters());

    private void PrepareToSave()
    {
        RefuseWhileRunning();
        RefuseWhenFaulted();
        Build();
    }

    private void Save(Span<byte> destination)
    {
        StateVisitor state = StateVisitor.Saving(SealedFormat.ContentOf(destination));
        VisitAll(ref state);
        SealedFormat.State.Close(destination);
    }

    private void VisitAll(ref StateVisitor state)
    {
        Identity.Visit(ref state);
        VisitState(ref state);
    }

    /// <summary>Takes over a state, or, if an object of the user's refuses it, leaves everything as it was.</summary>
    private void Restore(ref StateVisitor saved)
    {
        StateVisitor measured = StateVisitor.Measuring();
        VisitState(ref measured);
        var before = new byte[measured.Position];
        StateVisitor current = StateVisitor.Saving(before);
        VisitState(ref current);
        try
        {
            VisitState(ref saved);
            if (!saved.IsAtEnd)
            {
                throw new StateException(_description.Name, "the state holds more than the model remembers: an object's VisitState has changed.");
            }
        }
        catch (Exception exception)
        {
            StateVisitor undo = StateVisitor.Restoring(before);
            VisitState(ref undo);
            if (exception is EndOfStreamException)
            {
                throw new StateException(_description.Name, "the state holds less than the model remembers: an object's VisitState has changed.", exception);
            }

            throw;
        }
    }

    /// <summary>All that steps change, in an order that is the model's alone.</summary>
    private void VisitState(ref StateVisitor state)
    {
        long steps = StepCount;
        state.Visit(ref steps);
        StepCount = steps;
        state.Visit(_arena!.State);
        foreach (ModelObject item in Objects)
        {
            try
            {
                item.VisitState(ref state);
            }
            catch (NotSupportedException exception)
            {
                throw new StateException(item.Name, exception.Message, exception);
            }
        }

        foreach (Filter filter in Filters)
        {
            try
            {
                filter.VisitState(ref state);
            }
            catch (NotSupportedException exception)
            {
                throw new StateException(filter.Name, exception.Message, exception);
            }
        }
    }
}
