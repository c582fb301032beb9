using AotNeuro.Generator.Lowering;

namespace AotNeuro.Generator.Model;

/// <summary>
/// All that a user said of a model, without symbols or syntax; equal specs give equal code. The objects of its parts are in the lists too,
/// by their paths, before its own connections, as Nengo builds them.
/// </summary>
internal sealed record ModelSpec(
    TypePlace Place,
    string Name,
    int? Seed,
    double Dt,
    ModelClassFacts Facts,
    EquatableArray<NodeSpec> Nodes,
    EquatableArray<EnsembleSpec> Ensembles,
    EquatableArray<ConnectionSpec> Connections,
    EquatableArray<ProbeSpec> Probes,
    EquatableArray<TunableSpec> Tunables,
    EquatableArray<PartSpec> Parts,
    EquatableArray<PathAlias> Aliases)
{
    /// <summary>Attributes beside which the one that they belong to is missing.</summary>
    public EquatableArray<StrayAttribute> Strays { get; init; }

    /// <summary>Whether neurons step in single precision.</summary>
    public bool InSinglePrecision { get; init; }

    /// <summary>How it is exported to C; null if it is not.</summary>
    public ExportSpec? Export { get; init; }

    /// <summary>The class, with its namespace and the classes around it, for code elsewhere.</summary>
    public string FullTypeName { get; init; } = "";

    /// <summary>Whether the neurons' products and sums may be joined.</summary>
    public bool HasFastMath { get; init; }

    /// <summary>The name of the class, with those around it.</summary>
    public string FullName => Place.HintName;

    public NodeSpec? FindNode(string name) => Nodes.FirstOrDefault(node => node.Member.Name == name);

    public EnsembleSpec? FindEnsemble(string name) => Ensembles.FirstOrDefault(ensemble => ensemble.Member.Name == name);

    public ConnectionSpec? FindConnection(string name) => Connections.FirstOrDefault(connection => connection.Member.Name == name);

    /// <summary>Every member of the class that carries one of our attributes, in the order of the lists.</summary>
    public IEnumerable<MemberSpec> Members =>
        Nodes.Select(node => node.Member)
            .Concat(Ensembles.Select(ensemble => ensemble.Member))
            .Concat(Connections.Select(connection => connection.Member))
            .Concat(Probes.Select(probe => probe.Member))
            .Concat(Tunables.Select(tunable => tunable.Member))
            .Concat(Parts.Select(part => part.Member))
            .Where(member => member.IsOwn);

    /// <summary>The size of what a node or ensemble puts out, -1 if unknown.</summary>
    public int OutputSize(string name) => FindEnsemble(name)?.Size ?? FindNode(name)?.SizeOut ?? -1;

    /// <summary>The learning rule that an end names; null if it names none.</summary>
    public LearningRuleSpec? FindRule(EndSpec end) =>
        end.Rule is null ? null : FindConnection(end.Name)?.LearningRules.FirstOrDefault(rule => rule.Name == end.Rule);

    /// <summary>The size of what a node or ensemble takes in, -1 if unknown.</summary>
    public int InputSize(string name) => FindEnsemble(name)?.Size ?? FindNode(name)?.SizeIn ?? -1;

    /// <summary>The size of what the start of a connection gives, -1 if unknown.</summary>
    public int OutputSize(EndSpec end) => end.SizeOf(end.IsNeurons ? FindEnsemble(end.Name)?.AllNeurons ?? -1 : OutputSize(end.Name));

    /// <summary>The size of what the end of a connection takes, -1 if unknown.</summary>
    public int InputSize(EndSpec end) => end.SizeOf(
        end.IsNeurons ? FindEnsemble(end.Name)?.AllNeurons ?? -1
        : FindRule(end) is { } rule ? FindConnection(end.Name)!.LearningInputSize(this, rule)
        : InputSize(end.Name));

    /// <summary>The ensemble whose neurons a connection decodes; null if it carries something else.</summary>
    public EnsembleSpec? DecodedEnsemble(ConnectionSpec connection) =>
        connection.From.IsNeurons ? null : FindEnsemble(connection.Source) is { NeuronType.IsDirect: false } ensemble ? ensemble : null;

    /// <summary>Whether something adds to the current of an ensemble's neurons directly.</summary>
    public bool IsInjected(EnsembleSpec ensemble) =>
        !ensemble.Noise.IsNothing
        || Connections.Any(connection => connection.Target == ensemble.Member.Name && (connection.To.IsNeurons || connection.HasFullWeights));

    /// <summary>Whether the neurons of an ensemble step in single precision: not those whose encoders a learning rule reads or changes.</summary>
    public bool IsSingle(EnsembleSpec ensemble) =>
        InSinglePrecision
        && !LearnsEncoders(ensemble)
        && !Connections.Any(connection => connection.Target == ensemble.Member.Name && connection.EndsAtNeurons && connection.LearningRules.Count > 0);

    /// <summary>The lanes that each ensemble's neurons take: whole blocks.</summary>
    public int LanesOf(EnsembleSpec ensemble) => Kernel.RoundUp(ensemble.Neurons, IsSingle(ensemble) ? Kernel.SingleWidth : Kernel.Width);

    /// <summary>Whether a learning rule changes the encoders of an ensemble.</summary>
    public bool LearnsEncoders(EnsembleSpec ensemble) =>
        Connections.Any(connection => connection.Target == ensemble.Member.Name && connection.LearningRules.Any(rule => rule.Kind == LearningRuleKind.Voja));
}

/// <summary>An attribute that says something of an object, on a member that declares no such object.</summary>
/// <param name="Member">The member.</param>
/// <param name="Attribute">The attribute.</param>
/// <param name="Owners">The attributes of which one must stand beside it.</param>
internal sealed record StrayAttribute(string Member, string Attribute, string Owners);

/// <summary>What rules must know of the class itself.</summary>
/// <param name="IsPartial">Whether it and the types around it are partial; if not, <see cref="NotPartial"/> names the first that is not.</param>
/// <param name="NotPartial">The type that is not partial.</param>
/// <param name="IsGeneric">Whether it, or a type around it, has type parameters.</param>
/// <param name="IsOrdinary">Whether it is a class that can derive and be created: not static, abstract or a record.</param>
/// <param name="IsFileLocal">Whether it is local to its file, where generated code cannot complete it.</param>
/// <param name="BaseType">A base class other than object and NeuralModel.</param>
/// <param name="LanguageVersion">The C# version in use, as Roslyn numbers it (1300 is C# 13).</param>
internal sealed record ModelClassFacts(
    bool IsPartial, string? NotPartial, bool IsGeneric, bool IsOrdinary, bool IsFileLocal, string? BaseType, int LanguageVersion);

/// <summary>The member that declares an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Modifiers">Accessibility and other modifiers, as they must be repeated: <c>public partial</c>.</param>
/// <param name="Type">The type of a property, fully qualified.</param>
/// <param name="IsPartialGetter">For a property: partial, with the accessors that the attribute needs.</param>
/// <param name="Roles">The names of our attributes on it that declare objects.</param>
internal sealed record MemberSpec(
    string Name,
    MemberKind Kind,
    string Modifiers,
    string Type,
    bool IsPartialGetter,
    EquatableArray<string> Roles)
{
    /// <summary>Whether it is a member of the class itself; what belongs to a part has a path as its name.</summary>
    public bool IsOwn => Name.IndexOf('.') < 0;

    /// <summary>Whether it belongs to a model that is a part of this one, which makes its handle.</summary>
    public bool IsForeign { get; init; }
}

internal enum MemberKind
{
    Property,
    Method,
    Field,
}

/// <summary>A method as the function of a node or connection.</summary>
/// <param name="Name">Name of the method.</param>
/// <param name="IsStatic">Whether it is static.</param>
/// <param name="Signature">The signature as a user would write it, for messages.</param>
/// <param name="Form">How it takes and gives values.</param>
/// <param name="HasTime">Whether the first argument is the time.</param>
/// <param name="Inputs">Number of scalar inputs after the time; 1 for a span, 0 for none.</param>
/// <param name="Outputs">Number of scalars returned (1, or the size of the tuple); 1 for a span, 0 for none.</param>
internal sealed record FunctionSpec(
    string Name, bool IsStatic, string Signature, FunctionForm Form, bool HasTime, int Inputs, int Outputs)
{
    /// <summary>The type that it is a member of, fully qualified; null for the model itself.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether it belongs to a part of the model, so that only the part's own objects can call it.</summary>
    public bool IsForeign { get; init; }
}

internal enum FunctionForm
{
    /// <summary>Numbers in, a number or a tuple out.</summary>
    Scalar,

    /// <summary>Spans.</summary>
    Span,

    /// <summary>None of the accepted forms.</summary>
    Invalid,

    /// <summary>There is no such method.</summary>
    Missing,
}

/// <summary>An attribute argument of type object: a number, numbers, or the name of a member.</summary>
internal sealed record ValueSpec(ValueKind Kind, EquatableArray<double> Numbers, string? Name = null, string? MemberType = null)
{
    public static readonly ValueSpec Absent = new(ValueKind.Absent, default);

    /// <summary>The model around the object's own that gave the value by its defaults; null if the object or its own model did.</summary>
    public string? Owner { get; init; }

    /// <summary>What is wrong with the arguments of the attribute that describes an object; null if nothing is.</summary>
    public string? Mistake { get; init; }

    public bool IsAbsent => Kind == ValueKind.Absent;

    /// <summary>Whether it is not written, or null.</summary>
    public bool IsNothing => Kind is ValueKind.Absent or ValueKind.Null;

    /// <summary>Whether, as a transform, it is an object that multiplies: sparse, a convolution.</summary>
    public bool IsStepped => MemberType is { } type && type.Contains(KnownNames.Transform);

    public static ValueSpec OfNumber(double number) => new(ValueKind.Number, new([number]));
}

internal enum ValueKind
{
    /// <summary>The argument is not written: the default holds.</summary>
    Absent,

    /// <summary>Null.</summary>
    Null,

    /// <summary>One number.</summary>
    Number,

    /// <summary>An array of numbers.</summary>
    Numbers,

    /// <summary>The name of a static member of the model, whose type is <see cref="ValueSpec.MemberType"/>.</summary>
    Member,

    /// <summary>The name of an instance member.</summary>
    InstanceMember,

    /// <summary>The name of nothing.</summary>
    MissingMember,

    /// <summary>An object that an attribute of its own describes, as a constructor call: <see cref="ValueSpec.Name"/>.</summary>
    Created,

    /// <summary>Something else, a bool for example.</summary>
    Other,
}

/// <summary>A node.</summary>
/// <param name="Member">The member that declares it.</param>
/// <param name="Function">Its function, if it has one.</param>
/// <param name="Constant">Its constant output, if it has one.</param>
/// <param name="Process">The process that makes its output, if one does.</param>
/// <param name="SaysTwice">Whether the member is an output itself, and the attribute names another.</param>
/// <param name="SizeIn">Number of input dimensions, -1 if nothing says.</param>
/// <param name="SizeOut">Number of output dimensions, -1 if nothing says.</param>
internal sealed record NodeSpec(
    MemberSpec Member, FunctionSpec? Function, EquatableArray<double> Constant, ValueSpec Process, bool SaysTwice, int SizeIn, int SizeOut)
{
    /// <summary>Whether the host writes its output.</summary>
    public bool IsInput { get; init; }

    public bool IsPassthrough => Function is null && Constant.Count == 0 && Process.IsNothing && !IsInput;

    /// <summary>Whether its member is the process, and not a handle of the node.</summary>
    public bool IsProcess => Process.Name == Member.Name;

    /// <summary>Nodes on properties have handles whose output can be replaced.</summary>
    public bool IsReplaceable => Member.Kind == MemberKind.Property && !IsPassthrough && !IsProcess && !IsInput;
}

/// <summary>An ensemble.</summary>
internal sealed record EnsembleSpec(
    MemberSpec Member,
    int Neurons,
    int Dimensions,
    double Radius,
    int? Seed,
    int? EvalPointCount,
    bool NormalizeEncoders,
    ValueSpec MaxRates,
    ValueSpec Intercepts,
    ValueSpec Encoders,
    ValueSpec EvalPoints,
    ValueSpec Gain,
    ValueSpec Bias,
    ValueSpec Noise,
    NeuronUse NeuronType)
{
    /// <summary>The model around its own whose defaults gave any of its radius and its options that are no values.</summary>
    public string? SizesOwner { get; init; }

    /// <summary>Number of ensembles of an array, which are one spec; null for an ensemble of its own.</summary>
    public int? ArrayCount { get; init; }

    public bool IsArray => ArrayCount is not null;

    /// <summary>Number of ensembles.</summary>
    public int Count => ArrayCount ?? 1;

    /// <summary>Number of represented values of all of them.</summary>
    public int Size => Count * Dimensions;

    /// <summary>Number of neurons of all of them.</summary>
    public int AllNeurons => Count * Neurons;
}

/// <summary>The neuron type of an ensemble, with the parameters that the ensemble's attribute sets.</summary>
/// <param name="TypeName">The struct, fully qualified.</param>
/// <param name="Graph">Its graph; null if it has none.</param>
/// <param name="Parameters">All parameters, in the graph's order, defaults filled in.</param>
/// <param name="AttributeCount">How many attributes gave a neuron type.</param>
/// <param name="IsDirect">Whether the ensemble has no neurons and is exact; there is no graph then.</param>
/// <param name="Spikes">What turns the type's rates into spikes, if an attribute says so.</param>
internal sealed record NeuronUse(
    string TypeName,
    NeuronGraph? Graph,
    EquatableArray<NeuronParameter> Parameters,
    int AttributeCount,
    bool IsDirect = false,
    SpikesUse? Spikes = null)
{
    /// <summary>The model around the ensemble's own that gave the type by its defaults; null if the ensemble or its own model did.</summary>
    public string? Owner { get; init; }

    /// <summary>The states that the model starts with values of its own, in the order of the attributes.</summary>
    public EquatableArray<InitialStateSpec> InitialStates { get; init; }

    /// <summary>The limits of those of <see cref="Parameters"/> that have some.</summary>
    public EquatableArray<ParameterLimits> Limits { get; init; }

    /// <summary>The name of the type.</summary>
    public string Name => TypeName.Substring(TypeName.LastIndexOf('.') + 1);

    /// <summary>Whether spikes are drawn at random.</summary>
    public bool IsRandom => RandomSpiking != RandomSpiking.None;

    public RandomSpiking RandomSpiking => Spikes?.Random ?? RandomSpiking.None;

    /// <summary>Whether the ensemble's output consists of spikes.</summary>
    public bool IsSpiking => IsRandom || Graph is { IsSpiking: true };

    /// <summary>The parameters of <see cref="TypeName"/>.</summary>
    public IEnumerable<NeuronParameter> TypeParameters => Parameters.Take(Parameters.Count - (Spikes?.ParameterCount ?? 0));

    /// <summary>The parameters of <see cref="SpikesUse.TypeName"/>; their names have its name and a dot before them.</summary>
    public IEnumerable<NeuronParameter> SpikesParameters => Parameters.Skip(Parameters.Count - (Spikes?.ParameterCount ?? 0));
}

/// <summary>A state of neurons that a model starts with values of its own.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Value">Its values; absent where they are drawn from an interval.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
internal sealed record InitialStateSpec(string State, ValueSpec Value, double Low, double High);

/// <summary>How an ensemble makes spikes of the rates of its neuron type.</summary>
/// <param name="TypeName">The struct that does so, fully qualified.</param>
/// <param name="Name">Its name.</param>
/// <param name="Random">Whether it does so at random: then the graph is that of the rates alone.</param>
/// <param name="ParameterCount">How many of the ensemble's parameters, the last ones, belong to it.</param>
/// <param name="AttributeCount">How many attributes gave such a type.</param>
/// <param name="IsOverSpikes">Whether the neuron type beside it has no rates; the graph is that type's then.</param>
/// <param name="SharedState">A state that both types have; the graph is that of the rates then.</param>
internal sealed record SpikesUse(
    string TypeName, string Name, RandomSpiking Random, int ParameterCount, int AttributeCount, bool IsOverSpikes, string? SharedState = null);

/// <summary>How spikes are drawn from rates.</summary>
internal enum RandomSpiking
{
    /// <summary>They are not: the graph makes them, or there are none.</summary>
    None,

    /// <summary>Expected numbers are rounded up or down.</summary>
    Stochastic,

    /// <summary>Numbers have Poisson distributions.</summary>
    Poisson,
}

/// <summary>A connection. It says its function twice if it is declared on a method and names another.</summary>
internal sealed record ConnectionSpec(
    MemberSpec Member,
    EndSpec From,
    EndSpec To,
    FunctionSpec? Function,
    bool SaysTwice,
    int SizeMid,
    ValueSpec Points,
    ValueSpec EvalPoints,
    bool ScaleEvalPoints,
    ValueSpec Synapse,
    ValueSpec Transform,
    ValueSpec Solver,
    bool HasFullWeights,
    EquatableArray<LearningRuleSpec> LearningRules,
    int? Seed)
{
    /// <summary>The argument that gives its synapse: networks of the library have names of their own for it.</summary>
    public string SynapseArgument { get; init; } = nameof(Synapse);

    /// <summary>Number of connections, one per ensemble of an array; null for a connection of its own.</summary>
    public int? ArrayCount { get; init; }

    /// <summary>The object that it starts from.</summary>
    public string Source => From.Name;

    /// <summary>The object that it ends at.</summary>
    public string Target => To.Name;

    /// <summary>Whether its weights lead from neurons to neurons, past the target's encoders.</summary>
    public bool JoinsNeurons => HasFullWeights || (From.IsNeurons && To.IsNeurons);

    /// <summary>Whether it ends at neurons, so that an error is told each of them along its encoder.</summary>
    public bool EndsAtNeurons => HasFullWeights || To.IsNeurons;

    /// <summary>Whether its own attribute names a solver, not that of the defaults alone.</summary>
    public bool SaysSolver { get; init; }

    /// <summary>How many things beside it give it a synapse: the argument, attributes.</summary>
    public int SynapseCount { get; init; }

    /// <summary>The size of what arrives at the target.</summary>
    public int SizeOut(ModelSpec model) => model.InputSize(To);

    /// <summary>The size of the function's value, or of the source's where there is no function; of an array, of each ensemble's.</summary>
    public int FunctionSize(ModelSpec model, int count = 1) =>
        SizeMid >= 0 ? SizeMid : (Function is null && Points.IsNothing ? model.OutputSize(From) : SizeOut(model)) / count;

    /// <summary>
    /// What a rule of its takes in: an error in the space that it ends at, of neurons that of their ensemble, or a signal of size 1; 0 if it
    /// takes nothing, -1 if it ends at a rule itself.
    /// </summary>
    public int LearningInputSize(ModelSpec model, LearningRuleSpec rule) => rule.Kind switch
    {
        LearningRuleKind.PES or LearningRuleKind.RLS when To.Rule is not null => -1,
        LearningRuleKind.PES or LearningRuleKind.RLS => To.IsNeurons ? model.FindEnsemble(Target)?.Size ?? -1 : SizeOut(model),
        LearningRuleKind.Voja => 1,
        _ => 0,
    };
}

/// <summary>A probe.</summary>
internal sealed record ProbeSpec(
    MemberSpec Member,
    EndSpec Of,
    string? Signal,
    ValueSpec Synapse,
    double? SampleEvery,
    int? KeepLast,
    ValueSpec Solver,
    int? Seed)
{
    /// <summary>The model around its own whose defaults gave when it samples or how much it keeps.</summary>
    public string? SamplingOwner { get; init; }

    /// <summary>Whether the host reads the newest values, and nothing is recorded.</summary>
    public bool IsOutput { get; init; }

    /// <summary>The object that is probed.</summary>
    public string Target => Of.Name;

    /// <summary>Whether its own attribute names a solver, not that of the defaults alone.</summary>
    public bool SaysSolver { get; init; }

    /// <summary>How many things beside it give it a synapse: the argument, attributes.</summary>
    public int SynapseCount { get; init; }
}

/// <summary>A tunable property and what it sets.</summary>
internal sealed record TunableSpec(MemberSpec Member, EquatableArray<TunableTarget> Targets);

/// <summary>A parameter of an ensemble's neuron type.</summary>
internal sealed record TunableTarget(string Ensemble, string Parameter);
