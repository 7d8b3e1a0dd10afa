namespace ApiSpec.Drafting.Pages;

/// <summary>A page of a manual as lines.</summary>
/// <param name="Name">The name of the file, without its folder.</param>
/// <param name="Format">The format of the file.</param>
/// <param name="Lines">The lines, in reading order.</param>
internal sealed record Page(string Name, PageFormat Format, IReadOnlyList<PageLine> Lines)
{
    /// <summary>The lines at the top and the bottom of a sheet that look like running heads. They are not among <see cref="Lines"/>.</summary>
    public IReadOnlyList<PageLine> Margins { get; init; } = [];

    /// <summary>The lines of the file that its reader does not know, such as a file that a document includes. They are not among <see cref="Lines"/>.</summary>
    public IReadOnlyList<PageLine> Unknown { get; init; } = [];

    /// <summary>Joins several pages, for a section that a manual prints on more than one.</summary>
    public static Page Join(IReadOnlyList<Page> pages)
    {
        if (pages.Count == 1)
            return pages[0];
        var lines = new List<PageLine>();
        var margins = new List<PageLine>();
        var unknown = new List<PageLine>();
        var table = 0;
        var last = 0;
        foreach (var page in pages)
        {
            var offset = last;
            var tables = table;
            margins.AddRange(page.Margins.Select(Moved));
            unknown.AddRange(page.Unknown.Select(Moved));
            foreach (var line in page.Lines)
            {
                table = Math.Max(table, line.Table + tables);
                lines.Add(Moved(line) with { Table = line.Table == 0 ? 0 : line.Table + tables });
            }

            PageLine Moved(PageLine line)
            {
                last = Math.Max(last, line.LastNumber + offset);
                return line with { Number = line.Number + offset, LastNumber = line.LastNumber + offset };
            }
        }

        return new Page(pages[0].Name, pages[0].Format, lines) { Margins = margins, Unknown = unknown };
    }
}

/// <summary>The format of the file of a page.</summary>
internal enum PageFormat
{
    Text,
    Html,
    Pdf,
}

/// <summary>A page cannot be read. The message is one line, and names the page and the reason.</summary>
internal sealed class PageException(string message, Exception? inner = null) : IOException(message, inner);
