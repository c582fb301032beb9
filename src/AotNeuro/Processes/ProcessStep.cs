namespace AotNeuro;

/// <summary>A process at work: what it remembers, and its step. To reset one is to make another from a fresh generator.</summary>
public abstract class ProcessStep
{
    /// <summary>Takes a step. Must allocate nothing if models that use it shall not.</summary>
    /// <param name="time">Time in seconds; dt at the first step.</param>
    /// <param name="input">The input of this step, as many values as the step was made for.</param>
    /// <param name="output">Receives the output of this step, all values of it.</param>
    public abstract void Step(double time, ReadOnlySpan<double> input, Span<double> output);

    /// <summary>
    /// Goes through all that the process remembers from one step to the next, always in the same order, so that
    /// <see cref="NeuralModel.SaveState()"/> can save it and <see cref="NeuralModel.RestoreState(ReadOnlySpan{byte})"/> put it back:
    /// <c>state.Visit(ref _position); state.Visit(_values);</c>. The generator that <see cref="Process.MakeStep"/> was given is not among it.
    /// A process that remembers nothing overrides it with an empty body.
    /// </summary>
    /// <param name="state">Copies what it is shown, out or in.</param>
    /// <exception cref="NotSupportedException">The process does not say what it remembers; models with it cannot be saved.</exception>
    public virtual void VisitState(ref StateVisitor state) => throw new NotSupportedException(
        $"its process's {GetType().Name} does not say what it remembers, so the model cannot be saved. "
        + "Override VisitState; leave the body empty if it remembers nothing.");
}
