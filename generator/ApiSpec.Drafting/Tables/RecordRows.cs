using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tables;

/// <summary>Reads rows that a page prints as records: a name, and under it each fact with its label: <c>Type: string</c>. The labels are titles of
/// columns.</summary>
internal sealed partial class RecordRows
{
    private const int LongestLabel = 40;

    // More than any table has columns.
    private const int MostFacts = 24;

    // The paragraphs of a description before the first fact.
    private const int MostParagraphs = 6;

    // One fact alone is too little evidence for a record.
    private const int FewestFacts = 2;

    private readonly IReadOnlyList<PageLine> _lines;
    private readonly CellWords _words;
    private readonly IReadOnlyList<ProfileColumn> _columns;
    private readonly Func<PageLine, bool>? _isHeading;

    // The number of lines before the first fact of a record.
    private int _facts;

    private RecordRows(IReadOnlyList<PageLine> lines, CellWords words, IReadOnlyList<ProfileColumn> columns, Func<PageLine, bool>? isHeading)
        => (_lines, _words, _columns, _isHeading) = (lines, words, columns, isHeading);

    /// <summary>Reads the records that start at a line; empty: no record starts there.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="index">The index of the line.</param>
    /// <param name="words">Decides which strings can be names.</param>
    /// <param name="columns">The columns whose titles are the labels.</param>
    /// <param name="isHeading">Returns whether a line can be a heading; null: no line can.</param>
    /// <param name="next">The index of the line after the records.</param>
    public static List<TableRow> Read(
        IReadOnlyList<PageLine> lines, int index, CellWords words, IReadOnlyList<ProfileColumn> columns, Func<PageLine, bool>? isHeading, out int next)
    {
        var reader = new RecordRows(lines, words, columns, isHeading);
        var rows = new List<TableRow>();
        next = index;
        for (var i = index; i < lines.Count && reader.RecordAt(i, out var end) is { } row; i = reader.SkipBlank(end))
        {
            rows.Add(row);
            next = end;
        }

        return rows;
    }

    private TableRow? RecordAt(int index, out int next)
    {
        next = index;
        var start = _lines[index];
        // A table for each row has the name in its first line.
        var isTable = start is { Kind: LineKind.Row, Cells: [{ Text.Length: > 0 }, { Text: "" }] };
        if (!isTable && (start.Kind != LineKind.Text || start.IsBlank || start.Cells.Count > 1))
            return null;
        var name = (isTable ? start.Cells[0].Text : Folding.WithoutBullet(start.Text)).TrimEnd(':');
        if (!CellWords.IsName(name) || !_words.IsKey(name) || (_isHeading?.Invoke(start) == true && !char.IsLower(name[0])))
            return null;
        var cells = new Dictionary<string, string>(StringComparer.Ordinal) { [_words.Key] = name };
        var blocks = new Dictionary<string, IReadOnlyList<CellBlock>>(StringComparer.Ordinal);
        var left = new List<string>();
        var printed = new List<PageLine> { start };
        var first = SkipBlank(index + 1);
        if (DescriptionAt(first, out var behind) is { } description)
        {
            cells["description"] = string.Join(' ', description.Select(static line => line.Text));
            printed.AddRange(description);
            first = behind;
        }

        _facts = printed.Count;
        var count = 0;
        for (var i = first; i < _lines.Count && count < MostFacts && FactAt(i, printed) is { } fact; i = SkipBlank(fact.Next))
        {
            count++;
            if (RoleOf(fact.Label) is { } role && role != _words.Key && cells.TryAdd(role, fact.Value))
            {
                if (fact.Blocks is not null)
                    blocks[role] = fact.Blocks;
            }
            else
            {
                left.Add(fact.Label + ": " + fact.Value);
            }

            printed.AddRange(_lines.Skip(i).Take(fact.Next - i).Where(static line => !line.IsBlank));
            next = fact.Next;
        }

        var facts = cells.Count - 1;
        // In a list that does not show its levels, two items can also be the next rows.
        if (start is { IsItem: true, ListDepth: 0 } && !(cells.ContainsKey("type") && cells.ContainsKey("required")))
            return null;
        return facts + left.Count < (cells.ContainsKey(ProfileKeys.Status) ? 1 : FewestFacts) || facts == 0
            || !(cells.ContainsKey("type") || cells.ContainsKey("required") || _words.Key == "code")
            ? null
            : new TableRow(cells, 0, printed) { Left = left, Blocks = blocks };
    }

    // Sentences between the name and the first fact.
    private List<PageLine>? DescriptionAt(int index, out int next)
    {
        var lines = new List<PageLine>();
        next = index;
        for (; next < _lines.Count && lines.Count <= MostParagraphs; next = SkipBlank(next + 1))
        {
            var line = _lines[next];
            if (line.Kind != LineKind.Text || !line.Text.Contains(' ', StringComparison.Ordinal) || _isHeading?.Invoke(line) == true)
                return null;
            if (Label().Match(line.Text) is { Success: true } match && RoleOf(match.Groups["label"].Value) is { } role)
                return lines.Count > 0 && IsFirstFact(role) ? lines : null;
            lines.Add(line);
        }

        return null;
    }

    // An error code has no type, and can have the status that comes with it.
    private bool IsFirstFact(string role) => _words.Key == "code" ? role is ProfileKeys.Status or ProfileKeys.Skip : role is "type" or "required";

    // 'Type: string' on one line, in two cells of a list of definitions, or with the value on the next line.
    private (string Label, string Value, IReadOnlyList<CellBlock>? Blocks, int Next)? FactAt(int index, List<PageLine> above)
    {
        var line = _lines[index];
        if (line.Kind == LineKind.Row)
        {
            return line.Cells is [{ Text: var title }, var value]
                && (above[0].Kind == LineKind.Row
                    ? above[0].Table == line.Table && value.Text.Length > 0 && IsFact(title, above)
                    : line.Table > 0 && IsLabel(title))
                && (above.Count == _facts || above[^1].Table == line.Table)
                ? (title.TrimEnd(':'), value.Text, value.Blocks, index + 1)
                : null;
        }

        if (line.Kind != LineKind.Text)
            return null;
        if (ListLine.Is(line) && ListLine.Is(above[0]))
        {
            // '- type: string' under '- name'.
            return (ListLine.LevelOf(line) > ListLine.LevelOf(above[0]) || line is { IsItem: true, ListDepth: 0 })
                && Item().Match(Folding.WithoutBullet(line.Text)) is { Success: true } item && IsFact(item.Groups["label"].Value, above)
                ? (item.Groups["label"].Value, item.Groups["value"].Value, null, index + 1)
                : null;
        }

        if (Label().Match(line.Text) is not { Success: true } match)
            return null;
        var label = match.Groups["label"].Value;
        if (above.Count == _facts ? RoleOf(label) is null : !IsLabel(label))
            return null;
        if (match.Groups["value"].Value is { Length: > 0 } rest)
            return (label, rest, null, index + 1);
        var below = SkipBlank(index + 1);
        return RoleOf(label) is not null && below < _lines.Count && _lines[below].Kind == LineKind.Text && !Label().IsMatch(_lines[below].Text)
            ? (label, _lines[below].Text, null, below + 1)
            : null;
    }

    // The names of members mostly start with a small letter.
    private static bool IsLabel(string text) => text.Length is > 0 and <= LongestLabel && char.IsUpper(text[0]);

    // The first label must be one that the profile knows.
    private bool IsFact(string label, List<PageLine> above) => label.Length is > 0 and <= LongestLabel && (above.Count > _facts || RoleOf(label) is not null);

    private string? RoleOf(string label)
    {
        var folded = Folding.Of(label);
        return _columns.FirstOrDefault(column => column.Titles.Contains(folded))?.Role;
    }

    private int SkipBlank(int index)
    {
        while (index < _lines.Count && _lines[index].IsBlank)
            index++;
        return index;
    }

    [GeneratedRegex(@"^(?<label>[A-Za-z][A-Za-z/ -]{0,39}?) ?: (?<value>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Item();

    [GeneratedRegex(@"^(?<label>[A-Z][A-Za-z/ -]{0,39}?) ?:( (?<value>\S.*)|)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
