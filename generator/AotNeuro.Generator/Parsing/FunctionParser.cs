using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Parsing;

/// <summary>Reads the signature of a method that is the function of a node or of a connection.</summary>
internal static class FunctionParser
{
    private const string ReadOnlySpan = "System.ReadOnlySpan<double>";
    private const string Span = "System.Span<double>";

    public static FunctionSpec Find(INamedTypeSymbol model, string name, bool hasTime) =>
        model.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault() is { } method
            ? Parse(method, hasTime)
            : new(name, true, name, FunctionForm.Missing, hasTime, 0, 0);

    /// <param name="method">The method.</param>
    /// <param name="hasTime">Whether it is a node's function, whose first argument is the time.</param>
    public static FunctionSpec Parse(IMethodSymbol method, bool hasTime)
    {
        string signature = method.ToDisplayString(new SymbolDisplayFormat(
            memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters,
            parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName,
            genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
            miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes));
        string[] arguments = method.Parameters.Select(parameter => parameter.RefKind == RefKind.None ? parameter.Type.ToDisplayString() : "ref").ToArray();
        bool timeMissing = hasTime && (arguments.Length == 0 || arguments[0] != "double");
        string[] values = hasTime ? arguments.Skip(1).ToArray() : arguments;
        int outputs = CountOutputs(method);

        FunctionSpec Make(FunctionForm form, int inputs, int outputCount) => new(method.Name, method.IsStatic, signature, form, hasTime, inputs, outputCount);

        if (timeMissing || method.IsGenericMethod)
        {
            return Make(FunctionForm.Invalid, 0, 0);
        }

        if (outputs > 0 && values.All(type => type == "double") && (hasTime || values.Length > 0))
        {
            return Make(FunctionForm.Scalar, values.Length, outputs);
        }

        return (method.ReturnsVoid, string.Join(", ", values)) switch
        {
            (true, ReadOnlySpan + ", " + Span) => Make(FunctionForm.Span, 1, 1),
            (true, Span) when hasTime => Make(FunctionForm.Span, 0, 1),
            (true, ReadOnlySpan) when hasTime => Make(FunctionForm.Span, 1, 0),
            _ => Make(FunctionForm.Invalid, 0, 0),
        };
    }

    private static int CountOutputs(IMethodSymbol method) => method.ReturnType switch
    {
        { SpecialType: SpecialType.System_Double } => 1,
        INamedTypeSymbol { IsTupleType: true } tuple when tuple.TupleElements.All(element => element.Type.SpecialType == SpecialType.System_Double) =>
            tuple.TupleElements.Length,
        _ => 0,
    };
}
