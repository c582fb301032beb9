using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>A connection or probe with a solver.</summary>
/// <param name="Member">The connection or probe.</param>
/// <param name="Solver">The solver, of its own or by default.</param>
/// <param name="IsOwn">Whether its own attribute names it.</param>
/// <param name="Place">The argument.</param>
internal sealed record Solving(string Member, ValueSpec Solver, bool IsOwn, Place Place)
{
    /// <summary>Whether it names a solver itself; a default that means nothing to it is no mistake.</summary>
    public bool HasSolver => IsOwn && !Solver.IsNothing;

    public static IEnumerable<Solving> In(ModelSpec model) => model.Connections.Select(Of).Concat(model.Probes.Select(Of));

    public static Solving Of(ConnectionSpec connection) =>
        new(connection.Member.Name, connection.Solver, connection.SaysSolver, new(connection.Member.Name, Attributes.Connection, nameof(Solver)));

    public static Solving Of(ProbeSpec probe) =>
        new(probe.Member.Name, probe.Solver, probe.SaysSolver, probe.PlaceOf(nameof(Solver)));
}
