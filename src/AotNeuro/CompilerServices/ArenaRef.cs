using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AotNeuro.CompilerServices;

/// <summary>The arena as a step sees it: no bounds are checked, since the generator laid out what it indexes.</summary>
/// <param name="origin">The arena's first value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ArenaRef(ref double origin)
{
    private readonly ref double _origin = ref origin;

    /// <summary>The value at an offset.</summary>
    public ref double this[int offset]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref _origin, offset);
    }

    /// <summary>A value in single precision, so many after an offset that is counted in doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Single(int offset, int index) => ref Unsafe.Add(ref Unsafe.As<double, float>(ref Unsafe.Add(ref _origin, offset)), index);

    /// <summary>Values in single precision, from one so many after an offset that is counted in doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<float> Singles(int offset, int index, int length) => MemoryMarshal.CreateSpan(ref Single(offset, index), length);

    /// <summary>Values from an offset on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<double> Span(int offset, int length) => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref _origin, offset), length);
}
