namespace AotNeuro.Benchmarks;

// The same models, with the same seeds, whose neurons step in single precision.

/// <summary>W2 in single precision.</summary>
[NeuralModel(Seed = 0, Precision = Precision.Single)]
public partial class SingleChannel
{
    [Part]
    public partial Channel Model { get; }
}

/// <summary>W4 in single precision.</summary>
[NeuralModel(Seed = 0, Precision = Precision.Single)]
public partial class SingleIntegrator
{
    [Part]
    public partial Integrator Model { get; }
}

/// <summary>W5L in single precision.</summary>
[NeuralModel(Seed = 0, Precision = Precision.Single)]
public partial class SingleLargeMemory
{
    [Part]
    public partial LargeMemory Model { get; }
}

/// <summary>W5I in single precision.</summary>
[NeuralModel(Seed = 0, Precision = Precision.Single)]
public partial class SingleLargeIzhikevichMemory
{
    [Part]
    public partial LargeIzhikevichMemory Model { get; }
}

/// <summary>W6 in single precision.</summary>
[NeuralModel(Seed = 0, Precision = Precision.Single)]
public partial class SingleArrays
{
    [Part]
    public partial Arrays Model { get; }
}

/// <summary>W8 in single precision.</summary>
[NeuralModel(Seed = 0, Precision = Precision.Single)]
public partial class SingleConvolution256
{
    [Part]
    public partial Convolution256 Model { get; }
}

/// <summary>W9 of Izhikevich neurons in single precision.</summary>
[NeuralModel(Seed = 0, Precision = Precision.Single)]
public partial class SingleMillionIzhikevich
{
    [Part]
    public partial MillionIzhikevich Model { get; }
}

/// <summary>W9 of LIF neurons in single precision.</summary>
[NeuralModel(Seed = 0, Precision = Precision.Single)]
public partial class SingleMillionLIF
{
    [Part]
    public partial MillionLIF Model { get; }
}
