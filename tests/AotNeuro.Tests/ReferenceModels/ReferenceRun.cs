namespace AotNeuro.Tests.ReferenceModels;

/// <summary>One of our models beside Nengo's results for it: which of our objects is which of Nengo's.</summary>
/// <param name="Name">The reference model.</param>
/// <param name="Create">Makes our model.</param>
/// <param name="Ensembles">Nengo's name of an ensemble, and ours.</param>
/// <param name="Connections">Nengo's number of a decoded connection, and our name of it.</param>
/// <param name="Probes">Nengo's name of a probe, and ours.</param>
internal sealed record ReferenceRun(
    string Name,
    Func<NeuralModel> Create,
    (string Theirs, string Ours)[] Ensembles,
    (string Theirs, string Ours)[] Connections,
    (string Theirs, string Ours)[] Probes);
