using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;
using AotNeuro.Random;

namespace AotNeuro.Generator.Tests;

/// <summary>What ensembles do in a step: noise, currents, neurons, random spikes, decoding.</summary>
internal sealed partial class ReferenceExecutor
{
    private Action<double> Noise(NoiseOperator op)
    {
        Ensemble ensemble = EnsembleOf(op.Ensemble);
        var process = (Process)_members.Value(op.Ensemble.Noise.Name!);
        ProcessStep step = process.MakeStep(0, op.Ensemble.Neurons, Dt, new RandomState((uint)(process.Seed ?? ensemble.Seed)));
        return t => step.Step(t, default, this[op.Target]);
    }

    /// <summary><c>J = (bias + injected) + encoders . x</c>.</summary>
    private Action<double> Encode(EncodeOperator op)
    {
        Ensemble ensemble = EnsembleOf(op.Ensemble);
        MatrixView built = ensemble.ScaledEncoders;
        int dimensions = built.Columns;
        double[] bias = ensemble.Bias.ToArray();
        double[] encoders = op.Encoders is null ? new double[Kernel.RoundUp(built.Rows) * dimensions] : this[op.Encoders];
        for (int i = 0; i < built.Rows * dimensions; i++)
        {
            encoders[EncoderPlace(i / dimensions, i % dimensions, dimensions)] = built[i / dimensions, i % dimensions];
        }

        return _ => Set(this[op.Current], neuron =>
        {
            double constant = op.Injected is null ? bias[neuron] : bias[neuron] + this[op.Injected][neuron];
            return constant + ReferenceSums.InOrder(Enumerable.Range(0, dimensions).Select(d => encoders[EncoderPlace(neuron, d, dimensions)] * this[op.Input][d]));
        });
    }

    /// <summary>Encoders that are a signal lie by blocks of eight neurons, within a block by dimensions.</summary>
    private static int EncoderPlace(int neuron, int dimension, int dimensions) =>
        neuron / Kernel.Width * Kernel.Width * dimensions + dimension * Kernel.Width + neuron % Kernel.Width;

    private Action<double> Neurons(NeuronsOperator op)
    {
        var neurons = new ReferenceNeurons(op.Ensemble, EnsembleOf(op.Ensemble), Dt);
        return _ =>
        {
            neurons.Step(this[op.Current], this[op.Output]);
            for (int i = 0; i < op.States.Count; i++)
            {
                neurons.State(i).CopyTo(this[op.States[i].Signal], 0);
            }
        };
    }

    /// <summary>As many spikes as the rate leads to in a step, drawn neuron by neuron.</summary>
    private Action<double> RandomSpikes(RandomSpikesOperator op)
    {
        Ensemble ensemble = EnsembleOf(op.Ensemble);
        var random = new RandomState((uint)ensemble.Seed + 1);
        double height = ensemble.NeuronType.SpikeAmplitude / Dt;
        bool isPoisson = op.Ensemble.NeuronType.RandomSpiking == RandomSpiking.Poisson;
        return _ => Set(this[op.Output], neuron =>
        {
            double rate = this[op.Rates][neuron];
            double expected = Math.Abs(rate) * Dt;
            double count = isPoisson ? random.Poisson(expected)
                : Math.Floor(expected) + (random.NextDouble() < expected - Math.Floor(expected) ? 1.0 : 0.0);
            return Math.CopySign(height * count, rate);
        });
    }

    /// <summary>
    /// <c>decoders . output</c>: in lanes where an ensemble decodes few values, else neuron by neuron, of spikes in two sums;
    /// drawn spikes are multiplied by a matrix. Decoders of neurons that spike or not hold the height of a spike already.
    /// </summary>
    private Action<double> Decode(DecodeOperator op)
    {
        Ensemble ensemble = EnsembleOf(op.Ensemble);
        ModelObject owner = _model.Connections.Concat<ModelObject>(_model.Probes).Single(item => item.Name == op.Owner);
        NeuronUse type = op.Ensemble.NeuronType;
        double[] weights = owner.Decoding!.Solved.Weights;
        if (type.IsRandom)
        {
            return _ => ReferenceSums.Multiply(weights, this[op.Output]).CopyTo(this[op.Target], 0);
        }

        double height = ensemble.SpikeHeight;
        bool inLanes = _decodings[op.Ensemble.Member.Name].Cast<DecodeOperator>().Sum(decode => decode.Target.Size) <= Kernel.DenseColumns;
        return _ => Set(this[op.Target], row =>
        {
            double[] output = this[op.Output];
            if (type.Graph!.IsSpikeMask && !inLanes)
            {
                return ReferenceSums.InTwo([.. Enumerable.Range(0, output.Length).Where(i => output[i] != 0.0).Select(i => weights[row * output.Length + i] * height)]);
            }

            IEnumerable<double> terms = Enumerable.Range(0, output.Length).Select(i =>
                type.Graph.IsSpikeMask ? (output[i] != 0.0 ? weights[row * output.Length + i] * height : 0.0) : weights[row * output.Length + i] * height * output[i]);
            return inLanes ? ReferenceSums.InLanes(terms) : ReferenceSums.InOrder(terms);
        });
    }
}
