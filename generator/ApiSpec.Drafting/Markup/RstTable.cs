namespace ApiSpec.Drafting.Markup;

/// <summary>A table of reStructuredText, however it is written.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="HeaderRows">The number of rows at the top that have the titles of columns.</param>
internal sealed record RstTable(IReadOnlyList<RstTableRow> Rows, int HeaderRows)
{
    /// <summary>The lines of the cells after the last column that is read.</summary>
    public IReadOnlyList<SourceLine> Unread { get; init; } = [];
}

/// <summary>A row.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Cells">The cells that start in it.</param>
internal sealed record RstTableRow(int Line, IReadOnlyList<RstTableCell> Cells);

/// <summary>A cell.</summary>
/// <param name="Lines">Its content.</param>
/// <param name="Columns">The number of columns that it covers.</param>
/// <param name="Rows">The number of rows that it covers.</param>
/// <param name="IsHeader">Whether it is the title of its row.</param>
internal sealed record RstTableCell(IReadOnlyList<SourceLine> Lines, int Columns = 1, int Rows = 1, bool IsHeader = false);
