namespace AotNeuro.Benchmarks;

// The same models, with the same seeds, whose neurons' products and sums are joined.

/// <summary>W1 with FastMath.</summary>
[NeuralModel(Seed = 0, FastMath = true)]
public partial class FastPage
{
    [Part]
    public partial SeedPage Model { get; }
}

/// <summary>W3 with FastMath.</summary>
[NeuralModel(Seed = 0, FastMath = true)]
public partial class FastSineSquared
{
    [Part]
    public partial SineSquared Model { get; }
}

/// <summary>W4 with FastMath.</summary>
[NeuralModel(Seed = 0, FastMath = true)]
public partial class FastIntegrator
{
    [Part]
    public partial Integrator Model { get; }
}

/// <summary>W9I with FastMath.</summary>
[NeuralModel(Seed = 0, FastMath = true)]
public partial class FastMillionIzhikevich
{
    [Part]
    public partial MillionIzhikevich Model { get; }
}
