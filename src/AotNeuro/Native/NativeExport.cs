using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AotNeuro.CompilerServices;

/// <summary>
/// What the C functions of an exported model do. All take and return plain numbers; addresses come as numbers too, so that the code that exports
/// them needs no unsafe context. Used by generated code.
/// </summary>
/// <param name="create">Makes a model.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class NativeExport(Func<NeuralModel> create)
{
    /// <summary>The version of the binary interface: raised when a function or a status changes its meaning.</summary>
    public const int AbiVersion = 1;

    private readonly NativeHandles _handles = new();

    /// <summary>Makes a model and gives its handle.</summary>
    public int Create(nint model) => Create(null, model);

    /// <summary>Makes a model with a seed.</summary>
    public int CreateSeeded(int seed, nint model) => Create(seed, model);

    /// <summary>Ends a model.</summary>
    public int Destroy(nint model)
    {
        NativeStatus status = _handles.Enter(model, out NativeHandles.Slot? slot);
        if (status == NativeStatus.Ok)
        {
            _handles.Remove(slot!);
        }

        return (int)status;
    }

    /// <summary>Builds the model unless it is built.</summary>
    public int Build(nint model) => With(model, default, static (of, in _) => of.Build());

    /// <summary>Takes one step. Written out, since it is what a control loop calls a thousand times a second.</summary>
    public int Step(nint model)
    {
        NativeStatus status = _handles.Enter(model, out NativeHandles.Slot? slot);
        if (status != NativeStatus.Ok)
        {
            return (int)status;
        }

        try
        {
            slot!.Model!.RunSteps(1);
        }
        catch (Exception exception)
        {
            status = NativeErrors.Fail(exception);
        }

        slot!.Leave();
        return (int)status;
    }

    /// <summary>Takes some steps.</summary>
    public int RunSteps(nint model, long steps) => With(model, new() { Steps = steps }, static (of, in given) => of.RunSteps(given.Steps));

    /// <summary>Runs for some seconds.</summary>
    public int Run(nint model, double seconds) => With(model, new() { Seconds = seconds }, static (of, in given) => of.Run(given.Seconds));

    /// <summary>Rewinds the model.</summary>
    public int Reset(nint model) => With(model, default, static (of, in _) => of.Reset());

    /// <summary>Gives the number of steps since the start.</summary>
    public int StepCount(nint model, nint count) =>
        With(model, new() { Address = count }, static (of, in given) => *(long*)Checked(given.Address) = of.StepCount);

    /// <summary>Gives the simulated time in seconds.</summary>
    public int Time(nint model, nint seconds) =>
        With(model, new() { Address = seconds }, static (of, in given) => *(double*)Checked(given.Address) = of.Time);

    /// <summary>Copies values into an input.</summary>
    public int SetInput(nint model, int input, nint values, nint count) =>
        With(model, new() { Index = input, Address = values, Size = count }, static (of, in given) =>
        {
            Span<double> target = At(of.AllInputsOnce, given.Index, "input").Values;
            View(given.Address, given.Size, target.Length).CopyTo(target);
        });

    /// <summary>Gives the address of an input's values, which stays as long as the model.</summary>
    public int InputPointer(nint model, int input, nint address) => With(model, new() { Index = input, Address = address }, static (of, in given) =>
        *(nint*)Checked(given.Address) = AddressOf(At(of.AllInputsOnce, given.Index, "input").Values));

    /// <summary>Copies the values of an output.</summary>
    public int GetOutput(nint model, int output, nint values, nint count) =>
        With(model, new() { Index = output, Address = values, Size = count }, static (of, in given) =>
        {
            ReadOnlySpan<double> source = At(of.AllOutputsOnce, given.Index, "output").Values;
            source.CopyTo(View(given.Address, given.Size, source.Length));
        });

    /// <summary>Gives the address of an output's values, which stays as long as the model.</summary>
    public int OutputPointer(nint model, int output, nint address) => With(model, new() { Index = output, Address = address }, static (of, in given) =>
        *(nint*)Checked(given.Address) = AddressOf(At(of.AllOutputsOnce, given.Index, "output").Values));

    /// <summary>Gives the number of samples that a probe holds.</summary>
    public int ProbeRows(nint model, int probe, nint rows) => With(model, new() { Index = probe, Address = rows }, static (of, in given) =>
        *(nint*)Checked(given.Address) = At(of.AllProbesOnce, given.Index, "probe").Count);

    /// <summary>Copies samples of a probe, one row after the other.</summary>
    public int ReadProbe(nint model, int probe, nint first, nint rows, nint values, nint count) =>
        With(model, new() { Index = probe, First = first, Rows = rows, Address = values, Size = count }, static (of, in given) =>
        {
            Probe probe = At(of.AllProbesOnce, given.Index, "probe");
            if (given.First < 0 || given.Rows < 0 || given.First > probe.Count - given.Rows)
            {
                throw new ArgumentException($"{probe.Name} holds {probe.Count} samples; {(long)given.Rows} from number {(long)given.First} on were asked for.");
            }

            Span<double> target = View(given.Address, given.Size, (int)given.Rows * probe.Size);
            probe.Values.Slice((int)given.First * probe.Size, target.Length).CopyTo(target);
        });

    /// <summary>Forgets what all probes hold.</summary>
    public int ClearProbes(nint model) => With(model, default, static (of, in _) =>
    {
        foreach (Probe probe in of.AllProbesOnce)
        {
            probe.Clear();
        }
    });

    /// <summary>Gives the bytes that a state takes.</summary>
    public int StateSize(nint model, nint size) => With(model, new() { Address = size }, static (of, in given) => *(nint*)Checked(given.Address) = of.StateSize);

    /// <summary>Saves the state.</summary>
    public int SaveState(nint model, nint buffer, nint capacity, nint written) =>
        With(model, new() { Address = buffer, Size = capacity, Written = written }, static (of, in given) =>
        {
            int size = of.StateSize;
            *(nint*)Checked(given.Written) = 0;
            if (given.Size < size)
            {
                throw new ArgumentException($"The state takes {size} bytes, and there is room for {(long)given.Size}.");
            }

            of.TrySaveState(new Span<byte>((void*)Checked(given.Address), size), out int bytes);
            *(nint*)given.Written = bytes;
        });

    /// <summary>Restores a state.</summary>
    public int RestoreState(nint model, nint buffer, nint size) => With(model, new() { Address = buffer, Size = size }, static (of, in given) =>
        of.RestoreState(new ReadOnlySpan<byte>((void*)Checked(given.Address), checked((int)given.Size))));

    /// <summary>A status in words.</summary>
    public static nint StatusText(int status) => NativeErrors.TextOf(status);

    /// <summary>Copies the text of the last failure on this thread, and gives its length.</summary>
    public static nint LastError(nint buffer, nint capacity) => NativeErrors.Copy(buffer, capacity);

    /// <summary>The address of a text that is part of the program and ends with a 0.</summary>
    public static nint TextOf(ReadOnlySpan<byte> text) => AddressOf(text);

    private int Create(int? seed, nint model)
    {
        try
        {
            *(nint*)Checked(model) = 0;
            NeuralModel created = create();
            if (seed is { } given)
            {
                created.Seed = given;
            }

            nint handle = _handles.Add(created);
            if (handle == 0)
            {
                return (int)NativeErrors.Fail(NativeStatus.OutOfMemory, "There are too many models; destroy some.");
            }

            *(nint*)model = handle;
            return (int)NativeStatus.Ok;
        }
        catch (Exception exception)
        {
            return (int)NativeErrors.Fail(exception);
        }
    }

    private int With(nint model, in Given given, Work work)
    {
        NativeStatus status = _handles.Enter(model, out NativeHandles.Slot? slot);
        if (status != NativeStatus.Ok)
        {
            return (int)status;
        }

        try
        {
            work(slot!.Model!, given);
        }
        catch (Exception exception)
        {
            status = NativeErrors.Fail(exception);
        }

        slot!.Leave();
        return (int)status;
    }

    private static nint Checked(nint address) => address != 0 ? address : throw new ArgumentException("A pointer is null.");

    private static T At<T>(T[] items, int index, string noun) =>
        (uint)index < (uint)items.Length ? items[index] : throw new ArgumentException($"There is no {noun} {index}; the model has {items.Length}.");

    private static Span<double> View(nint values, nint count, int wanted) => count == wanted
        ? new((void*)(wanted == 0 ? 0 : Checked(values)), wanted)
        : throw new ArgumentException($"{wanted} values belong there, and {(long)count} were given.");

    private static nint AddressOf<T>(ReadOnlySpan<T> values)
        where T : unmanaged => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(values));

    /// <summary>What a function was given. One type for all: a delegate of each one's own would take more room in programs than the functions do.</summary>
    private struct Given
    {
        public int Index;
        public nint Address;
        public nint Size;
        public nint First;
        public nint Rows;
        public nint Written;
        public long Steps;
        public double Seconds;
    }

    private delegate void Work(NeuralModel model, in Given given);
}
