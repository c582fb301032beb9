using AotNeuro.Numerics;

namespace AotNeuro.Tests.Neurons;

/// <summary>
/// Nengo's Izhikevich cells to the last bit. Below threshold a step of 1 ms amplifies rounding, so whole models may end at
/// other voltages; these tests show that it is the rounding of the input, not of the step.
/// </summary>
public sealed class IzhikevichStepTests
{
    private const double Dt = 0.001;

    /// <summary>The one-ensemble models, their cells and their stimuli.</summary>
    private static readonly Dictionary<string, (Izhikevich Cell, Func<double, double> Stimulus)> Models = new()
    {
        ["izhikevich_sine"] = (new(), t => NumPySine.Sin(2 * Math.PI * t)),
        ["izhikevich_constant"] = (new(), _ => 0.2),
        ["izhikevich_intrinsically_bursting"] = (new() { ResetVoltage = -55, ResetRecovery = 4 }, _ => 0.2),
        ["izhikevich_chattering"] = (new() { ResetVoltage = -50, ResetRecovery = 2 }, _ => 0.2),
        ["izhikevich_fast_spiking"] = (new() { TauRecovery = 0.1 }, _ => 0.2),
        ["izhikevich_low_threshold_spiking"] = (new() { Coupling = 0.25 }, _ => 0.2),
        ["izhikevich_resonator"] = (new() { TauRecovery = 0.1, Coupling = 0.26 }, _ => 0.2),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_step_from_any_recorded_state_gives_the_next_to_the_last_bit(string name) =>
        CompareStates(name, restart: true);

    /// <summary>Only the first step starts from a recorded state: nothing is ever corrected after it.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void All_steps_from_the_first_recorded_state_give_all_states_to_the_last_bit(string name) =>
        CompareStates(name, restart: false);

    private static void CompareStates(string name, bool restart)
    {
        ReferenceModel model = ReferenceModel.Read(name);
        ReferenceEnsemble ensemble = model.Ensembles["ens"];
        double[] voltages = model.Probes["voltage"].Values!.Data;
        double[] recoveries = model.Probes["recovery"].Values!.Data;
        var spikes = model.Probes["spikes"].Spikes!.Events.Select(spike => (spike[0], spike[1])).ToHashSet();
        double[] inputs = FilteredStimulus(Models[name].Stimulus, model.Steps);
        Assert.Equal(model.Steps * ensemble.Neurons, voltages.Length);
        for (int i = 0; i < ensemble.Neurons; i++)
        {
            double scaledEncoder = ensemble.Encoders.Data[i] * ensemble.Gain!.Data[i];
            Izhikevich cell = Models[name].Cell;
            for (int step = 1; step < model.Steps; step++)
            {
                int sample = (step * ensemble.Neurons) + i;
                if (restart || step == 1)
                {
                    cell.Voltage = voltages[sample - ensemble.Neurons];
                    cell.Recovery = recoveries[sample - ensemble.Neurons];
                }

                bool spiked = cell.Step(ensemble.Bias!.Data[i] + (scaledEncoder * inputs[step]), Dt);
                string where = $"{name}: neuron {i} at step {step}";
                Assert.True(spiked == spikes.Contains((step, i)), $"{where}: spiked is {spiked}.");
                AssertSameBits(voltages[sample], cell.Voltage, $"{where}: voltage");
                AssertSameBits(recoveries[sample], cell.Recovery, $"{where}: recovery");
            }
        }
    }

    /// <summary>What the ensemble gets at each step, from 0: the earlier stimulus through Lowpass(0.005).</summary>
    private static double[] FilteredStimulus(Func<double, double> stimulus, int steps)
    {
        double decay = PortableMath.Exp(-Dt / 0.005);
        double rise = -PortableMath.Expm1(-Dt / 0.005);
        var filtered = new double[steps];
        for (int step = 1; step < steps; step++)
        {
            filtered[step] = (decay * filtered[step - 1]) + (rise * stimulus(step * Dt));
        }

        return filtered;
    }

    private static void AssertSameBits(double expected, double actual, string where) => Assert.True(
        BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual),
        $"{where} is {actual:r} instead of {expected:r}.");
}
