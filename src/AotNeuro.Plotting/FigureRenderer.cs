using System.Text;
using System.Text.RegularExpressions;
using ScottPlot;
using SkiaSharp;

namespace AotNeuro.Plotting;

/// <summary>Draws a figure on a PNG or an SVG canvas.</summary>
internal static partial class FigureRenderer
{
    /// <summary>The font in an SVG, then one of the same widths, then whatever the viewer has.</summary>
    private const string SvgFonts = "DejaVu Sans, Verdana, sans-serif";

    public static byte[] Png(Figure figure)
    {
        int width = (int)Math.Round(figure.Width * figure.PixelRatio);
        int height = (int)Math.Round(figure.Height * figure.PixelRatio);
        using SKSurface surface = SKSurface.Create(new SKImageInfo(width, height));
        surface.Canvas.Scale((float)figure.PixelRatio);
        Draw(figure, surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return data.ToArray();
    }

    public static string Svg(Figure figure)
    {
        using var stream = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(SKRect.Create(figure.Width, figure.Height), stream))
        {
            Draw(figure, canvas);
        }

        return Finish(Encoding.UTF8.GetString(stream.ToArray()), figure);
    }

    /// <summary>
    /// Adds what Skia leaves out: a view box, without which a page cannot scale the picture, and fonts to fall back on.
    /// Skia also counts clip paths on from one picture to the next; named anew, equal pictures are equal files.
    /// </summary>
    private static string Finish(string svg, Figure figure)
    {
        var names = new Dictionary<string, string>();
        svg = ClipName.Replace(svg, clip =>
        {
            names.TryAdd(clip.Value, $"clip{names.Count}");
            return names[clip.Value];
        });
        int root = svg.IndexOf("<svg ", StringComparison.Ordinal);
        return svg
            .Insert(root + "<svg ".Length, $"viewBox=\"0 0 {figure.Width} {figure.Height}\" ")
            .Replace($"font-family=\"{Theme.Typeface.FamilyName}\"", $"font-family=\"{SvgFonts}\"");
    }

    [GeneratedRegex("""(?<=id="|url\(#)cl_[0-9a-f]+""")]
    private static partial Regex ClipName { get; }

    private static void Draw(Figure figure, SKCanvas canvas)
    {
        using var nowhere = new SKNoDrawCanvas(figure.Width, figure.Height);
        canvas.Clear(SKColors.White);
        var layout = new FigureLayout(figure);
        if (!string.IsNullOrEmpty(figure.Title))
        {
            PanelHeader.DrawText(canvas, figure.Title, layout.TitleLeft, FigureLayout.TitleBaseline, Theme.FigureTitleSize);
        }

        for (int i = 0; i < figure.Panels.Count; i++)
        {
            Panel panel = figure.Panels[i];
            (PixelRect cell, PixelPadding padding) = layout.Place(i);
            panel.Plot.Layout.Fixed(padding);
            panel.Plot.Render(nowhere, cell); // a plot whose layout is new draws itself twice, which would double every line
            panel.Plot.Render(canvas, cell);
            panel.Header.Draw(canvas, cell.Contract(padding));
        }
    }
}
