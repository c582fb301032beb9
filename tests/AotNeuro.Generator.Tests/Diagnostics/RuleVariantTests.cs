using AotNeuro.Generator.Diagnostics;

namespace AotNeuro.Generator.Tests;

/// <summary>Mistakes beside those of the pages: the other arguments, places and wordings of each rule, and what must not follow from them.</summary>
public sealed class RuleVariantTests
{
    private const string Objects = """
        [Ensemble(neurons: 3, dimensions: 1), LIF] public partial Ensemble Ens { get; }
        [Ensemble(neurons: 3, dimensions: 2), Izhikevich] public partial Ensemble Pair { get; }
        [Node] static double Wave(double t) => t;
        [Node(SizeIn = 1)] partial Node Relay { get; }
        [Connection(nameof(Ens), nameof(Ens))] partial Connection Loop { get; }
        [Probe(nameof(Ens))] partial Probe Record { get; }
        static readonly double[] Flat = [1.0, 2.0, 3.0];
        static readonly double[,] Matrix = { { 1.0 }, { 1.0 }, { 1.0 } };
        static readonly Distribution Draw = new Uniform(0.1, 0.2);
        """;

    public static TheoryData<string, string[]> Mistakes => new()
    {
        // The class and its members
        { "[Ensemble(3, 1, Seed = {|AN0107:-2|})] partial Ensemble E { get; }", ["'Seed' of 'E' is -2; a seed is at least 0"] },
        { "[Connection(nameof(Ens), nameof(Ens), Seed = {|AN0107:-2|})] partial Connection E { get; }", ["'Seed' of 'E' is -2; a seed is at least 0"] },
        { "[Probe(nameof(Ens), Seed = {|AN0107:-2|})] partial Probe E { get; }", ["'Seed' of 'E' is -2; a seed is at least 0"] },
        {
            "[Tunable(nameof(Ens), nameof(LIF.TauRc))] public double {|AN0108:Tau|} { get; set; }",
            ["'Tau' must be declared 'public partial double Tau { get; set; }', so that the generator can complete it"]
        },
        {
            "[Tunable(nameof(Ens), nameof(LIF.TauRc))] public partial int {|AN0109:Tau|} { get; set; }",
            ["'Tau' is of type 'int', but [Tunable] goes on a property of type 'double'"]
        },
        {
            "[Node(1.0), Probe(nameof(Ens))] public partial Node {|AN0110:Both|} { get; }",
            ["'Both' is declared as [Node] and [Probe]; a member declares one object"]
        },
        {
            "[Node] static double {|AN0111:@event|}(double t) => t;",
            ["'event' cannot be the name of an object of a model, since it is a keyword of C#; choose another name"]
        },
        {
            "[Node] const double {|AN0111:Memory|} = 1;",
            ["'Memory' cannot be the name of an object of a model, since generated code uses it; choose another name"]
        },
        { "[Node] const double {|AN0113:C|} = double.NegativeInfinity;", ["'output' of 'C' is -Infinity; it must be finite"] },
        {
            "[Ensemble(3, 1), LIFRate, PoissonSpiking(Amplitude = {|AN0113:double.NaN|})] partial Ensemble E { get; }",
            ["'PoissonSpiking.Amplitude' of 'E' is NaN; it must be finite"]
        },
        { "[Ensemble(3, 1), LIF(TauRc = {|AN0113:double.NaN|})] partial Ensemble E { get; }", ["'TauRc' of 'E' is NaN; it must be finite"] },
        {
            "[Ensemble(2, 1, Encoders = new[] { 1, {|AN0113:double.NaN|} })] partial Ensemble E { get; }",
            ["'Encoders' of 'E' is NaN; it must be finite"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens), Transform = {|AN0113:double.NaN|})] partial Connection C { get; }",
            ["'Transform' of 'C' is NaN; it must be finite"]
        },

        // Nodes
        { "[Node({|AN0201:\"Nothing\"|})] partial Node N { get; }", ["'Sample' has no method 'Nothing'"] },
        {
            "[{|AN0203:Node|}] static void N(double t, ReadOnlySpan<double> x, Span<double> y) { }",
            ["The function of 'N' has spans, whose sizes it does not say; give [Node] 'SizeIn' and 'SizeOut'"]
        },
        {
            "[Node(SizeOut = 1, SizeIn = {|AN0204:2|})] static void N(double t, Span<double> y) { }",
            ["'SizeIn' of 'N' is 2, but its function takes no input; leave 'SizeIn' out"]
        },
        {
            "[Node(1.0, 2.0, SizeOut = {|AN0204:3|})] partial Node N { get; }",
            ["'SizeOut' of 'N' is 3, but its constant has 2 numbers; leave 'SizeOut' out"]
        },
        {
            "[Node(SizeIn = 2, SizeOut = {|AN0204:1|})] partial Node N { get; }",
            ["'SizeOut' of 'N' is 1, but it passes 2 dimensions on; leave 'SizeOut' out"]
        },
        { "[Node(SizeOut = {|AN0205:-1|})] static double N(double t) => t;", ["'SizeOut' of 'N' is -1; a size is at least 1"] },

        // Ensembles
        { "[Ensemble(3, {|AN0301:-1|})] partial Ensemble E { get; }", ["'dimensions' of 'E' is -1; an ensemble has at least 1 neuron and 1 dimension"] },
        { "[Ensemble(3, 1, Radius = {|AN0302:double.NaN|})] partial Ensemble E { get; }", ["'Radius' of 'E' is NaN; it must be positive and finite"] },
        {
            "[Ensemble(3, 1, MaxRates = {|AN0306:true|})] partial Ensemble E { get; }",
            ["'MaxRates' of 'E' must be a number, an array of numbers, or the name of a static 'double[]' or 'Distribution', and this is not"]
        },
        {
            "[Ensemble(3, 1, Encoders = {|AN0306:1.0|})] partial Ensemble E { get; }",
            ["'Encoders' of 'E' must be an array of numbers, or the name of a static 'double[,]' or 'Distribution', and a number is not"]
        },
        {
            "[Ensemble(3, 1, Encoders = {|AN0306:nameof(Flat)|})] partial Ensemble E { get; }",
            ["'Encoders' of 'E' must be an array of numbers, or the name of a static 'double[,]' or 'Distribution', and 'Flat' is of type 'double[]'"]
        },
        {
            "[Ensemble(3, 1, EvalPoints = {|AN0306:new[] { 1.0 }|})] partial Ensemble E { get; }",
            ["'EvalPoints' of 'E' must be the name of a static 'double[,]' or 'Distribution', and an array is not"]
        },
        {
            "[Ensemble(3, 1, EvalPoints = {|AN0306:\"Points\"|})] partial Ensemble E { get; }",
            ["'EvalPoints' of 'E' must be the name of a static 'double[,]' or 'Distribution', and 'Sample' has no field or property 'Points'"]
        },
        {
            "[Ensemble(3, 1, Intercepts = {|AN0306:nameof(None)|})] partial Ensemble E { get; } static Uniform? None => null;",
            ["'Intercepts' of 'E' must be a number, an array of numbers, or the name of a static 'double[]' or 'Distribution', and 'None' is of type 'Uniform?'"]
        },
        {
            "[Ensemble(2, 2, Encoders = {|AN0307:new[] { 1.0, 0.0 }|})] partial Ensemble E { get; }",
            ["'Encoders' of 'E' has 2 numbers, but its 2 neurons need 4"]
        },
        { "[Ensemble(3, 1, MaxRates = {|AN0308:-5|})] partial Ensemble E { get; }", ["A max rate of 'E' is -5 Hz; it must be greater than 0"] },
        {
            "[Ensemble(2, 1, MaxRates = new double[] { 200, {|AN0309:500|} })] partial Ensemble E { get; }",
            ["A max rate of 'E' is 500 Hz, but with 'TauRef' = 0.002 its neurons fire at less than 500 Hz"]
        },

        // Connections
        { "[Connection({|AN0401:\"\"|}, nameof(Ens))] partial Connection C { get; }", ["'' is neither a node nor an ensemble of 'Sample'"] },
        {
            "[Connection(target: {|AN0402:nameof(Loop)|}, source: nameof(Ens))] partial Connection C { get; }",
            ["'Loop' is a connection; a connection leads from a node or ensemble to a node or ensemble"]
        },
        {
            "[Node] const double Goal = 1; [Connection(nameof(Ens), {|AN0403:nameof(Goal)|})] partial Connection C { get; }",
            ["The node 'Goal' takes no input; its output is constant"]
        },
        {
            "static double F(double x) => x; [Connection(nameof(Pair), nameof(Ens), Function = {|AN0407:nameof(F)|})] partial Connection C { get; }",
            ["'F' takes 1 number, but 'Pair' has 2 dimensions"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens), SizeMid = {|AN0408:1|})] partial Connection C { get; }",
            ["'SizeMid' of 'C' is 1, but the connection has no function; leave it out"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens), SizeMid = {|AN0408:0|})] static void C(ReadOnlySpan<double> x, Span<double> y) { }",
            ["'SizeMid' of 'C' is 0, but a size is at least 1"]
        },
        {
            "[Connection(nameof(Ens), {|AN0409:nameof(Ens)|}, SizeMid = 2)] static void C(ReadOnlySpan<double> x, Span<double> y) { }",
            ["'C' gives 2 dimensions, but 'Ens' takes 1 dimension; change one of them, or give the connection a matrix as 'Transform'"]
        },
        {
            "[Connection(nameof(Ens), nameof(Pair), Transform = {|AN0409:new[] { 1.0, 2.0 }|})] partial Connection C { get; }",
            ["'Ens' gives 1 dimension, but 'Transform' takes 2 dimensions; change one of them, or give the connection a matrix as 'Transform'"]
        },
        {
            "[Connection(nameof(Pair), nameof(Ens), Transform = {|AN0409:new[] { 1.0, 2.0 }|})] partial Connection C { get; }",
            ["'Transform' gives 2 dimensions, but 'Ens' takes 1 dimension; change one of them, or give the connection a matrix as 'Transform'"]
        },
        {
            "[Probe(nameof(Ens), Solver = {|AN0412:\"None\"|})] partial Probe P { get; }",
            ["'Solver' of 'P' must be the name of a static 'Solver', and 'Sample' has no field or property 'None'"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens), Transform = {|AN0413:true|})] partial Connection C { get; }",
            ["'Transform' of 'C' must be a number, an array of numbers (the diagonal), null, or the name of a static 'double[,]', Distribution or Transform, and this is not"]
        },
        {
            "[Probe(nameof(Ens), Synapse = {|AN0414:double.PositiveInfinity|})] partial Probe P { get; }",
            ["'Synapse' of 'P' is Infinity; a time constant is a positive number of seconds, and 'Synapse = null' is no synapse"]
        },
        {
            "[Probe(nameof(Ens), Synapse = {|AN0415:new[] { 0.1 }|})] partial Probe P { get; }",
            ["'Synapse' of 'P' must be a time constant in seconds, null, or the name of a static Synapse, and an array is not"]
        },
        {
            "[Probe(nameof(Ens), Synapse = {|AN0416:0.0|})] partial Probe P { get; }",
            ["'Synapse = 0' delays the value of 'P' by one step; write 'Synapse = null' for no delay"]
        },
        {
            "[Connection(nameof(Ens), nameof(Ens), Synapse = {|AN0417:null|})] partial Connection C { get; }",
            ["Values would pass around Ens -> Ens within one step; give one of these connections a synapse"]
        },

        // Processes, gains and noise
        {
            "WhiteNoise Instance = new(); [Node({|AN0209:nameof(Instance)|})] partial Node N { get; }",
            ["The process 'Instance' must be static, since all instances of the model share it; declare 'Instance' as 'static readonly'"]
        },
        {
            "[Node(SizeOut = {|AN0205:0|})] static readonly Process N = new WhiteNoise();",
            ["'SizeOut' of 'N' is 0; a size is at least 1"]
        },
        {
            "[Ensemble(3, 1, Bias = {|AN0315:1.0|})] partial Ensemble E { get; }",
            ["'Bias' of 'E' is given without 'Gain'; give both, or neither"]
        },
        {
            "[Ensemble(3, 1, Gain = {|AN0306:true|}, Bias = {|AN0307:new[] { 1.0 }|})] partial Ensemble E { get; }",
            ["'Gain' of 'E' must be a number, an array of numbers, or the name of a static 'double[]' or 'Distribution', and this is not", "'Bias' of 'E' has 1 number, but its 3 neurons need 3"]
        },
        {
            "[Ensemble(3, 1, Gain = 1.0, Bias = nameof(Draw), Intercepts = {|AN0316:0.5|})] partial Ensemble E { get; }",
            ["'Intercepts' of 'E' has no effect beside 'Gain' and 'Bias'; leave it out"]
        },
        {
            "[Ensemble(3, 1, Noise = {|AN0317:nameof(N)|}), Direct] partial Ensemble E { get; } static readonly Process N = new WhiteNoise();",
            ["'Noise' of 'E' must be the name of a static Process, and there are no neurons to take it, since the ensemble computes directly"]
        },

        // Initial states
        {
            "[Ensemble(3, 1), Direct, InitialState({|AN0318:\"Voltage\"|}, 0.5)] partial Ensemble E { get; }",
            ["Direct neurons, which 'E' has, have no state 'Voltage' that can be set; they have none"]
        },
        {
            "[Ensemble(3, 1), LIF, InitialState({|AN0318:nameof(LIF.Refractory)|}, 0.5)] partial Ensemble E { get; }",
            ["LIF neurons, which 'E' has, have no state 'Refractory' that can be set; they have Voltage and RefractoryTime"]
        },
        {
            "[Ensemble(3, 1), InitialState(\"Voltage\", {|AN0320:nameof(None)|})] partial Ensemble E { get; } static Uniform? None => null;",
            ["Initial values of 'Voltage' of 'E' must be a number, an array of numbers, two ends of an interval, or the name of a static 'double[]' or 'Distribution', and 'None' is of type 'Uniform?'"]
        },
        {
            "[Ensemble(3, 1), InitialState(\"Voltage\", 0.5, {|AN0320:0.25|})] partial Ensemble E { get; }",
            ["Initial values of 'Voltage' of 'E' must be a number, an array of numbers, two ends of an interval, or the name of a static 'double[]' or 'Distribution', and 0.25 is below the lower end, 0.5"]
        },
        {
            "[Ensemble(3, 1), InitialState(\"Voltage\", new[] { 0.1, {|AN0113:double.NaN|}, 0.3 }), InitialState(\"RefractoryTime\", 0, {|AN0113:double.PositiveInfinity|})] partial Ensemble E { get; }",
            ["'Voltage' of 'E' is NaN; it must be finite", "'RefractoryTime' of 'E' is Infinity; it must be finite"]
        },
        {
            "[{|AN0114:InitialState(\"Voltage\", 0.5)|}] double X { get; }",
            ["[InitialState] on 'X' says something of [Ensemble] or a network of the library, which is not there; add that, or remove [InitialState]"]
        },
        {
            "[EnsembleArray(3, 2), InitialState(\"Voltage\", 0.1), InitialState({|AN0319:\"Voltage\"|}, {|AN0320:true|})] partial EnsembleArray A { get; }",
            [
                "'Voltage' of 'A.Ensembles' has initial values already; remove one of the attributes",
                "Initial values of 'Voltage' of 'A.Ensembles' must be a number, an array of numbers, two ends of an interval, or the name of a static 'double[]' or 'Distribution', and this is not",
            ]
        },

        // Probes and tunable parameters
        {
            "[Tunable(nameof(Ens), nameof(LIF.TauRc))] partial double Tau { get; set; } [Probe({|AN0502:nameof(Tau)|})] partial Probe P { get; }",
            ["'Tau' is a tunable parameter; nodes, ensembles and connections can be probed"]
        },
        {
            "[Probe(nameof(Wave), Signal = {|AN0503:ProbeSignal.Input|})] partial Probe P { get; }",
            ["'Wave' has no signal 'Input'; it can be probed for Output"]
        },
        {
            "[Probe(nameof(Loop), Signal = {|AN0503:ProbeSignal.Decoded|})] partial Probe P { get; }",
            ["'Loop' has no signal 'Decoded'; it can be probed for Output and Input"]
        },
        {
            "[Probe({|AN0503:nameof(Sink)|})] partial Probe P { get; } [Node(SizeIn = 1)] static void Sink(double t, ReadOnlySpan<double> x) { }",
            ["'Sink' has no signal 'Output'; it can be probed for Input"]
        },
        {
            "[Probe(nameof(Ens), SampleEvery = {|AN0505:double.NaN|})] partial Probe P { get; }",
            ["'SampleEvery' of 'P' is NaN; it must be a number of seconds of at least 'Dt' = 0.001"]
        },
        {
            "[Tunable({|AN0701:nameof(Wave)|}, \"TauRc\")] partial double Tau { get; set; }",
            ["'Wave' is not an ensemble of 'Sample'"]
        },
    };

    /// <summary>One mistake has one message: what follows from it says nothing more.</summary>
    public static TheoryData<string, string[]> FollowUps => new()
    {
        {
            "[Connection({|AN0401:\"Nothing\"|}, nameof(Ens))] static double C(double x, double y) => x;",
            ["'Nothing' is neither a node nor an ensemble of 'Sample'"]
        },
        {
            "[Node] static int {|AN0202:N|}(double t) => 1; [Connection(nameof(N), nameof(Pair))] partial Connection C { get; } "
                + "[Probe(nameof(N), Signal = ProbeSignal.Input)] partial Probe P { get; }",
            [
                "'N' cannot be the function of a node. Write 'double F(double t)', with one more 'double' per input dimension or with a tuple as result, or "
                + "'void F(double t, ReadOnlySpan<double> x, Span<double> y)', where x or y may be missing; found 'int N(double t)'.",
            ]
        },
        {
            "[Ensemble({|AN0301:0|}, 1, MaxRates = new[] { 200.0 })] partial Ensemble E { get; } [Connection(nameof(E), nameof(Ens))] partial Connection C { get; }",
            ["'neurons' of 'E' is 0; an ensemble has at least 1 neuron and 1 dimension"]
        },
    };

    /// <summary>Unusual, and right.</summary>
    public static TheoryData<string> Right =>
    [
        "[Node(1.0, 2.0)] partial Node N { get; } [Probe(nameof(N))] partial Probe P { get; }",
        "[Node(SizeIn = 1)] static void Sink(double t, ReadOnlySpan<double> x) { } [Probe(nameof(Sink), Signal = ProbeSignal.Input)] partial Probe P { get; }",
        "[Node(SizeOut = 2)] void Source(double t, Span<double> y) { } [Connection(nameof(Source), nameof(Pair))] partial Connection C { get; }",
        "[Node(SizeIn = 1)] static double N(double t, double x) => x; [Probe(nameof(N), Signal = ProbeSignal.Input)] partial Probe P { get; }",
        "[Node] const int N = 1; [Connection(nameof(N), nameof(Ens), Synapse = null)] partial Connection C { get; }",
        "[Ensemble(3, 1, MaxRates = nameof(Flat), Intercepts = nameof(Draw), Encoders = nameof(Matrix), EvalPoints = null)] partial Ensemble E { get; }",
        "[Ensemble(3, 1, MaxRates = 100, Encoders = new[] { 1, -1, 1 })] partial Ensemble E { get; }",
        "[Tunable(nameof(E), nameof(LIF.TauRef))] partial double Tau { get; set; } [Ensemble(3, 1, MaxRates = 500)] partial Ensemble E { get; }",
        "[Connection(nameof(Pair), nameof(Pair))] static (double, double) C(double x, double y) => (y, x);",
        "[Connection(nameof(Ens), nameof(Ens), SizeMid = 1)] void C(ReadOnlySpan<double> x, Span<double> y) => y[0] = x[0];",
        "[Connection(nameof(Wave), nameof(Ens), Transform = new[] { 2.0 })] partial Connection C { get; }",
        "[Connection(nameof(Wave), nameof(Ens), Solver = null)] static double C(double x) => x;",
        "[Connection(nameof(Ens), nameof(Relay), Synapse = null)] partial Connection A { get; } "
            + "[Connection(nameof(Relay), nameof(Ens))] partial Connection B { get; }",
        "[Connection(nameof(Relay), nameof(Relay))] partial Connection A { get; } [Probe(nameof(A), Signal = ProbeSignal.Input)] partial Probe P { get; }",
        "[Probe(nameof(Ens), Signal = \"Voltage\", Synapse = 0.1, SampleEvery = 0.001, KeepLast = 1)] partial Probe P { get; }",
        "[Probe(nameof(Ens), Signal = ProbeSignal.Spikes, Synapse = null, SampleEvery = 0.01)] partial Probe P { get; }",
        "[Ensemble(3, 1), LIFRate, RegularSpiking(Amplitude = 2)] partial Ensemble E { get; } "
            + "[Probe(nameof(E), Signal = ProbeSignal.Spikes)] partial Probe P { get; } [Probe(nameof(E), Signal = ProbeSignal.RateOut)] partial Probe Q { get; }",
        "[Tunable(nameof(E), \"RegularSpiking.Amplitude\")] partial double A { get; set; } [Ensemble(3, 1), LIFRate, RegularSpiking] partial Ensemble E { get; }",
        "[Probe(nameof(Ens), Signal = ProbeSignal.Output)] partial Probe P { get; } [Probe(nameof(Ens), Signal = ProbeSignal.Current)] partial Probe Q { get; }",
    ];

    [Theory]
    [MemberData(nameof(Mistakes))]
    [MemberData(nameof(FollowUps))]
    [MemberData(nameof(ConnectionMistakes.All), MemberType = typeof(ConnectionMistakes))]
    [MemberData(nameof(LearningMistakes.All), MemberType = typeof(LearningMistakes))]
    [MemberData(nameof(PartMistakes.All), MemberType = typeof(PartMistakes))]
    [MemberData(nameof(RangeMistakes.All), MemberType = typeof(RangeMistakes))]
    [MemberData(nameof(NengoMistakes.All), MemberType = typeof(NengoMistakes))]
    public Task Mistake_is_found_at_its_place_and_nothing_else_is(string members, string[] messages) =>
        AnalyzerRun.Verify(new ModelAnalyzer(), new NeuroGenerator(), ModelWith(members), messages);

    [Theory]
    [MemberData(nameof(Right))]
    [MemberData(nameof(UnusualConnections.All), MemberType = typeof(UnusualConnections))]
    public async Task Unusual_model_has_no_finding_and_its_code_compiles(string members)
    {
        await AnalyzerRun.Verify(new ModelAnalyzer(), new NeuroGenerator(), ModelWith(members));
        GeneratorRun.Of(new NeuroGenerator(), TrackingNames.All, ModelWith(members));
    }

    [Theory]
    [InlineData("partial record {|AN0103:R|} { }", "'R' must be an ordinary class: not static, not abstract, not a record, not local to a file")]
    [InlineData("static partial class {|AN0103:S|} { }", "'S' must be an ordinary class: not static, not abstract, not a record, not local to a file")]
    [InlineData("partial class {|AN0111:Memory|} { }", "'Memory' cannot be the name of a model, since generated code uses it; choose another name")]
    [InlineData(
        "partial class D { [Node(1.0)] static partial Node {|AN0108:N|} { get; } }",
        "'N' must be declared 'partial Node N { get; }', so that the generator can complete it")]
    [InlineData(
        "partial class D { [Node(1.0)] private partial Node {|AN0108:N|} { get; set; } }",
        "'N' must be declared 'private partial Node N { get; }', so that the generator can complete it")]
    [InlineData(
        "partial class D { public partial Ensemble E { get; } [Connection(\"A\", {|AN0401:\"B\"|})] partial Connection C { get; } [Node(SizeIn = 1)] partial Node A { get; } }",
        "'B' is neither a node nor an ensemble of 'D'; did you mean 'A'?")]
    public Task Class_that_is_wrong_in_CSharp_too(string declaration, string message) =>
        AnalyzerRun.Verify(new ModelAnalyzer(), null, "using AotNeuro; [NeuralModel] " + declaration, message);

    [Theory]
    [InlineData("public bool {|AN0601:Step|}(double j) => j > 1;", "Neuron type 'N': a neuron type needs a method 'bool Step(double current, double dt)', or 'double Step' that returns its output")]
    [InlineData(
        "[NeuronParameter] public double {|AN0601:Tau|}; public N() { } public bool Step(double j, double dt) => j > Tau;",
        "Neuron type 'N': parameter 'Tau' needs a constant as its default")]
    [InlineData(
        "public bool Step(double j, double dt) { {|AN0601:while (j > 0) { j -= 1; }|} return j > 1; }",
        "Neuron type 'N': this statement cannot be made into vector code; use local variables, assignments, 'if' and 'return'")]
    [InlineData("[HiddenNeuronState] public double {|AN0603:State|}; public bool Step(double j, double dt) { State += j; return State > 1; }",
        "A state of a neuron type cannot be named 'State', since every ensemble has a signal of that name; choose another name")]
    [InlineData("public float {|AN0601:Step|}(double j, double dt) => 1;", "Neuron type 'N': a neuron type needs a method 'bool Step(double current, double dt)', or 'double Step' that returns its output")]
    [InlineData(
        "{|AN0601:public bool Step(double j, double dt) { }|}",
        "Neuron type 'N': the step must end with 'return', and say whether the neuron spiked or what its output is")]
    [InlineData(
        "{|AN0601:public void Initialize() { }|} public bool Step(double j, double dt) => j > 1;",
        "Neuron type 'N': Initialize must be 'void Initialize(double dt)'")]
    public Task Neuron_type_that_cannot_be_compiled(string members, string message) =>
        AnalyzerRun.Verify(new NeuronTypeAnalyzer(), null, $"using AotNeuro; [NeuronType] public partial struct N {{ {members} }}", message);

    [Fact]
    public Task Type_around_a_neuron_type_must_be_partial() =>
        AnalyzerRun.Verify(
            new NeuronTypeAnalyzer(),
            null,
            "using AotNeuro; class {|AN0602:Outer|} { [NeuronType] public partial struct N { public bool Step(double j, double dt) => j > 1; } }",
            "'Outer' must be declared partial, so that the generator can complete the neuron type 'N'");

    private static string ModelWith(string members) => $$"""
        using AotNeuro;

        [NeuralModel(Seed = 0)]
        partial class Sample
        {
        {{Objects}}
        {{members}}
        }
        """;
}
