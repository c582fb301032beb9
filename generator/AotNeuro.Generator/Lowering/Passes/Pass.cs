using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering.Passes;

/// <summary>Replaces the operators of a step by others that compute the same bits.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Run">Gives the operators that take the place of those it is given.</param>
/// <param name="IsNeeded">Whether it makes operators that a plan can hold; the others only save work.</param>
internal sealed record Pass(string Name, Func<ModelSpec, IReadOnlyList<Operator>, IReadOnlyList<Operator>> Run, bool IsNeeded = false)
{
    /// <summary>A pass that looks at the operators alone.</summary>
    public Pass(string name, Func<IReadOnlyList<Operator>, IReadOnlyList<Operator>> run, bool isNeeded = false)
        : this(name, (_, operators) => run(operators), isNeeded)
    {
    }
}
