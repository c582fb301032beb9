using System.Diagnostics.CodeAnalysis;
using AotNeuro.Generator.Diagnostics.Rules;
using AotNeuro.Generator.Model;
using Microsoft.CodeAnalysis;

// The release tracker finds descriptors only where they are created with literals; a test compares ids, release files and pages instead.
[assembly: SuppressMessage("MicrosoftCodeAnalysisReleaseTracking", "RS2002", Justification = "Descriptors are created by Rule.Describe.")]

namespace AotNeuro.Generator.Diagnostics;

/// <summary>
/// One kind of mistake in a model. The analyzer reports what a rule finds; the generator asks whether any rule finds an error. Rules see the
/// equatable model only and name places by member, attribute and argument.
/// </summary>
internal abstract class Rule
{
    private const string Pages = "https://github.com/aotneuro/aotneuro/blob/main/generator/AotNeuro.Generator/Diagnostics/Rules/Pages";

    /// <summary>Every rule there is, in the order of their ids.</summary>
    public static readonly IReadOnlyList<Rule> All =
    [
        new NotPartial(),
        new GenericModel(),
        new UnsuitableClass(),
        new OtherBaseClass(),
        new OldLanguage(),
        new InvalidDt(),
        new NegativeSeed(),
        new PropertyShape(),
        new PropertyType(),
        new TwoRoles(),
        new TakenName(),
        new RepeatedName(),
        new NotFinite(),
        new Stray(),
        new MissingModel(),
        new ExportImpossible(),
        new NodeFunctionMissing(),
        new NodeFunctionSignature(),
        new NodeSizeMissing(),
        new NodeSizeContradiction(),
        new NodeSizeInvalid(),
        new EmptyNode(),
        new NodeField(),
        new NodeOutputTwice(),
        new ProcessNotStatic(),
        new EnsembleSize(),
        new InvalidRadius(),
        new EvalPointCount(),
        new TwoNeuronTypes(),
        new UnknownNeuronType(),
        new EnsembleValueKind(),
        new EnsembleValueCount(),
        new MaxRatePositive(),
        new MaxRateReachable(),
        new InterceptBelowOne(),
        new EnsembleTooLarge(),
        new SpikesOfRates(),
        new TwoSpikeTypes(),
        new SharedState(),
        new GainWithoutBias(),
        new GainAndRates(),
        new NoiseKind(),
        new InitialStateUnknown(),
        new InitialStateTwice(),
        new InitialStateValue(),
        new ParameterRange(),
        new ConnectionEndUnknown(),
        new ConnectionEndUnsuitable(),
        new TargetWithoutInput(),
        new SourceWithoutOutput(),
        new ConnectionFunctionMissing(),
        new ConnectionFunctionSignature(),
        new FunctionInputs(),
        new SizeMidFits(),
        new ConnectionSizes(),
        new FunctionOfPassthrough(),
        new SolverOfNode(),
        new SolverKind(),
        new TransformKind(),
        new SynapseTime(),
        new SynapseKind(),
        new SynapseOfZero(),
        new InstantCycle(),
        new ConnectionFunctionTwice(),
        new SliceUnreadable(),
        new SliceOutside(),
        new RepeatedIndices(),
        new WithoutNeurons(),
        new FunctionOfNeurons(),
        new TransformOfDecoded(),
        new FullWeights(),
        new EndIsArray(),
        new PointsOfNothing(),
        new PointsKind(),
        new PointsMissing(),
        new TwoSynapses(),
        new FilterImpossible(),
        new ProbeTargetUnknown(),
        new ProbeTargetUnsuitable(),
        new ProbeSignal(),
        new SynapseOnSpikes(),
        new SampleEveryStep(),
        new KeepLastSamples(),
        new SolverOfProbe(),
        new SpikesOfRateType(),
        new ProbeOfArray(),
        new SpikesOfSome(),
        new TunableEnsembleUnknown(),
        new TunableParameterUnknown(),
        new TunedTwice(),
        new TunableDefaults(),
        new LearningUnsuitable(),
        new LearningRate(),
        new ErrorTarget(),
        new TwoRules(),
        new RuleName(),
        new PartUnsuitable(),
        new ArrayOutputName(),
        new MappingName(),
        new MappingValue(),
    ];

    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Finds the mistakes of this kind that the class itself has, at places in it.</summary>
    public IEnumerable<Finding> Find(ModelSpec model) =>
        Check(model).Select(finding => OwnPlaces.Of(model, finding)).Where(finding => finding is not null).Select(finding => finding!);

    public bool IsBrokenBy(ModelSpec model) => Descriptor.DefaultSeverity == DiagnosticSeverity.Error && Find(model).Any();

    /// <summary>Finds the mistakes of this kind, those of parts included.</summary>
    protected abstract IEnumerable<Finding> Check(ModelSpec model);

    protected static DiagnosticDescriptor Error(string id, string title, string message) => Describe(id, title, message, DiagnosticSeverity.Error);

    protected static DiagnosticDescriptor Warning(string id, string title, string message) => Describe(id, title, message, DiagnosticSeverity.Warning);

    /// <summary>A descriptor whose page is named after its id.</summary>
    public static DiagnosticDescriptor Describe(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "AotNeuro", severity, isEnabledByDefault: true, helpLinkUri: $"{Pages}/{id}.md");
}

/// <summary>A mistake: where it is, and what fills the message's places.</summary>
internal sealed record Finding(Place Place, params object[] Arguments)
{
    /// <summary>What should stand at the place, for the code fix.</summary>
    public string? Remedy { get; init; }
}

/// <summary>
/// A place in a model's source: the class (no member), a member (no attribute), an attribute on a member, or one argument of it,
/// by the parameter's or property's name.
/// </summary>
/// <param name="Member">The member.</param>
/// <param name="Attribute">The attribute, as <see cref="Attributes"/> names it.</param>
/// <param name="Argument">The argument.</param>
/// <param name="Occurrence">Which of several equal attributes, or of several members of that name.</param>
/// <param name="Element">Which element of an argument that is an array, -1 for all of it.</param>
internal sealed record Place(string? Member = null, string? Attribute = null, string? Argument = null, int Occurrence = 0, int Element = -1)
{
    /// <summary>The kind of object, by whose defaults on the class the argument is given if the attribute itself lacks it.</summary>
    public string? Kind { get; init; } = Attribute;
}
