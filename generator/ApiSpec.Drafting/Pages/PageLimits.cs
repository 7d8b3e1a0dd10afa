using ApiSpec.Drafting.Markup;

namespace ApiSpec.Drafting.Pages;

/// <summary>Limits for reading pages, because any file can be passed as one.</summary>
internal static class PageLimits
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Bytes = 64 * 1024 * 1024;

    /// <summary>The largest text or HTML file, in bytes. A PDF also contains fonts and pictures.</summary>
    public const int TextBytes = 8 * 1024 * 1024;

    /// <summary>The maximum number of lines.</summary>
    public const int Lines = MarkupLimits.Lines;

    /// <summary>The longest line, in UTF-16 code units. The rest is cut off.</summary>
    public const int LineLength = MarkupLimits.LineLength;

    /// <summary>The maximum number of pages of a PDF that are read.</summary>
    public const int PdfPages = 2_000;

    /// <summary>The maximum depth of HTML elements. Deeper text belongs to the last element.</summary>
    public const int Depth = 200;

    /// <summary>The maximum number of HTML elements that are open at once.</summary>
    public const int OpenElements = 1_000;

    /// <summary>The maximum number of columns of a table.</summary>
    public const int Columns = MarkupLimits.Columns;
}
