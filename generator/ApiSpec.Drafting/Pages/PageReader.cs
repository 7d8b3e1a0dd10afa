namespace ApiSpec.Drafting.Pages;

/// <summary>Reads the file of a page, whatever it is.</summary>
internal static class PageReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">The name of the file, for messages.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="PageException">It is no page, or it is larger than any page.</exception>
    public static Page Read(string name, byte[] content, CancellationToken cancellationToken) => Read(name, content, readsNavigation: false, cancellationToken);

    /// <summary>Reads a file with the table of contents that its HTML has beside the text.</summary>
    /// <param name="name">The name of the file, for messages.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="PageException">It is no page, or it is larger than any page.</exception>
    public static Page ReadContents(string name, byte[] content, CancellationToken cancellationToken)
        => Read(name, content, readsNavigation: true, cancellationToken);

    private static Page Read(string name, byte[] content, bool readsNavigation, CancellationToken cancellationToken)
    {
        var format = FormatOf(name, content);
        if (content.Length > (format == PageFormat.Pdf ? PageLimits.Bytes : PageLimits.TextBytes))
            throw new PageException($"{name}: the file is larger than any page of a manual; save the section alone.");
        var (lines, margins) = format switch
        {
            PageFormat.Pdf => PdfPage.Read(name, content, cancellationToken),
            PageFormat.Html => (HtmlPage.Read(name, PageEncoding.TextOfHtml(content), readsNavigation, cancellationToken), []),
            _ => (TextPage.Read(PageEncoding.TextOf(content)), []),
        };
        if (lines.Count > PageLimits.Lines)
            throw new PageException($"{name}: the page has more than {PageLimits.Lines} lines; save the section alone.");
        if (lines.All(static line => line.IsBlank))
            throw new PageException(
                $"{name}: the page has no text{(format == PageFormat.Pdf ? "; a scanned page is a picture, so copy the section as text" : "")}.");
        return new Page(Path.GetFileName(name), format, lines) { Margins = margins };
    }

    private static PageFormat FormatOf(string name, byte[] content)
    {
        // ISO 32000-2, 7.5.2: a PDF begins with %PDF-, and readers accept it anywhere in the first 1,024 bytes.
        if (content.AsSpan(0, Math.Min(content.Length, 1_024)).IndexOf("%PDF-"u8) >= 0)
            return PageFormat.Pdf;
        var start = PageEncoding.StartOf(content);
        var isHtml = start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || (Path.GetExtension(name).StartsWith(".htm", StringComparison.OrdinalIgnoreCase) && start.Contains('<', StringComparison.Ordinal));
        return isHtml ? PageFormat.Html : PageFormat.Text;
    }
}
