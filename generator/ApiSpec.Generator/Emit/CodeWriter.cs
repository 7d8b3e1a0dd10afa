using System.Text;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes indented lines. Line ends are always <c>\n</c>, so that a spec gives the same bytes on all machines.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one or more lines at the current depth. An empty string writes an empty line.</summary>
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

    /// <summary>Writes a header and an opening brace, and increases the depth.</summary>
    public void Open(string header)
    {
        Write(header);
        Write("{");
        _depth++;
    }

    /// <summary>Ends the block that <see cref="Open"/> started.</summary>
    public void Close(string suffix = "")
    {
        _depth--;
        Write("}" + suffix);
    }

    public override string ToString() => _text.ToString();
}
