using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Sections;

/// <summary>Finds the title of a page of plain text, in which nothing marks headings.</summary>
internal static class TextTitle
{
    private const int LongestTitle = 100;

    /// <summary>Returns the line of the title, and whether another line can be the title as well.</summary>
    /// <param name="lines">The lines of the page.</param>
    /// <param name="first">The first line that can be a title.</param>
    /// <param name="headings">The known headings.</param>
    /// <param name="isHeading">Returns whether a known heading is on a line.</param>
    /// <param name="profile">The labels.</param>
    public static (int Line, bool IsDoubtful) Choose(
        IReadOnlyList<PageLine> lines, int first, HeadingFinder headings, Func<int, bool> isHeading, Profile profile)
    {
        if (PrintedRequest.OnTwoLines(lines, first) is not null)
            return (first, false);
        var last = first;
        var others = 0;
        var isUnderTitle = true;
        var end = first + 1;
        for (; end < lines.Count && !isHeading(end) && !IsRequest(lines[end]); end++)
        {
            if (lines[end].IsBlank || CodeLabels.IsFence(lines[end]) || profile.IsLabel(ProfileKeys.CodeLabel, lines[end].Text)
                || profile.IsLabel(ProfileKeys.NoteLabel, lines[end].Text))
                continue;
            if (!IsLikeTitle(lines[end], headings, profile))
            {
                // Text that is not a sentence can be anything, so the title of the request is not above it.
                isUnderTitle &= lines[end].Text.EndsWith('.');
                continue;
            }

            (last, isUnderTitle) = (end, true);
            others++;
        }

        var isRequest = end < lines.Count && (IsRequest(lines[end]) || headings.IsOfRequest(lines[end]));
        return (isRequest && isUnderTitle ? last : first, others > 0 || !IsLikeTitle(lines[first], headings, profile));
    }

    private static bool IsRequest(PageLine line) => PrintedRequest.Is(line) || HttpMethods.IsKnown(line.Text.ToUpperInvariant());

    /// <summary>Whether a line of plain text can be a title: short words that are not a sentence, status, JSON or known heading.</summary>
    public static bool IsLikeTitle(PageLine line, HeadingFinder headings, Profile profile)
        => line.Kind == LineKind.Text && line.Text.Length <= LongestTitle && line.Text.Any(char.IsLetter)
            && line.Text[^1] is not ('.' or ':' or ',' or ';' or '\u3002') && line.Text[0] is not ('{' or '}' or '[' or ']' or '"' or '<')
            && StatusLine.CodeAt(line.Text) is null
            && !profile.IsLabel(ProfileKeys.ContentsLabel, line.Text) && !line.Text.Split(' ').All(headings.IsKnown);
}
