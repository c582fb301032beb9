using ScottPlot;

namespace AotNeuro.Plotting;

/// <summary>Sets the limits and the texts of all axes of a figure, with those that are shared.</summary>
internal static class AxisSetup
{
    public static void Apply(Figure figure)
    {
        RequireContent(figure);
        for (int i = 0; i < figure.Panels.Count; i++)
        {
            Panel panel = figure.Panels[i];
            bool innerX = figure.SharedX && i + figure.Columns < figure.Panels.Count;
            bool innerY = figure.SharedY && i % figure.Columns > 0;
            (double left, double right) = figure.SharedX ? SharedXLimits(ColumnOf(figure, i)) : SharedXLimits([panel]);
            (double bottom, double top) = figure.SharedY ? SharedYLimits(RowOf(figure, i)) : panel.YAxis;
            panel.Plot.Axes.SetLimits(left, right, bottom, top);
            SetText(panel.Plot.Axes.Bottom, panel.XTitle, innerX);
            SetText(panel.Plot.Axes.Left, panel.YTitle, innerY);
        }
    }

    private static void SetText(IAxis axis, string? title, bool inner)
    {
        axis.Label.Text = inner ? "" : title ?? "";
        axis.TickLabelStyle.IsVisible = !inner;
    }

    private static IReadOnlyList<Panel> ColumnOf(Figure figure, int panel) =>
        [.. figure.Panels.Where((_, i) => i % figure.Columns == panel % figure.Columns)];

    private static IReadOnlyList<Panel> RowOf(Figure figure, int panel) =>
        [.. figure.Panels.Where((_, i) => i / figure.Columns == panel / figure.Columns)];

    /// <summary>The limits that are set, where some are; otherwise all data from edge to edge.</summary>
    private static (double Min, double Max) SharedXLimits(IReadOnlyList<Panel> panels)
    {
        Extent set = Extent.Empty;
        Extent data = Extent.Empty;
        foreach (Panel panel in panels)
        {
            data.Include(panel.XData);
            if (panel.XLimits is var (min, max))
            {
                set.Include(new Extent(min, max));
            }
        }

        return (set.IsEmpty ? data.SnapToZero() : set).ToLimits(margin: 0);
    }

    private static (double Min, double Max) SharedYLimits(IReadOnlyList<Panel> panels)
    {
        Extent all = Extent.Empty;
        foreach (Panel panel in panels)
        {
            if (panel.HasRows)
            {
                throw new InvalidOperationException(
                    "SharedY does not go with spike rasters and traces: their y axis counts rows.");
            }

            (double min, double max) = panel.YAxis;
            all.Include(new Extent(min, max));
        }

        return (all.Min, all.Max);
    }

    private static void RequireContent(Figure figure)
    {
        if (figure.Panels.Count == 0)
        {
            throw new InvalidOperationException("The figure has no panel; call AddPanel first.");
        }

        for (int i = 0; i < figure.Panels.Count; i++)
        {
            if (!figure.Panels[i].HasContent)
            {
                (int row, int column) = Math.DivRem(i, figure.Columns);
                throw new InvalidOperationException(
                    $"Nothing is drawn on the panel in row {row}, column {column} of the figure.");
            }
        }
    }
}
