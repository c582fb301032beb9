namespace AotNeuro.Plotting;

/// <summary>
/// A picture of panels in a grid, saved as PNG or SVG. Panels fill the grid from left to right and from top to bottom;
/// their data areas line up in both directions. Legends stand above their panel and never cover data. All text is in a
/// built-in font (DejaVu Sans; Latin, Greek, Cyrillic and mathematical characters), so the machine needs none.
/// </summary>
/// <example>
/// <code>
/// var figure = new Figure(800, 480) { Title = "Ten Izhikevich neurons follow a sine", SharedX = true };
/// Panel value = figure.AddPanel(height: 2);
/// value.YTitle = "decoded value";
/// value.Reference(times, stimulus, "stimulus").Line(times, decoded, "decoded");
/// Panel spikes = figure.AddPanel();
/// spikes.XTitle = "time (s)";
/// spikes.Raster(spikeTimes, spikeNeurons, neuronCount: 10);
/// figure.Save("izhikevich.png");
/// </code>
/// </example>
public sealed class Figure
{
    private const int MinimumSize = 100;
    private const int MaximumSize = 10_000;
    private const double MaximumPixelRatio = 4;

    private readonly List<Panel> _panels = [];
    private readonly List<double> _rowHeights = [];

    /// <summary>Creates a figure without panels.</summary>
    /// <param name="width">Width in pixels, 100 to 10000. Text is 13 to 17 pixels high, made for a width of about 800.</param>
    /// <param name="height">Height in pixels, 100 to 10000.</param>
    /// <param name="columns">Number of panels side by side, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    public Figure(int width = 800, int height = 400, int columns = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, MinimumSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MaximumSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, MinimumSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, MaximumSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        Width = width;
        Height = height;
        Columns = columns;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Number of panels side by side.</summary>
    public int Columns { get; }

    /// <summary>Text on top of the figure; none by default.</summary>
    public string? Title { get; set; }

    /// <summary>Whether the panels of a column have the same x limits and show tick numbers and x title only at the
    /// bottom. The x title is that of the lowest panel. Default: no.</summary>
    public bool SharedX { get; set; }

    /// <summary>Whether the panels of a row have the same y limits and show tick numbers and y title only on the left.
    /// Not for figures with rasters or traces. Default: no.</summary>
    public bool SharedY { get; set; }

    /// <summary>How many dots of a PNG make one pixel of the figure, 1 to 4; 2 by default, which stays sharp on dense
    /// screens. An SVG has no dots and ignores it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not between 1 and 4.</exception>
    public double PixelRatio
    {
        get;
        set => field = value is >= 1 and <= MaximumPixelRatio
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The pixel ratio must lie between 1 and 4.");
    } = 2;

    internal IReadOnlyList<Panel> Panels => _panels;

    internal IReadOnlyList<double> RowHeights => _rowHeights;

    /// <summary>Adds a panel at the next free place of the grid.</summary>
    /// <param name="title">Text above the panel; none by default.</param>
    /// <param name="height">Height of its data area relative to other rows; a row is as high as its highest panel.</param>
    /// <exception cref="ArgumentOutOfRangeException">The height is not a positive finite number.</exception>
    public Panel AddPanel(string? title = null, double height = 1)
    {
        if (!(height > 0 && double.IsFinite(height)))
        {
            throw new ArgumentOutOfRangeException(nameof(height), height, "A panel's height must be a positive number.");
        }

        int row = _panels.Count / Columns;
        if (row == _rowHeights.Count)
        {
            _rowHeights.Add(height);
        }
        else
        {
            _rowHeights[row] = Math.Max(_rowHeights[row], height);
        }

        var panel = new Panel(title);
        _panels.Add(panel);
        return panel;
    }

    /// <summary>Writes the figure to a file, as PNG or SVG after the ending of its name. A file there is replaced.</summary>
    /// <param name="path">File name, ending in <c>.png</c> or <c>.svg</c>; its directory must exist.</param>
    /// <exception cref="ArgumentException">The file name ends in neither.</exception>
    /// <exception cref="InvalidOperationException">There is no panel, or a panel with nothing drawn on it, or the panels
    /// do not fit in the figure.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string extension = Path.GetExtension(path);
        if (extension.Equals(".png", StringComparison.OrdinalIgnoreCase))
        {
            File.WriteAllBytes(path, ToPng());
        }
        else if (extension.Equals(".svg", StringComparison.OrdinalIgnoreCase))
        {
            File.WriteAllText(path, ToSvg());
        }
        else
        {
            throw new ArgumentException($"A figure is saved as .png or .svg, not as '{extension}' ({path}).", nameof(path));
        }
    }

    /// <summary>The figure as the bytes of a PNG file, <see cref="PixelRatio"/> times as wide and high.</summary>
    /// <inheritdoc cref="Save" path="/exception[@cref='InvalidOperationException']"/>
    public byte[] ToPng() => FigureRenderer.Png(this);

    /// <summary>The figure as an SVG document. Its text is text, in DejaVu Sans where the viewer has it.</summary>
    /// <inheritdoc cref="Save" path="/exception[@cref='InvalidOperationException']"/>
    public string ToSvg() => FigureRenderer.Svg(this);
}
