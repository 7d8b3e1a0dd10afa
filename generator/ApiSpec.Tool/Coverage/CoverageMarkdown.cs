using System.Text;

namespace ApiSpec.Tool.Coverage;

/// <summary>Writes the transcribed sections as Markdown.</summary>
internal static class CoverageMarkdown
{
    /// <summary>The first line of the table, which identifies the table in a page.</summary>
    public const string Header = "| Section | Newest page | Operation | C# | Roles | Example |";

    // CommonMark 0.31.2, 2.4: a backslash before these prints the character itself.
    private const string Escaped = "\\`*[]<>|&~#";

    /// <summary>Returns a page with the table of each reference.</summary>
    public static string Page(CoverageResult result, Func<string, string> linkOf)
    {
        var text = new StringBuilder();
        foreach (var table in result.Tables)
        {
            text.Append(text.Length == 0 ? "" : "\n").Append("# ").Append(Plain(table.Title)).Append("\n\n").Append(CoverageWriter.Sum(table)).Append(".\n\n");
            text.Append(Table(table, linkOf));
        }

        if (result.Contents is not { } contents)
            return text.ToString();
        text.Append("\n## Missing sections\n\n").Append(Plain(CoverageWriter.Sum(contents))).Append(".\n");
        text.Append(contents.Missing.Count == 0 ? "" : "\n");
        foreach (var entry in contents.Missing)
            text.Append("- ").Append(Plain(CoverageWriter.NameOf(entry))).Append('\n');
        return text.ToString();
    }

    /// <summary>Returns the table of a reference. Its lines end with a line feed.</summary>
    public static string Table(CoverageTable table, Func<string, string> linkOf)
    {
        var text = new StringBuilder(Header).Append("\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var row in table.Rows)
        {
            var link = $"[{Plain(row.Number ?? Path.GetFileName(row.File))}]({string.Join('/', linkOf(row.File).Split('/').Select(Uri.EscapeDataString))})";
            string[] cells =
            [
                row.Title is null ? link : link + " " + Plain(row.Title),
                Plain(row.Page ?? ""),
                row.Method is null ? "unknown" : row.Method + " " + Code(row.Path!),
                string.Join("<br>", row.CSharp.Select(Code)),
                string.Join(", ", row.Roles.Select(Plain)),
                Plain(row.Example),
            ];
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
        }

        return text.ToString();
    }

    /// <summary>Returns the page with its table replaced.</summary>
    /// <returns>Null: no line of the page equals <see cref="Header"/>.</returns>
    public static string? Replace(string page, string table)
    {
        for (var start = 0; start < page.Length; start = LineEnd(page, start))
        {
            if (!IsHeader(page, start))
                continue;
            var newLine = page[TextEnd(page, start)..LineEnd(page, start)];
            newLine = newLine.Length > 0 ? newLine : page.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
            var end = start;
            var last = start;
            while (end < page.Length && (end == start || page[end] == '|'))
                (last, end) = (TextEnd(page, end), LineEnd(page, end));
            return page[..start] + table.TrimEnd('\n').Replace("\n", newLine, StringComparison.Ordinal) + page[last..];
        }

        return null;
    }

    // Everything outside the table is kept unchanged, including different line endings.
    private static bool IsHeader(string page, int start) => page.AsSpan(start, TextEnd(page, start) - start).Trim().SequenceEqual(Header);

    private static int TextEnd(string page, int start)
    {
        var end = page.AsSpan(start).IndexOfAny('\r', '\n');
        return end < 0 ? page.Length : start + end;
    }

    private static int LineEnd(string page, int start)
    {
        var end = TextEnd(page, start);
        return end == page.Length ? end : page.AsSpan(end).StartsWith("\r\n") ? end + 2 : end + 1;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in PlainLine.Of(text.ReplaceLineEndings(" ")))
            plain.Append(Escaped.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        return plain.ToString();
    }

    // A backtick would end the code, and a bar would end the cell.
    private static string Code(string text)
        => text.Contains('`', StringComparison.Ordinal) ? Plain(text) : "`" + PlainLine.Of(text).Replace("|", "\\|", StringComparison.Ordinal) + "`";
}
