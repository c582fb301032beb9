namespace AotNeuro.Generator.Tests;

/// <summary>Members with mistakes in what learns and what records it, for <see cref="RuleVariantTests"/>.</summary>
internal static class LearningMistakes
{
    public static TheoryData<string, string[]> All => new()
    {
        // Learning
        {
            "[Connection(nameof(Wave), nameof(Ens)), {|AN0801:PES|}] partial Connection C { get; }",
            ["PES cannot change 'C': it learns from neurons, and 'Wave' is a node"]
        },
        {
            "[Connection(nameof(Ens), nameof(Relay)), {|AN0801:Voja|}] partial Connection C { get; }",
            ["Voja cannot change 'C': it changes encoders, and 'Relay' is a node"]
        },
        {
            "[Connection(nameof(Ens), \"Ens.Neurons[0]\"), {|AN0801:Voja|}] partial Connection C { get; }",
            ["Voja cannot change 'C': it changes encoders, past which this connection goes; end it at an ensemble, without 'Weights'"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens), Weights = true), {|AN0801:RLS|}] partial Connection C { get; }",
            ["RLS cannot change 'C': it takes an error for each value that is decoded; end the connection at an ensemble or node, without 'Weights'"]
        },
        {
            "[Connection(\"Ens.Neurons\", \"Ens.Neurons\"), {|AN0801:Oja|}] partial Connection C { get; }",
            ["Oja cannot change 'C': there are no weights to change; give the connection a matrix or a distribution as 'Transform'"]
        },
        {
            "[Connection(\"Ens.Neurons[..2]\", \"Ens.Neurons\", Transform = nameof(Draw)), {|AN0801:BCM|}] partial Connection C { get; }",
            ["BCM cannot change 'C': it learns between all neurons of two ensembles; remove the slice, or learn by PES"]
        },
        {
            "[Connection(\"Ens.Neurons\", \"Ens.Neurons[1]\", Transform = nameof(Draw)), {|AN0801:Oja|}] partial Connection C { get; }",
            ["Oja cannot change 'C': it learns between all neurons of two ensembles; remove the slice, or learn by PES"]
        },
        {
            "[Connection(nameof(Ens), \"Pair[1, 0]\", Weights = true, Transform = nameof(Draw)), {|AN0801:PES|}] partial Connection C { get; }",
            ["PES cannot change 'C': neurons take the error along a range of their encoders, and 'Pair[1, 0]' is a list; write a range, as \"[1..3]\""]
        },
        {
            "[EnsembleArray(3, 2)] partial EnsembleArray A { get; } [Connection(\"Ens.Neurons\", \"A.Ensembles.Neurons\", Transform = nameof(Draw)), {|AN0801:PES|}] partial Connection C { get; }",
            ["PES cannot change 'C': neurons take the error along the encoders of their ensemble, and 'A.Ensembles' stands for several"]
        },
        {
            "[Connection(nameof(Ens), nameof(C)), {|AN0801:PES|}] partial Connection C { get; }",
            ["PES cannot change 'C': it changes what leads to nodes, ensembles and neurons, and 'C' is a learning rule"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), PES] partial Connection C { get; } [Connection(nameof(Ens), \"C.PES\"), {|AN0801:Voja|}] partial Connection D { get; }",
            ["Voja cannot change 'D': it changes what leads to nodes, ensembles and neurons, and 'C.PES' is a learning rule"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens), Weights = true), Oja(Beta = {|AN0802:double.NaN|})] partial Connection C { get; }",
            ["'Beta' of Oja on 'C' is NaN; it must be finite and at least 0"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), PES(PreSynapse = {|AN0414:-1|})] partial Connection C { get; }",
            ["'PreSynapse' of 'C' is -1; a time constant is a positive number of seconds, and 'PreSynapse = null' is no synapse"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens), Weights = true), BCM(ThetaSynapse = {|AN0415:nameof(Draw)|})] partial Connection C { get; }",
            ["'ThetaSynapse' of 'C' must be a time constant in seconds, null, or the name of a static Synapse, and 'Draw' is of type 'Distribution'"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), PES, Voja] partial Connection C { get; } [Connection(nameof(Ens), {|AN0803:nameof(C)|})] partial Connection E { get; }",
            ["'C' has several rules that take an error; end the connection at one of \"C.PES\" and \"C.Voja\""]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), PES, PES(Name = \"Slow\")] partial Connection C { get; } [Connection(nameof(Ens), {|AN0803:nameof(C)|})] partial Connection E { get; }",
            ["'C' has several rules that take an error; end the connection at one of \"C.PES\" and \"C.Slow\""]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens), Weights = true), PES, Oja] partial Connection C { get; } [Connection(nameof(Ens), {|AN0803:\"C.Oja\"|})] partial Connection E { get; }",
            ["'C.Oja' is a rule that no error changes; only PES, RLS and Voja take one"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), PES(Name = \"Slow\")] partial Connection C { get; } [Connection(nameof(Ens), {|AN0401:\"C.Slov\"|})] partial Connection E { get; }",
            ["'C.Slov' is neither a node nor an ensemble of 'Sample'; did you mean 'C.Slow'?"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), PES(Name = \"Slow\")] partial Connection C { get; } [Probe({|AN0501:\"C.Slov\"|})] partial Probe P { get; }",
            ["'C.Slov' is not a node, ensemble or connection of 'Sample'; did you mean 'C.Slow'?"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), PES] partial Connection C { get; } [Connection(nameof(Ens), {|AN0420:\"C.PES[1]\"|})] partial Connection E { get; }",
            ["'C.PES[1]' is no part of 'C.PES', which has 1 dimension, counted from 0; a slice takes at least one of them"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), PES(Name = \"Voja\"), {|AN0804:Voja|}] partial Connection C { get; }",
            ["'C' has two learning rules of the name 'Voja'; give this one another, as 'Name = \"Voja2\"'"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), PES, PES(Name = \"PES2\"), PES(Name = {|AN0804:\"PES2\"|})] partial Connection C { get; }",
            ["'C' has two learning rules of the name 'PES2'; give this one another, as 'Name = \"PES3\"'"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), PES(Name = {|AN0805:\"Neurons\"|})] partial Connection C { get; }",
            ["'Neurons' cannot be the name of a learning rule of 'C': \"C.Neurons\" would mean neurons"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), PES] partial Connection C { get; } [Connection(nameof(Pair), {|AN0409:nameof(C)|})] partial Connection E { get; }",
            ["'Pair' gives 2 dimensions, but 'C' takes 1 dimension; change one of them, or give the connection a matrix as 'Transform'"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), PES] partial Connection C { get; } [Probe(nameof(C), Signal = {|AN0503:ProbeSignal.Theta|})] partial Probe P { get; }",
            ["'C' has no signal 'Theta'; it can be probed for Output, Input, Weights, Error, Activities and Delta"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), PES, Voja] partial Connection C { get; } [Probe(nameof(C), Signal = {|AN0503:ProbeSignal.Error|})] partial Probe P { get; }",
            ["'C' has no signal 'Error'; it can be probed for Output, Input, Weights, what \"C.PES\" has and what \"C.Voja\" has"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), PES] partial Connection C { get; } [Probe(\"C.PES\", Signal = {|AN0503:ProbeSignal.Weights|})] partial Probe P { get; }",
            ["'C.PES' has no signal 'Weights'; it can be probed for Error, Activities and Delta"]
        },
        {
            "[Probe(\"Ens.Neurons\", Signal = {|AN0503:ProbeSignal.Decoded|})] partial Probe P { get; }",
            ["'Ens.Neurons' has no signal 'Decoded'; LIF neurons can be probed for Output, Input, Spikes, Current, Voltage and RefractoryTime"]
        },
        {
            "[Ensemble(3, 1), Direct] partial Ensemble D { get; } [Probe(nameof(D), Signal = {|AN0503:ProbeSignal.Voltage|})] partial Probe P { get; }",
            ["'D' has no signal 'Voltage'; an ensemble that computes directly can be probed for Decoded and Input"]
        },
        {
            "[Ensemble(3, 1), Direct] partial Ensemble D { get; } [Tunable(nameof(D), {|AN0702:\"TauRc\"|})] partial double T { get; set; }",
            ["Direct neurons, which 'D' has, have no parameter 'TauRc'; they have none"]
        },
        {
            "[Probe(nameof(Ens), Signal = ProbeSignal.Spikes), {|AN0504:Alpha(0.1)|}] partial Probe P { get; }",
            ["Spikes are recorded as events, which a synapse cannot filter; for filtered spikes write 'Signal = ProbeSignal.Output'"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), {|AN0114:Izhikevich|}] partial Connection C { get; }",
            ["[Izhikevich] on 'C' says something of [Ensemble] or [Part] or a network of the library, which is not there; add that, or remove [Izhikevich]"]
        },
        {
            "[{|AN0114:Alpha(0.1)|}] void Method() { }",
            ["[Alpha] on 'Method' says something of [Connection] or [Probe] or [Output], which is not there; add that, or remove [Alpha]"]
        },
    };
}
