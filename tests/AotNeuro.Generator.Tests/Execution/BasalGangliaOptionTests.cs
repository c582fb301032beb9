namespace AotNeuro.Generator.Tests;

/// <summary>What basal ganglia and thalamus can be told. Ensembles that compute directly make them exact equations of differences.</summary>
public sealed class BasalGangliaOptionTests
{
    private const int Steps = 6;
    private static readonly double[] Cue = [0.9, 0.4];

    [Theory]
    [InlineData("0", "0", 0.0, 0.0)]
    [InlineData("0.01", "0.02", 0.01, 0.02)]
    [InlineData("nameof(Slow)", "0", 0.05, 0.0)]
    [InlineData("0", "nameof(Slow)", 0.0, 0.05)]
    public void Synapses_are_those_of_the_transmitters(string ampa, string gaba, double ampaTau, double gabaTau) => AssertEqual(
        Expected(0.0, -3.0, ampaTau, gabaTau), RunBasalGanglia($"AmpaSynapse = {ampa}, GabaSynapse = {gaba}"));

    [Fact]
    public void Without_options_synapses_are_Nengos() => AssertEqual(Expected(0.0, -3.0, 0.002, 0.008), RunBasalGanglia("NeuronsPerEnsemble = 100"));

    [Fact]
    public void Input_bias_is_added_and_the_output_weighted() =>
        AssertEqual(Expected(0.25, -2.0, 0.002, 0.008), RunBasalGanglia("InputBias = 0.25, OutputWeight = -2"));

    [Fact]
    public void Actions_of_the_thalamus_inhibit_each_other_as_told()
    {
        NeuralModel model = Create("""
            [Thalamus(2, MutualInhibition = 2), Direct] partial Thalamus Thalamus { get; }
            [Node(0.9, 0.4)] partial Node Cue { get; }
            [Connection(nameof(Cue), "Thalamus.Input", Synapse = null)] partial Connection C { get; }
            [Probe("Thalamus.Output")] partial Probe Record { get; }
            """,
            synapse: "0");
        model.RunSteps(3);
        double[] second = [1.9 - 2 * 0.4, 1.4 - 2 * 0.9];
        AssertEqual([.. Cue, .. second, 1.9 - 2 * second[1], 1.4 - 2 * second[0]], model.Recorded("Record"));
    }

    [Fact]
    public void Ensembles_have_as_many_neurons_as_told_and_the_threshold()
    {
        NeuralModel model = Create("""
            [BasalGanglia(2, NeuronsPerEnsemble = 20)] partial BasalGanglia Ganglia { get; }
            [Thalamus(2, NeuronsPerEnsemble = 30, Threshold = 0.5)] partial Thalamus Thalamus { get; }
            [Probe("Ganglia.Output")] partial Probe P { get; }
            """,
            synapse: "0.005");
        Assert.Equal(
            [.. Enumerable.Repeat(20, 10), 30, 30],
            model.AllEnsembles.Select(ensemble => ensemble.NeuronCount).Order());
        Ensemble[] actions = [.. model.AllEnsembles.Where(ensemble => ensemble.NeuronCount == 30)];
        Assert.All(actions, action => Assert.All(action.Intercepts.ToArray(), intercept => Assert.InRange(intercept, 0.5, 1.0)));
    }

    private static double[] RunBasalGanglia(string options)
    {
        NeuralModel model = Create($$"""
            static readonly Synapse Slow = new Lowpass(0.05);
            [BasalGanglia(2, {{options}}), Direct] partial BasalGanglia Ganglia { get; }
            [Node(0.9, 0.4)] partial Node Cue { get; }
            [Connection(nameof(Cue), "Ganglia.Input")] partial Connection C { get; }
            [Probe("Ganglia.Output")] partial Probe Record { get; }
            """);
        model.RunSteps(Steps);
        return model.Recorded("Record");
    }

    /// <summary>
    /// The equations of the model, an action at a time: nuclei rectify, and what a synapse gives is <c>y' = a y + (1 - a) u</c> of what its
    /// source had a step before, with <c>a = exp(-dt / tau)</c>.
    /// </summary>
    private static double[] Expected(double bias, double weight, double ampaTau, double gabaTau)
    {
        double ampa = Math.Exp(-0.001 / ampaTau);
        double gaba = Math.Exp(-0.001 / gabaTau);
        var (d1, d2, stn, gpe) = (new double[2], new double[2], new double[2], new double[2]);
        var output = new List<double>();
        for (int step = 0; step < Steps; step++)
        {
            double[] x = [Cue[0] + bias, Cue[1] + bias];
            double[] subthalamic = [x[0] - gpe[0], x[1] - gpe[1]];
            double excitation = 0.9 * (stn[0] + stn[1]);
            for (int i = 0; i < 2; i++)
            {
                double externus = excitation - d2[i];
                output.Add(weight * Above(-0.2, excitation - d1[i] - 0.3 * gpe[i]));
                d1[i] = gaba * d1[i] + (1.0 - gaba) * Above(0.2, 1.2 * x[i]);
                d2[i] = gaba * d2[i] + (1.0 - gaba) * Above(0.2, 0.8 * x[i]);
                gpe[i] = gaba * gpe[i] + (1.0 - gaba) * Above(-0.2, externus);
                stn[i] = ampa * stn[i] + (1.0 - ampa) * Above(-0.25, subthalamic[i]);
            }
        }

        return [.. output];
    }

    private static double Above(double threshold, double x) => Math.Max(0.0, x - threshold);

    private static NeuralModel Create(string members, string synapse = "null") => CompiledModel.Create(
        $"using AotNeuro; [NeuralModel(Seed = 1), ConnectionDefaults(Synapse = {synapse})] partial class Tested {{ {members} }}");

    private static void AssertEqual(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }
}
