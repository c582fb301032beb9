// Runs random models and prints what their probes recorded, bit for bit: a line "model probe samples hash" for every probe, or a line
// with the error that ended the run.
using AotNeuro;
using AotNeuro.Aot.Tests.ReferenceModels;

const int Steps = 50;
foreach (Func<NeuralModel> create in Oracle.RandomModels.All)
{
    string name = create.Method.Name;
    try
    {
        NeuralModel model = create();
        name = model.GetType().Name;
        model.RunSteps(Steps);
        foreach (Probe probe in model.AllProbes)
        {
            Console.WriteLine($"{name} {probe.Name} {probe.Count} {BitHash.Of(probe.Values):x16}");
        }
    }
    catch (Exception exception)
    {
        Console.WriteLine($"{name} {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}");
    }
}
