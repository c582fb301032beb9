using ScottPlot;
using SkiaSharp;

namespace AotNeuro.Plotting;

/// <summary>Spikes as short vertical strokes, one row a neuron; all strokes are one path, so a file stays small.</summary>
/// <param name="times">Time of each spike in seconds.</param>
/// <param name="neurons">Row of each spike.</param>
/// <param name="neuronCount">Number of rows.</param>
internal sealed class SpikeMarks(double[] times, int[] neurons, int neuronCount) : IPlottable
{
    private const double MarkHeight = 0.8; // share of a row, so that neighbouring rows stay apart

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits()
    {
        var range = Extent.Empty;
        range.Include(times);
        return range.IsEmpty
            ? new AxisLimits(0, 1, -0.5, neuronCount - 0.5)
            : new AxisLimits(range.Min, range.Max, -0.5, neuronCount - 0.5);
    }

    public void Render(RenderPack rp)
    {
        using var path = new SKPath();
        float row = Math.Abs(Axes.GetPixelY(1) - Axes.GetPixelY(0));
        float half = Math.Max(0.5f, (float)(MarkHeight / 2 * row)); // never thinner than a pixel
        for (int i = 0; i < times.Length; i++)
        {
            float x = Axes.GetPixelX(times[i]);
            float y = Axes.GetPixelY(neurons[i]);
            path.MoveTo(x, y - half);
            path.LineTo(x, y + half);
        }

        using var paint = new SKPaint
        {
            Color = Theme.Spike.ToSKColor(),
            IsStroke = true,
            StrokeWidth = Theme.SpikeWidth,
            IsAntialias = true,
        };
        rp.Canvas.DrawPath(path, paint);
    }
}
