// Sizes are written in attributes, so each size is a model of its own. For one large ensemble no decoders are solved: zeros cost a step what
// others would, and a million neurons are there in a second.
namespace AotNeuro.Benchmarks;

[NeuralModel(Seed = 0)]
internal sealed partial class Neurons1
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(1, 1, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node] private const double Input = 0.5;
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Neurons7
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(7, 1, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node] private const double Input = 0.5;
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Neurons10
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(10, 1, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node] private const double Input = 0.5;
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Neurons30
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(30, 1, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node] private const double Input = 0.5;
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Neurons100
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(100, 1, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node] private const double Input = 0.5;
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Neurons300
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(300, 1, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node] private const double Input = 0.5;
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Neurons1000
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(1000, 1, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node] private const double Input = 0.5;
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Neurons3000
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(3000, 1, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node] private const double Input = 0.5;
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Neurons10000
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(10000, 1, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node] private const double Input = 0.5;
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Neurons30000
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(30000, 1, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node] private const double Input = 0.5;
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Neurons100000
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(100000, 1, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node] private const double Input = 0.5;
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Neurons300000
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(300000, 1, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node] private const double Input = 0.5;
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Neurons1000000
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(1000000, 1, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node] private const double Input = 0.5;
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Array1
{
    [EnsembleArray(50, 1)] public partial EnsembleArray Ens { get; }
    [Node(SizeOut = 1)] private static void Input(double t, Span<double> y) => y.Fill(0.5);
    [Connection(nameof(Input), "Ens.Input")] public partial Connection InputToEns { get; }
    [Probe("Ens.Output", Synapse = 0.03, KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Array2
{
    [EnsembleArray(50, 2)] public partial EnsembleArray Ens { get; }
    [Node(SizeOut = 2)] private static void Input(double t, Span<double> y) => y.Fill(0.5);
    [Connection(nameof(Input), "Ens.Input")] public partial Connection InputToEns { get; }
    [Probe("Ens.Output", Synapse = 0.03, KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Array4
{
    [EnsembleArray(50, 4)] public partial EnsembleArray Ens { get; }
    [Node(SizeOut = 4)] private static void Input(double t, Span<double> y) => y.Fill(0.5);
    [Connection(nameof(Input), "Ens.Input")] public partial Connection InputToEns { get; }
    [Probe("Ens.Output", Synapse = 0.03, KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Array8
{
    [EnsembleArray(50, 8)] public partial EnsembleArray Ens { get; }
    [Node(SizeOut = 8)] private static void Input(double t, Span<double> y) => y.Fill(0.5);
    [Connection(nameof(Input), "Ens.Input")] public partial Connection InputToEns { get; }
    [Probe("Ens.Output", Synapse = 0.03, KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Array16
{
    [EnsembleArray(50, 16)] public partial EnsembleArray Ens { get; }
    [Node(SizeOut = 16)] private static void Input(double t, Span<double> y) => y.Fill(0.5);
    [Connection(nameof(Input), "Ens.Input")] public partial Connection InputToEns { get; }
    [Probe("Ens.Output", Synapse = 0.03, KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Array32
{
    [EnsembleArray(50, 32)] public partial EnsembleArray Ens { get; }
    [Node(SizeOut = 32)] private static void Input(double t, Span<double> y) => y.Fill(0.5);
    [Connection(nameof(Input), "Ens.Input")] public partial Connection InputToEns { get; }
    [Probe("Ens.Output", Synapse = 0.03, KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Array64
{
    [EnsembleArray(50, 64)] public partial EnsembleArray Ens { get; }
    [Node(SizeOut = 64)] private static void Input(double t, Span<double> y) => y.Fill(0.5);
    [Connection(nameof(Input), "Ens.Input")] public partial Connection InputToEns { get; }
    [Probe("Ens.Output", Synapse = 0.03, KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Array128
{
    [EnsembleArray(50, 128)] public partial EnsembleArray Ens { get; }
    [Node(SizeOut = 128)] private static void Input(double t, Span<double> y) => y.Fill(0.5);
    [Connection(nameof(Input), "Ens.Input")] public partial Connection InputToEns { get; }
    [Probe("Ens.Output", Synapse = 0.03, KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Array256
{
    [EnsembleArray(50, 256)] public partial EnsembleArray Ens { get; }
    [Node(SizeOut = 256)] private static void Input(double t, Span<double> y) => y.Fill(0.5);
    [Connection(nameof(Input), "Ens.Input")] public partial Connection InputToEns { get; }
    [Probe("Ens.Output", Synapse = 0.03, KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Array512
{
    [EnsembleArray(50, 512)] public partial EnsembleArray Ens { get; }
    [Node(SizeOut = 512)] private static void Input(double t, Span<double> y) => y.Fill(0.5);
    [Connection(nameof(Input), "Ens.Input")] public partial Connection InputToEns { get; }
    [Probe("Ens.Output", Synapse = 0.03, KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Array1024
{
    [EnsembleArray(50, 1024)] public partial EnsembleArray Ens { get; }
    [Node(SizeOut = 1024)] private static void Input(double t, Span<double> y) => y.Fill(0.5);
    [Connection(nameof(Input), "Ens.Input")] public partial Connection InputToEns { get; }
    [Probe("Ens.Output", Synapse = 0.03, KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Dimensions1
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(1000, 1, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node(SizeOut = 1)] private static void Input(double t, Span<double> y) => y.Fill(0.5 / Math.Sqrt(y.Length));
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Dimensions2
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(1000, 2, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node(SizeOut = 2)] private static void Input(double t, Span<double> y) => y.Fill(0.5 / Math.Sqrt(y.Length));
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Dimensions4
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(1000, 4, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node(SizeOut = 4)] private static void Input(double t, Span<double> y) => y.Fill(0.5 / Math.Sqrt(y.Length));
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Dimensions8
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(1000, 8, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node(SizeOut = 8)] private static void Input(double t, Span<double> y) => y.Fill(0.5 / Math.Sqrt(y.Length));
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Dimensions16
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(1000, 16, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node(SizeOut = 16)] private static void Input(double t, Span<double> y) => y.Fill(0.5 / Math.Sqrt(y.Length));
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Dimensions32
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(1000, 32, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node(SizeOut = 32)] private static void Input(double t, Span<double> y) => y.Fill(0.5 / Math.Sqrt(y.Length));
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Dimensions64
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(1000, 64, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node(SizeOut = 64)] private static void Input(double t, Span<double> y) => y.Fill(0.5 / Math.Sqrt(y.Length));
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Dimensions128
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(1000, 128, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node(SizeOut = 128)] private static void Input(double t, Span<double> y) => y.Fill(0.5 / Math.Sqrt(y.Length));
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Dimensions256
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(1000, 256, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node(SizeOut = 256)] private static void Input(double t, Span<double> y) => y.Fill(0.5 / Math.Sqrt(y.Length));
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Dimensions512
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(1000, 512, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node(SizeOut = 512)] private static void Input(double t, Span<double> y) => y.Fill(0.5 / Math.Sqrt(y.Length));
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}

[NeuralModel(Seed = 0)]
internal sealed partial class Dimensions1024
{
    private static readonly Solver Given = new NoSolver();

    [Ensemble(1000, 1024, EvalPointCount = 1)] public partial Ensemble Ens { get; }
    [Node(SizeOut = 1024)] private static void Input(double t, Span<double> y) => y.Fill(0.5 / Math.Sqrt(y.Length));
    [Connection(nameof(Input), nameof(Ens))] public partial Connection InputToEns { get; }
    [Probe(nameof(Ens), Synapse = 0.03, Solver = nameof(Given), KeepLast = 1)] public partial Probe Decoded { get; }
}
