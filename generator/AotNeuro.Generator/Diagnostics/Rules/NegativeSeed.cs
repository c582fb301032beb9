using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Seeds are what Nengo takes: 0 to 2^31 - 1.</summary>
internal sealed class NegativeSeed : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0107",
        "Seed is negative",
        "'Seed' of '{0}' is {1}; a seed is at least 0");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from seeded in SeedsOf(model)
        where seeded.Seed < 0
        select new Finding(new(seeded.Member, seeded.Attribute, "Seed"), seeded.Member ?? model.Name, seeded.Seed!);

    private static IEnumerable<(string? Member, string Attribute, int? Seed)> SeedsOf(ModelSpec model) =>
        new (string?, string, int?)[] { (null, Attributes.NeuralModel, model.Seed) }
            .Concat(model.Ensembles.Select(ensemble => ((string?)ensemble.Member.Name, Attributes.Ensemble, ensemble.Seed)))
            .Concat(model.Connections.Select(connection => ((string?)connection.Member.Name, Attributes.Connection, connection.Seed)))
            .Concat(model.Probes.Select(probe => ((string?)probe.Member.Name, probe.PlaceOf().Attribute!, probe.Seed)))
            .Concat(model.Parts.Select(part => ((string?)part.Member.Name, part.Member.Roles[0], part.Seed)));
}
