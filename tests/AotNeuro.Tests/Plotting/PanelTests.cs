using AotNeuro.Plotting;

namespace AotNeuro.Tests.Plotting;

public class PanelTests
{
    private const string SpikeColor = "#20344D";
    private const string FirstColor = "#0072B2";

    [Fact]
    public void ARasterHasOneStrokeForEachSpike()
    {
        double[] times = [.. Enumerable.Range(0, 1234).Select(i => i * 0.001)];
        int[] neurons = [.. Enumerable.Range(0, 1234).Select(i => i * 7 % 30)];
        var figure = new Figure();
        figure.AddPanel().Raster(times, neurons, 30);
        string path = Assert.Single(new SvgPicture(figure).Paths(SpikeColor));
        Assert.Equal(1234, path.Count(c => c == 'M'));
        Assert.Equal(1234, path.Count(c => c == 'L'));
    }

    [Fact]
    public void ASpikeStandsAtItsTimeInItsRow()
    {
        var figure = new Figure();
        Panel panel = figure.AddPanel();
        panel.XLimits = (0, 2);
        panel.Raster([0.5, 1.5], [3, 0], 4);
        var svg = new SvgPicture(figure);
        (double left, double top, double width, double height) = svg.DataAreas[0];
        var ends = SvgPicture.Points(svg.Paths(SpikeColor)[0]);
        Assert.Equal(left + (width / 4), ends[0].X, tolerance: 0.01);
        Assert.Equal(left + (width * 3 / 4), ends[2].X, tolerance: 0.01);
        Assert.Equal(top + (height * 7 / 8), (ends[0].Y + ends[1].Y) / 2, tolerance: 0.01); // neuron 3: the lowest row
        Assert.Equal(top + (height / 8), (ends[2].Y + ends[3].Y) / 2, tolerance: 0.01); // neuron 0: the highest
        Assert.Contains("neuron", svg.Texts);
    }

    [Fact]
    public void LogarithmicAxesCountPowersOfTen()
    {
        var figure = new Figure();
        Panel panel = figure.AddPanel();
        (panel.IsLogarithmic, panel.XLimits, panel.YLimits) = (true, (0, 3), (-2, 2));
        panel.Line([1, 10, 1000], [0.01, 1, 100]);
        var svg = new SvgPicture(figure);
        (double left, double top, double width, double height) = svg.DataAreas[0];
        var points = SvgPicture.Points(svg.Paths(FirstColor)[0]);
        Assert.Equal(left + (width / 3), points[1].X, tolerance: 0.01);
        Assert.Equal(left + width, points[2].X, tolerance: 0.01);
        Assert.Equal(top + (height / 2), points[1].Y, tolerance: 0.01);
        Assert.All(["0.01", "0.1", "1", "10", "100", "1,000"], text => Assert.Contains(text, svg.Texts));
    }

    [Fact]
    public void LogarithmicAxesRefuseWhatDoesNotFit()
    {
        Panel panel = new Figure().AddPanel();
        panel.IsLogarithmic = true;
        var value = Assert.Throws<ArgumentException>(() => panel.Line([1, 2], [1, 0]));
        Assert.StartsWith("y[1] is 0; on logarithmic axes every value must be positive.", value.Message);
        var rows = Assert.Throws<InvalidOperationException>(() => panel.Raster([0.1], [0], 1));
        Assert.Equal("Rows of spikes and traces have no logarithmic axes; leave IsLogarithmic out.", rows.Message);
        panel.Line([1, 2], [1, 2]);
        var late = Assert.Throws<InvalidOperationException>(() => panel.IsLogarithmic = false);
        Assert.Equal("Axes become logarithmic before anything is drawn on them; set IsLogarithmic first.", late.Message);
    }

    [Fact]
    public void ARasterWithoutSpikesIsDrawn()
    {
        var figure = new Figure();
        figure.AddPanel().Raster([], [], 3);
        Assert.Contains("2", new SvgPicture(figure).Texts);
    }

    [Fact]
    public void RasterRefusesWhatDoesNotFit()
    {
        Panel panel = new Figure().AddPanel();
        var lengths = Assert.Throws<ArgumentException>(() => panel.Raster([0.1, 0.2], [0], 1));
        Assert.StartsWith("neurons has 1 values but times has 2; they must be equally many.", lengths.Message);
        var neuron = Assert.Throws<ArgumentOutOfRangeException>(() => panel.Raster([0.1], [5], 5));
        Assert.StartsWith("A spike is of neuron 5, but the neurons are 0 to 4.", neuron.Message);
        var time = Assert.Throws<ArgumentException>(() => panel.Raster([0.1, double.NaN], [0, 0], 5));
        Assert.StartsWith("times[1] is NaN; every value must be finite.", time.Message);
        Assert.Throws<ArgumentOutOfRangeException>("neuronCount", () => panel.Raster([], [], 0));
    }

    [Fact]
    public void RowsNeedAPanelOfTheirOwn()
    {
        const string Message = "Spikes and traces need a panel of their own; no other drawing goes with their rows.";
        Panel lines = new Figure().AddPanel().Line([0, 1], [0, 1]);
        Panel rows = new Figure().AddPanel().Raster([0.5], [0], 1);
        Assert.Equal(Message, Assert.Throws<InvalidOperationException>(() => lines.Raster([0.5], [0], 1)).Message);
        Assert.Equal(Message, Assert.Throws<InvalidOperationException>(() => rows.Line([0, 1], [0, 1])).Message);
        Assert.Equal(Message, Assert.Throws<InvalidOperationException>(() => rows.Raster([0.5], [0], 1)).Message);
    }

    [Fact]
    public void ALineGoesThroughItsPoints()
    {
        var figure = new Figure();
        Panel panel = figure.AddPanel();
        panel.YLimits = (0, 10);
        panel.Line([0, 1, 4], [0, 10, 5]);
        var svg = new SvgPicture(figure);
        (double left, double top, double width, double height) = svg.DataAreas[0];
        var points = SvgPicture.Points(Assert.Single(svg.Paths(FirstColor)));
        (double, double)[] expected = [(left, top + height), (left + (width / 4), top), (left + width, top + (height / 2))];
        Assert.Equal(expected.Length, points.Length);
        for (int i = 0; i < points.Length; i++)
        {
            Assert.Equal(expected[i].Item1, points[i].X, tolerance: 0.01);
            Assert.Equal(expected[i].Item2, points[i].Y, tolerance: 0.01);
        }
    }

    [Fact]
    public void NaNLeavesAGap()
    {
        var figure = new Figure();
        figure.AddPanel().Line([0, 1, 2, 3, 4], [0, 1, double.NaN, 1, 0]);
        string path = string.Concat(new SvgPicture(figure).Paths(FirstColor));
        Assert.Equal(2, path.Count(c => c == 'M'));
        Assert.Equal(4, SvgPicture.Points(path).Length);
    }

    [Fact]
    public void AnAxisBeginsAtZeroWhereTheFirstStepIsJustAfterIt()
    {
        double[] times = [.. Enumerable.Range(1, 1000).Select(i => i * 0.001)];
        var figure = new Figure();
        figure.AddPanel().Line(times, times);
        Assert.Contains("0", new SvgPicture(figure).Texts);
        Assert.Equal(new Extent(0, 1), new Extent(0.001, 1).SnapToZero());
        Assert.Equal(new Extent(0.5, 1), new Extent(0.5, 1).SnapToZero());
        Assert.Equal(new Extent(-0.001, 1), new Extent(-0.001, 1).SnapToZero());
    }

    [Fact]
    public void EachColumnIsALineOfItsOwnColor()
    {
        var figure = new Figure();
        figure.AddPanel().Lines([0, 1], new MatrixView([0, 1, 2, 3, 4, 5], 2, 3), "a", "b", "c");
        var svg = new SvgPicture(figure);
        foreach (string color in (string[])[FirstColor, "#D55E00", "#009E73"])
        {
            Assert.Equal(2, svg.Paths(color).Length); // the line and its sample in the legend
        }

        Assert.Equal(["a", "b", "c"], svg.Texts[^3..]);
    }

    [Fact]
    public void ManyLinesHaveAllDifferentColors()
    {
        var colors = Enumerable.Range(0, 40).Select(i => Theme.Series(i, 40).ToHex()).ToHashSet();
        Assert.Equal(40, colors.Count);
    }

    [Fact]
    public void TracesTellTheirScaleAndKeepToTheirRows()
    {
        var figure = new Figure();
        figure.AddPanel().Traces([0, 1], new MatrixView([-70, -70, 30, 30], 2, 2), "mV");
        var svg = new SvgPicture(figure);
        Assert.Contains("one row is 100 mV", svg.Texts);
        (_, double top, _, double height) = svg.DataAreas[0];
        var first = SvgPicture.Points(svg.Paths(FirstColor)[0]);
        Assert.Equal(top + (height / 2), first[0].Y, tolerance: 0.01); // the lowest voltage: the bottom of row 0
        Assert.Equal(top, first[1].Y, tolerance: 0.01); // the highest: its top
    }

    [Fact]
    public void TuningCurvesNameTheirAxesAndBeginAtZero()
    {
        var figure = new Figure();
        figure.AddPanel().TuningCurves([-1, 1], new MatrixView([50, 200, 100, 150], 2, 2));
        var svg = new SvgPicture(figure);
        Assert.Contains("represented value", svg.Texts);
        Assert.Contains("firing rate (Hz)", svg.Texts);
        Assert.Contains("0", svg.Texts);
    }

    [Fact]
    public void LinesRefuseWhatDoesNotFit()
    {
        Panel panel = new Figure().AddPanel();
        Check("y has 1 values but x has 2; they must be equally many.", () => panel.Line([0, 1], [0]));
        Check("x is empty, so there is nothing to draw.", () => panel.Line([], []));
        Check("x[0] is NaN; every value must be finite.", () => panel.Line([double.NaN], [0]));
        Check("y holds an infinite value (number 1); leave a gap with NaN.",
            () => panel.Reference([0, 1], [0, double.PositiveInfinity]));
        Check("values has 3 rows but x has 2 values; each row belongs to one value.",
            () => panel.Lines([0, 1], new MatrixView([1, 2, 3], 3, 1)));
        Check("values has no columns, so there is nothing to draw.", () => panel.Lines([0, 1], new MatrixView([], 2, 0)));
        Check("labels has 1 names for 2 lines; give one for each line, or none.",
            () => panel.Lines([0], new MatrixView([1, 2], 1, 2), "a"));
        Check("inputs[1] = 0 does not lie above inputs[0] = 0; sort the inputs.",
            () => panel.TuningCurves([0, 0], new MatrixView([1, 2], 2, 1)));
        Check("The limits 1 to 1 are not a range: both must be finite, the first the lower.", () => panel.XLimits = (1, 1));
        Check("The limits 0 to NaN are not a range: both must be finite, the first the lower.",
            () => panel.YLimits = (0, double.NaN));

        static void Check(string message, Action action) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(action).Message);
    }

    [Theory]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(-50, "\u221250")]
    [InlineData(-1e-17, "0")]
    [InlineData(1500, "1500")]
    public void TickNumbersAreShort(double value, string text) => Assert.Equal(text, TickText.Number(value));

    [Theory]
    [InlineData(10, "0 1 2 3 4 5 6 7 8 9")]
    [InlineData(30, "0 5 10 15 20 25")]
    [InlineData(1000, "0 100 200 300 400 500 600 700 800 900")]
    public void RowTicksAreFewAndRound(int rows, string ticks)
    {
        var figure = new Figure();
        Panel panel = figure.AddPanel();
        panel.XLimits = (0.11, 0.19); // no whole number on the x axis
        panel.Raster([], [], rows);
        Assert.Equal(ticks.Split(' '), new SvgPicture(figure).Texts.Where(text => int.TryParse(text, out _)));
    }

    [Fact]
    public void AFlatLineHasRoomAboveAndBelow()
    {
        Assert.Equal((1.5, 2.5), new Extent(2, 2).ToLimits(margin: 0));
        Assert.Equal((90, 110), new Extent(100, 100).ToLimits(margin: 0));
        Assert.Equal((0, 1), Extent.Empty.ToLimits(margin: 0));
    }
}
