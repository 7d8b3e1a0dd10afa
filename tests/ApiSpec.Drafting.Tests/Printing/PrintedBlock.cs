namespace ApiSpec.Drafting.Tests.Printing;

/// <summary>A block of a printed page, in no particular format.</summary>
internal abstract record PrintedBlock;

internal sealed record PrintedHeading(string Text, int Level) : PrintedBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">The text; words between <c>\u0001</c> are in italics.</param>
internal sealed record PrintedText(string Text) : PrintedBlock
{
    public string Plain => Text.Replace("\u0001", "", StringComparison.Ordinal);
}

internal sealed record PrintedCode(string Text) : PrintedBlock;

/// <summary>A table.</summary>
/// <param name="Titles">The titles of its columns.</param>
/// <param name="Rows">The rows, each with its depth under other rows.</param>
/// <param name="Entries">The rows as entries of a list: term and definition.</param>
internal sealed record PrintedTable(
    IReadOnlyList<string> Titles,
    IReadOnlyList<(int Depth, IReadOnlyList<string> Cells)> Rows,
    IReadOnlyList<(int Depth, string Term, string Definition)> Entries) : PrintedBlock;
