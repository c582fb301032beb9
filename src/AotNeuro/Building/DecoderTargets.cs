using AotNeuro.Numerics;

namespace AotNeuro.Building;

/// <summary>What decoders are to give: the values of the decoded functions at the evaluation points.</summary>
internal static class DecoderTargets
{
    /// <summary>The values of all requests side by side, <c>[points, columns]</c>.</summary>
    /// <exception cref="BuildException">A function threw, or returned what is not finite; or values are not as many as points.</exception>
    public static double[] Find(BuiltEnsemble ensemble, IReadOnlyList<DecodeRequest> requests, int columns)
    {
        var targets = new double[ensemble.Points * columns];
        int first = 0;
        foreach (DecodeRequest request in requests)
        {
            if (request is { TargetValues: { } given, Solver: not NoSolver })
            {
                CheckValues(request, given, ensemble.Points);
            }

            for (int point = 0; point < ensemble.Points; point++)
            {
                Span<double> y = targets.AsSpan(point * columns + first, request.FunctionSize);
                if (request.TargetValues is { } values)
                {
                    values.AsSpan(point * request.FunctionSize, request.FunctionSize).CopyTo(y);
                }
                else
                {
                    ReadOnlySpan<double> x = ensemble.EvalPoints.AsSpan(point * ensemble.Dimensions, ensemble.Dimensions);
                    Evaluate(request, Seen(request, x), y);
                }
            }

            first += request.FunctionSize;
        }

        return targets;
    }

    /// <summary>The targets of full weights: what the values of the function are to the currents of the target's neurons.</summary>
    /// <param name="targets">Values of the function, <c>[points, function size]</c>.</param>
    /// <param name="transform">The transform, <c>[size out, function size]</c>.</param>
    /// <param name="encoders">Scaled encoders of the target, <c>[neurons, size out]</c>.</param>
    /// <returns>The currents, <c>[points, neurons]</c>.</returns>
    public static double[] ToCurrents(MatrixView targets, MatrixView transform, MatrixView encoders)
    {
        double[] transformed = MatrixProducts.MultiplyByTransposed(targets, transform);
        return MatrixProducts.MultiplyByTransposed(new(transformed, targets.Rows, transform.Rows), encoders);
    }

    /// <summary>A function that is given as points.</summary>
    private static void CheckValues(DecodeRequest request, double[] values, int points)
    {
        int wanted = points * request.FunctionSize;
        if (values.Length != wanted)
        {
            throw new BuildException(
                request.Name,
                $"the function is given as {values.Length} values, and {points} evaluation points take {wanted}; "
                + "give as many evaluation points as values of the function.");
        }

        int bad = VectorLoops.IndexOfNonFinite(values);
        if (bad >= 0)
        {
            int point = bad / request.FunctionSize;
            throw new BuildException(request.Name, FormattableString.Invariant(
                $"the function's values must be finite numbers, and that of evaluation point {point} is {values[bad]}."));
        }
    }

    /// <summary>The dimensions of a point that the function sees.</summary>
    private static ReadOnlySpan<double> Seen(DecodeRequest request, ReadOnlySpan<double> x)
    {
        if (request.SourceIndices is not { } indices)
        {
            return x;
        }

        var seen = new double[indices.Length];
        for (int i = 0; i < seen.Length; i++)
        {
            seen[i] = x[indices[i]];
        }

        return seen;
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
