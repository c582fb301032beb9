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
    if (args.Contains("--instructions"))
    {
        Print(InstructionReport.Of(folder.FullName));
    }
    else if (args.Contains("--growth"))
    {
        Print(Growth.Measure(rounds));
    }
    else if (args.Contains("--algebra"))
    {
        Print(Algebra.Measure(rounds));
    }
    else
    {
        MeasureWorkloads();
    }
}
finally
{
    folder.Delete(recursive: true);
}

void MeasureWorkloads()
{
    CTwin? twin = CTwin.Compile(folder.FullName);
    Print(Report.Of(Each(wanted, "", workload => Measurement.Take(workload, twin, rounds)), rounds));
    if (args.Contains("--no-aot"))
    {
        return;
    }

    string[] programs = AotSteps.Publish(folder.FullName);
    Print(AotSteps.Table(Each(wanted.Where(workload => workload.HasTwin), " as NativeAOT programs", workload => AotSteps.Measure(workload, programs, rounds))));
    Print(AotFigures.Table(AotFigures.InstructionSets().Select(set => AotFigures.Measure(set, folder.FullName))));
}

// Each takes seconds to minutes.
List<T> Each<T>(IEnumerable<Workload> workloads, string how, Func<Workload, T> measure)
{
    var results = new List<T>();
    foreach (Workload workload in workloads)
    {
        Console.Error.WriteLine($"measuring {workload.Name}{how}");
        results.Add(measure(workload));
    }

    return results;
}

// Printed as soon as it is known, and gathered in a file if one is named.
void Print(string report)
{
    Console.Write(report);
    if (Option("--out") is { } file)
    {
        File.AppendAllText(file, report);
    }
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;
