namespace AotNeuro.Aot.Tests;

/// <summary>A test that needs a compiler for 64-bit ARM, and an emulator of it.</summary>
internal sealed class Arm64FactAttribute : FactAttribute
{
    /// <summary>The emulator.</summary>
    public const string Emulator = "qemu-aarch64-static";

    /// <summary>The compiler, as whose linker NativeAOT is told.</summary>
    public const string Compiler = "aarch64-linux-gnu-gcc";

    /// <summary>Where the compiler's package has the C library of the other system.</summary>
    public const string Libraries = "/usr/aarch64-linux-gnu";

    public Arm64FactAttribute()
    {
        string[] missing = [.. new[] { Emulator, Compiler }.Where(IsMissing)];
        Skip = missing.Length == 0 ? null : $"{string.Join(" and ", missing)} must be installed: packages qemu-user-static, gcc-aarch64-linux-gnu and libc6-dev-arm64-cross.";
    }

    private static bool IsMissing(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').All(folder => !File.Exists(Path.Combine(folder, program)));
}
