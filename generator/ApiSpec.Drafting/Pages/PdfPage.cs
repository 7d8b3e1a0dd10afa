using UglyToad.PdfPig;

namespace ApiSpec.Drafting.Pages;

/// <summary>Reads the pages of a PDF from the positions of their words.</summary>
internal static class PdfPage
{
    /// <returns>The lines, and separately the lines at the top and the bottom of a sheet that look like running heads.</returns>
    /// <exception cref="PageException">The library cannot read it.</exception>
    public static (List<PageLine> Lines, List<PageLine> Margins) Read(string name, byte[] content, CancellationToken cancellationToken)
    {
        var pages = new List<List<PdfLine>>();
        var number = 0;
        try
        {
            using var document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = 64 });
            if (document.NumberOfPages > PageLimits.PdfPages)
                throw new PageException($"{name}: the document has {document.NumberOfPages} pages, and at most {PageLimits.PdfPages} are read; save the "
                    + $"pages of the section alone.");
            for (number = 1; number <= document.NumberOfPages; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                pages.Add(PdfLine.Of(document.GetPage(number), number));
            }
        }
        catch (Exception exception) when (exception is not (PageException or OperationCanceledException))
        {
            // For a damaged file, the library throws exceptions of any type.
            var where = number == 0 ? "" : $" page {number}:";
            throw new PageException($"{name}:{where} the PDF cannot be read: {exception.Message.ReplaceLineEndings(" ").Trim()}", exception);
        }

        RunningHeads.Remove(pages);
        var apart = pages.SelectMany(RunningHeads.SetApart).ToHashSet(ReferenceEqualityComparer.Instance);
        var lines = new List<PageLine>();
        var margins = new List<PageLine>();
        foreach (var line in pages.SelectMany(static page => page))
            (apart.Contains(line) ? margins : lines).Add(line.ToPageLine(lines.Count + margins.Count + 1));
        return (lines, margins);
    }
}
