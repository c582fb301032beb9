using AotNeuro.Generator.Diagnostics;
using AotNeuro.Generator.Model;
using AotNeuro.Generator.Networks;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary>Reads the parts of a model, <c>[Part]</c> and the networks of the library, and collects the objects that they bring.</summary>
internal sealed class PartParser(DefaultsScope scope, Compilation compilation, CancellationToken cancellation)
{
    private readonly INamedTypeSymbol _model = scope.Model;
    private readonly List<PartObjects> _objects = [];

    /// <summary>The objects of all parts read so far.</summary>
    public PartObjects Objects => new(
        _objects.SelectMany(item => item.Nodes).ToEquatableArray(),
        _objects.SelectMany(item => item.Ensembles).ToEquatableArray(),
        _objects.SelectMany(item => item.Connections).ToEquatableArray(),
        _objects.SelectMany(item => item.Probes).ToEquatableArray(),
        _objects.SelectMany(item => item.Tunables).ToEquatableArray(),
        _objects.SelectMany(item => item.Aliases).ToEquatableArray());

    public PartSpec? Parse(ISymbol member)
    {
        if (AttributeReader.Find(member, KnownNames.PartAttribute, _model) is { } part)
        {
            return ParseModel(member, part);
        }

        AttributeData? attribute = member.GetAttributes().FirstOrDefault(item => item.AttributeClass?.BaseType?.ToDisplayString() == KnownNames.NetworkAttribute);
        NetworkTemplate? template = attribute is null ? null : NetworkTemplate.Find(attribute.AttributeClass!.Name);
        return template is null ? null : ParseNetwork(member, template, new(attribute!, _model));
    }

    private PartSpec ParseNetwork(ISymbol member, NetworkTemplate template, AttributeReader arguments)
    {
        var builder = new NetworkBuilder(member.Name, new NetworkDefaults(member, scope.Inside(member, _model), compilation, cancellation));
        string? problem = template.FindProblem(arguments);
        if (problem is null)
        {
            template.Build(builder, arguments, member, _model);
            _objects.Add(builder.Objects);
        }

        string type = $"global::AotNeuro.{template.Name}";
        return new(MemberParser.Parse(member, cancellation), type, false, arguments.Int("Seed"), builder.ToSpec(type), problem)
        {
            Mappings = template.ReadMappings(arguments, member, _model),
        };
    }

    private PartSpec ParseModel(ISymbol member, AttributeReader arguments)
    {
        var type = (member as IPropertySymbol)?.Type as INamedTypeSymbol;
        MemberSpec spec = MemberParser.Parse(member, cancellation);
        PartSpec Problem(string text) => new(spec, spec.Type, true, null, NetworkSpec.Empty(member.Name, spec.Type), text);

        if (type is null || AttributeReader.Find(type, KnownNames.NeuralModelAttribute, type) is null)
        {
            return Problem("its type has no [NeuralModel]");
        }

        if (scope.Chain.Any(outer => SymbolEqualityComparer.Default.Equals(outer.Model, type)))
        {
            return Problem("a model cannot hold itself");
        }

        DefaultsScope around = scope.Inside(member, _model);
        ModelSpec inner = ModelParser.Parse(type, compilation, around.Inside(type, type), cancellation);
        if (Rule.All.Any(rule => rule.IsBrokenBy(inner)))
        {
            return Problem("that model has mistakes of its own" + (around.GivesDefaults ? ", or the defaults given here make some in it" : ""));
        }

        double dt = AttributeReader.Find(_model, KnownNames.NeuralModelAttribute, _model)?.Double("Dt") ?? ModelParser.DefaultDt;
        if (inner.Dt != dt)
        {
            return Problem($"its step is {Texts.Of(inner.Dt)}, and that of this model {Texts.Of(dt)}: give both the same 'Dt'");
        }

        PartObjects objects = PartPaths.Prefix(inner, member.Name);
        _objects.Add(objects);
        return new(spec, spec.Type, true, arguments.Int("Seed"), NetworkSpec.Empty(member.Name, spec.Type), null);
    }
}
