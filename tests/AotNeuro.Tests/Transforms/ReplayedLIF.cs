using AotNeuro.Random;

namespace AotNeuro.Tests.Transforms;

/// <summary>
/// An ensemble of LIF neurons of a reference model, stepped by hand with the gain, bias and encoders that Nengo built: lets a test
/// replay a model around one part of it.
/// </summary>
internal sealed class ReplayedLIF
{
    private const double Dt = 0.001;

    private readonly LIF[] _neurons;

    /// <summary>The neurons at the start.</summary>
    public ReplayedLIF(ReferenceEnsemble ensemble)
    {
        Built = ensemble;
        _neurons = new LIF[ensemble.Neurons];
        Output = new double[ensemble.Neurons];
        var random = new RandomState((uint)ensemble.Seed + 1);
        for (int i = 0; i < _neurons.Length; i++)
        {
            _neurons[i] = new LIF { Voltage = random.NextDouble() };
            _neurons[i].Initialize(Dt);
        }
    }

    /// <summary>What Nengo built.</summary>
    public ReferenceEnsemble Built { get; }

    /// <summary>Spikes of the last step, each 1 / dt high.</summary>
    public double[] Output { get; }

    /// <summary>Gain over radius: what scales encoders.</summary>
    public double Scale(int neuron) => Built.Gain!.Data[neuron] / Built.Radius;

    /// <summary>Advances all neurons.</summary>
    /// <param name="drive">What comes on top of a neuron's bias.</param>
    public void Step(Func<int, double> drive)
    {
        for (int i = 0; i < _neurons.Length; i++)
        {
            Output[i] = _neurons[i].Step(Built.Bias!.Data[i] + drive(i), Dt) ? 1.0 / Dt : 0.0;
        }
    }

    /// <summary>Advances neurons of one dimension by the represented value.</summary>
    public void Step(double x) => Step(i => Scale(i) * Built.Encoders.Data[i] * x);

    /// <summary>Adds the spikes of the last step to a list.</summary>
    public void Record(int step, List<(int Step, int Neuron)> events)
    {
        for (int i = 0; i < Output.Length; i++)
        {
            if (Output[i] != 0.0)
            {
                events.Add((step, i));
            }
        }
    }
}
