// The seed page as a program of its own, for its size, its memory and how soon it steps.
using System.Diagnostics;
using AotNeuro.Benchmarks;

var model = new SeedPage();
model.Step();

// The clock is the system's, so that the process which starts this one can subtract its own reading.
long afterFirstStep = Stopwatch.GetTimestamp();
model.Run(seconds: 1.0);
Console.WriteLine(afterFirstStep);
switch (args)
{
    case ["wait"]:
        // Memory is read from outside, while the process lives: reading it here would change it.
        Console.ReadLine();
        break;
    case ["time", var repetitions]:
        var times = new double[int.Parse(repetitions, null)];
        for (int i = 0; i < times.Length; i++)
        {
            const int Steps = 2000;
            model.Reset();
            long start = Stopwatch.GetTimestamp();
            model.RunSteps(Steps);
            times[i] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Steps;
        }

        Array.Sort(times);
        Console.WriteLine(times[times.Length / 2]);
        break;
}
