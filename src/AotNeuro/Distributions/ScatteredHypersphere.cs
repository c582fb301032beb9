using System.Globalization;
using System.Text;
using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>How <see cref="ScatteredHypersphere"/> maps the cube to the sphere.</summary>
public enum ScatterMethod
{
    /// <summary>Spherical coordinates, with an interpolated table for their distribution: Nengo's default.</summary>
    SctApprox,

    /// <summary>Spherical coordinates, exact.</summary>
    Sct,

    /// <summary>The recursive mapping of Fang and Wang (Number-theoretic Methods in Statistics, 1994, section 1.5.3).</summary>
    Tfww,
}

/// <summary>
/// Points evenly scattered in the unit hypersphere or on its surface: a quasi-random sequence of the cube, mapped to the
/// sphere and
/// turned by a random rotation. Nengo's default for encoders and evaluation points.
/// </summary>
public sealed record ScatteredHypersphere : Distribution
{
    private static readonly QuasirandomSequence Sequence = new();

    // A number, and printed by hand: comparing enums as records do, or asking for their values' names, takes 20 KB of a program.
    private readonly int _method;

    /// <summary>Makes the distribution.</summary>
    /// <param name="surface">Whether all points lie on the surface.</param>
    /// <param name="minMagnitude">Least distance from the centre, from 0 to below 1; 0 for points on the surface.</param>
    /// <param name="method">How the cube is mapped to the sphere.</param>
    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public ScatteredHypersphere(bool surface = false, double minMagnitude = 0.0, ScatterMethod method = ScatterMethod.SctApprox)
    {
        if (method is < ScatterMethod.SctApprox or > ScatterMethod.Tfww)
        {
            throw new ArgumentOutOfRangeException(nameof(method), (int)method, "method must be SctApprox, Sct or Tfww.");
        }

        Surface = surface;
        MinMagnitude = Arguments.MinMagnitude(minMagnitude, surface, nameof(minMagnitude));
        _method = (int)method;
    }

    /// <summary>Whether all points lie on the surface.</summary>
    public bool Surface { get; }

    /// <summary>Least distance from the centre.</summary>
    public double MinMagnitude { get; }

    /// <summary>How the cube is mapped to the sphere.</summary>
    public ScatterMethod Method => (ScatterMethod)_method;

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder)
    {
        string method = Method switch
        {
            ScatterMethod.SctApprox => nameof(ScatterMethod.SctApprox),
            ScatterMethod.Sct => nameof(ScatterMethod.Sct),
            _ => nameof(ScatterMethod.Tfww),
        };
        builder.Append(CultureInfo.InvariantCulture, $"{nameof(Surface)} = {Surface}, {nameof(MinMagnitude)} = {MinMagnitude}, {nameof(Method)} = {method}");
        return true;
    }

    /// <inheritdoc/>
    public override void Sample(int count, int dimensions, RandomState random, Span<double> destination)
    {
        ArgumentNullException.ThrowIfNull(random);
        Arguments.Sampling(count, dimensions, destination);
        if (dimensions > 1)
        {
            SampleSphere(count, dimensions, random, destination);
        }
        else if (Surface)
        {
            SampleSigns(count, random, destination);
        }
        else
        {
            SampleInterval(count, random, destination);
        }
    }

    private static void SampleSigns(int count, RandomState random, Span<double> destination)
    {
        Sequence.Sample(count, 1, random, destination);
        foreach (ref double value in destination)
        {
            value = value < 0.5 ? -1.0 : 1.0;
        }
    }

    /// <summary>An even grid on either side of 0.</summary>
    private void SampleInterval(int count, RandomState random, Span<double> destination)
    {
        Span<double> positive = destination[..(count / 2)];
        Span<double> negative = destination[(count / 2)..];
        Sequence.Sample(positive.Length, 1, random, positive);
        Sequence.Sample(negative.Length, 1, random, negative);
        foreach (ref double value in destination)
        {
            value = ((1.0 - MinMagnitude) * value) + MinMagnitude;
        }

        foreach (ref double value in negative)
        {
            value = -value;
        }

        random.ShuffleRows(destination, 1);
    }

    private void SampleSphere(int count, int dimensions, RandomState random, Span<double> destination)
    {
        int columns = Surface ? dimensions - 1 : dimensions;
        var cube = new double[count * columns];
        Sequence.Sample(count, columns, random, cube);

        var rotation = new double[dimensions * dimensions];
        foreach (ref double value in rotation.AsSpan())
        {
            value = random.NextGaussian();
        }

        PolarFactor.Replace(rotation, dimensions);
        SphereMapping mapping = SphereMapping.Create(Method, dimensions);
        double smallest = PortableMath.Pow(MinMagnitude, dimensions);
        var point = new double[dimensions];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<double> row = cube.AsSpan(i * columns, columns);
            mapping.Map(row[..(dimensions - 1)], point);
            double length = Surface ? 1.0 : PortableMath.Pow(((1.0 - smallest) * row[^1]) + smallest, 1.0 / dimensions);
            Rotate(point, length, rotation, destination.Slice(i * dimensions, dimensions));
        }
    }

    private static void Rotate(ReadOnlySpan<double> point, double length, ReadOnlySpan<double> rotation, Span<double> result)
    {
        result.Clear();
        for (int i = 0; i < point.Length; i++)
        {
            VectorLoops.AddScaled(point[i] * length, rotation.Slice(i * point.Length, point.Length), result);
        }
    }
}
