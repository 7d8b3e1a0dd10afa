namespace ApiSpec.Drafting.Pages;

/// <summary>What a line of a page looks like.</summary>
internal enum LineKind
{
    Text,

    /// <summary>The document marks the line as a heading.</summary>
    Heading,

    /// <summary>The document marks the line as code: its spaces count.</summary>
    Code,

    /// <summary>A row of a table whose cells the document separates.</summary>
    Row,
}

/// <summary>A line of a page. All forms of pages become such lines, so that only the readers of pages know about HTML and PDF.</summary>
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

    /// <summary>How many columns the text is indented.</summary>
    public int Indent { get; init; }

    public LineKind Kind { get; init; }

    /// <summary>The level of a heading: 1 to 6; 0: the document does not say.</summary>
    public int Level { get; init; }

    /// <summary>The cells of a row, or the stretches of a line that wide gaps separate.</summary>
    public IReadOnlyList<PageCell> Cells { get; init; } = [];

    /// <summary>The words, if the document says where each of them is.</summary>
    public IReadOnlyList<PageCell> Words { get; init; } = [];

    /// <summary>The number of the table that a row belongs to; 0: the document marks no table.</summary>
    public int Table { get; init; }

    /// <summary>The words that the document prints in italics.</summary>
    public IReadOnlyList<string> Italics { get; init; } = [];

    /// <summary>The line follows the one above as closely as lines of one paragraph do.</summary>
    public bool IsTight { get; init; }

    /// <summary>Where the text begins, in columns of text or in points.</summary>
    public double Left => Cells.Count > 0 ? Cells[0].Left : Indent;

    public bool IsBlank => Text.Length == 0 && Cells.Count == 0;

    /// <summary>The text with its indentation.</summary>
    public string Indented => new string(' ', Indent) + Text;

    /// <summary>Where the line is, for a person who has the page open.</summary>
    public string Place => Page == 0 ? "line " + Invariant(Number) : "page " + Invariant(Page) + ", line " + Invariant(Number);

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A cell of a line.</summary>
/// <param name="Text">The text.</param>
/// <param name="Left">Where it begins, in columns of text or in points.</param>
/// <param name="IsSpanned">It repeats a cell that covers several rows.</param>
internal readonly record struct PageCell(string Text, double Left, bool IsSpanned = false);
