using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>An array is connected at its nodes, which join its ensembles.</summary>
internal sealed class EndIsArray : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0426",
        "Ensembles of an array",
        "'{0}' stands for {1} ensembles, which are connected one by one; connect '{2}'");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        where connection.ArrayCount is null
        from end in connection.Ends()
        where !end.End.IsNeurons && model.FindEnsemble(end.End.Name) is { IsArray: true }
        let ensemble = model.FindEnsemble(end.End.Name)!
        select new Finding(end.Place, end.End.Name, ensemble.Count, end.End.NodeOfArray(end.Place.Argument == "source" ? "Output" : "Input"));
}
