using System.Globalization;
using System.Net;
using System.Text;

namespace ApiSpec.Drafting.Markup;

/// <summary>Writes the HTML of a document. A reader of HTML knows the line of each element, so an element is written on the line of its source.</summary>
internal sealed class MarkupWriter
{
    private const int LowestHeading = 6;

    private readonly StringBuilder _html = new();
    private readonly List<SourceLine> _unread = [];
    private int _line = 1;

    /// <summary>Moves to a line of the source, if the text before it does not already reach it.</summary>
    public void MoveTo(int line)
    {
        while (_line < line)
            WriteHtml("\n");
    }

    /// <summary>Writes HTML, for example of a paragraph.</summary>
    public void WriteHtml(string html)
    {
        _html.Append(html);
        _line += html.AsSpan().Count('\n');
    }

    /// <summary>Writes an element with HTML inside, on the line of its source.</summary>
    public void WriteElement(string name, string html, int line)
    {
        MoveTo(line);
        WriteHtml("<" + name + ">" + html + "</" + name + ">");
    }

    /// <summary>Writes a heading.</summary>
    /// <param name="html">The HTML inside.</param>
    /// <param name="level">The level; 1 is the highest. A level that HTML does not have is the nearest one.</param>
    /// <param name="line">The line of its source.</param>
    public void WriteHeading(string html, int level, int line)
        => WriteElement("h" + Math.Clamp(level, 1, LowestHeading).ToString(CultureInfo.InvariantCulture), html, line);

    /// <summary>Writes the start of a cell.</summary>
    /// <param name="name">The name of its element.</param>
    /// <param name="columns">The number of columns that it covers.</param>
    /// <param name="rows">The number of rows that it covers.</param>
    public void WriteCellStart(string name, int columns, int rows)
    {
        WriteHtml("<" + name + Span("colspan", columns) + Span("rowspan", rows) + ">");

        static string Span(string name, int count) => count < 2 ? "" : " " + name + "=\"" + count.ToString(CultureInfo.InvariantCulture) + "\"";
    }

    /// <summary>Writes code.</summary>
    public void WriteCode(IReadOnlyList<SourceLine> lines)
    {
        if (lines.Count == 0)
            return;
        MoveTo(lines[0].Number);
        WriteHtml("<pre>" + string.Join('\n', lines.Select(static line => Encode(line.Text))) + "</pre>");
    }

    /// <summary>Lists lines that the HTML does not have.</summary>
    public void Leave(IEnumerable<SourceLine> lines) => _unread.AddRange(lines.Where(static line => !line.IsBlank));

    public MarkupDocument ToDocument() => new("<html><body>" + _html + "</body></html>", [.. _unread.OrderBy(static line => line.Number)]);

    /// <summary>Returns text as HTML.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);
}
