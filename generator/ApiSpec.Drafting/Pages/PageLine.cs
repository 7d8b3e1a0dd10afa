namespace ApiSpec.Drafting.Pages;

/// <summary>The appearance of a line of a page.</summary>
internal enum LineKind
{
    Text,

    /// <summary>The document marks the line as a heading.</summary>
    Heading,

    /// <summary>The document marks the line as code, so that its spaces matter.</summary>
    Code,

    /// <summary>A row of a table whose cells the document separates.</summary>
    Row,
}

/// <summary>A line of a page. Every page format is converted to such lines, so that only the page readers know about HTML and PDF.</summary>
internal sealed record PageLine
{
    /// <summary>The line of the file, or of the text of a PDF; the first is 1.</summary>
    public required int Number { get; init; }

    /// <summary>The last line of the file that it covers, if it covers several.</summary>
    public int LastNumber { get => field == 0 ? Number : field; init; }

    /// <summary>The page of a PDF; 0: the document has no pages.</summary>
    public int Page { get; init; }

    /// <summary>The text, without spaces at its ends and with spaces of one kind.</summary>
    public required string Text { get; init; }

    /// <summary>The indentation of the text, in columns.</summary>
    public int Indent { get; init; }

    public LineKind Kind { get; init; }

    /// <summary>The level of a heading: 1 to 6; 0: the document does not say.</summary>
    public int Level { get; init; }

    /// <summary>The cells of a row, or the parts of a line that wide gaps separate.</summary>
    public IReadOnlyList<PageCell> Cells { get; init; } = [];

    /// <summary>The words, if the document has the position of each.</summary>
    public IReadOnlyList<PageCell> Words { get; init; } = [];

    /// <summary>Whether the line is an item of a list.</summary>
    public bool IsItem { get; init; }

    /// <summary>The number of lists around an item; 0: the line is not an item, or the document does not say.</summary>
    public int ListDepth { get; init; }

    /// <summary>Whether the document sets the line apart from the text, for example as a note in a box.</summary>
    public bool IsAside { get; init; }

    /// <summary>Whether the document marks the line as the caption of a table.</summary>
    public bool IsCaption { get; init; }

    /// <summary>The number of the table that a row belongs to; 0: the document marks no table.</summary>
    public int Table { get; init; }

    /// <summary>The number of the definition list whose definition has the table of the row, its caption, or the frame of the line; 0: none.</summary>
    public int Within { get; init; }

    /// <summary>Whether nothing marks the end of the row, so that its last cell can continue on the next line: cells between tabs.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether the content of the last cell is the code on the next lines.</summary>
    public bool IsAboveCode { get; init; }

    /// <summary>The words that the document prints in italics.</summary>
    public IReadOnlyList<string> Italics { get; init; } = [];

    /// <summary>The words that the document prints as code.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The words at its start that the document prints as code or in bold; null: none.</summary>
    public string? Lead { get; init; }

    /// <summary>The HTTP method of an address, if its element says it: by a class, or as the summary of details; null: it does not.</summary>
    public string? Method { get; init; }

    /// <summary>What completes the request line that is printed here in part; null: the line is printed unchanged.</summary>
    public string? CompletedBy { get; init; }

    /// <summary>The size of the largest letter, in points; 0: the document has no sizes.</summary>
    public double Size { get; init; }

    /// <summary>Whether the line is as close to the one above as lines of one paragraph.</summary>
    public bool IsTight { get; init; }

    /// <summary>The left edge of the text, in columns of text or in points.</summary>
    public double Left => Cells.Count > 0 ? Cells[0].Left : Indent;

    public bool IsBlank => Text.Length == 0 && Cells.Count == 0;

    /// <summary>The text with its indentation.</summary>
    public string Indented => new string(' ', Indent) + Text;

    /// <summary>The position of the line, for a person who has the page open.</summary>
    public string Place => Page == 0 ? "line " + Invariant(Number) : "page " + Invariant(Page) + ", line " + Invariant(Number);

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A cell of a line.</summary>
/// <param name="Text">The text.</param>
/// <param name="Left">The left edge, in columns of text or in points.</param>
/// <param name="IsSpanned">Whether it repeats a cell that covers several rows.</param>
internal readonly record struct PageCell(string Text, double Left, bool IsSpanned = false)
{
    /// <summary>The parts of the text that the document shows on separate lines; null: it has one part, or the document does not say.</summary>
    public IReadOnlyList<CellBlock>? Blocks { get; init; }
}

/// <summary>A part of a cell, such as a paragraph.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsItem">Whether it is an item of a list.</param>
internal readonly record struct CellBlock(string Text, bool IsItem);
