using System.Globalization;
using System.Numerics;
using System.Text;
using AotNeuro.CompilerServices;
using AotNeuro.Numerics;

namespace AotNeuro;

/// <summary>Any linear filter, given by its transfer function (Nengo's <c>LinearFilter</c>).</summary>
/// <remarks>
/// The transfer function is turned into states in controller canonical form, and these into steps. A filter of one state and
/// without a direct path from input to output, and one without states, have steps of their own; see <see cref="Synapse"/> for
/// when a value arrives.
/// </remarks>
public record LinearFilter : Synapse
{
    private readonly ValueList _numerator;
    private readonly ValueList _denominator;

    /// <summary>Makes a filter.</summary>
    /// <param name="numerator">Coefficients of powers of s, or of z for a filter of steps, the highest power first.</param>
    /// <param name="denominator">The same; <c>new([1], [0.02, 1])</c> is 1 / (0.02 s + 1).</param>
    /// <param name="analog">Whether the filter is one of continuous time, in s; otherwise one of steps, in z.</param>
    /// <param name="method">How a filter of continuous time becomes one of steps.</param>
    /// <exception cref="ArgumentException">
    /// There are no coefficients, one is not finite, the denominator is zero, or the numerator is of a higher degree than the
    /// denominator.
    /// </exception>
    public LinearFilter(
        ReadOnlySpan<double> numerator,
        ReadOnlySpan<double> denominator,
        bool analog = true,
        Discretization method = Discretization.Zoh)
    {
        _numerator = ValueList.Copy(numerator, nameof(numerator));
        _denominator = ValueList.Copy(denominator, nameof(denominator));
        (Analog, Method) = (analog, method);
        if (!Enum.IsDefined(method))
        {
            throw new ArgumentOutOfRangeException(
                nameof(method), method, "method must be Zoh, Euler, BackwardDifference or Bilinear.");
        }

        if (!denominator.ContainsAnyExcept(0.0))
        {
            throw new ArgumentException("denominator must have a coefficient other than 0.", nameof(denominator));
        }

        if (StateSpace.FromTransferFunction(numerator, denominator) is null)
        {
            throw new ArgumentException(
                "numerator is of a higher degree than the denominator: the filter would have to see the future. Lower its degree.",
                nameof(numerator));
        }
    }

    /// <summary>Coefficients of the numerator, the highest power first.</summary>
    public ReadOnlySpan<double> Numerator => _numerator.Span;

    /// <summary>Coefficients of the denominator, the highest power first.</summary>
    public ReadOnlySpan<double> Denominator => _denominator.Span;

    /// <summary>Whether the filter is one of continuous time; otherwise it is one of steps, of whatever length.</summary>
    public bool Analog { get; }

    /// <summary>How a filter of continuous time becomes one of steps.</summary>
    public Discretization Method { get; }

    /// <summary>This filter and another in series.</summary>
    /// <param name="other">A filter of the same kind of time.</param>
    /// <returns>The product of both; by zero-order hold, whatever the methods of the two are, as in Nengo.</returns>
    /// <exception cref="ArgumentException">One is of continuous time and the other of steps.</exception>
    public LinearFilter Combine(LinearFilter other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Analog != other.Analog)
        {
            throw new ArgumentException(
                "A filter of continuous time and one of steps cannot be combined. Give both the same analog.", nameof(other));
        }

        return new LinearFilter(Product(Numerator, other.Numerator), Product(Denominator, other.Denominator), Analog);
    }

    /// <summary>The transfer function at frequencies: by how much the filter amplifies and shifts a sine.</summary>
    /// <param name="frequencies">Frequencies in Hz; for a filter of steps in cycles per step.</param>
    /// <returns>A complex gain for each.</returns>
    public Complex[] Evaluate(params ReadOnlySpan<double> frequencies)
    {
        var gains = new Complex[frequencies.Length];
        for (int i = 0; i < gains.Length; i++)
        {
            double angle = 2.0 * Math.PI * frequencies[i];
            Complex point = Analog ? new(0.0, angle) : new(PortableMath.Cos(angle), PortableMath.Sin(angle));
            gains[i] = Polynomial(Numerator, point) / Polynomial(Denominator, point);
        }

        return gains;
    }

    /// <inheritdoc/>
    public override SynapseFilter MakeFilter(int size, double dt)
    {
        Arguments.Positive(size);
        Arguments.Positive(dt);
        StateSpace system = StateSpace.FromTransferFunction(Numerator, Denominator)!;
        if (Analog && system.Order > 0)
        {
            system = system.Discretize(Method, dt);
        }

        if (!system.IsFinite)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{this} has no finite coefficients at a dt of {dt}. ")
                + "Take a shorter dt, or coefficients that are less far apart.",
                nameof(dt));
        }

        return system switch
        {
            { Order: 0 } => new GainFilter(size, system.D),
            { Order: 1, D: 0.0 } => new OneStateFilter(size, system.A[0, 0], system.C[0, 0] * system.B[0, 0]),
            _ => new StateSpaceFilter(size, system),
        };
    }

    /// <summary>Writes what the record holds.</summary>
    protected override bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append("Numerator = ").Append(List(Numerator)).Append(", Denominator = ").Append(List(Denominator));
        builder.Append(CultureInfo.InvariantCulture, $", Analog = {Analog}, Method = {Method}");
        return true;
    }

    private static string List(ReadOnlySpan<double> values)
    {
        var builder = new StringBuilder("[");
        for (int i = 0; i < values.Length; i++)
        {
            builder.Append(CultureInfo.InvariantCulture, $"{(i > 0 ? ", " : "")}{values[i]}");
        }

        return builder.Append(']').ToString();
    }

    private static double[] Product(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var product = new double[first.Length + second.Length - 1];
        for (int i = 0; i < first.Length; i++)
        {
            VectorLoops.AddScaled(first[i], second, product.AsSpan(i, second.Length));
        }

        return product;
    }

    private static Complex Polynomial(ReadOnlySpan<double> coefficients, Complex point)
    {
        Complex sum = 0.0;
        foreach (double coefficient in coefficients)
        {
            sum = (sum * point) + coefficient;
        }

        return sum;
    }
}
