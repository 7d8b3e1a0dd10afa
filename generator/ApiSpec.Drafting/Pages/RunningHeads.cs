using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Pages;

/// <summary>Finds the text that a PDF repeats at the top and the bottom of each sheet, so that it does not end up inside tables and examples.</summary>
internal static partial class RunningHeads
{
    private const int LinesAtEdge = 3;

    // A bracket at the end of two samples is not a running head.
    private const int FewestLetters = 4;

    // Lines with different letter sizes are still at the same height within this tolerance, in points.
    private const double SameHeight = 3;

    // The minimum distance of a running head from the text, in multiples of the line spacing of the sheet.
    private const double Apart = 2;

    // Letter sizes within this tolerance count as equal.
    private const double SameSize = 0.2;

    /// <summary>Removes lines that are at the same height on several sheets, and sheet numbers.</summary>
    public static void Remove(List<List<PdfLine>> pages)
    {
        // Compares height and text without digits: 'Page 12' and 'Page 13' are the same running foot.
        var seen = new Dictionary<(int Height, string Text), int>();
        foreach (var key in pages.SelectMany(static page => Edges(page).Select(KeyOf).Distinct()))
            seen[key] = seen.GetValueOrDefault(key) + 1;
        foreach (var page in pages)
        {
            var removed = Edges(page)
                .Where(line => IsPageNumber(line, page) || (pages.Count > 1 && line.Text.Count(char.IsLetter) >= FewestLetters && seen[KeyOf(line)] > 1))
                .ToHashSet();
            page.RemoveAll(removed.Contains);
        }
    }

    /// <summary>Returns the lines of one sheet that look like running heads: at a distance from the text, and in smaller letters or with the number of the
    /// sheet.</summary>
    public static IEnumerable<PdfLine> SetApart(List<PdfLine> page)
    {
        if (page.Count <= LinesAtEdge)
            return [];
        var steps = page.Zip(page.Skip(1), static (above, below) => above.Bottom - below.Bottom).Order().ToList();
        var text = page.Where(static line => !line.IsCode).ToList();
        if (text.Count == 0)
            return [];
        var body = text.GroupBy(static line => Math.Round(line.Size, 1)).MaxBy(static group => group.Sum(static line => line.Text.Length))!.Key;
        var far = Apart * steps[steps.Count / 2];
        var head = Enumerable.Range(1, LinesAtEdge).FirstOrDefault(count => page[count - 1].Bottom - page[count].Bottom >= far);
        var foot = Enumerable.Range(1, LinesAtEdge).FirstOrDefault(count => page[^(count + 1)].Bottom - page[^count].Bottom >= far);
        // A title starts with a number, and a running foot can start with its sheet number.
        return page.Take(head).Where(line => IsOfMargin(line, body, isFoot: false))
            .Concat(page.TakeLast(foot).Where(line => IsOfMargin(line, body, isFoot: true)));
    }

    private static bool IsOfMargin(PdfLine line, double body, bool isFoot)
    {
        if (line.IsCode || line.Size > body + SameSize)
            return false;
        return line.Size < body - SameSize || NumberAtEnd().IsMatch(line.Text) || (isFoot && NumberAtStart().IsMatch(line.Text));
    }

    private static IEnumerable<PdfLine> Edges(List<PdfLine> page) => page.Take(LinesAtEdge).Concat(page.Skip(Math.Max(LinesAtEdge, page.Count - LinesAtEdge)));

    private static (int Height, string Text) KeyOf(PdfLine line)
        => ((int)Math.Round(line.Bottom / SameHeight), new string([.. line.Text.Where(static c => !char.IsAsciiDigit(c))]));

    // The last line of a page if it is only a number.
    private static bool IsPageNumber(PdfLine line, List<PdfLine> page)
        => ReferenceEquals(line, page[^1]) && page.Count > 1 && line.Text.Length <= 5 && line.Text.All(char.IsAsciiDigit);

    // 'Chapter 9  9-35', 'Page 12 of 30'.
    [GeneratedRegex(@"\p{L}.* [0-9]{1,4}(-[0-9]{1,4})?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NumberAtEnd();

    [GeneratedRegex(@"^[0-9]{1,4}(-[0-9]{1,4})? .*\p{L}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NumberAtStart();
}
