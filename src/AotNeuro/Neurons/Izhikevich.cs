namespace AotNeuro;

/// <summary>
/// The two-variable spiking neuron of E. M. Izhikevich, "Simple model of spiking neurons", IEEE Transactions on Neural
/// Networks 14 (2003), equations 1 to 3, stepped by Euler's method as Nengo does.
/// </summary>
/// <remarks>
/// <c>v' = 0.04 v^2 + 5 v + 140 - u + J</c>, <c>u' = a (b v - u)</c> in ms; at <c>v >= 30</c>: <c>v = c</c>, <c>u += d</c>. Currents below -30 are
/// clipped. Gain and bias have no closed form and are found from simulated rates.
/// </remarks>
[NeuronType(SettleTime = 0.001)]
public partial struct Izhikevich : ITabulatedRates
{
    /// <summary>Time scale of the recovery variable, Izhikevich's a. Default 0.02.</summary>
    [NeuronParameter(Above = 0.0)] public double TauRecovery = 0.02;

    /// <summary>How strongly recovery follows the voltage, Izhikevich's b. Default 0.2.</summary>
    [NeuronParameter(AtLeast = 0.0)] public double Coupling = 0.2;

    /// <summary>Voltage after a spike in mV, Izhikevich's c. Default -65.</summary>
    [NeuronParameter] public double ResetVoltage = -65.0;

    /// <summary>What a spike adds to the recovery variable, Izhikevich's d. Default 8.</summary>
    [NeuronParameter] public double ResetRecovery = 8.0;

    /// <summary>Membrane potential v in mV.</summary>
    [NeuronState(0.0, 1.0)] public double Voltage;

    /// <summary>Recovery variable u.</summary>
    [NeuronState(0.0)] public double Recovery;

    /// <summary>A neuron with the default parameters (regular spiking).</summary>
    public Izhikevich()
    {
    }

    /// <summary>Advances one neuron by one step.</summary>
    /// <param name="current">Input current J.</param>
    /// <param name="dt">Length of the step in seconds.</param>
    /// <returns>Whether the neuron spiked.</returns>
    public bool Step(double current, double dt)
    {
        double input = Math.Max(-30.0, current);
        double voltage = Voltage + (0.04 * (Voltage * Voltage) + 5.0 * Voltage + 140.0 - Recovery + input) * 1000.0 * dt;
        bool spiked = voltage >= 30.0;
        Voltage = spiked ? ResetVoltage : voltage;
        Recovery += TauRecovery * (Coupling * Voltage - Recovery) * 1000.0 * dt;
        Recovery = spiked ? Recovery + ResetRecovery : Recovery;
        return spiked;
    }

    /// <inheritdoc/>
    readonly double IPureRates.RateWork => 20_000.0;

    /// <inheritdoc/>
    readonly INeuronType ITabulatedRates.Tabulate(double highest, long count) => IzhikevichTable.For(this, highest, count);
}

/// <summary>Gives an ensemble <see cref="Izhikevich"/> neurons.</summary>
public sealed class IzhikevichAttribute : NeuronTypeAttribute<Izhikevich>
{
    /// <inheritdoc cref="Izhikevich.TauRecovery"/>
    public double TauRecovery { get; set; }

    /// <inheritdoc cref="Izhikevich.Coupling"/>
    public double Coupling { get; set; }

    /// <inheritdoc cref="Izhikevich.ResetVoltage"/>
    public double ResetVoltage { get; set; }

    /// <inheritdoc cref="Izhikevich.ResetRecovery"/>
    public double ResetRecovery { get; set; }
}
