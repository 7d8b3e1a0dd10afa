namespace ApiSpec.Drafting.Pages;

/// <summary>How much of a page is read: anything can have the name of one.</summary>
internal static class PageLimits
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Bytes = 64 * 1024 * 1024;

    /// <summary>The largest text or HTML file, in bytes. A PDF holds fonts and pictures as well.</summary>
    public const int TextBytes = 8 * 1024 * 1024;

    /// <summary>The most lines of a page.</summary>
    public const int Lines = 100_000;

    /// <summary>The longest line, in UTF-16 code units. The rest is cut off.</summary>
    public const int LineLength = 20_000;

    /// <summary>The most pages of a PDF that are read.</summary>
    public const int PdfPages = 2_000;

    /// <summary>How deep elements of HTML can be nested. Text that is deeper belongs to the last element.</summary>
    public const int Depth = 200;

    /// <summary>How many elements of HTML can be open at once.</summary>
    public const int OpenElements = 1_000;

    /// <summary>The most columns of a table.</summary>
    public const int Columns = 64;
}
