using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds notes and warnings, which a manual sets apart from the text.</summary>
internal static class Asides
{
    /// <summary>Returns the lines of notes: those that the document sets apart, and in plain text the word <c>Note</c> with the text after it.</summary>
    public static IEnumerable<PageLine> In(IReadOnlyList<PageLine> lines, Profile profile)
    {
        var isLabel = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
                continue;
            var isInside = isLabel;
            isLabel = profile.IsLabel(ProfileKeys.NoteLabel, lines[i].Text);
            var colon = lines[i].Text.IndexOf(':', StringComparison.Ordinal);
            if (isInside || isLabel || lines[i].IsAside || (colon > 0 && profile.IsLabel(ProfileKeys.NoteLabel, lines[i].Text[..colon])))
                yield return lines[i];
        }
    }
}
