using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AotNeuro.Generator.Parsing;

/// <summary>Reads a struct with <c>[NeuronType]</c>: from its source, or, in another assembly, from the graph recorded in its metadata.</summary>
internal static class NeuronTypeParser
{
    /// <summary>The graph of a neuron type that an ensemble uses; null if it has none, which a rule reports.</summary>
    public static NeuronGraph? FindGraph(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        AttributeData? recorded = type.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == KnownNames.NeuronGraphAttribute);
        if (recorded is not null && recorded.ConstructorArguments.Length == 1 && recorded.ConstructorArguments[0].Value is string text)
        {
            return NeuronGraphText.Read(text);
        }

        return type.DeclaringSyntaxReferences.Length > 0 ? Parse(type, compilation, cancellation)?.Graph : null;
    }

    public static NeuronTypeSpec? Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        AttributeData? marker = type.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == KnownNames.NeuronTypeAttribute);
        if (marker is null)
        {
            return null;
        }

        var problems = new List<NeuronTypeProblem>();
        void Report(string message, SyntaxNode node) => problems.Add(new(message, node.Span.Start, node.Span.Length));

        MethodDeclarationSyntax? step = FindMethod(type, "Step", cancellation);
        if (step is null || !(HasDoubles(type, "Step", 2, SpecialType.System_Boolean) || HasDoubles(type, "Step", 2, SpecialType.System_Double)))
        {
            var declaration = (TypeDeclarationSyntax)type.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
            SyntaxToken place = step?.Identifier ?? declaration.Identifier;
            problems.Add(new("a neuron type needs a method 'bool Step(double current, double dt)', or 'double Step' that returns its output", place.Span.Start, place.Span.Length));
            return new(TypePlaces.Of(type, "struct"), null, true, false, problems.ToEquatableArray());
        }

        if (FindMethod(type, "Initialize", cancellation) is { } initialize && !HasDoubles(type, "Initialize", 1, SpecialType.System_Void))
        {
            Report("Initialize must be 'void Initialize(double dt)'", initialize);
            return new(TypePlaces.Of(type, "struct"), null, true, false, problems.ToEquatableArray());
        }

        NeuronGraph graph = ReadGraph(type, step, marker, compilation, Report, cancellation);
        bool hasRates = type.GetMembers().OfType<IMethodSymbol>().Any(method => method.Name is "Rates" or "AotNeuro.INeuronType.Rates");
        bool hasAmplitude = !type.GetMembers("SpikeAmplitude").IsEmpty;
        return new(TypePlaces.Of(type, "struct"), problems.Count == 0 ? graph : null, hasRates, hasAmplitude, problems.ToEquatableArray());
    }

    private static NeuronGraph ReadGraph(
        INamedTypeSymbol type,
        MethodDeclarationSyntax step,
        AttributeData marker,
        Compilation compilation,
        Action<string, SyntaxNode> report,
        CancellationToken cancellation)
    {
        SemanticModel semantics = compilation.GetSemanticModel(step.SyntaxTree);
        var fields = type.GetMembers().OfType<IFieldSymbol>().ToArray();
        NeuronParameter[] parameters = fields.Where(field => Find(field, KnownNames.NeuronParameterAttribute) is not null)
            .Select(field => new NeuronParameter(field.Name, ReadDefault(field, compilation, report, cancellation)))
            .ToArray();
        IFieldSymbol[] stateFields = fields
            .Where(field => Find(field, KnownNames.NeuronStateAttribute) is not null || Find(field, KnownNames.HiddenNeuronStateAttribute) is not null)
            .ToArray();
        var parameterNames = new HashSet<string>(parameters.Select(parameter => parameter.Name));
        var stateNames = new HashSet<string>(stateFields.Select(field => field.Name));

        var builder = new NeuronGraphBuilder();
        int current = builder.Add(NeuronOp.Current);
        int dt = builder.Add(NeuronOp.Dt);

        var stepParser = new NeuronBodyParser(builder, semantics, parameterNames, stateNames, report);
        stepParser.Read(
            step,
            (step.ParameterList.Parameters[0].Identifier.ValueText, current),
            (step.ParameterList.Parameters[1].Identifier.ValueText, dt));
        if (stepParser.Result < 0)
        {
            report("the step must end with 'return', and say whether the neuron spiked or what its output is", step);
        }

        var initialParser = new NeuronBodyParser(builder, semantics, parameterNames, stateNames, report);
        if (FindMethod(type, "Initialize", cancellation) is { } initialize)
        {
            initialParser.Read(initialize, (initialize.ParameterList.Parameters[0].Identifier.ValueText, dt));
        }

        var states = stateFields.Select(field => ReadState(field, stepParser, initialParser)).ToArray();
        return new(
            type.Name,
            Argument(marker, "SettleTime") as double? ?? 0.1,
            parameters.ToEquatableArray(),
            states.ToEquatableArray(),
            builder.ToArray(),
            stepParser.Result,
            IsSpiking: HasDoubles(type, "Step", 2, SpecialType.System_Boolean) || Argument(marker, "IsSpiking") is true,
            IsNegative: Argument(marker, "HasNegativeOutput") is true);
    }

    private static object? Argument(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    private static NeuronState ReadState(IFieldSymbol field, NeuronBodyParser step, NeuronBodyParser initial)
    {
        AttributeData? drawn = Find(field, KnownNames.NeuronStateAttribute);
        double[] range = drawn?.ConstructorArguments.Select(argument => argument.Value as double? ?? 0).DefaultIfEmpty(0.0).ToArray() ?? [0.0];
        return new(field.Name, range[0], range[range.Length - 1], drawn is null, step.StateAfter(field.Name), initial.StateAfter(field.Name));
    }

    private static double ReadDefault(IFieldSymbol field, Compilation compilation, Action<string, SyntaxNode> report, CancellationToken cancellation)
    {
        var declarator = (VariableDeclaratorSyntax)field.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        if (declarator.Initializer is { Value: var value }
            && compilation.GetSemanticModel(value.SyntaxTree).GetConstantValue(value, cancellation) is { HasValue: true, Value: { } constant })
        {
            return Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture);
        }

        report($"parameter '{field.Name}' needs a constant as its default", declarator);
        return 0;
    }

    private static AttributeData? Find(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass?.ToDisplayString() == attribute);

    private static bool HasDoubles(INamedTypeSymbol type, string method, int count, SpecialType result) =>
        type.GetMembers(method).OfType<IMethodSymbol>().First() is { } symbol
        && symbol.ReturnType.SpecialType == result
        && symbol.Parameters.Length == count
        && symbol.Parameters.All(parameter => parameter.Type.SpecialType == SpecialType.System_Double && parameter.RefKind == RefKind.None);

    private static MethodDeclarationSyntax? FindMethod(INamedTypeSymbol type, string name, CancellationToken cancellation) =>
        type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault()?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
            as MethodDeclarationSyntax;
}
