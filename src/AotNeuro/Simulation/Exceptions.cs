namespace AotNeuro;

/// <summary>The base of what goes wrong in a model: the message and <see cref="ObjectName"/> say where.</summary>
public abstract class NeuralModelException : Exception
{
    private protected NeuralModelException(string objectName, string message, Exception? inner = null)
        : base($"{objectName}: {message}", inner) => ObjectName = objectName;

    /// <summary>The model's object that the exception is about, as the model's author named it.</summary>
    public string ObjectName { get; }
}

/// <summary>A model cannot be built from the values given (Nengo's <c>BuildError</c> and <c>ValidationError</c>).</summary>
/// <param name="objectName">The object, as the model's author named it.</param>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">The exception that the model's own code threw, if any.</param>
public sealed class BuildException(string objectName, string message, Exception? inner = null)
    : NeuralModelException(objectName, message, inner);

/// <summary>A state cannot be saved, or a saved one cannot be restored; then the model is as it was.</summary>
/// <param name="objectName">The object or model, as the model's author named it.</param>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">The exception behind it, if any.</param>
public sealed class StateException(string objectName, string message, Exception? inner = null)
    : NeuralModelException(objectName, message, inner);

/// <summary>A step of a running model went wrong (Nengo's <c>SimulationError</c>).</summary>
/// <param name="objectName">The object, as the model's author named it.</param>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">The exception that the model's own code threw, if any.</param>
public sealed class SimulationException(string objectName, string message, Exception? inner = null)
    : NeuralModelException(objectName, message, inner);
