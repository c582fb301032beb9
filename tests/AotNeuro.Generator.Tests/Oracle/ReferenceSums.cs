namespace AotNeuro.Generator.Tests;

/// <summary>Sums in the order that the contract fixes, so that the executor gets the bits of compiled code.</summary>
internal static class ReferenceSums
{
    private const int Lanes = 8;

    /// <summary>Terms dealt out to eight lanes, block after block, then the lanes added in their order.</summary>
    public static double InLanes(IEnumerable<double> terms)
    {
        var lanes = new double[Lanes];
        int i = 0;
        foreach (double term in terms)
        {
            lanes[i++ % Lanes] += term;
        }

        return lanes[0] + lanes[4] + (lanes[2] + lanes[6]) + (lanes[1] + lanes[5] + (lanes[3] + lanes[7]));
    }

    /// <summary>Terms one after the other.</summary>
    public static double InOrder(IEnumerable<double> terms) => terms.Aggregate(0.0, (sum, term) => sum + term);

    /// <summary>Terms at even places one after the other, those at odd places, then both sums.</summary>
    public static double InTwo(IReadOnlyList<double> terms) =>
        InOrder(terms.Where((_, place) => place % 2 == 0)) + InOrder(terms.Where((_, place) => place % 2 == 1));

    /// <summary>A scalar product: whole blocks in lanes, then the rest one by one.</summary>
    public static double Dot(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        int whole = first.Count / Lanes * Lanes;
        double sum = InLanes(Enumerable.Range(0, whole).Select(i => first[i] * second[i]));
        return Enumerable.Range(whole, first.Count - whole).Aggregate(sum, (rest, i) => rest + first[i] * second[i]);
    }

    /// <summary><c>matrix . vector</c>, the matrix row after row.</summary>
    public static double[] Multiply(double[] matrix, double[] vector) =>
        [.. Enumerable.Range(0, matrix.Length / vector.Length).Select(row => Dot(new ArraySegment<double>(matrix, row * vector.Length, vector.Length), vector))];
}
