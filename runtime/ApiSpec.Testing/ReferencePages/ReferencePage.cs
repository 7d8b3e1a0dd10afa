using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ApiSpec.Testing.ReferencePages;

/// <summary>Writes the page that shows every operation as the reference does.</summary>
/// <remarks>
/// Text of specs is written by <see cref="HtmlText"/> alone. The content security policy allows this page's own script and style, and nothing else.
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
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; connect-src 'self'; img-src data:; ");
        html.Raw($"script-src '{HashOf(s_script)}'; style-src '{HashOf(s_style)}'; base-uri 'none'; form-action 'none'\">\n");
        html.Raw("<link rel=\"icon\" href=\"data:,\">\n");
        html.Element("title", title).Raw("\n<style>" + s_style + "</style>\n</head>\n<body>\n");
        html.Element("h1", title).Raw("\n");
        html.Raw("<p>").Text(operations.Count.ToString(CultureInfo.InvariantCulture)).Raw(operations.Count == 1 ? " operation" : " operations");
        html.Raw(", answered with the usage examples of the reference.</p>\n");
        foreach (var group in operations.GroupBy(static operation => operation.Id.Split('.')[0], StringComparer.Ordinal))
        {
            html.Element("h2", group.Key).Raw("\n");
            foreach (var operation in group)
                OperationSection.Write(html, operation);
        }

        html.Raw("<script>" + s_script + "</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static string HashOf(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // A browser hashes what its parser made of the text, with line feeds alone.
    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(ReferencePage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
