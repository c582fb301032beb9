using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints how objects learn where in the arena their values are. It is apart from loading, which a baked model does not do.</summary>
internal static class BindEmitter
{
    public static void Emit(CodeWriter code, StepPlan plan)
    {
        Population[] learning = plan.Populations.Where(population => plan.Model.LearnsEncoders(population.Ensemble)).ToArray();
        string[] lines = plan.Prepared.Concat(plan.Operations).SelectMany(operation => operation.Parts).SelectMany(Of).ToArray();
        if (learning.Length + lines.Length == 0)
        {
            return;
        }

        code.Line("/// <inheritdoc/>");
        using (code.Open("protected override void Bind(global::AotNeuro.CompilerServices.Arena a)"))
        {
            foreach (Population population in learning)
            {
                EmitEncoders(code, population);
            }

            code.Lines(lines);
        }

        code.Line();
    }

    private static void EmitEncoders(CodeWriter code, Population population)
    {
        EnsembleSpec ensemble = population.Ensemble;
        string encoders = $"Memory.{ArenaLayout.Identifier(ensemble.Member.Name)}Constants + {population.Kernel.Kernel.Encoders}";
        string handle = HandleEmitter.Of(ensemble.Member);
        if (!ensemble.IsArray)
        {
            code.Line($"a.BindEncoders({encoders}, {handle});");
            return;
        }

        using (code.Open($"for (int k = 0; k < {ensemble.Count}; k++)"))
        {
            code.Line($"a.BindEncoders({encoders} + k * {population.ConstantStride}, {handle}[k]);");
        }
    }

    private static IEnumerable<string> Of(Operation operation) => operation switch
    {
        WeightsOperation { IsLearned: true } weighted => [$"a.BindWeights({LoadEmitter.WeightsOf(weighted)});"],
        InputOperation input => [$"a.BindInput(Memory.{input.Output.Name}, {HandleEmitter.Of(input.Node.Member)});"],
        SampleOperation { Newest: { } newest } output => [$"a.BindOutput(Memory.{newest.Name}, {HandleEmitter.Of(output.Probe.Member)});"],
        _ => [],
    };
}
