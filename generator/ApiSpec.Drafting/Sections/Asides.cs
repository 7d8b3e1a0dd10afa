using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds notes and warnings, which a manual sets apart from the text.</summary>
internal static class Asides
{
    private static readonly string[] s_labels = ["note", "notes", "tip", "hint", "important", "caution", "warning", "attention", "info"];

    /// <summary>Returns the lines of notes: those that the document sets apart, and in plain text the word <c>Note</c> with the text after it.</summary>
    public static IEnumerable<PageLine> In(IReadOnlyList<PageLine> lines)
    {
        var isLabel = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
                continue;
            var isInside = isLabel;
            isLabel = IsLabel(lines[i].Text.TrimEnd(':'));
            var colon = lines[i].Text.IndexOf(':', StringComparison.Ordinal);
            if (isInside || isLabel || lines[i].IsAside || (colon > 0 && IsLabel(lines[i].Text[..colon])))
                yield return lines[i];
        }
    }

    /// <summary>Whether a string is the title of a note.</summary>
    public static bool IsLabel(string text) => s_labels.Contains(text, StringComparer.OrdinalIgnoreCase);
}
