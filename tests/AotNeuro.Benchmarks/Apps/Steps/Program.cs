// The workloads as a program of its own: what building and stepping them takes where the compiler knew the instruction set beforehand.
//     Steps W4 40   builds W4, prints the milliseconds and the peak of memory in bytes, runs it as often, and prints the nanoseconds per step of each run
using System.Diagnostics;
using System.Globalization;
using AotNeuro;
using AotNeuro.Benchmarks;

Workload workload = Workload.All.First(candidate => candidate.Name == args[0]);
NeuralModel model = workload.Create();
model.Build();
using var self = System.Diagnostics.Process.GetCurrentProcess();
Print(model.BuildTime.TotalMilliseconds);
Print(self.PeakWorkingSet64);
for (int i = int.Parse(args[1], CultureInfo.InvariantCulture); i > 0; i--)
{
    model.Reset();
    long start = Stopwatch.GetTimestamp();
    model.RunSteps(workload.Steps);
    Print(Stopwatch.GetElapsedTime(start).TotalNanoseconds / workload.Steps);
}

static void Print(double value) => Console.WriteLine(value.ToString("R", CultureInfo.InvariantCulture));
