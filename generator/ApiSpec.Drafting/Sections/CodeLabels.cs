using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds the names of languages that a site prints above code, such as <c>json</c> or <c>Copy</c>.</summary>
internal static class CodeLabels
{
    /// <summary>Whether a line starts or ends code in Markdown: <c>```json</c>.</summary>
    public static bool IsFence(PageLine line)
        => line.Kind == LineKind.Text && line.Text.StartsWith("```", StringComparison.Ordinal) && !line.Text.Contains(' ', StringComparison.Ordinal)
            && line.Text.LastIndexOf('`') == 2;

    /// <summary>Returns the lines that only name the language of the code under them.</summary>
    public static IEnumerable<PageLine> In(IReadOnlyList<PageLine> lines, Profile profile)
    {
        PageLine? label = null;
        foreach (var line in lines.Where(static line => !line.IsBlank))
        {
            if (IsFence(line))
                yield return line;
            if (label is not null && IsCode(line))
                yield return label;
            label = line.Kind == LineKind.Text && profile.IsLabel(ProfileKeys.CodeLabel, line.Text) ? line : null;
        }
    }

    private static bool IsCode(PageLine line)
        => line.Kind == LineKind.Code || line.Text is ['{' or '[' or '<', ..] || line.Text.StartsWith("curl ", StringComparison.Ordinal)
            || line.Text.StartsWith("HTTP/", StringComparison.Ordinal) || PrintedRequest.Is(line);
}
