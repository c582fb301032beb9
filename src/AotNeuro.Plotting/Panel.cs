using ScottPlot;
using ScottPlot.Plottables;

namespace AotNeuro.Plotting;

/// <summary>
/// One pair of axes of a <see cref="Figure"/>. The drawing methods copy what they are given, may be called more than
/// once, and return the panel. Axis limits fit the data unless they are set.
/// </summary>
public sealed class Panel
{
    private const double HeightMargin = 0.06; // room above and below lines, so that they do not touch the frame

    private readonly List<LegendEntry> _legend = [];
    private Extent _x = Extent.Empty;
    private Extent _y = Extent.Empty;
    private int _lineCount;
    private int _rows;
    private bool _startsAtZero;

    internal Panel(string? title)
    {
        Title = title;
        Theme.Apply(Plot);
        Plot.Axes.Bottom.TickGenerator = TickText.NumericTicks(minimumSpacing: 60);
        Plot.Axes.Left.TickGenerator = TickText.NumericTicks(minimumSpacing: 30);
    }

    /// <summary>Text above the panel on the left; none by default.</summary>
    public string? Title { get; set; }

    /// <summary>Text below the x axis: the quantity and its unit, such as <c>time (s)</c>; none by default.</summary>
    public string? XTitle { get; set; }

    /// <summary>Text beside the y axis: the quantity and its unit; none by default.</summary>
    public string? YTitle { get; set; }

    /// <summary>Ends of the x axis; by default the data from edge to edge, from 0 where they begin just above
    /// it.</summary>
    /// <exception cref="ArgumentException">An end is not finite, or the first is not the lower.</exception>
    public (double Min, double Max)? XLimits
    {
        get;
        set => field = Check.Limits(value, nameof(XLimits));
    }

    /// <summary>Ends of the y axis; by default the data and a little room. A spike raster keeps its rows.</summary>
    /// <exception cref="ArgumentException">An end is not finite, or the first is not the lower.</exception>
    public (double Min, double Max)? YLimits
    {
        get;
        set => field = Check.Limits(value, nameof(YLimits));
    }

    /// <summary>
    /// Whether both axes are logarithmic, for lines of positive numbers; set before anything is drawn. <see cref="XLimits"/> and
    /// <see cref="YLimits"/> are powers of ten then: 0 to 3 is 1 to 1,000. Default false.
    /// </summary>
    /// <exception cref="InvalidOperationException">Something is drawn already.</exception>
    public bool IsLogarithmic
    {
        get;
        set
        {
            if (HasContent)
            {
                throw new InvalidOperationException("Axes become logarithmic before anything is drawn on them; set IsLogarithmic first.");
            }

            field = value;
            Plot.Axes.Bottom.TickGenerator = value ? TickText.PowerTicks(minimumSpacing: 60) : TickText.NumericTicks(minimumSpacing: 60);
            Plot.Axes.Left.TickGenerator = value ? TickText.PowerTicks(minimumSpacing: 30) : TickText.NumericTicks(minimumSpacing: 30);
        }
    }

    internal Plot Plot { get; } = new();

    internal PanelHeader Header => new(Title, _legend);

    internal bool HasContent { get; private set; }

    internal bool HasRows => _rows > 0;

    internal Extent XData => _x;

    /// <summary>Bottom and top of the y axis; the first of several rows is on top.</summary>
    internal (double Bottom, double Top) YAxis
    {
        get
        {
            if (HasRows)
            {
                return (_rows - 0.5, -0.5);
            }

            (double min, double max) = _y.ToLimits(HeightMargin);
            return YLimits ?? (_startsAtZero && _y.Min >= 0 ? (0, max) : (min, max));
        }
    }

    /// <summary>Draws one line.</summary>
    /// <param name="x">Place of each point on the x axis, such as times in seconds.</param>
    /// <param name="y">Height of each point; NaN leaves a gap.</param>
    /// <param name="label">Name in the legend; by default the line is not in the legend.</param>
    /// <exception cref="ArgumentException">Lengths differ, nothing is given, or a value is not finite.</exception>
    /// <exception cref="InvalidOperationException">The panel has a raster or traces.</exception>
    public Panel Line(ReadOnlySpan<double> x, ReadOnlySpan<double> y, string? label = null)
    {
        CheckLine(x, y);
        AddLine(x, y, label, Theme.Series(_lineCount++), Theme.LineWidth);
        return this;
    }

    /// <summary>Draws one dashed grey line: what other lines are to be compared with, such as a stimulus.</summary>
    /// <inheritdoc cref="Line" path="/param"/>
    /// <inheritdoc cref="Line" path="/exception"/>
    public Panel Reference(ReadOnlySpan<double> x, ReadOnlySpan<double> y, string? label = null)
    {
        CheckLine(x, y);
        Scatter line = AddLine(x, y, label: null, Theme.Reference, Theme.LineWidth);
        line.LinePattern = new LinePattern(Theme.Dashes, 0, "reference");
        AddLegend(label, Theme.Reference, dashed: true);
        return this;
    }

    /// <summary>Draws each column of a matrix as a line. Up to six columns get colours told apart by eye; more get a
    /// sequence of colours from the first column (dark) to the last (light).</summary>
    /// <param name="x">Place on the x axis of each row.</param>
    /// <param name="values">Heights, one row for each x, one column for each line; NaN leaves a gap.</param>
    /// <param name="labels">Names in the legend, one for each column, or none.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, nothing is given, or a value is not finite.</exception>
    /// <exception cref="InvalidOperationException">The panel has a raster or traces.</exception>
    public Panel Lines(ReadOnlySpan<double> x, MatrixView values, params ReadOnlySpan<string> labels)
    {
        RefuseIf(HasRows);
        CheckMatrix(x, values, nameof(x), nameof(values));
        if (labels.Length != 0 && labels.Length != values.Columns)
        {
            throw new ArgumentException(
                $"labels has {labels.Length} names for {values.Columns} lines; give one for each line, or none.", nameof(labels));
        }

        bool alone = _lineCount == 0;
        for (int column = 0; column < values.Columns; column++)
        {
            Color color = alone ? Theme.Series(column, values.Columns) : Theme.Series(_lineCount);
            AddLine(x, values.Column(column), labels.IsEmpty ? null : labels[column], color, Theme.LineWidth);
            _lineCount++;
        }

        return this;
    }

    /// <summary>
    /// Draws each column of a matrix on a row of its own, the first on top, all to the same scale: the membrane voltages
    /// of many neurons, for instance. The legend tells how much one row is. The y axis counts the rows and is
    /// called <c>neuron</c> unless <see cref="YTitle"/> is set.
    /// </summary>
    /// <param name="x">Place on the x axis of each row of the matrix.</param>
    /// <param name="values">Heights, one row for each x, one column for each trace; NaN leaves a gap.</param>
    /// <param name="unit">Unit of the values, such as <c>mV</c>.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, nothing is given, or a value is not finite.</exception>
    /// <exception cref="InvalidOperationException">Something else is drawn on the panel.</exception>
    public Panel Traces(ReadOnlySpan<double> x, MatrixView values, string unit)
    {
        CheckMatrix(x, values, nameof(x), nameof(values));
        ArgumentException.ThrowIfNullOrWhiteSpace(unit);
        RefuseIf(HasContent);
        UseRows(values.Columns);
        var range = Extent.Empty;
        range.Include(values.Values);
        double rowHeight = TickText.RoundUp(range.IsEmpty ? 1 : range.Max - range.Min);
        double middle = range.IsEmpty ? 0 : (range.Min + range.Max) / 2;
        for (int column = 0; column < values.Columns; column++)
        {
            double[] trace = values.Column(column);
            for (int row = 0; row < trace.Length; row++)
            {
                trace[row] = column - ((trace[row] - middle) / rowHeight); // rows count downwards
            }

            AddLine(x, trace, label: null, Theme.Series(column, values.Columns), Theme.ThinLineWidth);
        }

        _legend.Add(new LegendEntry($"one row is {TickText.Number(rowHeight)} {unit}", Color: null));
        return this;
    }

    /// <summary>
    /// Draws spikes as vertical strokes, one row a neuron, neuron 0 on top as in Nengo. The y axis is called
    /// <c>neuron</c> unless <see cref="YTitle"/> is set.
    /// </summary>
    /// <param name="times">Time of each spike in seconds, in any order; may be empty.</param>
    /// <param name="neurons">Neuron of each spike, counted from 0.</param>
    /// <param name="neuronCount">Number of neurons (rows), at least 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a time is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no neuron, or a spike is of a neuron there is not.</exception>
    /// <exception cref="InvalidOperationException">Something else is drawn on the panel.</exception>
    public Panel Raster(ReadOnlySpan<double> times, ReadOnlySpan<int> neurons, int neuronCount)
    {
        Check.SameLength(times.Length, neurons.Length, nameof(times), nameof(neurons));
        Check.Finite(times, nameof(times));
        ArgumentOutOfRangeException.ThrowIfLessThan(neuronCount, 1);
        RefuseIf(HasContent);
        foreach (int neuron in neurons)
        {
            if ((uint)neuron >= (uint)neuronCount)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(neurons), neuron, $"A spike is of neuron {neuron}, but the neurons are 0 to {neuronCount - 1}.");
            }
        }

        UseRows(neuronCount);
        _x.Include(times);
        Plot.Add.Plottable(new SpikeMarks(times.ToArray(), neurons.ToArray(), neuronCount));
        return this;
    }

    /// <summary>
    /// Draws the firing rate of each neuron over the represented value. Where they are not set, the axes are called
    /// <c>represented value</c> and <c>firing rate (Hz)</c>, and the y axis starts at 0.
    /// </summary>
    /// <param name="inputs">Represented values, ascending.</param>
    /// <param name="rates">Firing rates in hertz, one row for each input, one column for each neuron.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, nothing is given, an input does not lie above the one
    /// before it, or a value is not finite.</exception>
    /// <exception cref="InvalidOperationException">The panel has a raster or traces.</exception>
    public Panel TuningCurves(ReadOnlySpan<double> inputs, MatrixView rates)
    {
        RefuseIf(HasRows);
        CheckMatrix(inputs, rates, nameof(inputs), nameof(rates));
        Check.Ascending(inputs, nameof(inputs));
        XTitle ??= "represented value";
        YTitle ??= "firing rate (Hz)";
        _startsAtZero = true;
        return Lines(inputs, rates);
    }

    private static void CheckMatrix(ReadOnlySpan<double> x, MatrixView values, string xName, string valuesName)
    {
        Check.NotEmpty(x.Length, xName);
        Check.Rows(x.Length, values, xName, valuesName);
        Check.Finite(x, xName);
        Check.NotInfinite(values.Values, valuesName);
    }

    private void CheckLine(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        RefuseIf(HasRows);
        Check.NotEmpty(x.Length, nameof(x));
        Check.SameLength(x.Length, y.Length, nameof(x), nameof(y));
        Check.Finite(x, nameof(x));
        Check.NotInfinite(y, nameof(y));
    }

    private Scatter AddLine(ReadOnlySpan<double> x, ReadOnlySpan<double> y, string? label, Color color, float width)
    {
        double[] across = OnAxis(x, nameof(x));
        double[] up = OnAxis(y, nameof(y));
        HasContent = true;
        _x.Include(across);
        _y.Include(up);
        Scatter line = Plot.Add.ScatterLine(across, up, color);
        line.LineWidth = width;
        line.LineStyle.Rounded = true; // the mitre of a spike would stand out above its peak
        AddLegend(label, color, dashed: false);
        return line;
    }

    private double[] OnAxis(ReadOnlySpan<double> values, string name)
    {
        double[] places = values.ToArray();
        for (int i = 0; IsLogarithmic && i < places.Length; i++)
        {
            places[i] = values[i] <= 0
                ? throw new ArgumentException($"{name}[{i}] is {values[i]}; on logarithmic axes every value must be positive.", name)
                : Math.Log10(values[i]);
        }

        return places;
    }

    private void AddLegend(string? label, Color color, bool dashed)
    {
        if (!string.IsNullOrEmpty(label))
        {
            _legend.Add(new LegendEntry(label, color, dashed));
        }
    }

    private void UseRows(int count)
    {
        if (IsLogarithmic)
        {
            throw new InvalidOperationException("Rows of spikes and traces have no logarithmic axes; leave IsLogarithmic out.");
        }

        HasContent = true;
        _rows = count;
        YTitle ??= "neuron";
        Plot.Grid.YAxisStyle.IsVisible = false; // the rows are lines enough
        Plot.Axes.Left.TickGenerator = TickText.RowTicks(count);
    }

    private static void RefuseIf(bool taken)
    {
        if (taken)
        {
            throw new InvalidOperationException(
                "Spikes and traces need a panel of their own; no other drawing goes with their rows.");
        }
    }
}
