using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints how built parameters and initial states get into the arena.</summary>
internal static class LoadEmitter
{
    public static void Emit(CodeWriter code, StepPlan plan)
    {
        code.Line("/// <inheritdoc/>");
        using (code.Open("protected override void Load(global::AotNeuro.CompilerServices.Arena a)"))
        {
            foreach (Population population in plan.Populations)
            {
                EmitPopulation(code, plan.Model, population);
            }

            foreach (NodeConstant constant in plan.NodeConstants)
            {
                code.Lines(constant.Values.Select((value, i) => $"a[{StepEmitter.Place(constant.Field, i)}] = {Literal.Of(value)};"));
            }

            foreach (Operation operation in plan.Operations)
            {
                switch (operation)
                {
                    case FilterOperation filter:
                        code.Line($"a.WriteLowpass(Memory.{filter.Coefficients.Name}, tau: {Literal.Of(filter.Tau)}, dt: {Literal.Of(plan.Model.Dt)});");
                        break;
                    case TransformOperation transform:
                        EmitTransform(code, plan.Model, transform);
                        break;
                }
            }
        }
    }

    private static void EmitTransform(CodeWriter code, ModelSpec model, TransformOperation transform)
    {
        ValueSpec value = transform.Connection.Transform;
        if (value.Kind == ValueKind.Member)
        {
            string name = Literal.Of(transform.Connection.Member.Name);
            code.Line($"a.WriteTransform(Memory.{transform.Weights.Name}, {name}, {HandleEmitter.Value(model, value)}, rows: {transform.Target.Size}, columns: {transform.Source.Size});");
            return;
        }

        code.Lines(value.Numbers.Select((number, i) => $"a[{StepEmitter.Place(transform.Weights, i)}] = {Literal.Of(number)};"));
    }

    private static void EmitPopulation(CodeWriter code, ModelSpec model, Population population)
    {
        EnsembleSpec ensemble = population.Ensemble;
        Kernel kernel = population.Kernel.Kernel;
        string name = ensemble.Member.Name;
        string handle = $"{HandleEmitter.Handles}.{name}";
        string constants = $"Memory.{name}Constants";
        string state = $"Memory.{name}State";
        code.Line($"a.WriteBias({constants}, {handle});");
        code.Line($"a.WriteEncoders({constants} + {kernel.Encoders}, {handle});");
        foreach (DecodeRows rows in population.Decodes)
        {
            code.Line(kernel.DecodesDense
                ? $"a.WriteDecoderLanes({constants} + {kernel.Decoders}, {handle}, {HandleEmitter.Handles}.{rows.Owner}, firstRow: {rows.FirstRow}, rows: {kernel.Columns});"
                : $"a.WriteDecoderRows({constants} + {kernel.Decoders} + {rows.FirstRow}, {handle}, {HandleEmitter.Handles}.{rows.Owner}, stride: {kernel.DecoderStride});");
        }

        var printer = new ScalarPrinter(
            kernel.Graph, Literal.Of(model.Dt), parameter => BuildEmitter.Parameter(model, ensemble, parameter), drawn => $"a[{Plus(state, kernel.State(drawn))} + i]");
        for (int i = 0; i < population.Kernel.Slots.Count; i++)
        {
            code.Line($"a[{constants} + {kernel.Slots + i}] = {printer.Print(population.Kernel.Slots[i])};");
        }

        if (kernel.HoldsSpikeHeight)
        {
            code.Line($"a[{constants} + {kernel.Slots + population.Kernel.Slots.Count}] = {handle}.SpikeHeight;");
        }

        EmitStates(code, model, population, state);
    }

    private static void EmitStates(CodeWriter code, ModelSpec model, Population population, string state)
    {
        Kernel kernel = population.Kernel.Kernel;
        NeuronState[] all = kernel.Graph.States.ToArray();
        NeuronState[] drawn = all.Where(item => !item.IsHidden).ToArray();
        string handle = $"{HandleEmitter.Handles}.{population.Ensemble.Member.Name}";
        for (int i = 0; i < drawn.Length; i++)
        {
            if (kernel.LiveStates.Contains(drawn[i].Name))
            {
                code.Line($"a.WriteState({Plus(state, kernel.State(drawn[i].Name))}, {handle}, {i});");
            }
        }

        foreach (NeuronState hidden in all.Where(item => item.Initial >= 0 && kernel.LiveStates.Contains(item.Name)))
        {
            var printer = new ScalarPrinter(
                kernel.Graph,
                Literal.Of(model.Dt),
                parameter => BuildEmitter.Parameter(model, population.Ensemble, parameter),
                name => $"{handle}.InitialState({Array.FindIndex(drawn, item => item.Name == name)})[i]");
            using (code.Open($"for (int i = 0; i < {population.Ensemble.Neurons}; i++)"))
            {
                code.Line($"a[{Plus(state, kernel.State(hidden.Name))} + i] = {printer.Print(hidden.Initial)};");
            }
        }
    }

    private static string Plus(string place, int offset) => offset == 0 ? place : $"{place} + {offset}";
}
