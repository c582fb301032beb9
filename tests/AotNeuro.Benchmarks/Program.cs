// dotnet run -c Release --project tests/AotNeuro.Benchmarks [-- --out file.md] [--rounds 9] [--no-aot] [--only W1,W4]
//     -- --instructions   instructions of a step instead
//     -- --growth         cost from few neurons and dimensions to many instead, with samples/figures/growth.png
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
    Measurement[] measurements = [.. wanted.Select(workload => Measurement.Take(workload, twin, rounds))];
    IEnumerable<string?> instructionSets = args.Contains("--no-aot") ? [] : AotFigures.InstructionSets();
    AotFigures[] programs = [.. instructionSets.Select(set => AotFigures.Measure(set, folder.FullName))];
    return Report.Of(measurements, programs, rounds);
}

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;
