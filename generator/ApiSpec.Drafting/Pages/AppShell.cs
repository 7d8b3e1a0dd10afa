using AngleSharp.Dom;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Pages;

/// <summary>Recognises a file that only has the frame of a page, because a script writes the text in the browser.</summary>
internal static class AppShell
{
    private const int MostLines = 12;
    private const int MostText = 400;
    private const int LongestAddress = 200;

    private static readonly HashSet<string> s_frames = new(StringComparer.OrdinalIgnoreCase)
    {
        "__next", "__nuxt", "app", "app-root", "application", "docs", "gatsby-focus-wrapper", "main", "mount", "react-root", "redoc", "redoc-container", "root",
        "swagger-ui", "svelte",
    };

    // How viewers of OpenAPI documents name the document.
    private static readonly string[] s_addresses = ["spec-url", "apidescriptionurl", "data-url", "data-spec-url"];

    /// <summary>Returns what the page lacks, and what to do; null: the page has its text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="lines">The lines of its text.</param>
    public static string? MessageOf(IDocument document, IReadOnlyList<PageLine> lines)
    {
        if (lines.Count > MostLines || lines.Sum(static line => line.Text.Length) > MostText
            || lines.Any(static line => line.Kind is LineKind.Row or LineKind.Code)
            || lines.Any(static line => IsRequest(line.Text)) || document.Scripts.Length == 0 || document.Body is not { } body)
            return null;
        var frame = body.QuerySelectorAll("*").FirstOrDefault(static element => string.IsNullOrWhiteSpace(element.TextContent) && IsFrame(element));
        if (frame is null && lines.Count > 0)
            return null;
        var address = frame is null ? null : s_addresses.Select(frame.GetAttribute).FirstOrDefault(static value
            => value is { Length: > 0 and <= LongestAddress });
        return $"the file only has the frame of an application ({Count(lines.Count)} of text), because a script writes the page in the browser"
            + (address is null ? "" : $" from '{PageText.Of(address)}'")
                + "; copy the section as text from the browser, or save the page as it is shown there.";
    }

    private static string Count(int lines) => lines.ToString(System.Globalization.CultureInfo.InvariantCulture) + (lines == 1 ? " line" : " lines");

    // 'GET /racks': what is written around it is a short page, also if the page has elements of a library.
    private static bool IsRequest(string text)
        => text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end && HttpMethods.IsKnown(text[..end]) && text.Contains('/', StringComparison.Ordinal);

    // An element of a library has a hyphen in its name.
    private static bool IsFrame(IElement element)
        => (element.Id is { } id && s_frames.Contains(id)) || element.LocalName.Contains('-', StringComparison.Ordinal) || element.LocalName == "redoc"
            || (element.LocalName is "div" or "main" && element.ClassList.Any(s_frames.Contains));
}
