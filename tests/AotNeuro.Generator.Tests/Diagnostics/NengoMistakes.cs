namespace AotNeuro.Generator.Tests;

/// <summary>Members with mistakes that Nengo finds and that no other table of <see cref="RuleVariantTests"/> has.</summary>
internal static class NengoMistakes
{
    public static TheoryData<string, string[]> All => new()
    {
        // Nodes
        { "[Node(1.0, SizeIn = {|AN0204:2|})] partial Node N { get; }", ["'SizeIn' of 'N' is 2, but a constant takes no input; leave 'SizeIn' out"] },
        {
            "[Node] static double[,] {|AN0202:N|}(double t) => new double[1, 1];",
            [
                "'N' cannot be the function of a node. Write 'double F(double t)', with one more 'double' per input dimension or with a tuple as result, or "
                + "'void F(double t, ReadOnlySpan<double> x, Span<double> y)', where x or y may be missing; found 'double[,] N(double t)'.",
            ]
        },

        // Ends
        {
            "[Connection(nameof(Ens), {|AN0402:nameof(Record)|})] partial Connection C { get; }",
            ["'Record' is a probe; a connection leads from a node or ensemble to a node or ensemble"]
        },
        { "[Probe({|AN0502:nameof(Record)|})] partial Probe P { get; }", ["'Record' is a probe; nodes, ensembles and connections can be probed"] },
        {
            "[Probe(nameof(Ens), Signal = {|AN0503:\"Nonsense\"|})] partial Probe P { get; }",
            ["'Ens' has no signal 'Nonsense'; an ensemble of LIF neurons can be probed for Decoded, Input, Output, Spikes, Current, Voltage and RefractoryTime"]
        },

        // Functions, points and transforms
        {
            "[Connection(nameof(Ens), nameof(Ens), EvalPoints = {|AN0428:nameof(Flat)|})] partial Connection C { get; }",
            ["'EvalPoints' of 'C' must be the name of a static 'double[,]' or 'Distribution', and 'Flat' is of type 'double[]'"]
        },
        {
            "[Ensemble(3, 1), Direct] partial Ensemble D { get; } "
                + "[Connection(nameof(D), nameof(Ens), Function = {|AN0427:nameof(Matrix)|}, EvalPoints = {|AN0427:nameof(Matrix)|})] partial Connection C { get; }",
            [
                "'Function' of 'C' has no effect: 'D' computes directly, without neurons to decode; leave it out",
                "'EvalPoints' of 'C' has no effect: 'D' computes directly, without neurons to decode; leave it out",
            ]
        },
        {
            "static readonly Sparse S = new(1, 1, [(0, 0)], 1.0); "
                + "[Connection(nameof(Ens), nameof(Ens), Weights = true, Transform = {|AN0424:nameof(S)|})] partial Connection C { get; }",
            ["'S' is of type 'Sparse', but 'Ens' is decoded, and decoders take a matrix; write it as a 'double[,]'"]
        },

        // Learning
        {
            "[Ensemble(3, 1), Direct] partial Ensemble D { get; } [Connection(nameof(D), nameof(Ens)), {|AN0801:PES|}] partial Connection C { get; }",
            ["PES cannot change 'C': it learns from neurons, and 'D' computes directly"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), {|AN0801:BCM|}] partial Connection C { get; }",
            ["BCM cannot change 'C': it changes weights between neurons; write 'Weights = true', or join \".Neurons\" to \".Neurons\""]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), PES(LearningRate = {|AN0802:double.PositiveInfinity|})] partial Connection C { get; }",
            ["'LearningRate' of PES on 'C' is Infinity; it must be finite and at least 0"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), RLS(LearningRate = {|AN0802:double.NaN|})] partial Connection C { get; }",
            ["'LearningRate' of RLS on 'C' is NaN; it must be finite and at least 0"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), Voja(LearningRate = {|AN0802:-1|}, PostSynapse = {|AN0414:-1|})] partial Connection C { get; }",
            [
                "'LearningRate' of Voja on 'C' is -1; it must be finite and at least 0",
                "'PostSynapse' of 'C' is -1; a time constant is a positive number of seconds, and 'PostSynapse = null' is no synapse",
            ]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens), Weights = true), Oja(LearningRate = {|AN0802:-1|})] partial Connection C { get; }",
            ["'LearningRate' of Oja on 'C' is -1; it must be finite and at least 0"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens), Weights = true), BCM(LearningRate = {|AN0802:-1|})] partial Connection C { get; }",
            ["'LearningRate' of BCM on 'C' is -1; it must be finite and at least 0"]
        },

        // Networks
        {
            "[{|AN0422:EnsembleArray(3, 2, NeuronInput = true)|}, Direct] partial EnsembleArray A { get; }",
            ["'A.Ensembles' has no neurons: it is an ensemble that computes directly; '.Neurons' goes after the name of an ensemble"]
        },
        {
            "[{|AN0422:EnsembleArray(3, 2, NeuronOutput = true)|}, Direct] partial EnsembleArray A { get; }",
            ["'A.Ensembles' has no neurons: it is an ensemble that computes directly; '.Neurons' goes after the name of an ensemble"]
        },
        { "[{|AN0901:BasalGanglia(0)|}] partial BasalGanglia A { get; }", ["'A' cannot be a part of 'Sample': 'dimensions' is 0, and must be at least 1"] },
        {
            "[{|AN0113:BasalGanglia(3, InputBias = double.NaN)|}] partial BasalGanglia A { get; }",
            ["'output' of 'A.BiasInput' is NaN; it must be finite"]
        },
        {
            "[{|AN0113:BasalGanglia(3, OutputWeight = double.NaN)|}] partial BasalGanglia A { get; }",
            ["'Transform' of 'A.InternusToOutput' is NaN; it must be finite"]
        },
        {
            "[{|AN0901:AssociativeMemory(0, 1, nameof(Matrix))|}] partial AssociativeMemory A { get; }",
            ["'A' cannot be a part of 'Sample': 'items' is 0, and must be at least 1"]
        },
    };
}
