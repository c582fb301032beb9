using Xunit.Abstractions;

namespace AotNeuro.Tests.Processes;

/// <summary>Nengo's processes, as outputs of nodes; the noise with the seeds 101 to 105.</summary>
public sealed class ProcessReferenceTests(ITestOutputHelper output)
{
    private static readonly ReferenceModel Reference = ReferenceModel.Read("processes");

    /// <summary>Each process, and the largest deviation allowed: 0 is every bit.</summary>
    private static readonly Dictionary<string, (Process Process, double Tolerance)> Processes = new()
    {
        ["white_noise"] = (new WhiteNoise(new Gaussian(0.0, 0.5)) { Seed = 101 }, 0.0),
        ["white_noise_unscaled"] = (new WhiteNoise(new Uniform(-1.0, 1.0), scale: false) { Seed = 102 }, 0.0),
        ["filtered_noise"] = (new FilteredNoise(new Alpha(0.01)) { Seed = 103 }, 1e-13),
        ["brown_noise"] = (new BrownNoise { Seed = 104 }, 0.0),
        ["white_signal"] = (new WhiteSignal(0.2, 30.0, 0.6, 0.1) { Seed = 105 }, 1e-14),
        ["present_input"] = (new PresentInput(new[,] { { 0.1, 0.2 }, { 0.3, -0.4 }, { 0.5, 0.6 } }, 0.03), 0.0),
        ["piecewise"] = (new Piecewise([(0.02, 0.5), (0.05, -0.5), (0.1, 0.25)]), 0.0),
    };

    public static TheoryData<string> Names => [.. Reference.Probes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_are_those_of_Nengo(string name)
    {
        (Process process, double tolerance) = Processes[name];
        ReferenceArray expected = Reference.Probes[name].Values!;
        double[,] actual = process.Run(Reference.Seconds, expected.Shape[1], Reference.Dt, seed: 0);
        Assert.Equal((expected.Shape[0], expected.Shape[1]), (actual.GetLength(0), actual.GetLength(1)));
        double largest = expected.Data.Zip(actual.Cast<double>(), (theirs, ours) => Math.Abs(theirs - ours)).Max();
        output.WriteLine($"{name}: {largest:0.0e0}");
        Assert.InRange(largest, 0.0, tolerance);
    }
}
