using System.Text;
using System.Text.Json;
using ApiSpec.Drafting.Sections;
using ApiSpec.Tool.Reports;

namespace ApiSpec.Tool.Coverage;

/// <summary>The result of the command.</summary>
/// <param name="Tables">The references, each with its sections.</param>
/// <param name="Contents">The comparison with a table of contents; null: not requested.</param>
internal sealed record CoverageResult(IReadOnlyList<CoverageTable> Tables, ContentsComparison? Contents);

/// <summary>Writes the transcribed and missing sections.</summary>
internal static class CoverageWriter
{
    private const int WidestColumn = 60;

    /// <summary>The names of the formats.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["text", "markdown", "json"];

    /// <summary>Returns the result in a format.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="result">The result.</param>
    /// <param name="linkOf">The link to a file; only Markdown has links.</param>
    public static string Write(string format, CoverageResult result, Func<string, string> linkOf) => format switch
    {
        "markdown" => CoverageMarkdown.Page(result, linkOf),
        "json" => ReportJson.Of(writer => Write(writer, result)) + "\n",
        _ => Text(result),
    };

    /// <summary>Returns the number of sections, and of sections with an example.</summary>
    public static string Sum(CoverageTable table) => $"{Count(table.Rows.Count, "section")}, {table.WithExample} with an example";

    /// <summary>Returns how many sections of a table of contents are missing.</summary>
    public static string Sum(ContentsComparison contents)
        => $"{contents.Missing.Count} of {Count(contents.Listed.Count, "section")} in {contents.Page} {(contents.Missing.Count == 1 ? "is" : "are")} missing";

    /// <summary>Returns the title of a section in a table of contents, with its number.</summary>
    public static string NameOf(ContentsEntry entry) => entry.Number is null ? entry.Title : entry.Number + " " + entry.Title;

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    // With a table of contents, users look for the missing sections, so the others are not listed.
    private static string Text(CoverageResult result)
    {
        var text = new StringBuilder();
        foreach (var table in result.Tables)
        {
            Line(text, $"{table.Title}: {Sum(table)}");
            if (result.Contents is null)
                Rows(text, table.Rows);
        }

        if (result.Contents is not { } contents)
            return text.ToString();
        Line(text, Sum(contents) + (contents.Missing.Count == 0 ? "" : ":"));
        foreach (var entry in contents.Missing)
            Line(text, $"  {NameOf(entry)} ({entry.Place})");
        foreach (var other in contents.OtherTitles)
            Line(text, $"{other.File}: '{other.Entry.Number}' is '{other.Entry.Title}' in the contents, and '{other.Title}' here");
        return text.ToString();
    }

    private static void Rows(StringBuilder text, IReadOnlyList<CoverageRow> rows)
    {
        var hasNumbers = rows.Any(static row => row.Number is not null);
        List<string[]> cells = [
            .. rows.Select(row => (string[])[.. hasNumbers ? [row.Number ?? "-"] : Array.Empty<string>(), row.Operation, RequestOf(row), row.Example]),
        ];
        int[] widths = [.. Enumerable.Range(0, cells[0].Length - 1).Select(column => Math.Min(WidestColumn, cells.Max(row => row[column].Length)))];
        foreach (var row in cells)
            Line(text, "  " + string.Join("  ", row.Select((cell, column) => column < widths.Length ? cell.PadRight(widths[column]) : cell)));
    }

    private static string RequestOf(CoverageRow row) => row.Method is null ? "unknown" : row.Method + " " + row.Path;

    private static void Line(StringBuilder text, string line) => text.Append(PlainLine.Of(line)).Append('\n');

    private static void Write(Utf8JsonWriter writer, CoverageResult result)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("apis");
        foreach (var table in result.Tables)
            Write(writer, table);
        writer.WriteEndArray();
        if (result.Contents is { } contents)
            Write(writer, contents);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, CoverageTable table)
    {
        writer.WriteStartObject();
        writer.WriteString("id", table.Api.Group.Id);
        writer.WriteString("title", table.Title);
        writer.WriteNumber("withExample", table.WithExample);
        writer.WriteStartArray("sections");
        foreach (var row in table.Rows)
        {
            writer.WriteStartObject();
            writer.WriteString("file", row.File);
            writer.WriteString("section", row.Number);
            writer.WriteString("title", row.Title);
            writer.WriteString("page", row.Page);
            writer.WriteString("operation", row.Operation);
            writer.WriteString("method", row.Method);
            writer.WriteString("path", row.Path);
            writer.WriteList("csharp", row.CSharp);
            writer.WriteList("roles", row.Roles);
            writer.WriteList("example", row.ExampleParts);
            writer.WriteString("whyNoExample", row.ExampleParts.Count > 0 ? null : row.WhyNoExample);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ContentsComparison contents)
    {
        writer.WriteStartObject("contents");
        writer.WriteString("page", contents.Page);
        writer.WriteNumber("sections", contents.Listed.Count);
        writer.WriteStartArray("missing");
        foreach (var entry in contents.Missing)
        {
            writer.WriteStartObject();
            writer.WriteString("section", entry.Number);
            writer.WriteString("title", entry.Title);
            writer.WriteString("place", entry.Place);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("otherTitles");
        foreach (var other in contents.OtherTitles)
        {
            writer.WriteStartObject();
            writer.WriteString("file", other.File);
            writer.WriteString("section", other.Entry.Number);
            writer.WriteString("titleInContents", other.Entry.Title);
            writer.WriteString("title", other.Title);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
