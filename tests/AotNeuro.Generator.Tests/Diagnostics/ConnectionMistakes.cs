namespace AotNeuro.Generator.Tests;

/// <summary>Members with mistakes in ends, functions, points, weights and synapses, for <see cref="RuleVariantTests"/>.</summary>
internal static class ConnectionMistakes
{
    public static TheoryData<string, string[]> All => new()
    {
        // Slices and neurons
        {
            "[Connection({|AN0420:\"Pair[1..1]\"|}, nameof(Ens))] partial Connection C { get; }",
            ["'Pair[1..1]' is no part of 'Pair', which has 2 dimensions, counted from 0; a slice takes at least one of them"]
        },
        {
            "[Connection(\"Ens\", {|AN0420:\"Ens.Neurons[^4]\"|})] partial Connection C { get; }",
            ["'Ens.Neurons[^4]' is no part of 'Ens.Neurons', which has 3 neurons, counted from 0; a slice takes at least one of them"]
        },
        {
            "[Probe({|AN0420:\"Pair.Neurons[3]\"|})] partial Probe P { get; }",
            ["'Pair.Neurons[3]' is no part of 'Pair.Neurons', which has 3 values, counted from 0; a slice takes at least one of them"]
        },
        {
            "[Probe({|AN0419:\"Pair[\"|})] partial Probe P { get; }",
            ["'Pair[' cannot be read; write 'Pair[0]', 'Pair[^1]', 'Pair[1..3]', 'Pair[..2]' or 'Pair[2, 0]'"]
        },
        {
            "[Connection(nameof(Ens), {|AN0419:\"Pair[-1]\"|})] partial Connection C { get; }",
            ["'Pair[-1]' cannot be read; write 'Pair[0]', 'Pair[^1]', 'Pair[1..3]', 'Pair[..2]' or 'Pair[2, 0]'"]
        },
        {
            "[Connection(\"Pair[0]\", {|AN0409:nameof(Pair)|})] partial Connection C { get; }",
            ["'Pair[0]' gives 1 dimension, but 'Pair' takes 2 dimensions; change one of them, or give the connection a matrix as 'Transform'"]
        },
        {
            "[Connection(\"Ens.Neurons[..2]\", {|AN0409:\"Ens.Neurons\"|})] partial Connection C { get; }",
            ["'Ens.Neurons[..2]' gives 2 neurons, but 'Ens.Neurons' takes 3 neurons; change one of them, or give the connection a matrix as 'Transform'"]
        },
        {
            "[Connection(nameof(Ens), {|AN0421:\"Pair[1, ^1]\"|}, Transform = nameof(Column))] partial Connection C { get; } static readonly double[,] Column = { { 1.0 }, { 1.0 } };",
            ["'Pair[1, ^1]' takes 1 twice, which a connection with a matrix cannot; repeat the row or column of the matrix instead"]
        },
        {
            "[Connection({|AN0421:\"Ens[0, 0]\"|}, nameof(Pair), Transform = nameof(Draw))] partial Connection C { get; }",
            ["'Ens[0, 0]' takes 0 twice, which a connection with a matrix cannot; repeat the row or column of the matrix instead"]
        },
        {
            "[Ensemble(3, 1), Direct] partial Ensemble D { get; } [Probe({|AN0422:\"D.Neurons\"|})] partial Probe P { get; }",
            ["'D' has no neurons: it is an ensemble that computes directly; '.Neurons' goes after the name of an ensemble"]
        },
        {
            "[Connection(nameof(Ens), {|AN0422:\"Loop.Neurons\"|})] partial Connection C { get; }",
            ["'Loop' has no neurons: it is a connection; '.Neurons' goes after the name of an ensemble"]
        },
        {
            "[Connection({|AN0401:\"Ens.neurons\"|}, nameof(Ens))] partial Connection C { get; }",
            ["'Ens.neurons' is neither a node nor an ensemble of 'Sample'; did you mean 'Ens.Neurons'?"]
        },

        // What neurons have, and what decodes
        {
            "[Connection(\"Ens.Neurons[0]\", nameof(Ens))] static double {|AN0423:C|}(double x) => x;",
            ["'Ens.Neurons[0]' means single neurons, of which no function is computed; let the connection start at 'Ens', or give it a 'Transform' instead"]
        },
        {
            "[Connection(\"Ens.Neurons[0]\", nameof(Ens), Function = {|AN0423:nameof(Matrix)|})] partial Connection C { get; }",
            ["'Ens.Neurons[0]' means single neurons, of which no function is computed; let the connection start at 'Ens', or give it a 'Transform' instead"]
        },
        {
            "[Connection(\"Ens.Neurons[0]\", nameof(Ens), Solver = {|AN0411:nameof(S)|})] partial Connection C { get; } static readonly Solver S = new LstsqL2();",
            ["'Ens.Neurons[0]' means single neurons, which are not decoded; leave 'Solver' out"]
        },
        {
            "[Ensemble(3, 1), Direct] partial Ensemble D { get; } [Connection(nameof(D), nameof(Ens), Solver = {|AN0411:nameof(S)|})] partial Connection C { get; } static readonly Solver S = new LstsqL2();",
            ["'D' computes directly, without neurons to decode; leave 'Solver' out"]
        },
        {
            "[Connection(nameof(Wave), nameof(Ens), Weights = {|AN0425:true|})] partial Connection C { get; }",
            ["'C' cannot have 'Weights': 'Wave' is a node, which has no neurons to decode; they lead from the neurons of an ensemble to those of another"]
        },
        {
            "[Connection(\"Ens[0]\", \"Ens.Neurons[0]\", Weights = {|AN0425:true|})] partial Connection C { get; }",
            ["'C' cannot have 'Weights': 'Ens.Neurons[0]' has no encoders, since it means neurons; they lead from the neurons of an ensemble to those of another"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens), ScaleEvalPoints = {|AN0427:false|})] partial Connection C { get; }",
            ["'ScaleEvalPoints' of 'C' has no effect: there are no 'EvalPoints'; leave it out"]
        },
        {
            "[Connection(nameof(Wave), nameof(Ens), Function = {|AN0427:nameof(Matrix)|})] partial Connection C { get; }",
            ["'Function' of 'C' has no effect: 'Wave' is a node, which has no neurons to decode; leave it out"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens), Function = {|AN0428:nameof(Flat)|}, EvalPoints = nameof(Matrix))] partial Connection C { get; }",
            ["'Function' of 'C' must be the name of a method, or of a static 'double[,]' with the function's values, and 'Flat' is of type 'double[]'"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens), Function = {|AN0429:nameof(Matrix)|}, EvalPoints = nameof(Draw))] partial Connection C { get; }",
            ["'Matrix' holds values of the function of 'C' at points that nothing gives; add 'EvalPoints', a static 'double[,]' with as many rows"]
        },
        {
            "[Probe(nameof(Ens), Synapse = 0.1), {|AN0430:Triangle(0.1)|}] partial Probe P { get; }",
            ["'P' has 2 synapses; keep one: 'Synapse', or an attribute such as [Alpha]"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens)), Lowpass({|AN0414:-0.1|})] partial Connection C { get; }",
            ["'Synapse' of 'C' is -0.1; a time constant is a positive number of seconds, and 'Synapse = null' is no synapse"]
        },
    };
}
