using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds the names of languages that a site prints above code, such as <c>json</c> or <c>Copy</c>.</summary>
internal static class CodeLabels
{
    private static readonly HashSet<string> s_labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "bash", "console", "copy", "copy code", "copied", "copied!", "curl", "http", "https", "javascript", "json",
        "plaintext", "sh", "shell", "text", "xml", "yaml",
    };

    /// <summary>Whether a string is such a name.</summary>
    public static bool IsLabel(string text) => s_labels.Contains(text);

    /// <summary>Whether a line starts or ends code in Markdown: <c>```json</c>.</summary>
    public static bool IsFence(PageLine line)
        => line.Kind == LineKind.Text && line.Text.StartsWith("```", StringComparison.Ordinal) && !line.Text.Contains(' ', StringComparison.Ordinal)
            && line.Text.LastIndexOf('`') == 2;

    /// <summary>Returns the lines that only name the language of the code under them.</summary>
    public static IEnumerable<PageLine> In(IReadOnlyList<PageLine> lines)
    {
        PageLine? label = null;
        foreach (var line in lines.Where(static line => !line.IsBlank))
        {
            if (IsFence(line))
                yield return line;
            if (label is not null && IsCode(line))
                yield return label;
            label = line.Kind == LineKind.Text && (IsLabel(line.Text) && (label is null || IsLabel(label.Text))) ? line : null;
        }
    }

    private static bool IsCode(PageLine line)
        => line.Kind == LineKind.Code || line.Text is ['{' or '[' or '<', ..] || line.Text.StartsWith("curl ", StringComparison.Ordinal)
            || line.Text.StartsWith("HTTP/", StringComparison.Ordinal) || PrintedRequest.Is(line);
}
