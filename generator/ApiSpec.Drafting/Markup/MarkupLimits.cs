namespace ApiSpec.Drafting.Markup;

/// <summary>Limits for reading markup, because any file can be passed as a page.</summary>
internal static class MarkupLimits
{
    /// <summary>The maximum number of lines.</summary>
    public const int Lines = 100_000;

    /// <summary>The longest line, in UTF-16 code units. The rest is not read.</summary>
    public const int LineLength = 20_000;

    /// <summary>The maximum number of columns of a table.</summary>
    public const int Columns = 64;

    /// <summary>The maximum number of rows that a cell covers.</summary>
    public const int RowsOfACell = 1_000;

    /// <summary>The maximum depth of blocks. Deeper blocks are read as text.</summary>
    public const int Depth = 24;

    /// <summary>The longest name of a role, of a substitution or of a target, and the longest raised or lowered word, in UTF-16 code units.</summary>
    public const int NameLength = 100;
}
