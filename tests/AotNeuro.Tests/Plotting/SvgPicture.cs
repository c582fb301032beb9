using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AotNeuro.Plotting;

namespace AotNeuro.Tests.Plotting;

/// <summary>A figure's SVG, taken apart.</summary>
internal sealed class SvgPicture(Figure figure)
{
    private static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    public XElement Root { get; } = XDocument.Parse(figure.ToSvg()).Root!;

    /// <summary>All texts, in the order of drawing.</summary>
    public string[] Texts => [.. Root.Descendants(Namespace + "text").Select(text => text.Value.Trim())];

    /// <summary>The data areas, panel after panel.</summary>
    public (double X, double Y, double Width, double Height)[] DataAreas =>
    [
        .. Root.Descendants(Namespace + "clipPath").Select(clip => clip.Element(Namespace + "rect")!)
            .Select(rect => (Number(rect, "x"), Number(rect, "y"), Number(rect, "width"), Number(rect, "height"))),
    ];

    /// <summary>The path data of all strokes and areas of a colour.</summary>
    public string[] Paths(string color) =>
    [
        .. Root.Descendants(Namespace + "path")
            .Where(path => path.Attribute("stroke")?.Value == color || path.Attribute("fill")?.Value == color)
            .Select(path => path.Attribute("d")!.Value),
    ];

    /// <summary>The baseline of a text that is not moved or turned.</summary>
    public double Baseline(string text) => double.Parse(
        Root.Descendants(Namespace + "text").Single(element => element.Value.Trim() == text).Attribute("y")!.Value.Split(',')[0],
        CultureInfo.InvariantCulture);

    /// <summary>The points of path data.</summary>
    public static (double X, double Y)[] Points(string path) =>
    [
        .. Regex.Matches(path, @"[ML]([-\d.]+) ([-\d.]+)").Select(match =>
            (double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
             double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))),
    ];

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
