namespace AotNeuro;

/// <summary>What the neurons of a model step in.</summary>
public enum Precision
{
    /// <summary>Doubles, as in Nengo: the same spikes.</summary>
    Double,

    /// <summary>
    /// Single precision: neurons' states, encoders, biases and decoders take half the memory, and twice as many fit into a vector. What passes between
    /// ensembles (inputs, decoded values, filters, learned weights) stays double, and so does the build. Constant factors of a neuron type's
    /// step, such as <c>1000 dt</c>, are multiplied when the code is written. Spikes are those of a model whose currents
    /// differ in the seventh digit: decoded values stay as near to Nengo's as another run of the same noise, single spikes move.
    /// </summary>
    Single,
}
