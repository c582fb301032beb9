using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>SizeMid is the size of what a function returns, and is needed for spans only.</summary>
internal sealed class SizeMidFits : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0408",
        "SizeMid does not fit",
        "'SizeMid' of '{0}' is {1}, but {2}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from connection in model.Connections
        let fault = FindFault(connection)
        where fault is not null
        select new Finding(new(connection.Member.Name, Attributes.Connection, "SizeMid"), connection.Member.Name, connection.SizeMid, fault);

    private static string? FindFault(ConnectionSpec connection) => connection switch
    {
        { Function: null, Points.IsNothing: true, SizeMid: not -1 } => "the connection has no function; leave it out",
        { Function: { Form: FunctionForm.Scalar } function } when function.Outputs != connection.SizeMid =>
            $"'{function.Name}' returns {Texts.Count(function.Outputs, "number")}; leave it out",
        { Function.Form: FunctionForm.Span, SizeMid: 0 or < -1 } or { Points.IsNothing: false, SizeMid: 0 or < -1 } => "a size is at least 1",
        _ => null,
    };
}
