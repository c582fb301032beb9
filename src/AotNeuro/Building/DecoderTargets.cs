using AotNeuro.Numerics;

namespace AotNeuro.Building;

/// <summary>What decoders are to give: the values of the decoded functions at the evaluation points.</summary>
internal static class DecoderTargets
{
    /// <summary>The values of all requests side by side, <c>[points, columns]</c>.</summary>
    /// <exception cref="BuildException">A function threw, or returned what is not finite.</exception>
    public static double[] Find(BuiltEnsemble ensemble, IReadOnlyList<DecodeRequest> requests, int columns)
    {
        var targets = new double[ensemble.Points * columns];
        int first = 0;
        foreach (DecodeRequest request in requests)
        {
            for (int point = 0; point < ensemble.Points; point++)
            {
                ReadOnlySpan<double> x = ensemble.EvalPoints.AsSpan(point * ensemble.Dimensions, ensemble.Dimensions);
                Evaluate(request, x, targets.AsSpan(point * columns + first, request.FunctionSize));
            }

            first += request.FunctionSize;
        }

        return targets;
    }

    private static void Evaluate(DecodeRequest request, ReadOnlySpan<double> x, Span<double> y)
    {
        if (request.Function is null)
        {
            x.CopyTo(y);
            return;
        }

        try
        {
            request.Function(x, y);
        }
        catch (Exception exception)
        {
            throw new BuildException(
                request.Name, $"the function threw {exception.GetType().Name} at the evaluation point {Text(x)}: {exception.Message}", exception);
        }

        int bad = VectorLoops.IndexOfNonFinite(y);
        if (bad >= 0)
        {
            string place = y.Length > 1 ? $" in dimension {bad}" : "";
            throw new BuildException(request.Name, FormattableString.Invariant(
                $"the function returned {y[bad]}{place} at the evaluation point {Text(x)}; ")
                + "it must return finite numbers for all of them.");
        }
    }

    private static string Text(ReadOnlySpan<double> x)
    {
        string[] coordinates = Array.ConvertAll(x.ToArray(), value => FormattableString.Invariant($"{value:0.######}"));
        return $"({string.Join(", ", coordinates)})";
    }
}
