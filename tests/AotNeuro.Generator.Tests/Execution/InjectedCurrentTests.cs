using System.Runtime.Loader;
using AotNeuro.Generator.Emission;
using AotNeuro.Generator.Lowering;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Tests;

/// <summary>A kernel that takes a current per neuron beside the bias, called by itself.</summary>
public sealed class InjectedCurrentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Current_is_bias_and_injected_current_and_encoded_input(int dimensions)
    {
        const int Neurons = 12, Lanes = 16;
        StepPlan plan = Lowerer.Lower(ModelText.Parse($$"""
            [Ensemble({{Neurons}}, {{dimensions}}), RectifiedLinear] partial Ensemble A { get; }
            [Node] const double One = 1;
            [Connection(nameof(One), "A[0]")] partial Connection Input { get; }
            [Probe(nameof(A), Signal = ProbeSignal.Output)] partial Probe P { get; }
            """));
        NamedKernel named = plan.Kernels[0] with { Kernel = plan.Kernels[0].Kernel with { TakesInjected = true } };
        Action<double[], double[], double[], double[]> run = Compile(named);

        double[] constants = [.. Enumerable.Range(0, named.Kernel.ConstantSize(0)).Select(i => i + 1.0)];
        var state = new double[named.Kernel.StateSize];
        double[] input = [.. Enumerable.Range(0, dimensions).Select(d => 0.5 + d)];
        double[] injected = [.. Enumerable.Range(0, Lanes).Select(i => 100.0 * i)];
        run(constants, state, input, injected);
        for (int i = 0; i < Neurons; i++)
        {
            double expected = constants[i] + injected[i];
            for (int d = 0; d < dimensions; d++)
            {
                expected += constants[named.Kernel.Encoders + i / 8 * 8 * dimensions + d * 8 + i % 8] * input[d];
            }

            Assert.Equal(expected, state[named.Kernel.Output + i]);
        }
    }

    private static Action<double[], double[], double[], double[]> Compile(NamedKernel kernel)
    {
        var code = new CodeWriter();
        new KernelEmitter(code, kernel, 0.001).Emit();
        Compilation compilation = TestCompilation.Create($$"""
            using System.Runtime.CompilerServices;
            using System.Runtime.Intrinsics;
            using AotNeuro.CompilerServices;

            public static class Kernels
            {
                public static void Run(double[] constants, double[] state, double[] input, double[] injected) =>
                    {{kernel.Name}}(ref constants[0], ref state[0], ref input[0], ref injected[0]);

            {{code}}
            }
            """);
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        stream.Position = 0;
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream).GetType("Kernels", throwOnError: true)!
            .GetMethod("Run")!.CreateDelegate<Action<double[], double[], double[], double[]>>();
    }
}
