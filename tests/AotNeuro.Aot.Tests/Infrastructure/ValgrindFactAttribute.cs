using AotNeuro.Benchmarks;

namespace AotNeuro.Aot.Tests;

/// <summary>A test that counts instructions; it is skipped where there is nothing to count them with.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ValgrindFactAttribute : FactAttribute
{
    public ValgrindFactAttribute() => Skip = InstructionCount.Obstacle;
}
