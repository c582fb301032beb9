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
        Thread.Sleep(10_000);
        break;
    case ["time"]:
        // The reader divides and sorts: this program is measured too.
        for (int i = 0; i < 40; i++)
        {
            model.Reset();
            long start = Stopwatch.GetTimestamp();
            model.RunSteps(2000);
            Console.WriteLine(Stopwatch.GetTimestamp() - start);
        }

        break;
}
