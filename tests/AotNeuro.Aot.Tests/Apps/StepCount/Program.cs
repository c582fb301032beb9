// StepCount <model> <steps>: builds a model of the benchmarks and runs it, for whoever counts the instructions.
using AotNeuro;
using AotNeuro.Benchmarks;

NeuralModel model = args[0] switch
{
    "W1" => new SeedPage(),
    "W2" => new Channel(),
    "W4" => new Integrator(),
    _ => throw new ArgumentException($"There is no model {args[0]} to count."),
};
model.RunSteps(int.Parse(args[1], null));
