using System.Buffers;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes indented lines. Line ends are always <c>\n</c>, so that a spec gives the same bytes on all machines.</summary>
/// <remarks>The text grows in an array that the next writer uses again, because an editor generates code at every keystroke.</remarks>
internal sealed class CodeWriter
{
    private const int Indent = 4;
    private const int FirstSize = 4096;

    private char[] _text = ArrayPool<char>.Shared.Rent(FirstSize);
    private int _length;
    private int _depth;

    /// <summary>Whether documentation comments are left out.</summary>
    public bool OmitsDocumentation { get; init; }

    /// <summary>Writes one or more lines at the current depth. An empty string writes an empty line.</summary>
    public void Write(string text = "") => WriteLines(text.AsSpan());

    /// <inheritdoc cref="Write(string)"/>
    public void Write(CodeText text)
    {
        WriteLines(text.Span);
        text.Release();
    }

    /// <summary>
    /// Writes the lines of another writer at the current depth, without the empty lines at their end. The other writer must not be used again.
    /// </summary>
    public void Write(CodeWriter part)
    {
        WriteLines(part._text.AsSpan(0, part._length).TrimEnd('\n'));
        part.Release();
    }

    /// <summary>Writes a header and an opening brace, and increases the depth.</summary>
    public void Open(string header)
    {
        Write(header);
        OpenBlock();
    }

    /// <inheritdoc cref="Open(string)"/>
    public void Open(CodeText header)
    {
        Write(header);
        OpenBlock();
    }

    /// <summary>Ends the block that <see cref="Open(string)"/> started.</summary>
    public void Close(string suffix = "")
    {
        _depth--;
        Write("}" + suffix);
    }

    /// <summary>Returns the text. The writer must not be used again.</summary>
    public string Finish()
    {
        var text = new string(_text, 0, _length);
        Release();
        return text;
    }

    private void OpenBlock()
    {
        Write("{");
        _depth++;
    }

    private void Release()
    {
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
        _length = 0;
    }

    private void WriteLines(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var end = text.IndexOf('\n');
            WriteLine((end < 0 ? text : text.Slice(0, end)).TrimEnd('\r'));
            if (end < 0)
                return;
            text = text.Slice(end + 1);
        }
    }

    private void WriteLine(ReadOnlySpan<char> line)
    {
        if (OmitsDocumentation && line.StartsWith("///".AsSpan(), StringComparison.Ordinal))
            return;
        var indent = line.IsEmpty ? 0 : _depth * Indent;
        Reserve(indent + line.Length + 1);
        _text.AsSpan(_length, indent).Fill(' ');
        line.CopyTo(_text.AsSpan(_length + indent));
        _length += indent + line.Length;
        _text[_length++] = '\n';
    }

    private void Reserve(int more)
    {
        if (_length + more <= _text.Length)
            return;
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * _text.Length, _length + more));
        _text.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
