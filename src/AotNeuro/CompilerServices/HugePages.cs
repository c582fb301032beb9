using System.Runtime.InteropServices;

namespace AotNeuro.CompilerServices;

/// <summary>Asks Linux for pages of 2 MB below large arrays: a step that reads megabytes in turn then waits for far fewer translations of addresses.</summary>
internal static partial class HugePages
{
    /// <summary>Arrays from here on, in bytes, begin on such a page.</summary>
    public const int Threshold = 4 * Size;

    /// <summary>Bytes of a page.</summary>
    public const int Size = 2 << 20;

    private const int UseHugePages = 14;

    /// <summary>Asks for memory that nothing has been written to yet. Where there are no such pages, nothing happens.</summary>
    /// <param name="address">Its first byte, on a page of 2 MB.</param>
    /// <param name="length">Number of bytes.</param>
    public static void Ask(nint address, nint length)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = Advise(address, length, UseHugePages);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library than glibc: the pages stay as they are.
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nint address, nint length, int advice);
}
