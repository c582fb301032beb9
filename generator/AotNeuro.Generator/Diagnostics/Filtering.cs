using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>A connection or probe, with the synapse and the solver that both can have.</summary>
internal sealed record Filtering(string Member, string Attribute, ValueSpec Synapse, ValueSpec Solver)
{
    public Place SynapsePlace => new(Member, Attribute, nameof(Synapse));

    public Place SolverPlace => new(Member, Attribute, nameof(Solver));

    /// <summary>The time constant, if the synapse is a number.</summary>
    public double? Tau => Synapse.Kind == ValueKind.Number ? Synapse.Numbers[0] : null;

    /// <summary>Whether a solver is written.</summary>
    public bool HasSolver => Solver.Kind is not (ValueKind.Absent or ValueKind.Null);

    public static IEnumerable<Filtering> In(ModelSpec model) =>
        model.Connections.Select(Of).Concat(model.Probes.Select(Of));

    public static Filtering Of(ConnectionSpec connection) =>
        new(connection.Member.Name, Attributes.Connection, connection.Synapse, connection.Solver);

    public static Filtering Of(ProbeSpec probe) => new(probe.Member.Name, Attributes.Probe, probe.Synapse, probe.Solver);
}
