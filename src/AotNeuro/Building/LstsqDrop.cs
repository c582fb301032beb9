using AotNeuro.Numerics;
using AotNeuro.Random;

namespace AotNeuro;

/// <summary>
/// Sparser decoders: solves for all, sets those of least magnitude to 0, and solves for the others again, a column at a time.
/// </summary>
public sealed record LstsqDrop : Solver
{
    /// <summary>Makes a solver.</summary>
    /// <param name="drop">The share of decoders, or of weights, that is set to 0, from 0 to 1. Default 0.25.</param>
    /// <param name="solver1">Finds the decoders to choose from; null for <c>LstsqL2(0.001)</c>.</param>
    /// <param name="solver2">Finds those that are kept; null for <c>LstsqL2(0.1)</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public LstsqDrop(double drop = 0.25, Solver? solver1 = null, Solver? solver2 = null)
    {
        Drop = SolverArguments.Share(drop);
        Solver1 = solver1 ?? new LstsqL2(0.001);
        Solver2 = solver2 ?? new LstsqL2(0.1);
    }

    /// <summary>The share of decoders, or of weights, that is set to 0.</summary>
    public double Drop { get; }

    /// <summary>Finds the decoders to choose from.</summary>
    public Solver Solver1 { get; }

    /// <summary>Finds those that are kept.</summary>
    public Solver Solver2 { get; }

    /// <inheritdoc/>
    public override bool IsCompositional => false;

    /// <inheritdoc/>
    public override bool IsRandom => Solver1.IsRandom || Solver2.IsRandom;

    /// <inheritdoc/>
    public override SolveInfo Solve(MatrixView activities, MatrixView targets, RandomState random, Span<double> decoders)
    {
        Solver1.Solve(activities, targets, random, decoders);
        double least = FindLeast(decoders);
        foreach (ref double decoder in decoders)
        {
            decoder = Math.Abs(decoder) < least ? 0.0 : decoder;
        }

        for (int column = 0; column < targets.Columns; column++)
        {
            int[] kept = Kept(new MatrixView(decoders, activities.Columns, targets.Columns).Column(column));
            if (kept.Length > 0)
            {
                SolveAgain(activities, targets, random, column, kept, decoders);
            }
        }

        return default;
    }

    /// <summary>The least magnitude that is kept: that of the first decoder in their order that is not dropped.</summary>
    private double FindLeast(ReadOnlySpan<double> decoders)
    {
        double[] magnitudes = Array.ConvertAll(decoders.ToArray(), Math.Abs);
        Array.Sort(magnitudes);
        int dropped = (int)Math.Round(Drop * magnitudes.Length, MidpointRounding.ToEven);
        return dropped < magnitudes.Length ? magnitudes[dropped] : double.PositiveInfinity;
    }

    private static int[] Kept(double[] column) => Array.FindAll(Indices.To(column.Length), neuron => column[neuron] != 0.0);

    private void SolveAgain(
        MatrixView activities, MatrixView targets, RandomState random, int column, int[] kept, Span<double> decoders)
    {
        var rates = new double[activities.Rows * kept.Length];
        for (int i = 0; i < rates.Length; i++)
        {
            rates[i] = activities[i / kept.Length, kept[i % kept.Length]];
        }

        var again = new double[kept.Length];
        Solver2.Solve(new(rates, activities.Rows, kept.Length), new(targets.Column(column), targets.Rows, 1), random, again);
        for (int i = 0; i < kept.Length; i++)
        {
            decoders[kept[i] * targets.Columns + column] = again[i];
        }
    }
}
