using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Tables;

/// <summary>Reads rows without titles: name, type and the word for required, on one line or on separate lines, and the description under them.</summary>
internal sealed partial class StackedRows
{
    private const int MostParagraphs = 12;
    private const int MostLines = 48;
    private const int MostFacts = 2;
    private const int LongestStart = 160;

    private readonly IReadOnlyList<PageLine> _lines;
    private readonly CellWords _words;
    private readonly Func<PageLine, bool>? _isHeading;
    private readonly Func<PageLine, bool>? _isOfType;

    private StackedRows(IReadOnlyList<PageLine> lines, CellWords words, Func<PageLine, bool>? isHeading, Func<PageLine, bool>? isOfType)
        => (_lines, _words, _isHeading, _isOfType) = (lines, words, isHeading, isOfType);

    /// <summary>Reads the rows that start at a line; empty: no row starts there.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="index">The index of the line.</param>
    /// <param name="words">The types, and the words for required.</param>
    /// <param name="isHeading">Returns whether a line can be a heading; null: no line can.</param>
    /// <param name="next">The index of the line after the rows.</param>
    /// <param name="isOfType">Returns whether a line is certainly the heading of a type; null: no line is.</param>
    public static IReadOnlyList<TableRow> Read(
        IReadOnlyList<PageLine> lines, int index, CellWords words, Func<PageLine, bool>? isHeading, out int next, Func<PageLine, bool>? isOfType = null)
        => new StackedRows(lines, words, isHeading, isOfType).Read(index, out next);

    private List<TableRow> Read(int index, out int next)
    {
        var rows = new List<TableRow>();
        next = index;
        var start = StartAt(index);
        var isSure = start is { IsSure: true };
        while (start is not null)
        {
            var below = Below(start, out var following);
            rows.Add(RowOf(start, below));
            next = following?.First ?? (below.Count > 0 ? below[^1].Index + 1 : start.Next);
            isSure |= following is not null;
            start = following;
        }

        // A name and a type on one line can also be two words of a text. So can 'Output' and 'File' on two lines.
        var isText = rows.TrueForAll(static row => CellWords.IsWord(row.Cells["name"]) && !row.Cells.ContainsKey("required"));
        if (!isSure || (isText && rows.Count == 1))
        {
            next = index;
            return [];
        }

        // 'Schema' above 'object' can be a label of the rows below it.
        return isText || rows.Exists(static row => char.IsLower(row.Cells["name"][0]))
            ? rows.ConvertAll(static row => char.IsUpper(row.Cells["name"][0]) && !row.Cells.ContainsKey("required") ? row with { Doubt = "the row" } : row)
            : rows;
    }

    // Returns the paragraphs under a row. Under the last row, only the first one is certainly about it.
    private List<(PageLine Line, int Index)> Below(Start start, out Start? following)
    {
        var below = new List<(PageLine Line, int Index)>();
        var first = 0;
        following = null;
        var end = Math.Min(_lines.Count, start.Next + MostLines);
        for (var i = start.Next; i < end && below.Count < MostParagraphs && _lines[i].Kind == LineKind.Text; i++)
        {
            if (_lines[i].IsBlank)
            {
                first = first == 0 ? below.Count : first;
                continue;
            }

            if ((following = StartAt(i)) is not null)
                break;
            if (_isHeading?.Invoke(_lines[i]) == true || _isOfType?.Invoke(_lines[i]) == true)
                break;
            below.Add((_lines[i], i));
        }

        if (following is null && below.Count > 1)
            below.RemoveRange(Math.Max(1, first), below.Count - Math.Max(1, first));
        return below;
    }

    private Start? StartAt(int index)
    {
        var line = _lines[index];
        if (!IsFree(line))
            return null;
        var space = line.Text.IndexOf(' ', StringComparison.Ordinal);
        var name = space < 0 ? line.Text : line.Text[..space];
        if (!CellWords.IsName(name) || !_words.IsKey(name) || !char.IsLetter(name.TrimStart('_', '$', '@', '-', '"', '`') is [var c, ..] ? c : ' '))
            return null;
        // 'Response' above 'object' is a heading, and 'status' above 'string' is a row.
        if (_isHeading?.Invoke(line) == true && !char.IsLower(name[0]))
            return null;
        var facts = space < 0 ? new RowFacts("", "") : RowFacts.Read(line.Text[(space + 1)..], _words);
        if (facts is null)
            return null;
        var isWhole = facts.Type.Length > 0;
        var printed = new List<PageLine> { line };
        var next = index + 1;
        for (var count = 0; count < MostFacts && next < _lines.Count && IsFree(_lines[next]); count++)
        {
            if (RowFacts.Read(_lines[next].Text, _words) is not { } more || (more.Type.Length > 0 && facts.Type.Length > 0)
                || (more.Required.Length > 0 && facts.Required.Length > 0))
                break;
            facts = new RowFacts(facts.Type + more.Type, facts.Required + more.Required);
            printed.Add(_lines[next++]);
        }

        return facts.Type.Length == 0 ? null
            : new Start(name, facts, index, next, printed) { IsSure = !isWhole || facts.Required.Length > 0 };
    }

    private bool IsFree(PageLine line)
        => line is { Kind: LineKind.Text, IsBlank: false, Cells.Count: <= 1 } && line.Text.Length <= LongestStart && _isOfType?.Invoke(line) != true;

    private static TableRow RowOf(Start start, List<(PageLine Line, int Index)> below)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = start.Name, ["type"] = start.Facts.Type };
        if (start.Facts.Required.Length > 0)
            cells["required"] = start.Facts.Required;
        // The value of an example is not a description.
        var text = below.Where(static line => !ExampleValue().IsMatch(line.Line.Text)).Select(static line => line.Line).ToList();
        var blocks = text.ConvertAll(static line => new CellBlock(Label().Replace(line.Text, "$1: "), line.IsItem));
        if (blocks.Count > 0)
            cells["description"] = string.Join(' ', blocks.Select(static block => block.Text));
        var row = new TableRow(cells, CellTable.MarksBefore(start.Name), [.. start.Lines, .. text]);
        return blocks.Count > 1
            ? row with { Blocks = new Dictionary<string, IReadOnlyList<CellBlock>>(StringComparer.Ordinal) { ["description"] = blocks } }
            : row;
    }

    /// <param name="Name">The name.</param>
    /// <param name="Facts">The type, and the word for required.</param>
    /// <param name="First">The index of the first line.</param>
    /// <param name="Next">The index of the line after the facts.</param>
    /// <param name="Lines">The lines of name and facts.</param>
    private sealed record Start(string Name, RowFacts Facts, int First, int Next, IReadOnlyList<PageLine> Lines)
    {
        public bool IsSure { get; init; }
    }

    [GeneratedRegex("^(Example|Sample)s?:? ?[^ ]+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ExampleValue();

    // 'default:10'.
    [GeneratedRegex("^(default|min|max|minimum|maximum):(?=[^ ])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
