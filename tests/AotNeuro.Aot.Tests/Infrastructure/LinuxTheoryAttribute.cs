namespace AotNeuro.Aot.Tests;

/// <summary>A theory for Linux alone, for the reason of <see cref="LinuxFactAttribute"/>.</summary>
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = new LinuxFactAttribute().Skip;
}
