using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Yaml;

/// <summary>The text of a spec file and the positions of its lines.</summary>
/// <remarks>Lines end where the compiler ends them (CR LF, LF, CR, U+0085, U+2028, U+2029), as they do for the YAML parser.</remarks>
internal sealed class SpecText
{
    private readonly int[] _lineStarts;

    public SpecText(string text)
    {
        Text = text;
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsLineBreak(text[i]))
                continue;
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            starts.Add(i + 1);
        }

        _lineStarts = starts.ToArray();
    }

    public string Text { get; }

    public int LineCount => _lineStarts.Length;

    public static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>The line that holds the character at <paramref name="position"/>, counted from zero.</summary>
    public int LineAt(int position)
    {
        var index = Array.BinarySearch(_lineStarts, position);
        return index >= 0 ? index : ~index - 1;
    }

    public int LineStart(int line) => _lineStarts[line];

    /// <summary>The position after the last character of the line, without its line break.</summary>
    public int LineEnd(int line)
    {
        var start = _lineStarts[line];
        var end = line + 1 < _lineStarts.Length ? _lineStarts[line + 1] : Text.Length;
        while (end > start && IsLineBreak(Text[end - 1]))
            end--;
        return end;
    }

    /// <summary>The position of the first character of the line that is neither space nor tab, or its end.</summary>
    public int FirstVisible(int line)
    {
        var end = LineEnd(line);
        for (var i = LineStart(line); i < end; i++)
        {
            if (Text[i] is not (' ' or '\t'))
                return i;
        }

        return end;
    }

    public SpecSpan Span(int start, int end)
    {
        start = Math.Max(0, Math.Min(start, Text.Length));
        end = Math.Max(start, Math.Min(end, Text.Length));
        var startLine = LineAt(start);
        var endLine = LineAt(end);
        return new SpecSpan(start, end - start, startLine, start - _lineStarts[startLine], endLine, end - _lineStarts[endLine]);
    }
}
