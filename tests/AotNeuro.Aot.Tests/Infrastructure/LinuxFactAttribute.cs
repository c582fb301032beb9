namespace AotNeuro.Aot.Tests;

/// <summary>A test that reads another process's peak memory from <c>/proc</c>; it is skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "The peak memory of another process is known on Linux only.";
        }
    }
}
