using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AotNeuro.Generator.Diagnostics.Rules;

/// <summary>Objects are members of the model, beside those of NeuralModel and of generated code.</summary>
internal sealed class TakenName : Rule
{
    public override DiagnosticDescriptor Descriptor { get; } = Error(
        "AN0111",
        "Name is taken",
        "'{0}' cannot be the name of {1}, since {2}; choose another name");

    protected override IEnumerable<Finding> Check(ModelSpec model) =>
    [
        .. from name in model.Members.Select(member => member.Name).Distinct()
           let reason = Inherited.Contains(name) ? "every model has a member of that name" : Reason(name)
           where reason is not null
           select new Finding(new(name), name, "an object of a model", reason),
        .. Reason(model.Name) is { } taken ? [new Finding(new(), model.Name, "a model", taken)] : Array.Empty<Finding>(),
    ];

    private static readonly string[] Inherited =
    [
        "Time", "Dt", "StepCount", "Seed", "Ensembles", "Connections", "Nodes", "Probes", "BuildTime", "Step", "Run", "RunSteps", "Reset", "Build",
        "AllEnsembles", "AllConnections", "AllNodes", "AllProbes", "AllInputs", "AllOutputs", "StateSize", "SaveState", "TrySaveState", "RestoreState",
        "Describe", "Load", "Advance", "Complete", "Tune", "BindFunctions", "AsPart", "PartObject", "PartObjects", "PartFilter", "PartTunable",
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    ];

    private static readonly string[] Generated = ["Memory", "ModelHandles", "__handles"];

    private static string? Reason(string name) =>
        Generated.Contains(name) ? "generated code uses it"
        : SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "it is a keyword of C#"
        : null;
}
