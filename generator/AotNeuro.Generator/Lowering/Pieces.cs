using AotNeuro.Generator.Model;

namespace AotNeuro.Generator.Lowering;

/// <summary>
/// How large operations are cut into pieces, which threads can share: by size alone, so that the sums of the pieces are the same whoever computes them.
/// </summary>
internal static class Pieces
{
    /// <summary>A piece is about a microsecond of work: five times what it costs to hand it to another thread.</summary>
    private const int WorkOfPiece = 16384;

    private const int Most = 64;

    /// <summary>Pieces of an ensemble; its neurons cost about four dimensions each. An array is cut between its ensembles instead.</summary>
    public static int OfEnsemble(EnsembleSpec ensemble, int lanes) => ensemble.IsArray ? 1 : Count((long)lanes * (4 + ensemble.Dimensions));

    /// <summary>Pieces of an array.</summary>
    public static int OfArray(EnsembleSpec ensemble) => Count((long)ensemble.Count * ensemble.Neurons * (4 + ensemble.Dimensions));

    /// <summary>Pieces of a product with a matrix.</summary>
    public static int OfMatrix(int rows, int columns) => System.Math.Min(rows, Count((long)rows * columns));

    /// <summary>How many of so many things, in whole multiples, go into each piece.</summary>
    public static int Each(int things, int pieces, int multiple = 1) => Kernel.RoundUp((things + pieces - 1) / pieces, multiple);

    private static int Count(long work) => (int)System.Math.Max(1, System.Math.Min(Most, work / WorkOfPiece));
}
