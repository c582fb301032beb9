namespace AotNeuro.CompilerServices;

/// <summary>
/// The models that a host holds. A handle is a number, never an address: what it is of, a slot, and how often that slot was given out before, so that a
/// stale handle is told from the one that has its slot now.
/// </summary>
internal sealed class NativeHandles
{
    private const int SlotBits = 12;
    private const int KindBits = 6;
    private const int MostSlots = 1 << SlotBits;

    // 32-bit systems have 13 bits left for it, and a handle that is kept over 8,191 models of its slot may be taken for a new one there.
    private static readonly int GenerationBits = nint.Size * 8 - SlotBits - KindBits - 1;

    private static int _kinds;

    private readonly Lock _lock = new();
    private readonly int _kind = Interlocked.Increment(ref _kinds) % (1 << KindBits);
    private Slot[] _slots = [];

    /// <summary>Takes a model in.</summary>
    /// <returns>Its handle, never 0; 0 if there are too many.</returns>
    public nint Add(NeuralModel model)
    {
        lock (_lock)
        {
            int place = Array.FindIndex(_slots, slot => slot.Model is null);
            if (place < 0)
            {
                place = _slots.Length;
                if (place == MostSlots)
                {
                    return 0;
                }

                Slot[] more = _slots;
                Array.Resize(ref more, Math.Min(Math.Max(4, 2 * place), MostSlots));
                for (int i = place; i < more.Length; i++)
                {
                    more[i] = new();
                }

                Volatile.Write(ref _slots, more);
            }

            Slot free = _slots[place];
            free.Generation = free.Generation % ((1L << GenerationBits) - 1) + 1;
            free.Model = model;
            return (nint)((free.Generation << (SlotBits + KindBits)) | ((long)_kind << SlotBits) | (long)place);
        }
    }

    /// <summary>The slot of a handle, taken by this thread until <see cref="Slot.Leave"/>; null, with the error set, if that cannot be.</summary>
    public NativeStatus Enter(nint handle, out Slot? entered)
    {
        entered = null;
        Slot[] slots = Volatile.Read(ref _slots);
        int place = (int)(handle & (MostSlots - 1));
        if (handle <= 0 || place >= slots.Length || (int)((handle >> SlotBits) & ((1 << KindBits) - 1)) != _kind)
        {
            return NativeErrors.Fail(NativeStatus.BadHandle, "The model is null, or not a model of this kind.");
        }

        Slot slot = slots[place];
        if (!slot.TryEnter())
        {
            return NativeErrors.Fail(NativeStatus.Busy, "Another call is using the model: a model belongs to one thread at a time, and its functions must not call back.");
        }

        if (slot.Model is null || slot.Generation != handle >> (SlotBits + KindBits))
        {
            slot.Leave();
            return NativeErrors.Fail(NativeStatus.BadHandle, "The model was destroyed.");
        }

        entered = slot;
        return NativeStatus.Ok;
    }

    /// <summary>Forgets the model of a slot that this thread has entered.</summary>
    public void Remove(Slot slot)
    {
        lock (_lock)
        {
            slot.Model = null;
        }

        slot.Leave();
    }

    /// <summary>Room for one model.</summary>
    public sealed class Slot
    {
        private int _isTaken;

        public NeuralModel? Model { get; set; }

        public long Generation { get; set; }

        public bool TryEnter() => Interlocked.CompareExchange(ref _isTaken, 1, 0) == 0;

        public void Leave() => Volatile.Write(ref _isTaken, 0);
    }
}
