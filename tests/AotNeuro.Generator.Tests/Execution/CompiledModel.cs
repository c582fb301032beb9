using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Tests;

/// <summary>Compiles a source together with what the generator adds to it, loads the result and makes its models.</summary>
internal static class CompiledModel
{
    /// <summary>The model <c>Tested</c> with these members, after some steps.</summary>
    public static NeuralModel Run(string members, int steps)
    {
        NeuralModel model = Create($"using AotNeuro; [NeuralModel(Seed = 1)] partial class Tested {{ {members} }}");
        model.RunSteps(steps);
        return model;
    }

    /// <summary>The model <c>Tested</c> of a source, or another.</summary>
    public static NeuralModel Create(string source, string name = "Tested") =>
        Load(GeneratorRun.Of(new NeuroGenerator(), TrackingNames.All, source).Output, name);

    /// <summary>The model <c>Tested</c> of what was compiled, or another.</summary>
    public static NeuralModel Load(Compilation output, string name = "Tested")
    {
        using var stream = new MemoryStream();
        Assert.True(output.Emit(stream).Success);
        stream.Position = 0;
        Type type = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream).GetType(name, throwOnError: true)!;
        return (NeuralModel)Activator.CreateInstance(type, nonPublic: true)!;
    }

    /// <summary>All values that a probe recorded.</summary>
    public static double[] Recorded(this NeuralModel model, string probe) => model.Probes.Single(item => item.Name == probe).Values.ToArray();
}
