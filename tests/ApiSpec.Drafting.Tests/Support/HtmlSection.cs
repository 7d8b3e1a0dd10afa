using ApiSpec.Drafting.Checking;

namespace ApiSpec.Drafting.Tests.Support;

/// <summary>A section in HTML, of which a test writes one part.</summary>
internal static class HtmlSection
{
    /// <summary>The title, the request and the placeholder of the section.</summary>
    public const string Top = "<html><body><h1>Get a rack</h1><h2>Request</h2><p>GET /racks/{id}</p><h2>Path parameters</h2>"
        + "<table><tr><th>Name</th><th>Type</th><th>Description</th></tr><tr><td>id</td><td>string</td><td>The rack.</td></tr></table>";

    /// <summary>Drafts the section with further parts after its head.</summary>
    public static CheckedDraft Html(string rest) => Drafting.Draft(Top + rest + "</body></html>", "base", "page.html");

    public static void Has(CheckedDraft draft, string lines) => Assert.Contains(lines, draft.Written.Text, StringComparison.Ordinal);

    /// <summary>Writes a table whose cells are separated by commas. A semicolon in a cell becomes a comma.</summary>
    public static string Table(string titles, params string[] rows)
        => "<table>" + Row(titles, "th") + string.Concat(rows.Select(static row => Row(row, "td").Replace("; ", ", ", StringComparison.Ordinal))) + "</table>";

    private static string Row(string cells, string element)
        => "<tr>" + string.Concat(cells.Split(',').Select(cell => $"<{element}>{cell}</{element}>")) + "</tr>";
}
