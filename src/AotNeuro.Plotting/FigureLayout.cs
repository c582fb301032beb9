using ScottPlot;

namespace AotNeuro.Plotting;

/// <summary>
/// Where the panels of a figure stand. Axes are measured first; then every column gets the widest left margin of its
/// panels and every row the highest header and footer, so that data areas line up and have the asked-for heights.
/// </summary>
internal sealed class FigureLayout
{
    public const float TitleBaseline = 24;

    private const float TitleHeight = 32;
    private const float Margin = 10;
    private const float RightMargin = 18; // the last tick number of an x axis hangs over by half its width
    private const float TicksOnly = 8; // beside an axis without numbers
    private const float MinimumDataSize = 20;

    private readonly Figure _figure;
    private readonly float[] _left;
    private readonly float[] _header;
    private readonly float[] _footer;
    private readonly float[] _dataHeight;
    private readonly float _dataWidth;
    private readonly float _top;

    /// <exception cref="InvalidOperationException">Nothing to draw, or no room for it.</exception>
    public FigureLayout(Figure figure)
    {
        int rows = figure.RowHeights.Count;
        _figure = figure;
        _left = new float[figure.Columns];
        _header = new float[rows];
        _footer = new float[rows];
        _dataHeight = new float[rows];
        _top = string.IsNullOrEmpty(figure.Title) ? 0 : TitleHeight;
        AxisSetup.Apply(figure);
        MeasureAxes();
        _dataWidth = (figure.Width - Margin - _left.Sum() - (RightMargin * figure.Columns)) / figure.Columns;
        for (int i = 0; i < figure.Panels.Count; i++)
        {
            int row = i / figure.Columns;
            _header[row] = Math.Max(_header[row], figure.Panels[i].Header.Height(_dataWidth));
        }

        ShareHeight();
    }

    /// <summary>Where the title of the figure begins: at the left edge of the first data area.</summary>
    public float TitleLeft => Margin + _left[0];

    /// <summary>The cell of a panel, and the padding between the cell and the data area inside it.</summary>
    public (PixelRect Cell, PixelPadding Padding) Place(int panel)
    {
        (int row, int column) = Math.DivRem(panel, _figure.Columns);
        float x = Margin + _left.Take(column).Sum() + (column * (_dataWidth + RightMargin));
        float y = _top;
        for (int above = 0; above < row; above++)
        {
            y += RowHeight(above);
        }

        var size = new PixelSize(_left[column] + _dataWidth + RightMargin, RowHeight(row));
        var padding = new PixelPadding(_left[column], RightMargin, _footer[row], _header[row]);
        return (new PixelRect(new Pixel(x, y), size), padding);
    }

    private float RowHeight(int row) => _header[row] + _dataHeight[row] + _footer[row];

    private void MeasureAxes()
    {
        using Paint paint = Paint.NewDisposablePaint();
        // The ticks, and so the width of their numbers, depend a little on the size that is only known afterwards.
        var roughWidth = new PixelLength((float)_figure.Width / _figure.Columns);
        double totalHeight = _figure.RowHeights.Sum();
        for (int i = 0; i < _figure.Panels.Count; i++)
        {
            (int row, int column) = Math.DivRem(i, _figure.Columns);
            var roughHeight = new PixelLength((float)(0.8 * _figure.Height * _figure.RowHeights[row] / totalHeight));
            AxisManager axes = _figure.Panels[i].Plot.Axes;
            _left[column] = Math.Max(_left[column], Measure(axes.Left, roughHeight, paint));
            _footer[row] = Math.Max(_footer[row], Measure(axes.Bottom, roughWidth, paint));
        }

        _footer[^1] += Margin / 2;
        for (int i = 0; i < _figure.Panels.Count; i++)
        {
            _figure.Panels[i].Plot.Axes.Left.MinimumSize = _left[i % _figure.Columns]; // y titles stand below each other
        }
    }

    private static float Measure(IAxis axis, PixelLength length, Paint paint)
    {
        if (!axis.TickLabelStyle.IsVisible)
        {
            return TicksOnly;
        }

        axis.MinimumSize = 0; // an earlier layout of the same figure may have widened it
        axis.RegenerateTicks(length, paint);
        return axis.Measure(paint);
    }

    private void ShareHeight()
    {
        float left = _figure.Height - _top - _header.Sum() - _footer.Sum();
        double total = _figure.RowHeights.Sum();
        for (int row = 0; row < _dataHeight.Length; row++)
        {
            _dataHeight[row] = (float)(left * _figure.RowHeights[row] / total);
        }

        if (_dataWidth < MinimumDataSize || _dataHeight.Min() < MinimumDataSize)
        {
            throw new InvalidOperationException(
                $"{_figure.Panels.Count} panels with their titles and axes do not fit in {_figure.Width} by {_figure.Height} "
                + "pixels; make the figure larger or give it fewer panels.");
        }
    }
}
