using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/AotNeuro.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
