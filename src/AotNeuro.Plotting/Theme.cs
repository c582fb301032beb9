using ScottPlot;
using SkiaSharp;

namespace AotNeuro.Plotting;

/// <summary>Colours, sizes and the font that all figures share. Sizes are in pixels of the unscaled figure.</summary>
internal static class Theme
{
    public const float TextSize = 13;
    public const float PanelTitleSize = 14;
    public const float FigureTitleSize = 17;
    public const float LineWidth = 1.6f;
    public const float ThinLineWidth = 1.2f;
    public const float SpikeWidth = 1.2f;

    public static readonly Color Ink = Color.FromHex("#262626");
    public static readonly Color Axis = Color.FromHex("#7A7A7A");
    public static readonly Color Grid = Color.FromHex("#E7E7E7");
    public static readonly Color Reference = Color.FromHex("#6B6B6B");
    public static readonly Color Spike = Color.FromHex("#20344D");
    public static readonly float[] Dashes = [6, 4];

    // Okabe and Ito (2008), "Color Universal Design", without the yellow that is too pale for a line on white.
    private static readonly Color[] Palette =
    [
        Color.FromHex("#0072B2"), Color.FromHex("#D55E00"), Color.FromHex("#009E73"), Color.FromHex("#CC79A7"),
        Color.FromHex("#E69F00"), Color.FromHex("#56B4E9"),
    ];

    private static readonly ScottPlot.Colormaps.Viridis Sequence = new();

    /// <summary>The typeface of all text. It is built in, so that a figure needs no font of the machine.</summary>
    public static SKTypeface Typeface { get; } = LoadTypeface();

    /// <summary>The colour of one line among lines that are told apart by a legend.</summary>
    public static Color Series(int index) => Palette[index % Palette.Length];

    /// <summary>The colour of one line among many: the palette while it lasts, then a sequence from dark to light.</summary>
    public static Color Series(int index, int count) =>
        count <= Palette.Length ? Palette[index] : Sequence.GetColor(0.88 * index / (count - 1));

    /// <summary>A font of the built-in typeface; widths that are not rounded to pixels keep text even at every scale.</summary>
    public static SKFont Font(float size) =>
        new(Typeface, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };

    /// <summary>Gives axes, frame and grid of a plot the look of all figures.</summary>
    public static void Apply(Plot plot)
    {
        plot.RenderManager.ClearCanvasBeforeEachRender = false; // it would wipe out the panels drawn before
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Grid.MajorLineColor = Grid;
        plot.Axes.Top.IsVisible = false;
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Title.IsVisible = false;
        Apply(plot.Axes.Bottom);
        Apply(plot.Axes.Left);
        if (plot.Axes.Left is ScottPlot.AxisPanels.AxisBase left)
        {
            left.PaddingBetweenTickAndAxisLabels = new PixelPadding(10, 0);
        }
    }

    private static void Apply(IAxis axis)
    {
        axis.FrameLineStyle.Color = Axis;
        axis.FrameLineStyle.Width = 1;
        axis.MajorTickStyle.Color = Axis;
        axis.MajorTickStyle.Length = 4;
        Apply(axis.TickLabelStyle);
        Apply(axis.Label);
        axis.Label.Bold = false;
    }

    private static void Apply(LabelStyle label)
    {
        label.Font = Typeface;
        label.FontSize = TextSize;
        label.ForeColor = Ink;
    }

    private static SKTypeface LoadTypeface()
    {
        using Stream? font = typeof(Theme).Assembly.GetManifestResourceStream("DejaVuSans-subset.ttf");
        return SKTypeface.FromStream(font) ?? throw new InvalidOperationException("The built-in font is not readable.");
    }
}
