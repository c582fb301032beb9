using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AotNeuro;

/// <summary>Four intervals of currents, and all that <see cref="Izhikevich"/> neurons can do that receive currents of them.</summary>
/// <remarks>
/// A neuron of an interval has the voltage <c>v + p x + q y + e</c>: v is that of the neuron at the middle, stepped as all are; x, from -1 to 1, is
/// where in the interval its current lies; y, from -1 to 1, is what the last spike left unknown of the recovery variable; and e is at most
/// <see cref="_voltageRest"/> in size: what the square adds to the linear terms, and roundings. The recovery variable has the same form. If
/// at some step not all neurons of an interval are on the same side of the threshold, the interval has failed. Else all spike at the same
/// steps, which is thereby proven, since every bound errs outwards. A spike sets all voltages to the same number. That is why the
/// forms stay narrow, and why it pays to keep y apart from e: the recovery variable's error really shrinks from spike to
/// spike, which a bound alone cannot know. (Affine arithmetic: de Figueiredo and Stolfi, Numerical Algorithms 37, 2004.)
/// </remarks>
internal struct IzhikevichIntervals
{
    /// <summary>Intervals of a value of this type.</summary>
    public const int Count = 4;

    /// <summary>Sizes of voltages, recovery variables and currents up to which <see cref="Rounding"/> holds.</summary>
    private const double MostVoltage = 1e3;
    private const double MostRecovery = 1e4;

    /// <summary>
    /// More than all roundings of a step, of two neurons and of the terms: some twenty, of numbers below 2^17, come to less than 3e-10.
    /// </summary>
    private const double Rounding = 1e-9;

    private const double Threshold = 30.0;

    private readonly Vector256<double> _current;
    private readonly Vector256<double> _currentX;
    private Vector256<double> _voltage;
    private Vector256<double> _voltageX;
    private Vector256<double> _voltageY;
    private Vector256<double> _voltageRest;
    private Vector256<double> _recovery;
    private Vector256<double> _recoveryX;
    private Vector256<double> _recoveryY;
    private Vector256<double> _recoveryRest;
    private Vector256<double> _failed;
    private Vector256<double> _spikes;

    /// <summary>Neurons that start from zero states.</summary>
    /// <param name="middle">The middles of the intervals, at least -30 and at most 10,000.</param>
    /// <param name="halfWidth">Half the widths; negative where there is no interval.</param>
    public IzhikevichIntervals(Vector256<double> middle, Vector256<double> halfWidth)
    {
        (_current, _currentX) = (middle, halfWidth);
        _failed = Vector256.LessThan(halfWidth, Vector256<double>.Zero);
    }

    /// <summary>Whether no interval is left that has not failed.</summary>
    public readonly bool HaveAllFailed => Vector256.EqualsAll(_failed.AsInt64(), Vector256<long>.AllBitsSet);

    /// <summary>Spikes since they were counted, -1 for intervals that have failed.</summary>
    public readonly Vector256<double> Spikes => Vector256.ConditionalSelect(_failed, Vector256.Create(-1.0), _spikes);

    /// <summary>Whether the bounds hold for neurons with such parameters.</summary>
    public static bool Hold(in Izhikevich neurons) =>
        neurons.TauRecovery is > 0.0 and <= 1.0
        && neurons.Coupling is >= 0.0 and <= 10.0
        && neurons.ResetVoltage is > -MostVoltage and < Threshold
        && neurons.ResetRecovery is > -MostRecovery and < MostRecovery;

    /// <summary>Advances all neurons by a step of 1 ms.</summary>
    /// <param name="neurons">Their parameters.</param>
    /// <param name="one">1 if spikes are counted, else 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(in Izhikevich neurons, Vector256<double> one)
    {
        Vector256<double> slope = 0.08 * _voltage + Vector256.Create(6.0);
        Vector256<double> size = Size();
        Vector256<double> change = 0.04 * (_voltage * _voltage) + 5.0 * _voltage + Vector256.Create(140.0) - _recovery + _current;
        Vector256<double> voltage = _voltage + change * Vector256.Create(1000.0) * Vector256.Create(0.001);
        _voltageX = slope * _voltageX - _recoveryX + _currentX;
        _voltageY = slope * _voltageY - _recoveryY;
        _voltageRest = Vector256.Abs(slope) * _voltageRest + _recoveryRest + 0.04 * (size * size) + Vector256.Create(Rounding);
        size = Size();
        Vector256<double> spiked = Vector256.GreaterThanOrEqual(voltage - size, Vector256.Create(Threshold));
        Vector256<double> silent = Vector256.LessThan(voltage + size, Vector256.Create(Threshold))
            & Vector256.GreaterThan(voltage - size, Vector256.Create(-MostVoltage));
        _failed |= ~(spiked | silent);
        _spikes += one & spiked;
        _voltage = Vector256.ConditionalSelect(spiked, Vector256.Create(neurons.ResetVoltage), voltage);
        _voltageX = Vector256.AndNot(_voltageX, spiked);
        _voltageY = Vector256.AndNot(_voltageY, spiked);
        _voltageRest = Vector256.AndNot(_voltageRest, spiked);
        Recover(neurons, spiked);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Recover(in Izhikevich neurons, Vector256<double> spiked)
    {
        Vector256<double> change = Vector256.Create(neurons.TauRecovery) * (Vector256.Create(neurons.Coupling) * _voltage - _recovery);
        Vector256<double> recovery = _recovery + change * Vector256.Create(1000.0) * Vector256.Create(0.001);
        Vector256<double> kept = Vector256.Create(1.0 - neurons.TauRecovery);
        Vector256<double> gained = Vector256.Create(neurons.TauRecovery * neurons.Coupling);
        _recovery = Vector256.ConditionalSelect(spiked, recovery + Vector256.Create(neurons.ResetRecovery), recovery);
        _recoveryX = kept * _recoveryX + gained * _voltageX;
        Vector256<double> left = kept * _recoveryY + gained * _voltageY;
        Vector256<double> rest = kept * _recoveryRest + gained * _voltageRest + Vector256.Create(Rounding);

        // What is unknown at a spike is one number from here on.
        _recoveryY = Vector256.ConditionalSelect(spiked, Vector256.Abs(left) + rest, left);
        _recoveryRest = Vector256.AndNot(rest, spiked);
        Vector256<double> most = Vector256.Abs(_recovery) + Vector256.Abs(_recoveryX) + Vector256.Abs(_recoveryY) + _recoveryRest;
        _failed |= ~Vector256.LessThan(most, Vector256.Create(MostRecovery));
    }

    /// <summary>How far a voltage can be from that of the neuron at the middle.</summary>
    private readonly Vector256<double> Size() => Vector256.Abs(_voltageX) + Vector256.Abs(_voltageY) + _voltageRest;
}
