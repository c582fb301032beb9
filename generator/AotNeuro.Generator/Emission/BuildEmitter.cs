using AotNeuro.Generator.Lowering;
using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Emission;

/// <summary>Prints what the model says to the builder: its objects in Nengo's order, its neurons, its decoded functions.</summary>
internal static class BuildEmitter
{
    public static void Emit(CodeWriter code, StepPlan plan)
    {
        ModelSpec model = plan.Model;
        code.Line("/// <inheritdoc/>");
        using (code.Open("protected override global::AotNeuro.CompilerServices.ModelDescription Describe() => new()", "};"))
        {
            code.Line($"Name = {Literal.Of(model.Name)},");
            code.Line($"Seed = {Literal.Of(model.Seed)},");
            code.Line($"Dt = {Literal.Of(model.Dt)},");
            code.Line("ArenaSize = Memory.Size,");
            code.Line("StateStart = Memory.State,");
            code.Line($"Connections = [{List(model.Connections.Select(connection => connection.Member))}],");
            code.Line($"Ensembles = [{List(model.Ensembles.Select(ensemble => ensemble.Member))}],");
            code.Line($"Nodes = [{List(model.Nodes.Select(node => node.Member))}],");
            code.Line($"Probes = [{List(model.Probes.Select(probe => probe.Member))}],");
        }

        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Open("protected override void Build(global::AotNeuro.CompilerServices.ModelBuilder builder)"))
        {
            foreach (EnsembleSpec ensemble in model.Ensembles)
            {
                EmitEnsemble(code, plan, ensemble);
            }
        }
    }

    private static string List(IEnumerable<MemberSpec> members) => string.Join(", ", members.Select(member => $"{HandleEmitter.Handles}.{member.Name}"));

    private static void EmitEnsemble(CodeWriter code, StepPlan plan, EnsembleSpec ensemble)
    {
        ModelSpec model = plan.Model;
        string handle = $"{HandleEmitter.Handles}.{ensemble.Member.Name}";
        code.Line($"builder.Ensemble({handle}, {NeuronTypeText.Create(model, ensemble)}, [{NeuronTypeText.InitialStates(ensemble.NeuronType.Graph!)}]);");
        foreach (ConnectionSpec connection in model.Connections.Where(connection => connection.Source == ensemble.Member.Name))
        {
            string size = $"functionSize: {(connection.SizeMid < 0 ? connection.Function is null ? ensemble.Dimensions : model.InputSize(connection.Target) : connection.SizeMid)}, sizeOut: {model.InputSize(connection.Target)}";
            string function = connection.Function is null ? "null" : FunctionText.Delegate(model, connection.Function);
            string transform = connection.Transform.Kind is ValueKind.Absent or ValueKind.Null ? "null" : HandleEmitter.Value(model, connection.Transform);
            code.Line($"builder.Decode({handle}, {HandleEmitter.Handles}.{connection.Member.Name}, {size}, {function}, {transform}, {Solver(model, connection.Solver)});");
        }

        foreach (ProbeSpec probe in model.Probes.Where(probe => probe.Target == ensemble.Member.Name && probe.Signal is null or ProbeSignals.Decoded))
        {
            code.Line($"builder.Decode({handle}, {HandleEmitter.Handles}.{probe.Member.Name}, functionSize: {ensemble.Dimensions}, sizeOut: {ensemble.Dimensions}, null, null, {Solver(model, probe.Solver)});");
        }
    }

    private static string Solver(ModelSpec model, ValueSpec solver) =>
        solver.Kind == ValueKind.Member ? $"{model.Name}.{solver.Name}" : "null";

    /// <summary>A parameter of an ensemble's neuron type: a constant, or the tunable property that holds it.</summary>
    public static string Parameter(ModelSpec model, EnsembleSpec ensemble, string parameter)
    {
        TunableSpec? tunable = model.Tunables.FirstOrDefault(spec => spec.Targets.Contains(new TunableTarget(ensemble.Member.Name, parameter)));
        return tunable is null
            ? Literal.Of(ensemble.NeuronType.Parameters.First(item => item.Name == parameter).Value)
            : $"{HandleEmitter.Handles}.{tunable.Member.Name}";
    }
}
