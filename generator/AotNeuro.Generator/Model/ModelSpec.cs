namespace AotNeuro.Generator.Model;

/// <summary>All that a user said of a model, without symbols or syntax; equal specs give equal code.</summary>
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
    EquatableArray<TunableSpec> Tunables)
{
    public NodeSpec? FindNode(string name) => Nodes.FirstOrDefault(node => node.Member.Name == name);

    public EnsembleSpec? FindEnsemble(string name) => Ensembles.FirstOrDefault(ensemble => ensemble.Member.Name == name);

    public ConnectionSpec? FindConnection(string name) => Connections.FirstOrDefault(connection => connection.Member.Name == name);

    /// <summary>Every member that carries one of our attributes, in the order of the lists.</summary>
    public IEnumerable<MemberSpec> Members =>
        Nodes.Select(node => node.Member)
            .Concat(Ensembles.Select(ensemble => ensemble.Member))
            .Concat(Connections.Select(connection => connection.Member))
            .Concat(Probes.Select(probe => probe.Member))
            .Concat(Tunables.Select(tunable => tunable.Member));

    /// <summary>The size of what a node or ensemble puts out, -1 if unknown.</summary>
    public int OutputSize(string name) => FindEnsemble(name)?.Dimensions ?? FindNode(name)?.SizeOut ?? -1;

    /// <summary>The size of what a node or ensemble takes in, -1 if unknown.</summary>
    public int InputSize(string name) => FindEnsemble(name)?.Dimensions ?? FindNode(name)?.SizeIn ?? -1;
}

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
    EquatableArray<string> Roles);

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
    string Name, bool IsStatic, string Signature, FunctionForm Form, bool HasTime, int Inputs, int Outputs);

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

    public bool IsAbsent => Kind == ValueKind.Absent;
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

    /// <summary>Something else, a bool for example.</summary>
    Other,
}

/// <summary>A node.</summary>
/// <param name="Member">The member that declares it.</param>
/// <param name="Function">Its function, if it has one.</param>
/// <param name="Constant">Its constant output, if it has one.</param>
/// <param name="SaysTwice">Whether the member is an output itself, and the attribute names another.</param>
/// <param name="SizeIn">Number of input dimensions, -1 if nothing says.</param>
/// <param name="SizeOut">Number of output dimensions, -1 if nothing says.</param>
internal sealed record NodeSpec(MemberSpec Member, FunctionSpec? Function, EquatableArray<double> Constant, bool SaysTwice, int SizeIn, int SizeOut)
{
    public bool IsPassthrough => Function is null && Constant.Count == 0;

    /// <summary>Nodes on properties have handles whose output can be replaced.</summary>
    public bool IsReplaceable => Member.Kind == MemberKind.Property && !IsPassthrough;
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
    NeuronUse NeuronType);

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
    public RandomSpiking RandomSpiking => Spikes?.Random ?? RandomSpiking.None;

    /// <summary>Whether the ensemble's output consists of spikes.</summary>
    public bool IsSpiking => RandomSpiking != RandomSpiking.None || Graph is { IsSpiking: true };

    /// <summary>The parameters of <see cref="TypeName"/>.</summary>
    public IEnumerable<NeuronParameter> TypeParameters => Parameters.Take(Parameters.Count - (Spikes?.ParameterCount ?? 0));

    /// <summary>The parameters of <see cref="SpikesUse.TypeName"/>; their names have its name and a dot before them.</summary>
    public IEnumerable<NeuronParameter> SpikesParameters => Parameters.Skip(Parameters.Count - (Spikes?.ParameterCount ?? 0));
}

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
    string Source,
    string Target,
    FunctionSpec? Function,
    bool SaysTwice,
    int SizeMid,
    ValueSpec Synapse,
    ValueSpec Transform,
    ValueSpec Solver,
    int? Seed);

/// <summary>A probe.</summary>
internal sealed record ProbeSpec(
    MemberSpec Member,
    string Target,
    string? Signal,
    ValueSpec Synapse,
    double? SampleEvery,
    int? KeepLast,
    ValueSpec Solver,
    int? Seed);

/// <summary>A tunable property and what it sets.</summary>
internal sealed record TunableSpec(MemberSpec Member, EquatableArray<TunableTarget> Targets);

/// <summary>A parameter of an ensemble's neuron type.</summary>
internal sealed record TunableTarget(string Ensemble, string Parameter);
