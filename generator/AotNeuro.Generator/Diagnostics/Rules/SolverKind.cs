using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>A solver is an object, which an attribute can only name.</summary>
internal sealed class SolverKind : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0412",
        "Solver is not a solver",
        "'Solver' of '{0}' must be {1}, and {2}");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
        from solving in Solving.In(model)
        let fault = Form.FindFault(model, solving.Solver)
        where fault is not null
        select new Finding(solving.Place, solving.Member, Form.Text, fault);

    private static readonly ValueForm Form = new("the name of a static 'Solver'", [ValueKind.Null], ["Solver"]);
}
