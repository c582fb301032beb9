using System.Runtime.InteropServices;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>A system with input, output and a state of its own, which may draw random numbers (Nengo's <c>Process</c>).</summary>
/// <remarks>
/// A process only describes; what runs is the <see cref="ProcessStep"/> that it makes. Derive from both for one of your own.
/// </remarks>
public abstract class Process
{
    /// <summary>The seed of what is drawn, 0 or more; by default whoever runs the process chooses one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The seed is negative.</exception>
    public int? Seed
    {
        get;
        init => field = value is >= 0 or null
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The seed of a {GetType().Name} must be 0 or more.");
    }

    /// <summary>Size of the input where nothing else is said: 0.</summary>
    public virtual int DefaultSizeIn => 0;

    /// <summary>Size of the output where nothing else is said: 1.</summary>
    public virtual int DefaultSizeOut => 1;

    /// <summary>Makes what runs, in its initial state.</summary>
    /// <param name="sizeIn">Size of the input; 0 for none.</param>
    /// <param name="sizeOut">Size of the output.</param>
    /// <param name="dt">Length of a step in seconds.</param>
    /// <param name="random">The generator to draw from, now and at every step. Nobody else draws from it.</param>
    /// <exception cref="ArgumentException">The process does not come in these sizes or with this step.</exception>
    public abstract ProcessStep MakeStep(int sizeIn, int sizeOut, double dt, RandomState random);

    /// <summary>Runs the process by itself for some time, without input.</summary>
    /// <param name="seconds">How long, rounded to whole steps.</param>
    /// <param name="size">Size of the output; by default <see cref="DefaultSizeOut"/>.</param>
    /// <param name="dt">Length of a step in seconds.</param>
    /// <param name="seed">The seed of a process without one of its own, 0 or more; by default a random one.</param>
    /// <returns>The outputs, <c>[steps, size]</c>; the first is that of time dt.</returns>
    /// <exception cref="ArgumentException">An argument is out of range, or the process does not come in this size.</exception>
    public double[,] Run(double seconds, int? size = null, double dt = 0.001, int? seed = null)
    {
        double steps = Math.Round(Arguments.Finite(seconds) / Arguments.Positive(dt));
        return steps is >= 0.0 and <= int.MaxValue
            ? RunSteps((int)steps, size, dt, seed)
            : throw new ArgumentOutOfRangeException(
                nameof(seconds), seconds, $"seconds must make from 0 to {int.MaxValue} steps of dt.");
    }

    /// <summary>Runs the process by itself for some steps, without input.</summary>
    /// <param name="steps">How many, 0 or more.</param>
    /// <param name="size">Size of the output; by default <see cref="DefaultSizeOut"/>.</param>
    /// <param name="dt">Length of a step in seconds.</param>
    /// <param name="seed">The seed of a process without one of its own, 0 or more; by default a random one.</param>
    /// <inheritdoc cref="Run"/>
    public double[,] RunSteps(int steps, int? size = null, double dt = 0.001, int? seed = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return Apply(new double[steps, 0], size, dt, seed);
    }

    /// <summary>Runs the process by itself on an input.</summary>
    /// <param name="x">The inputs, <c>[steps, size of the input]</c>.</param>
    /// <param name="size">Size of the output; by default <see cref="DefaultSizeOut"/>.</param>
    /// <param name="dt">Length of a step in seconds.</param>
    /// <param name="seed">The seed of a process without one of its own, 0 or more; by default a random one.</param>
    /// <inheritdoc cref="Run"/>
    public double[,] Apply(double[,] x, int? size = null, double dt = 0.001, int? seed = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        int sizeOut = Arguments.Positive(size ?? DefaultSizeOut, nameof(size));
        int sizeIn = x.GetLength(1);
        ProcessStep step = MakeStep(sizeIn, sizeOut, Arguments.Positive(dt), MakeRandom(seed));
        var output = new double[x.GetLength(0), sizeOut];
        ReadOnlySpan<double> inputs = x.Length > 0 ? MemoryMarshal.CreateReadOnlySpan(ref x[0, 0], x.Length) : [];
        for (int i = 0; i < output.GetLength(0); i++)
        {
            step.Step((i + 1) * dt, inputs.Slice(i * sizeIn, sizeIn), MemoryMarshal.CreateSpan(ref output[i, 0], sizeOut));
        }

        return output;
    }

    /// <summary>The generator of a run: from the process's own seed, or else the one given, or else a random one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The seed is negative.</exception>
    internal RandomState MakeRandom(int? seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seed ?? 0, nameof(seed));
        return new((uint)(Seed ?? seed ?? System.Random.Shared.Next()));
    }

    /// <summary>The place of a whole number in a series that repeats.</summary>
    private protected static int Repeated(double number, int count)
    {
        double rest = number % count;
        return (int)(rest < 0.0 ? rest + count : rest);
    }

    /// <summary>Checks what <see cref="MakeStep"/> of a process without input is given.</summary>
    private protected void CheckStep(int sizeIn, int sizeOut, double dt, RandomState random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Arguments.Positive(sizeOut);
        Arguments.Positive(dt);
        if (sizeIn != 0)
        {
            throw new ArgumentException(
                $"{GetType().Name} takes no input, and is given one of size {sizeIn}. Leave the input out.", nameof(sizeIn));
        }
    }

    /// <summary>Checks the output's size where the process knows it.</summary>
    private protected void CheckOutput(int sizeOut)
    {
        if (sizeOut != DefaultSizeOut)
        {
            throw new ArgumentException(
                $"{GetType().Name} puts out {DefaultSizeOut} values, and {sizeOut} are asked for. Ask for {DefaultSizeOut}.",
                nameof(sizeOut));
        }
    }
}
