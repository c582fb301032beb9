using System.Text;

namespace AotNeuro.Generator.Emission;

/// <summary>
/// Text with indentation and a blank line after every block; line ends are always LF, so that output does not depend on the machine.
/// </summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _blockEnded;

    public void Line(string line = "")
    {
        if (_blockEnded && line.Length > 0 && !line.StartsWith("else", StringComparison.Ordinal))
        {
            _text.Append('\n');
        }

        _blockEnded = false;
        foreach (string piece in LineBreaker.Break(line, _depth * 4))
        {
            _text.Append(' ', piece.Length > 0 ? _depth * 4 : 0).Append(piece).Append('\n');
        }
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
            writer._blockEnded = false;
            writer.Line(close);
            writer._blockEnded = true;
        }
    }
}
