using System.Text;

namespace AotNeuro.Generator.Emission;

/// <summary>Text with indentation; line ends are always LF, so that output does not depend on the machine.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(line);
        }

        _text.Append('\n');
    }

    public void Lines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Line(line);
        }
    }

    /// <summary>A line, then a block in braces until the result is disposed.</summary>
    public Block Open(string line, string close = "}")
    {
        Line(line);
        Line("{");
        _depth++;
        return new Block(this, close);
    }

    public override string ToString() => _text.ToString();

    internal readonly struct Block(CodeWriter writer, string close) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            writer.Line(close);
        }
    }
}
