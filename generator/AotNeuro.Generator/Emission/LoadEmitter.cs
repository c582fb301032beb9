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
            code.Lines(plan.Kernels.Select(named => named.Kernel.IsSingle).Distinct().Select(single => single ? "var singles = a.Singles;" : "var doubles = a.Doubles;"));

            foreach (Population population in plan.Populations)
            {
                EmitPopulation(code, plan.Model, population);
            }

            foreach (NodeConstant constant in plan.NodeConstants)
            {
                code.Lines(constant.Values.Select((value, i) => $"a[{StepEmitter.Place(constant.Field, i)}] = {Literal.Of(value)};"));
            }

            foreach (Operation operation in plan.Prepared.Concat(plan.Operations).SelectMany(operation => operation.Parts))
            {
                EmitOperation(code, plan.Model, operation);
            }
        }
    }

    private static void EmitOperation(CodeWriter code, ModelSpec model, Operation operation)
    {
        switch (operation)
        {
            case FilterOperation { Coefficients: { } coefficients } filter:
                code.Line($"a.WriteLowpass(Memory.{coefficients.Name}, tau: {Literal.Of(filter.Synapse.Numbers[0])}, dt: {Literal.Of(model.Dt)});");
                break;
            case TransformOperation { Weights: { } matrix } transform:
                EmitTransform(code, transform, matrix);
                break;
            case WeightsOperation weighted:
                code.Line($"a.WriteWeights({WeightsOf(weighted)});");
                break;
            case GainOperation gain:
                string indices = gain.Indices.Count == 0 ? "" : $", [{string.Join(", ", gain.Indices)}]";
                code.Line($"a.WriteGain(Memory.{gain.Gain.Name}, {HandleEmitter.Of(gain.Ensemble.Member)}{indices});");
                break;
            case SampleOperation { IsSpikes: true, Newest: null } sample:
                string element = model.FindEnsemble(sample.Probe.Target)!.IsArray ? "[0]" : "";
                code.Line($"{HandleEmitter.Of(sample.Probe.Member)}.SpikeHeight = {HandleEmitter.Of(sample.Probe.Target)}{element}.SpikeHeight;");
                break;
            case LearnOperation { Memory: { } memory } learn:
                double diagonal = learn.Rule.LearningRate * model.Dt / learn.Pre.Size;
                code.Line($"a.WriteDiagonal(Memory.{memory.Name}, size: {learn.Pre.Size}, {Literal.Of(diagonal)});");
                break;
        }
    }

    /// <summary>The matrix of weights of a connection, as arguments.</summary>
    public static string WeightsOf(WeightsOperation weighted) =>
        $"Memory.{weighted.Weights.Name}, {HandleEmitter.Of(weighted.Owner)}, rows: {weighted.Target.Size}, columns: {weighted.Source.Size}";

    private static void EmitTransform(CodeWriter code, TransformOperation transform, MemoryField weights)
    {
        ValueSpec value = transform.Connection.Transform;
        if (value.Kind is ValueKind.Number or ValueKind.Numbers)
        {
            code.Lines(value.Numbers.Select((number, i) => $"a[{StepEmitter.Place(weights, i)}] = {Literal.Of(number)};"));
            return;
        }

        // The connections of an array have one transform between them.
        string handle = HandleEmitter.Of(transform.Connection.Member) + (transform.Connection.ArrayCount is null ? "" : "[0]");
        string write = transform.IsSingle ? "WriteSingleWeights" : "WriteWeights";
        code.Line($"a.{write}(Memory.{weights.Name}, {handle}, rows: {transform.Target.Size}, columns: {transform.Source.Size});");
    }

    private static void EmitPopulation(CodeWriter code, ModelSpec model, Population population)
    {
        EnsembleSpec ensemble = population.Ensemble;
        if (!ensemble.IsArray)
        {
            EmitEnsemble(code, model, population, "", "");
            return;
        }

        Kernel kernel = population.Kernel.Kernel;
        using (code.Open($"for (int k = 0; k < {ensemble.Count}; k++)"))
        {
            if (kernel.IsAcross)
            {
                LaneLoadEmitter.Emit(code, model, population);
                return;
            }

            EmitEnsemble(code, model, population, $" + k * {population.ConstantStride}", $" + k * {kernel.StateSize}");
        }
    }

    private static void EmitEnsemble(CodeWriter code, ModelSpec model, Population population, string constantsOffset, string stateOffset)
    {
        EnsembleSpec ensemble = population.Ensemble;
        Kernel kernel = population.Kernel.Kernel;
        string name = ArenaLayout.Identifier(ensemble.Member.Name);
        string element = ensemble.IsArray ? "[k]" : "";
        string handle = HandleEmitter.Of(ensemble.Member) + element;
        string memory = MemoryOf(kernel);
        string constants = $"{First(kernel)}Memory.{name}Constants{constantsOffset}";
        string state = $"{First(kernel)}Memory.{name}State{stateOffset}";
        code.Line($"{memory}.WriteBias({constants}, {handle});");
        if (kernel.Dimensions > 0)
        {
            code.Line($"{memory}.WriteEncoders({constants} + {kernel.Encoders}, {handle});");
        }

        foreach (DecodeRows rows in population.Decodes)
        {
            string owner = HandleEmitter.Of(rows.Owner) + element;
            code.Line(kernel.DecodesDense
                ? $"{memory}.WriteDecoderLanes({constants} + {kernel.Decoders}, {handle}, {owner}, firstRow: {rows.FirstRow}, rows: {kernel.Columns});"
                : $"{memory}.WriteDecoderRows({constants} + {kernel.Decoders} + {rows.FirstRow}, {handle}, {owner}, stride: {kernel.DecoderStride});");
        }

        EmitSlots(code, model, population, constants);
        if (kernel.HoldsSpikeHeight)
        {
            code.Line($"{memory}[{constants} + {kernel.Slots + population.Kernel.Slots.Count}] = {Cast(kernel, $"{handle}.SpikeHeight")};");
        }

        EmitStates(code, model, population, handle, state);
    }

    /// <summary>The values that an ensemble's neurons share.</summary>
    public static void EmitSlots(CodeWriter code, ModelSpec model, Population population, string constants)
    {
        Kernel kernel = population.Kernel.Kernel;
        var printer = new ScalarPrinter(
            kernel.Graph,
            Literal.Of(model.Dt),
            parameter => BuildEmitter.Parameter(model, population.Ensemble, parameter),
            drawn => throw new InvalidOperationException($"{drawn} is not shared by all neurons."));
        for (int i = 0; i < population.Kernel.Slots.Count; i++)
        {
            code.Line($"{MemoryOf(kernel)}[{constants} + {kernel.Slots + i}] = {Cast(kernel, printer.Print(population.Kernel.Slots[i]))};");
        }
    }

    private static void EmitStates(CodeWriter code, ModelSpec model, Population population, string handle, string state)
    {
        Kernel kernel = population.Kernel.Kernel;
        NeuronState[] drawn = Drawn(kernel);
        for (int i = 0; i < drawn.Length; i++)
        {
            if (kernel.LiveStates.Contains(drawn[i].Name))
            {
                code.Line($"{MemoryOf(kernel)}.WriteState({Plus(state, kernel.State(drawn[i].Name))}, {handle}, {i});");
            }
        }

        EmitHiddenStates(code, model, population, handle, state, "i");
    }

    /// <summary>The states that a neuron type computes from those that it shows.</summary>
    public static void EmitHiddenStates(CodeWriter code, ModelSpec model, Population population, string handle, string state, string neuron)
    {
        Kernel kernel = population.Kernel.Kernel;
        NeuronState[] drawn = Drawn(kernel);
        foreach (NeuronState hidden in kernel.Graph.States.Where(item => item.Initial >= 0 && kernel.LiveStates.Contains(item.Name)))
        {
            var printer = new ScalarPrinter(
                kernel.Graph,
                Literal.Of(model.Dt),
                parameter => BuildEmitter.Parameter(model, population.Ensemble, parameter),
                name => $"{handle}.InitialState({Array.FindIndex(drawn, item => item.Name == name)})[i]");
            using (code.Open($"for (int i = 0; i < {population.Ensemble.Neurons}; i++)"))
            {
                code.Line($"{MemoryOf(kernel)}[{Plus(state, kernel.State(hidden.Name))} + {neuron}] = {Cast(kernel, printer.Print(hidden.Initial))};");
            }
        }
    }

    /// <summary>The states whose first values are drawn, or given.</summary>
    public static NeuronState[] Drawn(Kernel kernel) => kernel.Graph.States.Where(item => !item.IsHidden).ToArray();

    public static string MemoryOf(Kernel kernel) => kernel.IsSingle ? "singles" : "doubles";

    /// <summary>Offsets of the arena are counted in doubles.</summary>
    public static string First(Kernel kernel) => kernel.IsSingle ? "2 * " : "";

    private static string Cast(Kernel kernel, string value) => kernel.IsSingle ? $"(float)({value})" : value;

    public static string Plus(string place, int offset) => offset == 0 ? place : $"{place} + {offset}";
}
