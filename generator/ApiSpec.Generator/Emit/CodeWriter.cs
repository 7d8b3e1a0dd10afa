using System.Text;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes indented lines. Line ends are always <c>\n</c>, so that the same spec gives the same bytes everywhere.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes the lines of a text at the current depth; an empty text is an empty line.</summary>
    public void Write(string text = "")
    {
        var start = 0;
        while (true)
        {
            var end = text.IndexOf('\n', start);
            var line = text.AsSpan(start, (end < 0 ? text.Length : end) - start).TrimEnd('\r');
            if (!line.IsEmpty)
                _text.Append(' ', _depth * 4).Append(text, start, line.Length);
            _text.Append('\n');
            if (end < 0)
                return;
            start = end + 1;
        }
    }

    /// <summary>Writes a header and an opening brace, and goes one level deeper.</summary>
    public void Open(string header)
    {
        Write(header);
        Write("{");
        _depth++;
    }

    /// <summary>Ends what <see cref="Open"/> began.</summary>
    public void Close(string suffix = "")
    {
        _depth--;
        Write("}" + suffix);
    }

    public override string ToString() => _text.ToString();
}
