using System.Runtime.InteropServices;
using System.Text;

namespace AotNeuro.CompilerServices;

/// <summary>Exceptions become a status and a text, which the thread keeps until its next failure.</summary>
internal static class NativeErrors
{
    [ThreadStatic]
    private static string? _last;

    /// <summary>What went wrong last on this thread; empty if nothing has.</summary>
    public static string Last => _last ?? "";

    public static NativeStatus Fail(NativeStatus status, string message)
    {
        _last = message;
        return status;
    }

    public static NativeStatus Fail(Exception exception) => Fail(StatusOf(exception), exception is NeuralModelException or ArgumentException or InvalidOperationException
        ? exception.Message
        : $"{exception.GetType().Name}: {exception.Message}");

    /// <summary>A status in words, which live as long as the library.</summary>
    public static unsafe nint TextOf(int status)
    {
        ReadOnlySpan<byte> text = (NativeStatus)status switch
        {
            NativeStatus.Ok => "ok\0"u8,
            NativeStatus.BadHandle => "the model is null, destroyed, or not a model of this kind\0"u8,
            NativeStatus.BadArgument => "an argument is null, out of range or of the wrong size\0"u8,
            NativeStatus.Busy => "another thread is using the model\0"u8,
            NativeStatus.BuildFailed => "the model cannot be built\0"u8,
            NativeStatus.StepFailed => "a step failed; reset the model or restore a state\0"u8,
            NativeStatus.StateRefused => "the state was refused, and the model is as it was\0"u8,
            NativeStatus.OutOfMemory => "out of memory\0"u8,
            NativeStatus.Failed => "the model's own code failed\0"u8,
            _ => "not a status\0"u8,
        };
        return (nint)System.Runtime.CompilerServices.Unsafe.AsPointer(ref MemoryMarshal.GetReference(text));
    }

    /// <summary>Copies the last text as UTF-8, cut where a character ends, with a 0 at its end.</summary>
    /// <returns>Bytes of the whole text, without the 0.</returns>
    public static unsafe nint Copy(nint buffer, nint capacity)
    {
        byte[] text = Encoding.UTF8.GetBytes(Last);
        if (buffer != 0 && capacity > 0)
        {
            int length = (int)Math.Min(capacity - 1, text.Length);
            while (length < text.Length && (text[length] & 0xC0) == 0x80)
            {
                length--;
            }

            var target = new Span<byte>((void*)buffer, length + 1);
            text.AsSpan(0, length).CopyTo(target);
            target[length] = 0;
        }

        return text.Length;
    }

    private static NativeStatus StatusOf(Exception exception) => exception switch
    {
        BuildException => NativeStatus.BuildFailed,
        SimulationException => NativeStatus.StepFailed,
        StateException => NativeStatus.StateRefused,
        ArgumentException => NativeStatus.BadArgument,
        OutOfMemoryException => NativeStatus.OutOfMemory,
        _ => NativeStatus.Failed,
    };
}
