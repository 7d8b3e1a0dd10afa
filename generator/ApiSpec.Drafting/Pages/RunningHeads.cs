namespace ApiSpec.Drafting.Pages;

/// <summary>Removes what a PDF prints at the top and the bottom of each page: they would land in the middle of tables and examples.</summary>
internal static class RunningHeads
{
    private const int LinesAtEdge = 3;

    // A bracket that two samples end with is no running head.
    private const int FewestLetters = 4;

    // Two lines are at one height although their letters differ in size.
    private const double SameHeight = 3;

    public static void Remove(List<List<PdfLine>> pages)
    {
        // By height and text without its numbers: 'Page 12' and 'Page 13' are one running foot.
        var seen = new Dictionary<(int Height, string Text), int>();
        foreach (var key in pages.SelectMany(static page => Edges(page).Select(KeyOf).Distinct()))
            seen[key] = seen.GetValueOrDefault(key) + 1;
        foreach (var page in pages)
        {
            var removed = Edges(page).Where(line => IsPageNumber(line, page) || (pages.Count > 1 && line.Text.Count(char.IsLetter) >= FewestLetters && seen[KeyOf(line)] > 1)).ToHashSet();
            page.RemoveAll(removed.Contains);
        }
    }

    private static IEnumerable<PdfLine> Edges(List<PdfLine> page) => page.Take(LinesAtEdge).Concat(page.Skip(Math.Max(LinesAtEdge, page.Count - LinesAtEdge)));

    private static (int Height, string Text) KeyOf(PdfLine line)
        => ((int)Math.Round(line.Bottom / SameHeight), new string([.. line.Text.Where(static c => !char.IsAsciiDigit(c))]));

    // The last line of a page that is a number, and nothing else.
    private static bool IsPageNumber(PdfLine line, List<PdfLine> page) => ReferenceEquals(line, page[^1]) && page.Count > 1 && line.Text.Length <= 5 && line.Text.All(char.IsAsciiDigit);
}
