namespace ApiSpec.Language.Examples;

/// <summary>Reads the parts of a form with files as pages print them (RFC 7578).</summary>
internal static class MultipartText
{
    private const string Dashes = "--";
    private const string Disposition = "Content-Disposition";

    /// <summary>Whether a text starts like a form with files: with a boundary, and a header that describes a part.</summary>
    public static bool Is(string text)
        => HasBoundary(text) && PastedText.Lines(text)
            .SkipWhile(static line => line.Text.Trim().Length == 0)
            .Skip(1)
            .TakeWhile(static line => line.Text.Trim().Length > 0)
            .Any(static line => IsDisposition(line.Text));

    /// <summary>Whether a text starts with the dashes of a boundary. A separator line in other text does, too.</summary>
    public static bool HasBoundary(string text) => text.TrimStart().StartsWith(Dashes, StringComparison.Ordinal);

    /// <summary>Returns the fields; null: the text is not a form with files, or a part has no name.</summary>
    /// <param name="report">Reports on the text.</param>
    public static List<PastedField>? Read(ExampleReport report)
    {
        var lines = PastedText.Lines(report.Text).ToList();
        var line = lines.FindIndex(static line => line.Text.Trim().Length > 0);
        if (line < 0 || lines[line].Text.Trim() is not { Length: > 2 } boundary || !HasBoundary(boundary))
            return null;
        var fields = new List<PastedField>();
        while (++line < lines.Count && lines[line].Text.Trim().Length > 0)
        {
            var (name, isFile) = ReadHeaders(report, lines, ref line);
            if (name is not { } named)
                return null;
            var from = line < lines.Count ? lines[line].Offset : report.Text.Length;
            while (line < lines.Count && !IsBoundary(lines[line].Text, boundary))
                line++;
            var to = line < lines.Count ? lines[line].Offset : report.Text.Length;
            var value = report.Text.Substring(from, to - from).TrimEnd('\r', '\n');
            fields.Add(new PastedField(named, report.Part(from, value.Length), isFile, IsEscaped: false));
            if (line < lines.Count && lines[line].Text.Trim() == boundary + Dashes)
                break;
        }

        return fields.Count > 0 ? fields : null;
    }

    // Leaves the line at the start of the value.
    private static (PastedPart? Name, bool IsFile) ReadHeaders(ExampleReport report, List<PastedPart> lines, ref int line)
    {
        PastedPart? name = null;
        var isFile = false;
        var isDisposition = false;
        for (; line < lines.Count && lines[line].Text.Trim().Length > 0; line++)
        {
            var text = lines[line].Text;
            // A long header continues on the next line, after white space.
            if (!char.IsWhiteSpace(text[0]) || IsDisposition(text))
                isDisposition = IsDisposition(text);
            if (!isDisposition)
                continue;
            name ??= FindParameter(lines[line], "name") is var (start, length) ? report.Part(start, length) : null;
            isFile |= (FindParameter(lines[line], "filename") ?? FindParameter(lines[line], "filename*")) is not null;
        }

        line++;
        return (name, isFile);
    }

    private static bool IsDisposition(string line) => line.TrimStart().StartsWith(Disposition, StringComparison.OrdinalIgnoreCase);

    private static bool IsBoundary(string line, string boundary) => line.Trim() is var text && (text == boundary || text == boundary + Dashes);

    // Returns the position of the value in the whole text.
    private static (int Start, int Length)? FindParameter(PastedPart line, string name)
    {
        var text = line.Text;
        for (var at = text.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase); at >= 0;
            at = text.IndexOf(name + "=", at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at > 0 && text[at - 1] != ';' && !char.IsWhiteSpace(text[at - 1]))
                continue;
            var start = at + name.Length + 1;
            var isQuoted = start < text.Length && text[start] is '"' or '\u201C' or '\u201D';
            if (isQuoted)
                start++;
            var end = isQuoted ? text.IndexOfAny(['"', '\u201C', '\u201D'], start) : text.IndexOf(';', start);
            var value = text.Substring(start, (end < 0 ? text.Length : end) - start);
            return (line.Offset + start, value.TrimEnd().Length);
        }

        return null;
    }
}
