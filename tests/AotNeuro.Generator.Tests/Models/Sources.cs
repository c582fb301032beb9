namespace AotNeuro.Generator.Tests;

/// <summary>Models as users write them, each with some shape of generated code that the others do not have.</summary>
internal static class Sources
{
    /// <summary>A program with the example of the design: scalar node, decoded function, decoded probe, spikes.</summary>
    public const string SineSquared = """
        using AotNeuro;

        var model = new SineSquared();
        model.Run(seconds: 2.0);
        Console.WriteLine(model.SquareDecoded.Last[0]);

        [NeuralModel(Seed = 0)]
        partial class SineSquared
        {
            [Node]
            static double Stimulus(double t) => Math.Sin(2 * Math.PI * t);

            [Ensemble(neurons: 30, dimensions: 1), Izhikevich]
            public partial Ensemble Ens { get; }

            [Ensemble(neurons: 30, dimensions: 1), Izhikevich(TauRecovery = 0.2)]
            public partial Ensemble Square { get; }

            [Connection(nameof(Stimulus), nameof(Ens))]
            partial Connection StimulusToEns { get; }

            // A method that carries [Connection] is the function which that connection decodes.
            [Connection(nameof(Ens), nameof(Square))]
            static double Squared(double x) => x * x;

            [Probe(nameof(Square), Synapse = 0.03)]
            public partial Probe SquareDecoded { get; }

            [Probe(nameof(Ens), Signal = ProbeSignal.Spikes)]
            public partial Probe EnsSpikes { get; }
        }
        """;

    /// <summary>A model with C functions, in a namespace and a class.</summary>
    public const string Exported = """
        using AotNeuro;

        namespace Robots;

        internal static partial class Left
        {
            [NeuralModel(Seed = 3), NativeExport("left_arm")]
            public partial class Arm
            {
                [Input(2)]
                public partial System.Span<double> GoalPosition { get; }

                [Output(nameof(Place), Synapse = 0.02)]
                public partial System.ReadOnlySpan<double> Position { get; }

                [Ensemble(neurons: 40, dimensions: 2)]
                public partial Ensemble Place { get; }

                [Connection(nameof(GoalPosition), nameof(Place))]
                public partial Connection Move { get; }

                [Probe(nameof(Place), Signal = ProbeSignal.Spikes)]
                public partial Probe PlaceSpikes { get; }
            }
        }
        """;

    /// <summary>Two ensembles of one shape, in a public model with documentation.</summary>
    public const string Channel = """
        using AotNeuro;

        namespace Networks.Communication;

        /// <summary>Documented.</summary>
        [NeuralModel(Seed = 5)]
        public partial class Channel
        {
            [Node]
            private static double Stimulus(double t) => t;

            /// <summary>Documented.</summary>
            [Ensemble(neurons: 100, dimensions: 1)]
            public partial Ensemble A { get; }

            /// <summary>Documented.</summary>
            [Ensemble(neurons: 100, dimensions: 1)]
            public partial Ensemble B { get; }

            /// <summary>Documented.</summary>
            [Connection(nameof(Stimulus), nameof(A))]
            public partial Connection StimulusToA { get; }

            /// <summary>Documented.</summary>
            [Connection(nameof(A), nameof(B))]
            public partial Connection AToB { get; }

            /// <summary>Documented.</summary>
            [Probe(nameof(B), Synapse = 0.01)]
            public partial Probe BDecoded { get; }
        }
        """;

    /// <summary>Parameters of neuron types that are set at run time, alone and shared; values of ensembles in all spellings.</summary>
    public const string Tunables = """
        using AotNeuro;

        [NeuralModel(Dt = 0.0005)]
        internal partial class Tuned
        {
            private static readonly double[,] Directions = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };

            private static readonly Distribution Rates = new Uniform(50, 100);

            [Node(0.5, -0.5)]
            public partial Node Input { get; }

            [Ensemble(neurons: 4, dimensions: 2, Radius = 1.5, Encoders = nameof(Directions), MaxRates = nameof(Rates), Seed = 7), Izhikevich]
            public partial Ensemble Cells { get; }

            [Ensemble(neurons: 4, dimensions: 2, Intercepts = 0.1, MaxRates = new[] { 100.0, 110, 120, 130 }), LIF(TauRef = 0.001)]
            public partial Ensemble Others { get; }

            [Tunable(nameof(Cells), nameof(Izhikevich.ResetVoltage))]
            public partial double ResetVoltage { get; set; }

            [Tunable(nameof(Others), nameof(LIF.TauRc))]
            public partial double TauRc { get; set; }

            [Connection(nameof(Input), nameof(Cells))]
            private partial Connection InputToCells { get; }

            [Connection(nameof(Cells), nameof(Others), Transform = new[] { 2.0, 0.5 }, Synapse = 0.1)]
            private partial Connection CellsToOthers { get; }

            [Probe(nameof(Others), Signal = ProbeSignal.Voltage)]
            public partial Probe Voltage { get; }

            [Probe(nameof(Cells), Signal = ProbeSignal.Current)]
            public partial Probe Current { get; }

            [Probe(nameof(Cells), Signal = ProbeSignal.Output)]
            public partial Probe Output { get; }
        }
        """;

    /// <summary>Every form of node, and the transforms and functions of connections between them.</summary>
    public const string Nodes = """
        using AotNeuro;

        internal partial struct Robot
        {
            [NeuralModel(Seed = 1)]
            internal sealed partial class Body
            {
                private static readonly double[,] Mix = { { 1, 2 }, { 3, 4 }, { 5, 6 } };
                private double _angle;

                [Node]
                private const double Gravity = 9.81;

                [Node(0.25)]
                private partial Node Fixed { get; }

                [Node(nameof(Clock))]
                public partial Node Replaceable { get; }

                [Node(SizeIn = 2)]
                private partial Node Passthrough { get; }

                [Node(SizeIn = 5)]
                private partial Node Wide { get; }

                [Probe(nameof(Motor))]
                public partial Probe MotorOutput { get; }

                [Connection(nameof(Gravity), nameof(Motor), Synapse = null, Transform = -1)]
                private partial Connection GravityToMotor { get; }

                [Connection(nameof(Replaceable), nameof(Motor), Synapse = null)]
                private partial Connection ReplaceableToMotor { get; }

                [Connection(nameof(Polar), nameof(Passthrough), Synapse = null)]
                private partial Connection PolarToPassthrough { get; }

                [Connection(nameof(Passthrough), nameof(Mixed), Synapse = null, Transform = nameof(Mix))]
                private partial Connection PassthroughToMixed { get; }

                [Connection(nameof(Spread), nameof(Wide), Transform = new[] { 1.0, 2, 3, 4, 5 })]
                private partial Connection SpreadToWide { get; }

                [Connection(nameof(Wide), nameof(Log))]
                private partial Connection WideToLog { get; }

                [Connection(nameof(Polar), nameof(Sensor), Synapse = 0.1)]
                private static double Length(double x, double y) => Math.Sqrt(x * x + y * y);

                [Node]
                private static (double X, double Y) Polar(double t) => (Math.Cos(t), Math.Sin(t));

                [Node]
                private double Motor(double t, double force) => _angle += force * t;

                [Node]
                private double Sensor(double t, double noise) => _angle + noise;

                [Node(SizeIn = 3, SizeOut = 2)]
                private static void Mixed(double t, ReadOnlySpan<double> x, Span<double> y) => x[1..].CopyTo(y);

                [Node(SizeOut = 5)]
                private static void Spread(double t, Span<double> y) => y.Fill(t);

                [Node(SizeIn = 5)]
                private void Log(double t, ReadOnlySpan<double> x) => _angle = x[0];

                private static double Clock(double t) => t;
            }
        }
        """;

    /// <summary>PES in the loop over the neurons: of spikes, and of rates.</summary>
    public const string Learning = """
        using AotNeuro;

        namespace Networks;

        [NeuralModel(Seed = 1)]
        internal partial class Learning
        {
            [Ensemble(neurons: 24, dimensions: 1)] public partial Ensemble Pre { get; }
            [Ensemble(neurons: 16, dimensions: 1), Tanh] public partial Ensemble Rates { get; }
            [Node(SizeIn = 2)] public partial Node Result { get; }
            [Node(SizeIn = 2)] public partial Node Error { get; }
            [Connection(nameof(Pre), nameof(Result), Function = nameof(Both)), PES] public partial Connection FromSpikes { get; }
            [Connection(nameof(Rates), nameof(Result), Function = nameof(Both)), PES] public partial Connection FromRates { get; }
            [Connection(nameof(Result), nameof(Error))] public partial Connection ResultToError { get; }
            [Connection(nameof(Error), nameof(FromSpikes))] public partial Connection ErrorToSpikes { get; }
            [Connection(nameof(Error), nameof(FromRates))] public partial Connection ErrorToRates { get; }
            [Probe(nameof(Result))] public partial Probe Record { get; }

            static (double, double) Both(double x) => (x, x * x);
        }
        """;

    /// <summary>More dimensions than fit registers and more decoded values than are summed in the loop; probes that do not keep every step.</summary>
    public const string Wide = """
        using AotNeuro;

        namespace Networks
        {
            [NeuralModel(Seed = 2)]
            partial class Wide
            {
                [Ensemble(neurons: 50, dimensions: 5)]
                public partial Ensemble Vector { get; }

                [Ensemble(neurons: 20, dimensions: 1)]
                public partial Ensemble Scalar { get; }

                [Connection(nameof(Vector), nameof(Scalar))]
                static double Product(double a, double b, double c, double d, double e) => a * b * c * d * e;

                [Connection(nameof(Vector), nameof(Vector), Synapse = 0.1, SizeMid = 5)]
                static void Rotate(ReadOnlySpan<double> x, Span<double> y)
                {
                    x[1..].CopyTo(y);
                    y[4] = x[0];
                }

                [Probe(nameof(Vector), SampleEvery = 0.01)]
                public partial Probe Sampled { get; }

                [Probe(nameof(Vector), Synapse = 0.02, KeepLast = 100)]
                public partial Probe Latest { get; }

                [Probe(nameof(Scalar), Signal = ProbeSignal.Spikes, SampleEvery = 0.005)]
                public partial Probe SampledSpikes { get; }
            }
        }
        """;

    /// <summary>Several models in a file, in partial types of all kinds; the inner ones have one name.</summary>
    public const string Places = """
        using AotNeuro;

        namespace Outer.Space
        {
            internal partial record Holder
            {
                internal partial interface IInner
                {
                    [NeuralModel]
                    partial class Small
                    {
                        [Ensemble(8, 1)] internal partial Ensemble E { get; }
                    }
                }
            }

            [NeuralModel]
            partial class Small
            {
                [Ensemble(8, 1)] internal partial Ensemble E { get; }
            }
        }

        [NeuralModel]
        partial class Empty;
        """;

    /// <summary>A rate type of the user's, whose rates become spikes in one ensemble and are decoded as they are in the other.</summary>
    public const string OwnRateType = """
        using AotNeuro;

        namespace Mine;

        [NeuronType(HasNegativeOutput = true)]
        internal partial struct Softsign
        {
            [NeuronParameter] public double Highest = 300.0;

            public Softsign()
            {
            }

            public double Step(double current, double dt) => Highest * current / (1.0 + Math.Abs(current));

            public readonly void GainBias(ReadOnlySpan<double> maxRates, ReadOnlySpan<double> intercepts, Span<double> gain, Span<double> bias)
            {
                gain.Fill(1.0);
                bias.Clear();
            }
        }

        internal sealed class SoftsignAttribute : NeuronTypeAttribute<Softsign>
        {
            public double Highest { get; set; }
        }

        [NeuralModel(Seed = 3)]
        internal partial class Network
        {
            [Ensemble(10, 1), Softsign]
            public partial Ensemble Rates { get; }

            [Ensemble(10, 4), Softsign(Highest = 250), RegularSpiking]
            public partial Ensemble Spikes { get; }

            [Probe(nameof(Rates))]
            public partial Probe OfRates { get; }

            [Probe(nameof(Spikes))]
            public partial Probe OfSpikes { get; }

            [Probe(nameof(Spikes), Signal = ProbeSignal.Spikes)]
            public partial Probe Times { get; }
        }
        """;

    /// <summary>A neuron type of the user's, with a parameter that decides, in the compilation that uses it.</summary>
    public const string OwnNeuronType = """
        using AotNeuro;

        namespace Mine;

        /// <summary>Documented.</summary>
        [NeuronType(SettleTime = 0.05)]
        public partial struct Adaptive
        {
            /// <summary>Documented.</summary>
            [NeuronParameter] public double Tau = 0.02;
            /// <summary>Documented.</summary>
            [NeuronParameter] public double Adaptation = 0.01;

            /// <summary>Documented.</summary>
            [NeuronState(0.0, 1.0)] public double Voltage;
            /// <summary>Documented.</summary>
            [NeuronState(0.0)] public double Threshold;

            /// <summary>Documented.</summary>
            public Adaptive()
            {
            }

            /// <summary>Documented.</summary>
            public bool Step(double current, double dt)
            {
                double decay = Math.Exp(-dt / Tau);
                Voltage = current - (current - Voltage) * decay;
                bool spiked = Voltage > 1.0 + Threshold;
                if (spiked)
                {
                    Voltage = 0.0;
                    Threshold += Adaptation;
                }
                else
                {
                    Threshold *= decay;
                }

                return spiked;
            }
        }

        internal sealed class AdaptiveAttribute : NeuronTypeAttribute<Adaptive>
        {
            public double Tau { get; set; }
            public double Adaptation { get; set; }
        }

        [NeuralModel(Seed = 3)]
        internal partial class Network
        {
            [Ensemble(10, 1), Adaptive(Adaptation = 0.02)]
            public partial Ensemble Cells { get; }

            [Probe(nameof(Cells), Signal = nameof(Adaptive.Threshold))]
            public partial Probe Threshold { get; }

            [Probe(nameof(Cells), Signal = ProbeSignal.Spikes)]
            public partial Probe Spikes { get; }
        }
        """;

    /// <summary>Mistakes: a target that does not exist, an ensemble of no neurons, a tunable of nothing.</summary>
    public const string Mistakes = """
        using AotNeuro;

        /// <summary>Documented.</summary>
        [NeuralModel]
        public partial class Mistaken
        {
            /// <summary>Documented.</summary>
            [Ensemble(0, 1)]
            public partial Ensemble Ens { get; }

            /// <summary>Documented.</summary>
            [Tunable(nameof(Ens), "Missing")]
            public partial double Value { get; set; }

            [Connection(nameof(Ens), "Nothing")]
            internal partial Connection ToNothing { get; }
        }
        """;

    /// <summary>A chain of LIF ensembles of one shape, or of so many neurons each, the last of which is probed.</summary>
    public static string Chain(int ensembles, Func<int, int>? neurons = null)
    {
        IEnumerable<string> members = Enumerable.Range(0, ensembles).Select(i => $$"""
                [Ensemble({{neurons?.Invoke(i) ?? 100}}, 1)] public partial Ensemble E{{i}} { get; }
                [Connection(nameof({{(i == 0 ? "Start" : $"E{i - 1}")}}), nameof(E{{i}}))] partial Connection ToE{{i}} { get; }

            """);
        return $$"""
            using AotNeuro;

            [NeuralModel(Seed = 0)]
            internal partial class Chain
            {
                [Node] static double Start(double t) => t;

            {{string.Concat(members)}}
                [Probe(nameof(E{{ensembles - 1}}), Synapse = 0.01)] public partial Probe Last { get; }
            }
            """;
    }
}
