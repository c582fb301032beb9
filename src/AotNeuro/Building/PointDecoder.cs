using AotNeuro.Numerics;

namespace AotNeuro.Building;

/// <summary>Applies solved decoders to steady rates at points of the represented space.</summary>
internal static class PointDecoder
{
    /// <summary>The points with what the function gives there and what the decoders give.</summary>
    /// <param name="request">The solved request.</param>
    /// <param name="points">The points, <c>[points, dimensions]</c>, radius included.</param>
    /// <exception cref="ArgumentException">The points are not whole rows, or the function is known elsewhere alone.</exception>
    /// <exception cref="InvalidOperationException">Full weights were solved for, so that nothing is decoded.</exception>
    public static PointDecoding Decode(DecodeRequest request, ReadOnlySpan<double> points)
    {
        Ensemble source = request.Source!;
        if (request.SolvesWeights)
        {
            throw new InvalidOperationException($"{request.Name} has weights between neurons that were solved for as they are, and decodes nothing.");
        }

        if (points.IsEmpty || points.Length % source.Dimensions != 0)
        {
            throw new ArgumentException(
                $"{source.Name} has {source.Dimensions} dimensions, and {points.Length} values are not a whole number of points.", nameof(points));
        }

        BuiltEnsemble at = source.Built.WithPoints(points.ToArray());
        if (request.TargetValues is { } values && !(points.SequenceEqual(request.OwnPoints) && values.Length == at.Points * request.FunctionSize))
        {
            throw new ArgumentException($"The function of {request.Name} is known at its evaluation points alone; leave the points out.", nameof(points));
        }

        double[] targets = DecoderTargets.Find(at, [request], request.FunctionSize);
        double[] rates = Activities.FindAlsoSilent(source.Name, at, source.NeuronType);
        double[] decoders = MatrixProducts.Transpose(new(request.Decoders, at.Neurons, request.FunctionSize));
        double[] decoded = MatrixProducts.MultiplyByTransposed(new(rates, at.Points, at.Neurons), new(decoders, request.FunctionSize, at.Neurons));
        return new(at.EvalPoints, targets, decoded, at.Points);
    }
}
