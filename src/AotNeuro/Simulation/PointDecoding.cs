namespace AotNeuro;

/// <summary>What a connection decodes from steady rates at some points (Nengo's <c>eval_point_decoding</c>).</summary>
public sealed class PointDecoding
{
    private readonly double[] _points;
    private readonly double[] _targets;
    private readonly double[] _decoded;
    private readonly int _count;

    internal PointDecoding(double[] points, double[] targets, double[] decoded, int count) =>
        (_points, _targets, _decoded, _count) = (points, targets, decoded, count);

    /// <summary>The points, <c>[points, dimensions of the source]</c>.</summary>
    public MatrixView Points => new(_points, _count, _points.Length / _count);

    /// <summary>The function's values at the points, <c>[points, function size]</c>.</summary>
    public MatrixView Targets => new(_targets, _count, _targets.Length / _count);

    /// <summary>What the decoders make of the neurons' rates there, <c>[points, function size]</c>.</summary>
    public MatrixView Decoded => new(_decoded, _count, _decoded.Length / _count);
}
