#:project ../src/AotNeuro/AotNeuro.csproj
#:project ../src/AotNeuro.Plotting/AotNeuro.Plotting.csproj
#:property Optimize=true

// A pendulum under neural control. Spiking neurons compute a spring and a damper towards the goal, which know nothing of
// gravity; others learn what is missing, by PES, from what the spring has to do. Halfway through somebody doubles the load.
// The pendulum is the host's: it writes what it measures, steps the model, and reads the torque. A million turns of that
// loop are timed one by one; `--steps 1000` times fewer.
using System.Diagnostics;
using AotNeuro;
using AotNeuro.Plotting;

const double Seconds = 40.0;
int option = Array.IndexOf(args, "--steps");
int timed = option >= 0 ? int.Parse(args[option + 1]) : 1_000_000;
string folder = Directory.CreateDirectory(option != 0 && args.Length > 0 ? args[0] : Path.Combine("samples", "figures")).FullName;

(double[] times, double[] goal, double[] stiff) = Swing(isLearning: false);
(_, _, double[] adaptive) = Swing(isLearning: true);
double[] latencies = Time(timed, out long bytes, out int collections);
Array.Sort(latencies);

var figure = new Figure(800, 760) { Title = "A pendulum under neural control" };
Panel without = figure.AddPanel("A spring and a damper; the load doubles at 20 s");
without.YTitle = "angle (rad)";
without.Reference(times, goal, "goal").Line(times, stiff, "angle");
Panel with = figure.AddPanel("The same, with neurons that learn what is missing");
(with.XTitle, with.YTitle) = ("time (s)", "angle (rad)");
with.Reference(times, goal, "goal").Line(times, adaptive, "angle");
(double[] microseconds, double[] turns) = Histogram(latencies);
Panel latency = figure.AddPanel($"How long a turn of the loop takes ({timed:N0} turns)");
(latency.XTitle, latency.YTitle, latency.IsLogarithmic) = ("time of a turn (µs)", "turns", true);
latency.Line(microseconds, turns);
figure.Save(Path.Combine(folder, "pendulum.png"));

Console.WriteLine($"In the last cycle the pendulum is off by {Rms(stiff):0.000} rad (root mean square), and by {Rms(adaptive):0.000} rad where it learns.");
Console.WriteLine($"A turn of the loop takes {At(0.5):0.00} us (median of {timed}), {At(0.999):0.00} us (percentile 99.9), {latencies[^1]:0.0} us (longest).");
Console.WriteLine($"The loop allocated {bytes} bytes and collected garbage {collections} times.");

static (double[] Times, double[] Goal, double[] Angle) Swing(bool isLearning)
{
    var controller = new Controller();
    var pendulum = new Pendulum();
    int steps = (int)(Seconds / controller.Dt);
    (double[] times, double[] goal, double[] angle) = (new double[steps], new double[steps], new double[steps]);
    controller.Learning[0] = isLearning ? 1.0 : 0.0;
    for (int i = 0; i < steps; i++)
    {
        pendulum.Load = controller.Time < Seconds / 2 ? 1.0 : 2.0;
        Turn(controller, pendulum);
        (times[i], goal[i], angle[i]) = (controller.Time, controller.Goal[0], pendulum.Angle);
    }

    return (times, goal, angle);
}

// All that a host does: write, step, read.
static void Turn(Controller controller, Pendulum pendulum)
{
    const double Frequency = 2.0 * Math.PI / 5.0;
    (controller.Goal[0], controller.Goal[1]) =
        (0.8 * Math.Sin(Frequency * controller.Time), 0.8 * Frequency * Math.Cos(Frequency * controller.Time));
    (controller.Measured[0], controller.Measured[1]) = (pendulum.Angle, pendulum.Velocity);
    controller.Step();
    pendulum.Push(controller.Torque[0], controller.Dt);
}

static double[] Time(int steps, out long bytes, out int collections)
{
    var controller = new Controller();
    var pendulum = new Pendulum();
    var microseconds = new double[steps];
    controller.Learning[0] = 1.0;
    for (int i = 0; i < 5_000; i++)
    {
        Turn(controller, pendulum);
    }

    GC.Collect();
    collections = GC.CollectionCount(0);
    bytes = GC.GetAllocatedBytesForCurrentThread();
    for (int i = 0; i < steps; i++)
    {
        long start = Stopwatch.GetTimestamp();
        Turn(controller, pendulum);
        microseconds[i] = (Stopwatch.GetTimestamp() - start) * 1e6 / Stopwatch.Frequency;
    }

    bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
    collections = GC.CollectionCount(0) - collections;
    return microseconds;
}

double At(double share) => latencies[(int)(share * (latencies.Length - 1))];

// Bins each a tenth wider than the one before, from the shortest turn to the longest; empty ones are left out.
static (double[] Microseconds, double[] Turns) Histogram(double[] sorted)
{
    var bins = new SortedDictionary<int, int>();
    foreach (double value in sorted)
    {
        int bin = (int)Math.Floor(Math.Log(value, 1.1));
        bins[bin] = bins.GetValueOrDefault(bin) + 1;
    }

    return ([.. bins.Keys.Select(bin => Math.Pow(1.1, bin + 0.5))], [.. bins.Values.Select(count => (double)count)]);
}

double Rms(double[] angle)
{
    int first = (int)((Seconds - 5.0) / 0.001);
    return Math.Sqrt(Enumerable.Range(first, angle.Length - first).Average(i => Math.Pow(angle[i] - goal[i], 2)));
}

/// <summary>A load at the end of a rod of a metre, with some friction.</summary>
sealed class Pendulum
{
    public double Load { get; set; } = 1.0;

    public double Angle { get; private set; }

    public double Velocity { get; private set; }

    public void Push(double torque, double seconds)
    {
        Velocity += (torque - 9.81 * Load * Math.Sin(Angle) - 0.2 * Velocity) / Load * seconds;
        Angle += Velocity * seconds;
    }
}

[NeuralModel(Seed = 0)]
partial class Controller
{
    // Angle in rad and velocity in rad/s.
    [Input(2)]
    public partial Span<double> Goal { get; }

    [Input(2)]
    public partial Span<double> Measured { get; }

    // 1 to learn, 0 to leave things as they are.
    [Input(1)]
    public partial Span<double> Learning { get; }

    [Output(nameof(Command))]
    public partial ReadOnlySpan<double> Torque { get; }

    // How far the pendulum is from its goal, and what a spring and a damper do about it.
    [Ensemble(neurons: 300, dimensions: 2)]
    public partial Ensemble Error { get; }

    [Connection(nameof(Goal), nameof(Error), Synapse = null)]
    partial Connection GoalToError { get; }

    [Connection(nameof(Measured), nameof(Error), Synapse = null, Transform = -1)]
    partial Connection MeasuredToError { get; }

    [Connection(nameof(Error), nameof(Spring), Synapse = 0.005)]
    static double SpringAndDamper(double angle, double velocity) => 30 * angle + 10 * velocity;

    [Node(SizeIn = 1)]
    partial Node Spring { get; }

    [Connection(nameof(Spring), nameof(Command), Synapse = null)]
    partial Connection SpringToCommand { get; }

    // What the pendulum needs besides depends on where it is; at first nobody knows how.
    [Ensemble(neurons: 500, dimensions: 2, Radius = 1.5)]
    public partial Ensemble Place { get; }

    [Connection(nameof(Measured), nameof(Place), Synapse = null)]
    partial Connection MeasuredToPlace { get; }

    [Connection(nameof(Place), nameof(Command), Synapse = 0.005), PES(LearningRate = 2e-4)]
    static double Learned(double angle, double velocity) => 0;

    // As long as the spring has to do something, something is missing.
    [Connection(nameof(Spring), "Missing[0]", Synapse = null)]
    partial Connection SpringToMissing { get; }

    [Connection(nameof(Learning), "Missing[1]", Synapse = null)]
    partial Connection LearningToMissing { get; }

    [Connection(nameof(Missing), nameof(Learned))]
    partial Connection Teach { get; }

    [Node]
    static double Missing(double t, double spring, double isLearning) => -spring * isLearning;

    [Node(SizeIn = 1)]
    partial Node Command { get; }
}
