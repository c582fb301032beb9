namespace AotNeuro;

/// <summary>Brownian motion, the Wiener process: the integral of white noise.</summary>
/// <param name="distribution">What is drawn at every step; by default <c>Gaussian(0, 1)</c>.</param>
public sealed class BrownNoise(Distribution? distribution = null)
    : FilteredNoise(new LinearFilter([1.0], [1.0, 0.0], method: Discretization.Euler), distribution);
