using System.Buffers.Binary;
using AotNeuro.Plotting;

namespace AotNeuro.Tests.Plotting;

public class FigureTests
{
    private static readonly double[] X = [0, 0.5, 1];
    private static readonly double[] Y = [1, 3, 2];

    [Theory]
    [InlineData(1, 300, 200)]
    [InlineData(2, 600, 400)]
    [InlineData(1.5, 450, 300)]
    public void PngHasTheSizeTimesThePixelRatio(double ratio, int width, int height)
    {
        Figure figure = Small();
        figure.PixelRatio = ratio;
        byte[] png = figure.ToPng();
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], png[..8]);
        Assert.Equal(width, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(height, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    [Fact]
    public void SvgHasItsSizeAViewBoxAndRealText()
    {
        Figure figure = Small();
        figure.Title = "Rates < 5 & more";
        var svg = new SvgPicture(figure);
        Assert.Equal("300", svg.Root.Attribute("width")!.Value);
        Assert.Equal("200", svg.Root.Attribute("height")!.Value);
        Assert.Equal("0 0 300 200", svg.Root.Attribute("viewBox")!.Value);
        Assert.Contains("Rates < 5 & more", svg.Texts);
        Assert.Contains("time (s)", svg.Texts);
        Assert.Contains("font-family=\"DejaVu Sans, Verdana, sans-serif\"", figure.ToSvg());
    }

    [Fact]
    public void SaveWritesTheFormatOfTheEnding()
    {
        string directory = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string png = Path.Combine(directory, "figure.PNG");
            string svg = Path.Combine(directory, "figure.svg");
            Small().Save(png);
            Small().Save(svg);
            Assert.Equal(Small().ToPng(), File.ReadAllBytes(png));
            Assert.Equal(Small().ToSvg(), File.ReadAllText(svg));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void SaveRefusesOtherEndings()
    {
        var error = Assert.Throws<ArgumentException>(() => Small().Save("figure.pdf"));
        Assert.StartsWith("A figure is saved as .png or .svg, not as '.pdf' (figure.pdf).", error.Message);
    }

    [Fact]
    public void DrawingTwiceGivesTheSameFiles()
    {
        Figure figure = Small();
        Assert.Equal(figure.ToSvg(), figure.ToSvg());
        Assert.Equal(figure.ToPng(), figure.ToPng());
    }

    [Fact]
    public void NothingToDrawIsAnError()
    {
        var none = Assert.Throws<InvalidOperationException>(() => new Figure().ToPng());
        Assert.Equal("The figure has no panel; call AddPanel first.", none.Message);

        var figure = new Figure(columns: 2);
        figure.AddPanel().Line(X, Y);
        figure.AddPanel();
        var empty = Assert.Throws<InvalidOperationException>(() => figure.ToPng());
        Assert.Equal("Nothing is drawn on the panel in row 0, column 1 of the figure.", empty.Message);
    }

    [Fact]
    public void TooManyPanelsForTheSizeIsAnError()
    {
        var figure = new Figure(300, 200);
        for (int i = 0; i < 6; i++)
        {
            figure.AddPanel().Line(X, Y);
        }

        var error = Assert.Throws<InvalidOperationException>(() => figure.ToPng());
        Assert.StartsWith("6 panels with their titles and axes do not fit in 300 by 200 pixels", error.Message);
    }

    [Fact]
    public void NumbersOutsideTheirRangeAreErrors()
    {
        Assert.Throws<ArgumentOutOfRangeException>("width", () => new Figure(width: 99));
        Assert.Throws<ArgumentOutOfRangeException>("height", () => new Figure(height: 10_001));
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => new Figure(columns: 0));
        Assert.Throws<ArgumentOutOfRangeException>("height", () => new Figure().AddPanel(height: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Figure { PixelRatio = 0.5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Figure { PixelRatio = double.NaN });
    }

    [Fact]
    public void DataAreasLineUpAndHaveTheAskedForHeights()
    {
        var figure = new Figure(600, 500);
        figure.AddPanel("title", height: 3).Line(X, [100_000, 0, 300_000], "with a legend");
        figure.AddPanel().Line(X, [0, 1, 2]);
        var areas = new SvgPicture(figure).DataAreas;
        Assert.Equal(2, areas.Length);
        Assert.Equal(areas[0].X, areas[1].X);
        Assert.Equal(areas[0].Width, areas[1].Width);
        Assert.Equal(3, areas[0].Height / areas[1].Height, tolerance: 0.001);
        Assert.True(areas[0].Y + areas[0].Height < areas[1].Y);
    }

    [Fact]
    public void SharedAxesAreWrittenOnceAndHaveTheSameLimits()
    {
        var figure = new Figure(600, 500, columns: 2) { SharedX = true, SharedY = true };
        for (int i = 0; i < 4; i++)
        {
            Panel panel = figure.AddPanel();
            panel.XTitle = "time (s)";
            panel.YTitle = "value";
            panel.Line([0, i + 1], [0, i + 1]);
        }

        var svg = new SvgPicture(figure);
        Assert.Equal(2, svg.Texts.Count(text => text == "time (s)"));
        Assert.Equal(2, svg.Texts.Count(text => text == "value"));

        // The line to x = 1 above the line to x = 3 ends after a third of the width, on half the height of its neighbour.
        (double x, double y) = SvgPicture.Points(svg.Paths("#0072B2")[0])[^1];
        (double rightX, double rightY) = SvgPicture.Points(svg.Paths("#0072B2")[1])[^1];
        var areas = svg.DataAreas;
        Assert.Equal(areas[0].X + (areas[0].Width / 3), x, tolerance: 0.01);
        Assert.Equal(areas[1].X + (areas[1].Width / 2), rightX, tolerance: 0.01);
        double zero = SvgPicture.Points(svg.Paths("#0072B2")[0])[0].Y;
        Assert.Equal(2, (zero - rightY) / (zero - y), tolerance: 0.001);
    }

    [Fact]
    public void SharedYDoesNotGoWithRows()
    {
        var figure = new Figure { SharedY = true };
        figure.AddPanel().Raster([0.1], [0], 1);
        var error = Assert.Throws<InvalidOperationException>(() => figure.ToPng());
        Assert.Equal("SharedY does not go with spike rasters and traces: their y axis counts rows.", error.Message);
    }

    [Fact]
    public void ALegendStandsAboveTheData()
    {
        var figure = new Figure(300, 250);
        Panel panel = figure.AddPanel("Panel title");
        panel.Line(X, Y, "the first of two lines").Reference(X, Y, "a second, with a long name");
        var svg = new SvgPicture(figure);
        double top = svg.DataAreas[0].Y;
        double first = svg.Baseline("the first of two lines");
        double second = svg.Baseline("a second, with a long name");
        Assert.True(svg.Baseline("Panel title") < first && first < second && second < top);
    }

    [Fact]
    public void TheBuiltInFontHasTheLettersOfUnitsAndFormulas()
    {
        const string Needed = "AZaz09 äéñ µΩ°²³ αβγτφ Дж ∑√∞≤≥≈ ± − – … →";
        Assert.True(Theme.Typeface.ContainsGlyphs(Needed));
    }

    private static Figure Small()
    {
        var figure = new Figure(300, 200);
        Panel panel = figure.AddPanel();
        panel.XTitle = "time (s)";
        panel.Line(X, Y);
        return figure;
    }
}
