using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace ApiSpec.Drafting.Pages;

/// <summary>Finds the encoding of a page.</summary>
internal static class PageEncoding
{
    // The HTML standard looks for the declaration in the first 1,024 bytes; saved pages have comments before it.
    private const int BytesOfDeclaration = 4_096;

    // .NET does not include the encodings of older pages, such as Shift_JIS, by default.
    static PageEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes a text file by its byte order mark, or as UTF-8.</summary>
    public static string TextOf(byte[] content) => Decode(content, Encoding.UTF8);

    /// <summary>Decodes an HTML file by its byte order mark, by its <c>meta</c> element, or as UTF-8.</summary>
    public static string TextOfHtml(byte[] content) => Decode(content, DeclaredBy(content) ?? Encoding.UTF8);

    /// <summary>Returns the start of a file, for recognising its format.</summary>
    public static string StartOf(byte[] content)
    {
        var start = content.AsSpan(0, Math.Min(content.Length, BytesOfDeclaration)).ToArray();
        return start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? Decode(start, Encoding.UTF8) : Encoding.Latin1.GetString(start);
    }

    private static string Decode(byte[] content, Encoding encoding)
    {
        using var reader = new StreamReader(new MemoryStream(content), encoding, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static Encoding? DeclaredBy(byte[] content)
    {
        var start = StartOf(content);
        if (HtmlNesting.DepthOf(start) > PageLimits.OpenElements)
            return null;
        using var document = new HtmlParser().ParseDocument(start);
        var label = document.QuerySelector("meta[charset]")?.GetAttribute("charset") ?? OfContentType(document);
        if (label is null || !TextEncoding.IsSupported(label))
            return null;
        var encoding = TextEncoding.Resolve(label);
        // A declaration that was read byte by byte cannot be in a two-byte encoding. The standard then uses UTF-8.
        return encoding.CodePage is 1200 or 1201 ? null : encoding;
    }

    // <meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">
    private static string? OfContentType(AngleSharp.Html.Dom.IHtmlDocument document)
    {
        var content = document.QuerySelector("meta[http-equiv='content-type' i][content]")?.GetAttribute("content");
        var at = content?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : content![(at + "charset=".Length)..].Split(';')[0].Trim(' ', '"', '\'');
    }
}
