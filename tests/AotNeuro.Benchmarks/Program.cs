// dotnet run -c Release --project tests/AotNeuro.Benchmarks [-- --out file.md] [--rounds 9] [--no-aot] [--only W1,W4]
//     -- --instructions   instructions of a step instead
//     -- --growth         cost from few neurons and dimensions to many instead, with samples/figures/growth.png
//     -- --algebra        what products and factorisations of builds reach of the processor's peak instead
using System.Globalization;
using AotNeuro.Benchmarks;

int rounds = int.Parse(Option("--rounds") ?? "9", CultureInfo.InvariantCulture);
string[]? only = Option("--only")?.Split(',');
IEnumerable<Workload> wanted = Workload.All.Where(workload => only is null ? workload.IsQuick : only.Contains(workload.Name));
DirectoryInfo folder = Directory.CreateTempSubdirectory("aotneuro-benchmarks-");
try
{
    string report = args.Contains("--instructions") ? InstructionReport.Of(folder.FullName)
        : args.Contains("--growth") ? Growth.Measure(rounds)
        : args.Contains("--algebra") ? Algebra.Measure(rounds)
        : MeasureWorkloads();
    Console.Write(report);
    if (Option("--out") is { } file)
    {
        File.WriteAllText(file, report);
    }
}
finally
{
    folder.Delete(recursive: true);
}

string MeasureWorkloads()
{
    CTwin? twin = CTwin.Compile(folder.FullName);
    var measurements = new List<Measurement>();
    foreach (Workload workload in wanted)
    {
        Tell(workload.Name);
        measurements.Add(Measurement.Take(workload, twin, rounds));
    }

    string report = Report.Of(measurements, rounds);
    if (args.Contains("--no-aot"))
    {
        return report;
    }

    Tell("NativeAOT");
    AotFigures[] pages = [.. AotFigures.InstructionSets().Select(set => AotFigures.Measure(set, folder.FullName))];
    string[] programs = AotSteps.Publish(folder.FullName);
    var steps = new List<AotSteps>();
    foreach (Workload workload in wanted.Where(workload => workload.HasTwin))
    {
        Tell($"{workload.Name} as NativeAOT programs");
        steps.Add(AotSteps.Measure(workload, programs, rounds));
    }

    return report + AotSteps.Table(steps) + AotFigures.Table(pages);
}

// The report is printed at the end, minutes later.
static void Tell(string what) => Console.Error.WriteLine($"measuring {what}");

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;
