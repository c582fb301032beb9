namespace AotNeuro;

/// <summary>A process at work: what it remembers, and its step. To reset one is to make another from a fresh generator.</summary>
public abstract class ProcessStep
{
    /// <summary>Takes a step. Must allocate nothing if models that use it shall not.</summary>
    /// <param name="time">Time in seconds; dt at the first step.</param>
    /// <param name="input">The input of this step, as many values as the step was made for.</param>
    /// <param name="output">Receives the output of this step, all values of it.</param>
    public abstract void Step(double time, ReadOnlySpan<double> input, Span<double> output);
}
