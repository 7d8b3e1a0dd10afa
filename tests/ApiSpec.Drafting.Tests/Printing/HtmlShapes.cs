using System.Net;
using System.Text;

namespace ApiSpec.Drafting.Tests.Printing;

/// <summary>Pages as saved HTML.</summary>
internal static class HtmlShapes
{
    /// <summary>Tables, with columns for nested names.</summary>
    public static string Tables(IReadOnlyList<PrintedBlock> page) => Write(page, WriteTable);

    /// <summary>Definition lists, with the members of an object as a list inside its definition.</summary>
    public static string Lists(IReadOnlyList<PrintedBlock> page) => Write(page, static (html, table) => WriteList(html, table, 0, 0));

    private static string Write(IReadOnlyList<PrintedBlock> page, Action<StringBuilder, PrintedTable> writeTable)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Manual</title>\n"
            + "<style>p { margin: 0 }</style><script>alert('no part of the page')</script></head>\n<body>\n");
        foreach (var block in page)
        {
            switch (block)
            {
                case PrintedHeading heading:
                    html.Append("<h" + heading.Level + ">" + WebUtility.HtmlEncode(heading.Text) + "</h" + heading.Level + ">\n");
                    break;
                case PrintedText paragraph:
                    html.Append("<p>");
                    var parts = paragraph.Text.Split('\u0001');
                    for (var i = 0; i < parts.Length; i++)
                        html.Append(i % 2 == 1 ? "<em>" + WebUtility.HtmlEncode(parts[i]) + "</em>" : WebUtility.HtmlEncode(parts[i]));
                    html.Append("</p>\n");
                    break;
                case PrintedCode code:
                    html.Append("<pre>").Append(WebUtility.HtmlEncode(code.Text)).Append("</pre>\n");
                    break;
                case PrintedTable table:
                    writeTable(html, table);
                    break;
            }
        }

        return html.Append("</body></html>\n").ToString();
    }

    private static void WriteTable(StringBuilder html, PrintedTable table)
    {
        var names = table.Rows.Count == 0 ? 1 : table.Rows.Max(static row => row.Depth) + 1;
        html.Append("<table>\n<tr>");
        for (var i = 0; i < table.Titles.Count; i++)
            html.Append(i == 0 && names > 1 ? "<th colspan=\"" + names + "\">" : "<th>").Append(WebUtility.HtmlEncode(table.Titles[i])).Append("</th>");
        html.Append("</tr>\n");
        foreach (var (depth, cells) in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < depth; i++)
                html.Append("<td></td>");
            html.Append(names - depth > 1 ? "<td colspan=\"" + (names - depth) + "\">" : "<td>").Append(WebUtility.HtmlEncode(cells[0])).Append("</td>");
            foreach (var cell in cells.Skip(1))
                html.Append("<td><p>").Append(WebUtility.HtmlEncode(cell)).Append("</p></td>");
            html.Append("</tr>\n");
        }

        html.Append("</table>\n");
    }

    private static int WriteList(StringBuilder html, PrintedTable table, int index, int depth)
    {
        html.Append("<dl>\n");
        while (index < table.Entries.Count && table.Entries[index].Depth == depth)
        {
            var (_, term, definition) = table.Entries[index++];
            html.Append("<dt>").Append(WebUtility.HtmlEncode(term)).Append("</dt>\n<dd>").Append(WebUtility.HtmlEncode(definition));
            if (index < table.Entries.Count && table.Entries[index].Depth > depth)
                index = WriteList(html, table, index, depth + 1);
            html.Append("</dd>\n");
        }

        html.Append("</dl>\n");
        return index;
    }
}
