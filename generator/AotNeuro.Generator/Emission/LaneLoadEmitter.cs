using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints how ensemble k of an array gets into its lane, where lanes are ensembles.</summary>
internal static class LaneLoadEmitter
{
    public static void Emit(CodeWriter code, ModelSpec model, Population population)
    {
        EnsembleSpec ensemble = population.Ensemble;
        Kernel kernel = population.Kernel.Kernel;
        string name = ArenaLayout.Identifier(ensemble.Member.Name);
        string handle = $"{HandleEmitter.Of(ensemble.Member)}[k]";
        string memory = LoadEmitter.MemoryOf(kernel);
        string group = $"{LoadEmitter.First(kernel)}Memory.{name}Constants + k / {kernel.BlockLanes} * {population.ConstantStride}";
        code.Line($"int constants = {group} + k % {kernel.BlockLanes};");
        code.Line($"{memory}.WriteBias(constants, {handle}, step: {kernel.ConstantRow});");
        if (kernel.Dimensions > 0)
        {
            code.Line($"{memory}.WriteEncoders(constants + {kernel.EncoderAcross(0)}, {handle}, step: {kernel.ConstantRow});");
        }

        code.Lines(population.Decodes.Select(rows =>
            $"{memory}.WriteDecoders(constants + {kernel.DecoderAcross(rows.FirstRow)}, {handle}, {HandleEmitter.Of(rows.Owner)}[k], step: {kernel.ConstantRow});"));
        LoadEmitter.EmitSlots(code, model, population, group);
        EmitStates(code, model, population, handle);
    }

    private static void EmitStates(CodeWriter code, ModelSpec model, Population population, string handle)
    {
        Kernel kernel = population.Kernel.Kernel;
        if (kernel.LiveStates.Count == 0)
        {
            return;
        }

        string name = ArenaLayout.Identifier(population.Ensemble.Member.Name);
        code.Line(
            $"int state = {LoadEmitter.First(kernel)}Memory.{name}State + k / {kernel.BlockLanes} * {kernel.StateSize} + k % {kernel.BlockLanes};");
        NeuronState[] drawn = LoadEmitter.Drawn(kernel);
        for (int i = 0; i < drawn.Length; i++)
        {
            if (kernel.LiveStates.Contains(drawn[i].Name))
            {
                code.Line(
                    $"{LoadEmitter.MemoryOf(kernel)}.WriteState({LoadEmitter.Plus("state", kernel.State(drawn[i].Name))}, {handle}, {i}, step: {kernel.StateRow});");
            }
        }

        LoadEmitter.EmitHiddenStates(code, model, population, handle, "state", $"i * {kernel.StateRow}");
    }
}
