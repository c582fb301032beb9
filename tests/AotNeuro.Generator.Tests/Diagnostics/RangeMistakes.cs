namespace AotNeuro.Generator.Tests;

/// <summary>Members with numbers that are out of their range, for <see cref="RuleVariantTests"/>.</summary>
internal static class RangeMistakes
{
    public static TheoryData<string, string[]> All => new()
    {
        // Values of ensembles
        {
            "[Ensemble(3, 1, Intercepts = {|AN0307:new[] { 0.5, 0.1 }|})] partial Ensemble E { get; }",
            ["'Intercepts' of 'E' has 2 numbers, but its 3 neurons need 3"]
        },

        // Parameters of neuron types
        { "[Ensemble(3, 1), RectifiedLinear(Amplitude = {|AN0321:0|})] partial Ensemble E { get; }", ["'Amplitude' of 'E' is 0; it must be above 0"] },
        { "[Ensemble(3, 1), SpikingRectifiedLinear(Amplitude = {|AN0321:-1|})] partial Ensemble E { get; }", ["'Amplitude' of 'E' is -1; it must be above 0"] },
        { "[Ensemble(3, 1), Sigmoid(TauRef = {|AN0321:0.0|})] partial Ensemble E { get; }", ["'TauRef' of 'E' is 0; it must be above 0"] },
        { "[Ensemble(3, 1), Tanh(TauRef = {|AN0321:-0.002|})] partial Ensemble E { get; }", ["'TauRef' of 'E' is -0.002; it must be above 0"] },
        { "[Ensemble(3, 1), LIFRate(TauRc = {|AN0321:0|})] partial Ensemble E { get; }", ["'TauRc' of 'E' is 0; it must be above 0"] },
        { "[Ensemble(3, 1), LIFRate(TauRef = {|AN0321:-1|})] partial Ensemble E { get; }", ["'TauRef' of 'E' is -1; it must be at least 0"] },
        { "[Ensemble(3, 1), LIFRate(Amplitude = {|AN0321:0|})] partial Ensemble E { get; }", ["'Amplitude' of 'E' is 0; it must be above 0"] },
        {
            "[Ensemble(3, 1), LIF(TauRef = {|AN0321:-1|}, MinVoltage = {|AN0321:0.5|}, Amplitude = {|AN0321:-1|})] partial Ensemble E { get; }",
            ["'TauRef' of 'E' is -1; it must be at least 0", "'MinVoltage' of 'E' is 0.5; it must be at most 0", "'Amplitude' of 'E' is -1; it must be above 0"]
        },
        {
            "[Ensemble(3, 1), AdaptiveLIFRate(TauN = {|AN0321:0|}, IncN = {|AN0321:-1|})] partial Ensemble E { get; }",
            ["'TauN' of 'E' is 0; it must be above 0", "'IncN' of 'E' is -1; it must be at least 0"]
        },
        {
            "[Ensemble(3, 1), AdaptiveLIF(TauN = {|AN0321:0|}, IncN = {|AN0321:-1|})] partial Ensemble E { get; }",
            ["'TauN' of 'E' is 0; it must be above 0", "'IncN' of 'E' is -1; it must be at least 0"]
        },
        {
            "[Ensemble(3, 1), Izhikevich(TauRecovery = {|AN0321:0|}, Coupling = {|AN0321:-0.1|})] partial Ensemble E { get; }",
            ["'TauRecovery' of 'E' is 0; it must be above 0", "'Coupling' of 'E' is -0.1; it must be at least 0"]
        },
        {
            "[Ensemble(3, 1), LIFRate, RegularSpiking(Amplitude = {|AN0321:0|})] partial Ensemble E { get; }",
            ["'RegularSpiking.Amplitude' of 'E' is 0; it must be above 0"]
        },
        {
            "[Ensemble(3, 1), LIFRate, StochasticSpiking(Amplitude = {|AN0321:0|})] partial Ensemble E { get; }",
            ["'StochasticSpiking.Amplitude' of 'E' is 0; it must be above 0"]
        },
        {
            "[Ensemble(3, 1), LIFRate, PoissonSpiking(Amplitude = {|AN0321:0|})] partial Ensemble E { get; }",
            ["'PoissonSpiking.Amplitude' of 'E' is 0; it must be above 0"]
        },
        {
            "[EnsembleArray(3, 2), LIF(TauRc = {|AN0321:-1|})] partial EnsembleArray A { get; }",
            ["'TauRc' of 'A.Ensembles' is -1; it must be above 0"]
        },

        // Filters
        {
            "[Connection(nameof(Ens), nameof(Ens)), {|AN0431:LinearFilter(new double[0], new[] { 1.0 })|}] partial Connection C { get; }",
            ["The filter of 'C' cannot be made: 'numerator' must hold numbers, all of them finite"]
        },
        {
            "[Probe(nameof(Ens)), {|AN0431:LinearFilter(new[] { 1.0 }, new[] { 1.0, double.NaN })|}] partial Probe P { get; }",
            ["The filter of 'P' cannot be made: 'denominator' must hold numbers, all of them finite"]
        },
        {
            "[Probe(nameof(Ens)), {|AN0431:LinearFilter(new[] { 1.0, 0.0 }, new[] { 0.0, 1.0 })|}] partial Probe P { get; }",
            ["The filter of 'P' cannot be made: 'numerator' must not be of a higher degree than 'denominator', for the filter would have to see the future"]
        },
        {
            "[Probe(nameof(Ens)), {|AN0431:LinearFilter(new[] { 1.0 }, new[] { 1.0, 1.0 }, method: (Discretization)9)|}] partial Probe P { get; }",
            ["The filter of 'P' cannot be made: 'method' must be Zoh, Euler, BackwardDifference or Bilinear"]
        },
        {
            "[Probe(nameof(Ens)), Alpha({|AN0414:double.NaN|})] partial Probe P { get; }",
            ["'Synapse' of 'P' is NaN; a time constant is a positive number of seconds, and 'Synapse = null' is no synapse"]
        },
        {
            "[Probe(nameof(Ens)), Triangle({|AN0414:-0.1|})] partial Probe P { get; }",
            ["'Synapse' of 'P' is -0.1; a time constant is a positive number of seconds, and 'Synapse = null' is no synapse"]
        },

        // Networks
        {
            "[{|AN0901:Product(3, 1, InputMagnitude = -1.0)|}] partial Product A { get; }",
            ["'A' cannot be a part of 'Sample': 'InputMagnitude' is -1, and must be finite and above 0"]
        },
        {
            "[{|AN0901:CircularConvolution(3, 2, InputMagnitude = double.NaN)|}] partial CircularConvolution A { get; }",
            ["'A' cannot be a part of 'Sample': 'InputMagnitude' is NaN, and must be finite and above 0"]
        },
        {
            "[{|AN0901:Thalamus(3, Threshold = double.NaN)|}] partial Thalamus A { get; }",
            ["'A' cannot be a part of 'Sample': 'Threshold' is NaN, and must be finite"]
        },
        {
            "[{|AN0901:Thalamus(3, MutualInhibition = double.PositiveInfinity)|}] partial Thalamus A { get; }",
            ["'A' cannot be a part of 'Sample': 'MutualInhibition' is Infinity, and must be finite"]
        },
        {
            "[{|AN0901:InputGatedMemory(3, 1, Feedback = double.NaN)|}] partial InputGatedMemory A { get; }",
            ["'A' cannot be a part of 'Sample': 'Feedback' is NaN, and must be finite"]
        },
        {
            "[{|AN0901:InputGatedMemory(3, 1, RecurrentSynapse = -0.1)|}] partial InputGatedMemory A { get; }",
            ["'A' cannot be a part of 'Sample': 'RecurrentSynapse' is -0.1, and must be a number of seconds of at least 0"]
        },
    };
}
