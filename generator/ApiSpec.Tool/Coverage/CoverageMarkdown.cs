using System.Text;

namespace ApiSpec.Tool.Coverage;

/// <summary>Which sections are transcribed, as Markdown.</summary>
internal static class CoverageMarkdown
{
    /// <summary>The first line of the table, by which it is found in a page.</summary>
    public const string Header = "| Section | Newest page | Operation | C# | Roles | Example |";

    // CommonMark 0.31.2, 2.4: a backslash before these prints the character itself.
    private const string Escaped = "\\`*[]<>|&~#";

    /// <summary>A page with the table of each reference.</summary>
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

    /// <summary>The table of a reference; its lines end in a line feed.</summary>
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

    /// <summary>A page with the table in place of the one that it has.</summary>
    /// <returns>Null: the page has no line that is <see cref="Header"/>.</returns>
    public static string? Replace(string page, string table)
    {
        var newLine = page.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = page.ReplaceLineEndings("\n").Split('\n').ToList();
        var start = lines.FindIndex(static line => line.Trim() == Header);
        if (start < 0)
            return null;
        var end = lines.FindIndex(start, static line => !line.StartsWith('|'));
        lines.RemoveRange(start, (end < 0 ? lines.Count : end) - start);
        lines.InsertRange(start, table.TrimEnd('\n').Split('\n'));
        return string.Join(newLine, lines);
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in PlainLine.Of(text.ReplaceLineEndings(" ")))
            plain.Append(Escaped.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        return plain.ToString();
    }

    // A backtick ends the code, and a bar the cell.
    private static string Code(string text) => text.Contains('`', StringComparison.Ordinal) ? Plain(text) : "`" + PlainLine.Of(text).Replace("|", "\\|", StringComparison.Ordinal) + "`";
}
