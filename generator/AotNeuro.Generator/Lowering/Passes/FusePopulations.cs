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
        var readers = operators.SelectMany(op => ReadsOf(op).Select(signal => (signal.Id, Reader: op))).ToLookup(pair => pair.Id, pair => pair.Reader);
        Dictionary<int, Signal> inputs = operators.OfType<EncodeOperator>().ToDictionary(encode => encode.Current.Id, encode => encode.Input);
        var result = new List<Operator>();
        foreach (Operator op in operators)
        {
            switch (op)
            {
                case NeuronsOperator neurons:
                    result.Add(Fuse(neurons, inputs[neurons.Current.Id], readers));
                    break;
                case EncodeOperator or DecodeOperator or SpikesOperator:
                    break;
                default:
                    result.Add(op);
                    break;
            }
        }

        return result;
    }

    private static IEnumerable<Signal> ReadsOf(Operator op) => op is SampleOperator sample ? [sample.Source] : op.Reads;

    private static PopulationOperator Fuse(NeuronsOperator neurons, Signal input, ILookup<int, Operator> readers)
    {
        bool currentIsRead = readers[neurons.Current.Id].Any(reader => reader != neurons);
        bool outputIsRead = readers[neurons.Output.Id].Any(reader => reader is not (DecodeOperator or SpikesOperator));
        return new(
            neurons.Ensemble,
            input,
            currentIsRead ? neurons.Current : null,
            outputIsRead ? neurons.Output : null,
            readers[neurons.Output.Id].OfType<SpikesOperator>().FirstOrDefault()?.Bits,
            neurons.States.Where(state => readers.Contains(state.Signal.Id)).ToEquatableArray(),
            readers[neurons.Output.Id].OfType<DecodeOperator>().ToEquatableArray());
    }
}
