using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ApiSpec.Testing.ReferencePages;

/// <summary>Writes the page that shows every operation as the reference does.</summary>
/// <remarks>
/// Text of specs is written by <see cref="HtmlText"/> alone. The content security policy allows this page's own script and style, and nothing else. Without
/// the script the page shows all operations, one after the other.
/// </remarks>
internal static class ReferencePage
{
    private static readonly string s_script = Read("page.js");
    private static readonly string s_style = Read("page.css");

    public static string Write(IReadOnlyList<DocumentedOperation> operations)
    {
        var html = new HtmlText();
        var apis = string.Join(", ", operations.Select(static operation => operation.Api).OfType<string>().Distinct(StringComparer.Ordinal));
        var title = apis.Length > 0 ? apis : "Stub server";
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; connect-src 'self'; img-src data:; ");
        html.Raw($"script-src '{HashOf(s_script)}'; style-src '{HashOf(s_style)}'; base-uri 'none'; form-action 'none'\">\n");
        html.Raw("<link rel=\"icon\" href=\"data:,\">\n");
        html.Element("title", title).Raw("\n<style>" + s_style + "</style>\n</head>\n<body>\n");
        html.Raw("<header>\n<h1><a href=\"#\">").Text(title).Raw("</a></h1>\n<button type=\"button\" id=\"menu\" aria-controls=\"operations\" ");
        html.Raw("aria-expanded=\"false\">Operations</button>\n</header>\n");
        var anchored = Anchors(operations);
        WriteNavigation(html, anchored);
        WriteOperations(html, anchored);
        html.Raw("<script>" + s_script + "</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void WriteNavigation(HtmlText html, List<(string Anchor, DocumentedOperation Operation)> operations)
    {
        html.Raw("<nav id=\"operations\" aria-label=\"Operations\">\n");
        html.Raw("<div id=\"filter\"><input type=\"search\" id=\"search\" placeholder=\"Search\" aria-label=\"Search operations\" aria-keyshortcuts=\"/\" "
            + "autocomplete=\"off\">\n");
        html.Raw("<p id=\"found\" role=\"status\"></p></div>\n");
        foreach (var group in operations.GroupBy(static item => item.Operation.Id.Split('.')[0], StringComparer.Ordinal))
        {
            html.Raw("<section>\n").Element("h2", group.Key).Raw("\n<ul>\n");
            foreach (var (anchor, operation) in group)
            {
                html.Raw("<li><a").Attribute("href", "#" + anchor).Raw(">").Element("code", operation.Method, "method").Raw(" ");
                html.Text(operation.Title ?? operation.Id).Raw(" ");
                html.Element("small", string.Join(' ', new[] { operation.Section, operation.Id, operation.PathTemplate }.OfType<string>())).Raw("</a></li>\n");
            }

            html.Raw("</ul>\n</section>\n");
        }

        html.Raw("</nav>\n");
    }

    // Operations of different APIs can have the same name.
    private static List<(string Anchor, DocumentedOperation Operation)> Anchors(IReadOnlyList<DocumentedOperation> operations)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var anchored = new List<(string, DocumentedOperation)>();
        foreach (var operation in operations)
        {
            var count = seen[operation.Id] = seen.GetValueOrDefault(operation.Id) + 1;
            anchored.Add((count == 1 ? operation.Id : operation.Id + "-" + count.ToString(CultureInfo.InvariantCulture), operation));
        }

        return anchored;
    }

    private static void WriteOperations(HtmlText html, List<(string Anchor, DocumentedOperation Operation)> operations)
    {
        var ids = operations.Select(static item => item.Anchor).ToHashSet(StringComparer.Ordinal);
        var section = new OperationSection(html, ids.Contains);
        html.Raw("<main>\n<section id=\"start\">\n<p>").Text(operations.Count.ToString(CultureInfo.InvariantCulture));
        html.Raw(operations.Count == 1 ? " operation" : " operations").Raw(". This server responds with the usage examples of the reference, ");
        html.Raw("and with values made from its schemas where it has no example.</p>\n");
        html.Raw("<p>Choose an operation to see what the reference says about it, and to send a request. ");
        html.Raw("Press <kbd>/</kbd> to search, and the arrow keys to move through the list.</p>\n</section>\n");
        foreach (var (anchor, operation) in operations)
            section.Write(anchor, operation);
        html.Raw("</main>\n");
    }

    private static string HashOf(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // A browser hashes the parsed text, in which all line ends are line feeds.
    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(ReferencePage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
