using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering.Passes;

/// <summary>
/// Encoding, neurons and decodings of an ensemble become one operator, so that currents and spikes live in registers. They are
/// stored only where something else reads them.
/// </summary>
internal static class FusePopulations
{
    public static IReadOnlyList<Operator> Run(IReadOnlyList<Operator> operators)
    {
        var readers = operators.SelectMany(op => op.Reads.Concat(op.LateReads).Select(signal => (signal.Id, Reader: op))).ToLookup(pair => pair.Id, pair => pair.Reader);
        Dictionary<int, EncodeOperator> encoders = operators.OfType<EncodeOperator>().ToDictionary(encode => encode.Current.Id);
        var result = new List<Operator>();

        // Kernels give the spikes of an ensemble as bits. Those of an array lie apart, some are not all, and random ones come later: they are packed.
        var given = new HashSet<int>(operators.OfType<NeuronsOperator>().Where(neurons => !neurons.Ensemble.IsArray).Select(neurons => neurons.Output.Id));
        foreach (Operator op in operators)
        {
            switch (op)
            {
                case NeuronsOperator neurons:
                    result.Add(Fuse(neurons, encoders[neurons.Current.Id], readers));
                    break;
                case EncodeOperator:
                case SpikesOperator spikes when given.Contains(spikes.Output.Id):
                case DecodeOperator decode when !decode.Ensemble.NeuronType.IsRandom:
                    break;
                default:
                    result.Add(op);
                    break;
            }
        }

        return result;
    }

    private static PopulationOperator Fuse(NeuronsOperator neurons, EncodeOperator encode, ILookup<int, Operator> readers)
    {
        bool currentIsRead = readers[neurons.Current.Id].Any(reader => reader != neurons);
        bool outputIsRead = readers[neurons.Output.Id].Any(reader => reader is not (DecodeOperator or SpikesOperator) || (reader is SpikesOperator && neurons.Ensemble.IsArray));
        return new(
            neurons.Ensemble,
            encode.Input,
            currentIsRead ? neurons.Current : null,
            outputIsRead ? neurons.Output : null,
            neurons.Ensemble.IsArray ? null : readers[neurons.Output.Id].OfType<SpikesOperator>().FirstOrDefault()?.Bits,
            neurons.States.Where(state => readers.Contains(state.Signal.Id)).ToEquatableArray(),
            readers[neurons.Output.Id].OfType<DecodeOperator>().ToEquatableArray(),
            encode.Injected,
            encode.Encoders);
    }
}
