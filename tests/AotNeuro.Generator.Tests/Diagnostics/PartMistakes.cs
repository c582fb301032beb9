namespace AotNeuro.Generator.Tests;

/// <summary>Members with mistakes in parts and their paths, for <see cref="RuleVariantTests"/>.</summary>
internal static class PartMistakes
{
    public static TheoryData<string, string[]> All => new()
    {
        {
            "[EnsembleArray(3, 2, Radius = {|AN0302:-1.0|}), LIF(TauRc = {|AN0113:double.NaN|})] partial EnsembleArray A { get; }",
            ["'Radius' of 'A.Ensembles' is -1; it must be positive and finite", "'TauRc' of 'A.Ensembles' is NaN; it must be finite"]
        },
        {
            "[{|AN0901:EnsembleArray(3, 0)|}] partial EnsembleArray A { get; } [Probe(\"A.Output\")] partial Probe P { get; } [Connection(\"A.Output\", nameof(Ens))] partial Connection C { get; }",
            ["'A' cannot be a part of 'Sample': 'ensembles' is 0, and must be at least 1"]
        },
        {
            "[EnsembleArray(3, 2, Seed = {|AN0107:-1|})] partial EnsembleArray A { get; }",
            ["'Seed' of 'A' is -1; a seed is at least 0"]
        },
        {
            "[EnsembleArray(3, 2)] partial Ensemble {|AN0109:A|} { get; }",
            ["'A' is of type 'AotNeuro.Ensemble', but [EnsembleArray] goes on a property of type 'EnsembleArray'"]
        },
        {
            "[EnsembleArray(3, 2), ArrayOutput(\"B\", nameof(Wave2)), ArrayOutput(\"X\", {|AN0405:\"Wav2\"|})] partial EnsembleArray A { get; } static double Wave2(double x) => x;",
            ["'Sample' has no method 'Wav2'; did you mean 'Wave'?"]
        },
        {
            "[EnsembleArray(3, 2), ArrayOutput(\"B\", {|AN0407:nameof(F)|})] partial EnsembleArray A { get; } static double F(double x, double y) => x;",
            ["'F' takes 2 numbers, but 'A.Ensembles' has 1 dimension"]
        },
        {
            "[EnsembleArray(3, 2), ArrayOutput({|AN0902:\"a b\"|}, nameof(F))] partial EnsembleArray A { get; } static double F(double x) => x;",
            ["'a b' cannot be the name of an output of 'A': a name is an identifier of C#"]
        },
        {
            "[EnsembleArray(3, 2), ArrayOutput(\"B\", nameof(F)), ArrayOutput({|AN0902:\"B\"|}, nameof(F))] partial EnsembleArray A { get; } static double F(double x) => x;",
            ["'B' cannot be the name of an output of 'A': another output has that name"]
        },
        {
            "[EnsembleArray(3, 2)] partial EnsembleArray A { get; } [Connection({|AN0401:\"A.Ouput\"|}, nameof(Pair))] partial Connection C { get; }",
            ["'A.Ouput' is neither a node nor an ensemble of 'Sample'; did you mean 'A.Output'?"]
        },
        {
            "[EnsembleArray(3, 2)] partial EnsembleArray A { get; } [Connection({|AN0402:nameof(A)|}, nameof(Pair))] partial Connection C { get; }",
            ["'A' is a part of the model; a connection leads from a node or ensemble to a node or ensemble"]
        },
        {
            "[EnsembleArray(3, 2)] partial EnsembleArray A { get; } [Connection({|AN0426:\"A.Ensembles\"|}, nameof(Pair))] partial Connection C { get; }",
            ["'A.Ensembles' stands for 2 ensembles, which are connected one by one; connect 'A.Output'"]
        },
        {
            "[EnsembleArray(3, 2), EnsembleDefaults(Radius = {|AN0302:-1.0|})] partial EnsembleArray A { get; }",
            ["'Radius' of 'A.Ensembles' is -1; it must be positive and finite"]
        },
        {
            "[Ensemble(3, 1), {|AN0114:EnsembleDefaults(Radius = 2.0)|}] partial Ensemble A { get; }",
            ["[EnsembleDefaults] on 'A' says something of [Part] or a network of the library, which is not there; add that, or remove [EnsembleDefaults]"]
        },
        {
            "[Part, EnsembleDefaults(Radius = -1)] partial Inside {|AN0901:A|} { get; } [NeuralModel] partial class Inside { [Ensemble(3, 1)] partial Ensemble E { get; } [Probe(nameof(E))] partial Probe P { get; } }",
            ["'A' cannot be a part of 'Sample': that model has mistakes of its own, or the defaults given here make some in it"]
        },
        {
            "[BasalGanglia(2, AmpaSynapse = {|AN0415:true|}, GabaSynapse = {|AN0414:-0.1|})] partial BasalGanglia B { get; }",
            [
                "'AmpaSynapse' of 'B.SubthalamicToInternus' must be a time constant in seconds, null, or the name of a static Synapse, and this is not",
                "'GabaSynapse' of 'B.StriatumD1ToInternus' is -0.1; a time constant is a positive number of seconds, and 'GabaSynapse = null' is no synapse",
            ]
        },
        {
            "[AssociativeMemory(2, 2, {|AN0904:nameof(Flat)|}, InputScale = {|AN0904:new[] { 1.0 }|})] partial AssociativeMemory M { get; }",
            [
                "'InputVectors' of [AssociativeMemory] of 'M' must be the name of a static 'double[,]', and 'Flat' is of type 'double[]'",
                "'InputScale' of [AssociativeMemory] of 'M' must be a number, an array of numbers, or the name of a static 'double[]', and 1 number are not one for each of 2 items",
            ]
        },
        {
            "[AssociativeMemory(2, 2, nameof(Keys)), MemoryInput({|AN0903:\"ElementInput\"|}, {|AN0904:0|}, {|AN0904:\"Key\"|})] partial AssociativeMemory M { get; } static readonly double[,] Keys = { { 1, 0 }, { 0, 1 } };",
            [
                "'ElementInput' cannot be the name of an input or output of 'M': names of that kind are kept for what every memory has",
                "'dimensions' of [MemoryInput] of 'M' must be at least 1, and is 0",
                "'vectors' of [MemoryInput] of 'M' must be the name of a static 'double[,]', and 'Sample' has no field or property 'Key'",
            ]
        },
        {
            "[AssociativeMemory(2, 2, nameof(Keys)), MemoryOutput(\"B\", 2, nameof(Keys)), MemoryOutput({|AN0903:\"B\"|}, 2, nameof(Keys))] partial AssociativeMemory M { get; } static readonly double[,] Keys = { { 1, 0 }, { 0, 1 } };",
            ["'B' cannot be the name of an input or output of 'M': another input or output has that name"]
        },
        {
            "[AssociativeMemory(2, 2, nameof(Keys)), MemoryDefault({|AN0904:nameof(Keys)|}, Output = {|AN0904:\"Outptu\"|}, Neurons = {|AN0904:0|}, MinActivationValue = {|AN0904:0|})] partial AssociativeMemory M { get; } static readonly double[,] Keys = { { 1, 0 }, { 0, 1 } };",
            [
                "'vector' of [MemoryDefault] of 'M' must be the name of a static 'double[]', and 'Keys' is of type 'double[,]'",
                "'Output' of [MemoryDefault] of 'M' must be the name of an output, and 'M' has no output 'Outptu'; did you mean 'Output'?",
                "'Neurons' of [MemoryDefault] of 'M' must be at least 1, and is 0",
                "'MinActivationValue' of [MemoryDefault] of 'M' must be a finite number above 0, and is 0",
            ]
        },
        {
            "[AssociativeMemory(2, 2, nameof(Keys)), MemoryDefault(nameof(Flat)), MemoryDefault(nameof(Flat), Output = {|AN0904:\"Output\"|})] partial AssociativeMemory M { get; } static readonly double[,] Keys = { { 1, 0 }, { 0, 1 } };",
            ["'Output' of [MemoryDefault] of 'M' must be the name of an output, and 'Output' has such a vector already"]
        },
        {
            "[EnsembleArray(3, 2), {|AN0114:MemoryOutput(\"B\", 2, \"Flat\")|}] partial EnsembleArray A { get; }",
            ["[MemoryOutput] on 'A' says something of [AssociativeMemory], which is not there; add that, or remove [MemoryOutput]"]
        },
        {
            "[Part] partial Ensemble {|AN0901:A|} { get; }",
            ["'A' cannot be a part of 'Sample': its type has no [NeuralModel]"]
        },
        {
            "[Part] partial Sample {|AN0901:A|} { get; } [Probe(\"A.Ens\")] partial Probe P { get; }",
            ["'A' cannot be a part of 'Sample': a model cannot hold itself"]
        },
    };
}
