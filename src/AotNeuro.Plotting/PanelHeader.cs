using ScottPlot;
using SkiaSharp;

namespace AotNeuro.Plotting;

/// <summary>One entry of a legend; without a colour it is a remark with no line before it.</summary>
internal sealed record LegendEntry(string Text, Color? Color, bool Dashed = false);

/// <summary>
/// What stands above a panel: its title on the left, its legend on the right. Above and not inside, because a legend
/// inside covers data. A legend that does not fit beside the title takes lines of its own.
/// </summary>
internal sealed class PanelHeader(string? title, IReadOnlyList<LegendEntry> legend)
{
    private const float LineHeight = 20;
    private const float GapBelow = 5;
    private const float HeightWhenEmpty = 10;
    private const float SwatchWidth = 22;
    private const float SwatchGap = 6;
    private const float EntryGap = 18;

    private readonly bool _hasTitle = !string.IsNullOrEmpty(title);

    /// <summary>The height needed above a data area of the width.</summary>
    public float Height(float width)
    {
        int lines = legend.Count == 0 ? 0 : FitsBesideTitle(width) ? 1 : Wrap(width).Count;
        lines += _hasTitle && (legend.Count == 0 || !FitsBesideTitle(width)) ? 1 : 0;
        return lines == 0 ? HeightWhenEmpty : lines * LineHeight + GapBelow;
    }

    /// <summary>Draws the header right above the data area.</summary>
    public void Draw(SKCanvas canvas, PixelRect data)
    {
        float baseline = data.Top - Height(data.Width) + LineHeight - 5;
        if (_hasTitle)
        {
            DrawText(canvas, title!, data.Left, baseline, Theme.PanelTitleSize);
        }

        if (FitsBesideTitle(data.Width))
        {
            DrawLine(canvas, legend, data.Right - WidthOf(legend), baseline);
            return;
        }

        baseline += _hasTitle ? LineHeight : 0;
        foreach (List<LegendEntry> line in Wrap(data.Width))
        {
            DrawLine(canvas, line, data.Left, baseline);
            baseline += LineHeight;
        }
    }

    /// <summary>Draws text with its baseline at the height.</summary>
    public static void DrawText(SKCanvas canvas, string text, float x, float baseline, float size)
    {
        using SKFont font = Theme.Font(size);
        using var paint = new SKPaint { Color = Theme.Ink.ToSKColor(), IsAntialias = true };
        canvas.DrawText(text, x, baseline, SKTextAlign.Left, font, paint);
    }

    private bool FitsBesideTitle(float width) =>
        WidthOf(legend) + (_hasTitle ? MeasureText(title!, Theme.PanelTitleSize) + EntryGap : 0) <= width;

    private List<List<LegendEntry>> Wrap(float width)
    {
        var lines = new List<List<LegendEntry>>();
        foreach (LegendEntry entry in legend)
        {
            if (lines.Count == 0 || WidthOf([.. lines[^1], entry]) > width)
            {
                lines.Add([]);
            }

            lines[^1].Add(entry);
        }

        return lines;
    }

    private static void DrawLine(SKCanvas canvas, IReadOnlyList<LegendEntry> entries, float x, float baseline)
    {
        foreach (LegendEntry entry in entries)
        {
            if (entry.Color is { } color)
            {
                DrawSwatch(canvas, color, entry.Dashed, x, baseline - 4.5f);
            }

            float indent = entry.Color is null ? 0 : SwatchWidth + SwatchGap;
            DrawText(canvas, entry.Text, x + indent, baseline, Theme.TextSize);
            x += WidthOf(entry) + EntryGap;
        }
    }

    private static void DrawSwatch(SKCanvas canvas, Color color, bool dashed, float x, float y)
    {
        using SKPathEffect? effect = dashed ? SKPathEffect.CreateDash(Theme.Dashes, 0) : null;
        using var paint = new SKPaint
        {
            Color = color.ToSKColor(),
            IsStroke = true,
            StrokeWidth = 2,
            IsAntialias = true,
            PathEffect = effect,
        };
        canvas.DrawLine(x, y, x + SwatchWidth, y, paint);
    }

    private static float WidthOf(IReadOnlyList<LegendEntry> entries) =>
        entries.Sum(WidthOf) + EntryGap * Math.Max(0, entries.Count - 1);

    private static float WidthOf(LegendEntry entry) =>
        (entry.Color is null ? 0 : SwatchWidth + SwatchGap) + MeasureText(entry.Text, Theme.TextSize);

    private static float MeasureText(string text, float size)
    {
        using SKFont font = Theme.Font(size);
        return font.MeasureText(text);
    }
}
