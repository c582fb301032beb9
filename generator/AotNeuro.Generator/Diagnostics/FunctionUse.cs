using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Diagnostics;

/// <summary>A method that is the function of a node or a connection, and the place that makes it so.</summary>
internal sealed record FunctionUse(FunctionSpec Function, Place Place)
{
    public static IEnumerable<FunctionUse> OfNodes(ModelSpec model) =>
        from node in model.Nodes
        where node.Function is not null
        select Of(node.Member, node.Function!, Attributes.Node, "function");

    public static IEnumerable<FunctionUse> OfConnections(ModelSpec model) =>
        from connection in model.Connections
        where connection.Function is not null
        select Of(connection);

    /// <summary>The function of a connection that has one.</summary>
    public static FunctionUse Of(ConnectionSpec connection) =>
        Of(connection.Member, connection.Function!, Attributes.Connection, nameof(connection.Function));

    private static FunctionUse Of(MemberSpec member, FunctionSpec function, string attribute, string argument) =>
        new(function, member.Kind == MemberKind.Method ? new(member.Name) : new(member.Name, attribute, argument));

    public static IEnumerable<Finding> FindMissing(ModelSpec model, IEnumerable<FunctionUse> uses) =>
        from use in uses
        where use.Function.Form == FunctionForm.Missing
        select NearestName.Finding(use.Place, use.Function.Name, MethodsOf(model), model.Name, use.Function.Name);

    public static IEnumerable<Finding> FindInvalid(IEnumerable<FunctionUse> uses) =>
        from use in uses
        where use.Function.Form == FunctionForm.Invalid
        select new Finding(use.Place, use.Function.Name, use.Function.Signature);

    private static IEnumerable<string> MethodsOf(ModelSpec model) =>
        OfNodes(model).Concat(OfConnections(model))
            .Where(use => use.Function.Form != FunctionForm.Missing)
            .Select(use => use.Function.Name);
}
