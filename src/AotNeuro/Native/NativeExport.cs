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
    public int Build(nint model) => With(model, 0L, static (of, _) => of.Build());

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
    public int RunSteps(nint model, long steps) => With(model, steps, static (of, steps) => of.RunSteps(steps));

    /// <summary>Runs for some seconds.</summary>
    public int Run(nint model, double seconds) => With(model, seconds, static (of, seconds) => of.Run(seconds));

    /// <summary>Rewinds the model.</summary>
    public int Reset(nint model) => With(model, 0L, static (of, _) => of.Reset());

    /// <summary>Gives the number of steps since the start.</summary>
    public int StepCount(nint model, nint count) => With(model, count, static (of, count) => *(long*)Checked(count) = of.StepCount);

    /// <summary>Gives the simulated time in seconds.</summary>
    public int Time(nint model, nint seconds) => With(model, seconds, static (of, seconds) => *(double*)Checked(seconds) = of.Time);

    /// <summary>Copies values into an input.</summary>
    public int SetInput(nint model, int input, nint values, nint count) => With(model, (input, values, count), static (of, arguments) =>
    {
        Span<double> target = At(of.AllInputs, arguments.input, "input").Values;
        View(arguments.values, arguments.count, target.Length).CopyTo(target);
    });

    /// <summary>Gives the address of an input's values, which stays as long as the model.</summary>
    public int InputPointer(nint model, int input, nint address) => With(model, (input, address), static (of, arguments) =>
        *(nint*)Checked(arguments.address) = AddressOf(At(of.AllInputs, arguments.input, "input").Values));

    /// <summary>Copies the values of an output.</summary>
    public int GetOutput(nint model, int output, nint values, nint count) => With(model, (output, values, count), static (of, arguments) =>
    {
        ReadOnlySpan<double> source = At(of.AllOutputs, arguments.output, "output").Values;
        source.CopyTo(View(arguments.values, arguments.count, source.Length));
    });

    /// <summary>Gives the address of an output's values, which stays as long as the model.</summary>
    public int OutputPointer(nint model, int output, nint address) => With(model, (output, address), static (of, arguments) =>
        *(nint*)Checked(arguments.address) = AddressOf(At(of.AllOutputs, arguments.output, "output").Values));

    /// <summary>Gives the number of samples that a probe holds.</summary>
    public int ProbeRows(nint model, int probe, nint rows) => With(model, (probe, rows), static (of, arguments) =>
        *(nint*)Checked(arguments.rows) = ProbeOf(of, arguments.probe).Count);

    /// <summary>Copies samples of a probe, one row after the other.</summary>
    public int ReadProbe(nint model, int probe, nint first, nint rows, nint values, nint count) =>
        With(model, (probe, first, rows, values, count), static (of, arguments) =>
        {
            Probe probe = ProbeOf(of, arguments.probe);
            if (arguments.first < 0 || arguments.rows < 0 || arguments.first > probe.Count - arguments.rows)
            {
                throw new ArgumentException($"{probe.Name} holds {probe.Count} samples; {arguments.rows} from number {arguments.first} on were asked for.");
            }

            Span<double> target = View(arguments.values, arguments.count, (int)arguments.rows * probe.Size);
            probe.Values.Slice((int)arguments.first * probe.Size, target.Length).CopyTo(target);
        });

    /// <summary>Forgets what all probes hold.</summary>
    public int ClearProbes(nint model) => With(model, 0L, static (of, _) =>
    {
        foreach (Probe probe in of.AllProbes)
        {
            probe.Clear();
        }
    });

    /// <summary>Gives the bytes that a state takes.</summary>
    public int StateSize(nint model, nint size) => With(model, size, static (of, size) => *(nint*)Checked(size) = of.StateSize);

    /// <summary>Saves the state.</summary>
    public int SaveState(nint model, nint buffer, nint capacity, nint written) => With(model, (buffer, capacity, written), static (of, arguments) =>
    {
        int size = of.StateSize;
        *(nint*)Checked(arguments.written) = 0;
        if (arguments.capacity < size)
        {
            throw new ArgumentException($"The state takes {size} bytes, and there is room for {arguments.capacity}.");
        }

        of.TrySaveState(new Span<byte>((void*)Checked(arguments.buffer), size), out int bytes);
        *(nint*)arguments.written = bytes;
    });

    /// <summary>Restores a state.</summary>
    public int RestoreState(nint model, nint buffer, nint size) => With(model, (buffer, size), static (of, arguments) =>
        of.RestoreState(new ReadOnlySpan<byte>((void*)Checked(arguments.buffer), checked((int)arguments.size))));

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

    private int With<T>(nint model, T arguments, Action<NeuralModel, T> action)
    {
        NativeStatus status = _handles.Enter(model, out NativeHandles.Slot? slot);
        if (status != NativeStatus.Ok)
        {
            return (int)status;
        }

        try
        {
            action(slot!.Model!, arguments);
        }
        catch (Exception exception)
        {
            status = NativeErrors.Fail(exception);
        }

        slot!.Leave();
        return (int)status;
    }

    private static nint Checked(nint address) => address != 0 ? address : throw new ArgumentException("A pointer is null.");

    private static T At<T>(IReadOnlyList<T> items, int index, string noun) =>
        (uint)index < (uint)items.Count ? items[index] : throw new ArgumentException($"There is no {noun} {index}; the model has {items.Count}.");

    private static Probe ProbeOf(NeuralModel model, int index)
    {
        int count = 0;
        foreach (Probe probe in model.AllProbes)
        {
            if (count++ == index)
            {
                return probe;
            }
        }

        throw new ArgumentException($"There is no probe {index}; the model has {count}.");
    }

    private static Span<double> View(nint values, nint count, int wanted) => count == wanted
        ? new((void*)(wanted == 0 ? 0 : Checked(values)), wanted)
        : throw new ArgumentException($"{wanted} values belong there, and {count} were given.");

    private static nint AddressOf<T>(ReadOnlySpan<T> values)
        where T : unmanaged => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(values));
}
