namespace AotNeuro.Generator.Tests;

/// <summary>Nodes and ensembles of a random model.</summary>
internal sealed partial class RandomModel
{
    private static readonly string[] Voltage = ["Voltage"];

    /// <summary>Neuron types as attributes, whether they spike, and the states that probes can record.</summary>
    private static readonly (string Attribute, bool IsSpiking, string[] States)[] NeuronTypes =
    [
        ("", true, ["Voltage", "RefractoryTime"]),
        ("LIF", true, ["Voltage", "RefractoryTime"]),
        ("LIF(TauRc = 0.03, TauRef = 0.001, MinVoltage = -0.5, Amplitude = 0.5)", true, ["Voltage", "RefractoryTime"]),
        ("Izhikevich", true, ["Voltage", "Recovery"]),
        ("Izhikevich(TauRecovery = 0.1, ResetVoltage = -55, ResetRecovery = 2)", true, ["Voltage", "Recovery"]),
        ("AdaptiveLIF(IncN = 0.1, TauN = 0.05)", true, ["Voltage", "RefractoryTime", "Adaptation"]),
        ("SpikingRectifiedLinear", true, Voltage),
        ("SpikingRectifiedLinear(Amplitude = 0.2)", true, Voltage),
        ("LIFRate", false, []),
        ("LIFRate(TauRc = 0.05, Amplitude = 0.01)", false, []),
        ("AdaptiveLIFRate(IncN = 0.1, TauN = 0.05)", false, ["Adaptation"]),
        ("RectifiedLinear(Amplitude = 0.1)", false, []),
        ("Sigmoid", false, []),
        ("Tanh(TauRef = 0.002)", false, []),
        ("LIFRate, RegularSpiking(Amplitude = 0.5)", true, ["Voltage", "RateOut"]),
        ("AdaptiveLIFRate, RegularSpiking", true, ["Voltage", "RateOut", "Adaptation"]),
        ("LIFRate, PoissonSpiking", true, ["RateOut"]),
        ("Tanh(TauRef = 0.002), StochasticSpiking(Amplitude = 0.5)", true, ["RateOut"]),
        ("RectifiedLinear, StochasticSpiking", true, ["RateOut"]),
        ("Direct", false, []),
    ];

    private void WriteEnsemble()
    {
        string name = NewName("E");
        (string type, bool isSpiking, string[] states) = Pick(NeuronTypes);
        bool isDirect = type == "Direct";

        // Whole blocks of lanes now and then: some loops are only for them.
        int neurons = Chance(0.4) ? 8 * Int(1, 5) : Int(1, 40);
        int dimensions = Chance(0.5) ? Int(1, 2) : Int(3, 6);
        List<string> arguments = [$"{neurons}", $"{dimensions}", $"EvalPointCount = {Int(50, 300)}"];
        arguments.AddRange(Chance(0.3) ? [$"Radius = {Pick("0.5", "2", "1.3")}"] : []);
        arguments.AddRange(Chance(0.1) ? [$"Seed = {Int(0, 1000)}"] : []);
        if (!isDirect && !type.Contains("Izhikevich", StringComparison.Ordinal))
        {
            // Where there are few neurons, some must fire at the evaluation points.
            arguments.AddRange(Chance(0.2) ? [$"Gain = 4, Bias = new[] {{ {Numbers(neurons, 0.9)} }}"] : neurons < 5 ? ["Intercepts = -0.5"] : []);
            arguments.AddRange(Chance(0.2) ? [$"Noise = nameof({WriteProcess("Noise")})"] : []);
        }

        Line($"[Ensemble({string.Join(", ", arguments)}){(type.Length > 0 ? ", " + type : "")}] partial Ensemble {name} {{ get; }}");
        _vertices.Add(new(name, dimensions, dimensions) { IsEnsemble = true, Neurons = isDirect ? 0 : neurons, IsSpiking = isSpiking, States = states });
    }

    private void WriteNode()
    {
        string name = NewName("N");
        int size = Int(1, Chance(0.3) ? 6 : 3);
        Vertex vertex = Int(0, 9) switch
        {
            0 => Constant(name),
            1 => Property(name, $"[Node({Numbers(size)})]", 0, size),
            2 or 3 => OfTime(name, size),
            4 or 5 => OfTimeAndInput(name, size),
            6 => Property(name, $"[Node(nameof({WriteFunction("F", size, Int(1, 4), isTimed: true)}))]", 0, 0),
            7 => new(WriteNodeProcess(name, size), 0, size),
            8 => Sink(name, size),
            _ => Property(name, $"[Node(SizeIn = {size})]", size, size) with { IsPassthrough = true },
        };
        _vertices.Add(vertex);
    }

    private Vertex Constant(string name)
    {
        Line($"[Node] private const double {name} = {Number()};");
        return new(name, 0, 1);
    }

    private Vertex Property(string name, string attribute, int sizeIn, int sizeOut)
    {
        Line($"{attribute} partial Node {name} {{ get; }}");
        return attribute.Contains("nameof", StringComparison.Ordinal) ? new(name, _functionSizes.In, _functionSizes.Out) : new(name, sizeIn, sizeOut);
    }

    private Vertex OfTime(string name, int size)
    {
        if (Chance(0.5))
        {
            Line($"[Node(SizeOut = {size})] static void {name}(double t, Span<double> y) {{ for (int i = 0; i < y.Length; i++) {{ y[i] = Math.Sin({Int(5, 200)} * t + i); }} }}");
        }
        else
        {
            Line($"[Node] static {Tuple(size)} {name}(double t) => {Pack(size, i => $"Math.Cos({Int(5, 200)} * t + {i})")};");
        }

        return new(name, 0, size);
    }

    private Vertex OfTimeAndInput(string name, int size)
    {
        int sizeOut = Int(1, 4);
        if (Chance(0.5))
        {
            Line($"[Node(SizeIn = {size}, SizeOut = {sizeOut})] static void {name}(double t, ReadOnlySpan<double> x, Span<double> y) "
                + $"{{ for (int i = 0; i < y.Length; i++) {{ y[i] = Math.Sin(x[i % x.Length] + {Number()} * t); }} }}");
        }
        else
        {
            Line($"[Node] static {Tuple(sizeOut)} {name}(double t, {Parameters(size)}) => {Pack(sizeOut, i => $"Math.Sin(10 * t + x{i % size})")};");
        }

        return new(name, size, sizeOut);
    }

    private Vertex Sink(string name, int size)
    {
        Line($"[Node(SizeIn = {size}, SizeOut = 0)] static void {name}(double t, ReadOnlySpan<double> x) => GC.KeepAlive(t + x[0]);");
        return new(name, size, 0);
    }

    /// <summary>The sizes of the function that was written last.</summary>
    private (int In, int Out) _functionSizes;

    /// <summary>A method of scalars, of bounded values.</summary>
    private string WriteFunction(string prefix, int sizeIn, int sizeOut, bool isTimed)
    {
        string name = NewName(prefix);
        _functionSizes = (sizeIn, sizeOut);
        Line($"static {Tuple(sizeOut)} {name}({(isTimed ? "double t, " : "")}{Parameters(sizeIn)}) => {Body(sizeIn, sizeOut)};");
        return name;
    }

    private string Body(int sizeIn, int sizeOut) =>
        Pack(sizeOut, i => Pick($"Math.Sin(x{i % sizeIn} + {Number()})", $"Math.Cos(3 * x{Int(0, sizeIn - 1)})", Number(), $"Math.Clamp(x{i % sizeIn} * x{Int(0, sizeIn - 1)}, -1, 1)"));

    private string WriteNodeProcess(string name, int size)
    {
        Line($"[Node(SizeOut = {size})] static readonly Process {name} = {NewProcess(size)};");
        return name;
    }

    private string WriteProcess(string prefix)
    {
        string name = NewName(prefix);
        Line($"static readonly Process {name} = {NewProcess(null)};");
        return name;
    }

    /// <summary>A process; of any size if none is given.</summary>
    private string NewProcess(int? size)
    {
        string seed = Chance(0.5) ? $" {{ Seed = {Int(0, 1000)} }}" : "";
        return Int(0, size is null ? 2 : 4) switch
        {
            0 => $"new WhiteNoise(new Gaussian(0.1, 0.2)){seed}",
            1 => $"new FilteredNoise(new Alpha(0.01), new Uniform(-0.5, 0.5)){seed}",
            2 => $"new WhiteSignal(1.0, 30.0){seed}",
            3 => $"new PresentInput(new double[,] {{ {{ {Numbers(size!.Value)} }}, {{ {Numbers(size.Value)} }} }}, 0.01)",
            _ => $"new Piecewise([(0.005, new double[] {{ {Numbers(size!.Value)} }}), (0.02, new double[] {{ {Numbers(size.Value)} }})])",
        };
    }

    private static string Tuple(int size) => size == 1 ? "double" : $"({List(size, _ => "double")})";

    private static string Parameters(int size) => List(size, i => $"double x{i}");

    private static string Pack(int size, Func<int, string> item) => size == 1 ? item(0) : $"({List(size, item)})";
}
