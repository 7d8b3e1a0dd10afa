using ApiSpec.Drafting.Markup;

namespace ApiSpec.Drafting.Pages;

/// <summary>Reads the file of a page in any supported format.</summary>
internal static class PageReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="name">The name of the file, for messages.</param>
    /// <param name="content">Its content.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="PageException">The file is not a page, or it is too large.</exception>
    public static Page Read(string name, byte[] content, CancellationToken cancellationToken) => Read(name, content, readsNavigation: false, cancellationToken);

    /// <summary>Reads a file including the table of contents that HTML has next to the text.</summary>
    /// <param name="name">The name of the file, for messages.</param>
    /// <param name="content">Its content.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="PageException">The file is not a page, or it is too large.</exception>
    public static Page ReadContents(string name, byte[] content, CancellationToken cancellationToken)
        => Read(name, content, readsNavigation: true, cancellationToken);

    private static Page Read(string name, byte[] content, bool readsNavigation, CancellationToken cancellationToken)
    {
        var format = FormatOf(name, content);
        if (content.Length > (format == PageFormat.Pdf ? PageLimits.Bytes : PageLimits.TextBytes))
            throw new PageException($"{name}: the file is larger than any page of a manual; save the section alone.");
        if (format == PageFormat.Text && IsBinary(content))
            throw new PageException($"{name}: the file is not text in UTF-8; save the page as HTML or PDF, or copy the section as text.");
        if (format == PageFormat.Text)
            return OfText(name, PageEncoding.TextOf(content), cancellationToken);
        var cut = new CutText();
        var (lines, margins) = format == PageFormat.Pdf
            ? PdfPage.Read(name, content, cancellationToken)
            : (HtmlPage.Read(name, PageEncoding.TextOfHtml(content), readsNavigation, cut, cancellationToken), []);
        return Checked(new Page(Path.GetFileName(name), format, lines) { Margins = margins, Unknown = cut.Lines }, name);
    }

    private static Page OfText(string name, string text, CancellationToken cancellationToken)
    {
        var file = Path.GetFileName(name);
        if (SourceLine.EndsIn(text) > PageLimits.Lines)
            throw new PageException($"{name}: the page has more than {PageLimits.Lines} lines; save the section alone.");
        var cut = new CutText();
        if (MarkupFormat.IsNamed(name) || !MarkdownPage.Is(name, text))
        {
            return Checked(MarkupFormat.Read(name, text, cancellationToken) is not { } document
                ? new Page(file, PageFormat.Text, TextPage.Read(text, cut)) { Unknown = cut.Lines }
                : new Page(file, PageFormat.Text, HtmlPage.Read(name, document.Html, readsNavigation: true, cut, cancellationToken))
                {
                    Unknown = [.. document.Unread.Select(static line => new PageLine { Number = line.Number, Text = PageText.Of(line.Text),
                        Kind = LineKind.Code }), .. cut.Lines],
                }, name);
        }

        return Checked(new Page(file, PageFormat.Text, MarkdownPage.Read(text, cut, cancellationToken)) { Unknown = cut.Lines }, name);
    }

    private static Page Checked(Page page, string name)
    {
        var lines = page.Lines;
        if (lines.Count > PageLimits.Lines)
            throw new PageException($"{name}: the page has more than {PageLimits.Lines} lines; save the section alone.");
        if (lines.All(static line => line.IsBlank))
            throw new PageException(
                $"{name}: the page has no text{(page.Format == PageFormat.Pdf ? "; a scanned page is a picture, so copy the section as text" : "")}.");
        return page;
    }

    // A text has few control characters. The file of an office program or a picture has many.
    private static bool IsBinary(byte[] content)
    {
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return false;
        var start = content.AsSpan(0, Math.Min(content.Length, PageLimits.LineLength));
        var controls = 0;
        foreach (var value in start)
            controls += value < ' ' && value is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f') ? 1 : 0;
        return controls > start.Length / 20 && controls > 1;
    }

    private static PageFormat FormatOf(string name, byte[] content)
    {
        // ISO 32000-2, 7.5.2: a PDF starts with %PDF-, and readers accept it anywhere in the first 1,024 bytes.
        if (content.AsSpan(0, Math.Min(content.Length, 1_024)).IndexOf("%PDF-"u8) >= 0)
            return PageFormat.Pdf;
        // A document can show HTML as an example.
        if (MarkupFormat.IsNamed(name))
            return PageFormat.Text;
        var start = PageEncoding.StartOf(content);
        var isHtml = start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || (Path.GetExtension(name).StartsWith(".htm", StringComparison.OrdinalIgnoreCase) && start.Contains('<', StringComparison.Ordinal));
        return isHtml ? PageFormat.Html : PageFormat.Text;
    }
}
