namespace AotNeuro.Tests.Neurons;

/// <summary>Rates that are looked up are those that are measured, which the reference data of the neuron types have.</summary>
public class IzhikevichTableTests
{
    private const double Highest = 60.0;
    private const int Count = 20_000;

    public static TheoryData<double, double, double, double> Parameters => new()
    {
        { 0.02, 0.2, -65.0, 8.0 },
        { 0.02, 0.2, -55.0, 4.0 },
        { 0.02, 0.2, -50.0, 2.0 },
        { 0.1, 0.2, -65.0, 2.0 },
        { 0.02, 0.25, -65.0, 2.0 },
        { 0.1, 0.26, -60.0, -1.0 },
        { 1.0, 1.5, -60.0, 20.0 },
        { 0.02, 0.0, 20.0, 0.0 },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public void RatesAreTheMeasuredOnes(double tauRecovery, double coupling, double resetVoltage, double resetRecovery)
    {
        var neurons = new Izhikevich
        {
            TauRecovery = tauRecovery,
            Coupling = coupling,
            ResetVoltage = resetVoltage,
            ResetRecovery = resetRecovery,
        };
        double[] currents = ManyCurrents();

        INeuronType table = IzhikevichTable.For(neurons, Highest, 10 * Count);

        Assert.IsType<IzhikevichTable>(table);
        Assert.Equal(Measure(neurons, currents), Measure(table, currents));
    }

    [Theory]
    [InlineData(1.5, 0.2, -65.0)]
    [InlineData(0.02, 11.0, -65.0)]
    [InlineData(0.02, 0.2, 30.0)]
    public void ParametersThatNothingIsProvenOfAreMeasured(double tauRecovery, double coupling, double resetVoltage)
    {
        var neurons = new Izhikevich { TauRecovery = tauRecovery, Coupling = coupling, ResetVoltage = resetVoltage };

        Assert.IsType<Izhikevich>(IzhikevichTable.For(neurons, Highest, Count));
    }

    [Fact]
    public void FewCurrentsAreMeasured() => Assert.IsType<Izhikevich>(IzhikevichTable.For(new(), Highest, 1000));

    [Fact]
    public void MostCurrentsNeedNoMeasurement()
    {
        INeuronType table = IzhikevichTable.For(new(), Highest, 100 * Count);

        Assert.InRange(((IzhikevichTable)table).KnownShare, 0.85, 1.0);
    }

    private static double[] ManyCurrents()
    {
        var random = new System.Random(0);
        var currents = new double[Count];
        for (int i = 0; i < currents.Length; i++)
        {
            // Every other one at an end of cells.
            currents[i] = i % 2 == 0
                ? -35.0 + 100.0 * random.NextDouble()
                : -30.0 + (Highest + 30.0) * random.Next(8193) / 8192.0;
        }

        (currents[0], currents[1], currents[2], currents[3]) = (double.NegativeInfinity, -30.0, Highest, 1e6);
        return currents;
    }

    private static double[] Measure(INeuronType neurons, double[] currents)
    {
        var rates = new double[currents.Length];
        neurons.Rates(currents, rates);
        return rates;
    }
}
