using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Sections;

/// <summary>The sections in the table of contents of a manual.</summary>
/// <param name="Entries">The sections, in the order of the page. A section that is divided into others is left out, because the others contain its
/// text.</param>
internal sealed partial record TableOfContents(IReadOnlyList<ContentsEntry> Entries)
{
    private const int LongestTitle = 300;

    /// <summary>Reads the page of a table of contents.</summary>
    /// <exception cref="PageException">The page lists no section.</exception>
    public static TableOfContents Of(Page page)
    {
        var lines = page.Lines.Where(static line => !line.IsBlank && line.Text.Length <= LongestTitle).ToList();
        var entries = Numbered(lines);
        // A manual without numbers only lists titles. A heading on such a page belongs to the contents or to a chapter.
        if (entries.Count == 0)
            entries = Titles(lines);
        return entries.Count > 0
            ? new TableOfContents(Leaves(entries))
            : throw new PageException($"{page.Name}: no line of the page is the title of a section.");
    }

    private static List<ContentsEntry> Numbered(List<PageLine> lines)
    {
        var entries = new List<ContentsEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            var text = WithoutPage(lines[i], out var hasPage);
            // The number can be on a separate line before its title.
            if (IsNumber(text) && i + 1 < lines.Count && SectionNumber.AtStartOf(lines[i + 1].Text) is null)
                text = text + " " + WithoutPage(lines[++i], out hasPage);
            if (Title().Match(Folding.WithoutBullet(text)) is not { Success: true } match || !seen.Add(match.Groups["number"].Value))
                continue;
            var place = lines[i].Place;
            var title = match.Groups["title"].Value;
            // A long title continues on the line that ends with the number of the page.
            if (!hasPage && i + 1 < lines.Count && ContinuationOf(lines[i], lines[i + 1]) is { } rest)
            {
                title += " " + rest;
                i++;
            }

            entries.Add(new ContentsEntry(match.Groups["number"].Value, title, place));
        }

        return entries;
    }

    private static bool IsNumber(string text) => SectionNumber.AtStartOf(text) is { } number && number.Length == text.TrimEnd('.').Length;

    private static string? ContinuationOf(PageLine line, PageLine next)
        => (next.IsTight || next.Number == line.LastNumber + 1) && SectionNumber.AtStartOf(next.Text) is null
            && WithoutPage(next, out var hasPage) is { Length: > 0 } text && hasPage
            ? text
            : null;

    private static List<ContentsEntry> Titles(List<PageLine> lines)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. lines
            .Where(static line => line.Kind != LineKind.Heading)
            .Select(static line => new ContentsEntry(null, Folding.WithoutBullet(WithoutPage(line, out _)), line.Place))
            .Where(entry => entry.Title.Any(char.IsLetter) && seen.Add(Folding.Of(entry.Title)))];
    }

    // Dots or a wide gap precede the number of the page.
    private static string WithoutPage(PageLine line, out bool hasPage)
    {
        hasPage = true;
        if (Leader().Match(line.Text) is { Success: true } leader)
            return line.Text[..leader.Index].TrimEnd();
        if (line.Cells is { Count: > 1 } cells && cells[^1].Text is { Length: > 0 } last && last.All(char.IsAsciiDigit)
            && line.Text.EndsWith(last, StringComparison.Ordinal))
            return line.Text[..^last.Length].TrimEnd();
        hasPage = false;
        return line.Text;
    }

    private static List<ContentsEntry> Leaves(List<ContentsEntry> entries)
    {
        var parents = new HashSet<string>(StringComparer.Ordinal);
        foreach (var number in entries.Select(static entry => entry.Number).OfType<string>())
        {
            for (var dot = number.LastIndexOf('.'); dot > 0; dot = number.LastIndexOf('.', dot - 1))
                parents.Add(number[..dot]);
        }

        return entries.FindAll(entry => entry.Number is null || !parents.Contains(entry.Number));
    }

    [GeneratedRegex(SectionNumber.TitlePattern, RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"\s?(?:[.\u00B7\u2026\u30FB_]\s?){2,}\s*[0-9A-Za-z-]{1,8}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Leader();
}

/// <summary>A section in a table of contents.</summary>
/// <param name="Number">The number; null: the manual does not number sections.</param>
/// <param name="Title">The title, without the number of its page.</param>
/// <param name="Place">Its position on the page with the contents.</param>
internal sealed record ContentsEntry(string? Number, string Title, string Place);
