using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <content>The items of lists: rows, or the values of the row above them.</content>
internal sealed partial class PartTables
{
    private const int MostWordsOfType = 4;
    private const string DoubtfulMember = "whether it is a member";

    private static readonly string[] s_separators = [" - ", " \u2013 ", " \u2014 ", ": ", ". "];

    // Reads the list under a row without a table as its values. If they are no values, the draft lists them, or they are members of a row that is an item.
    private bool ReadItems(RowDrafter drafter, IReadOnlyList<PageLine> lines, int index, out int next)
    {
        next = index;
        if (_hasTable || _last is not (var row, var owner) || index < _endOfRefused)
            return false;
        var items = new List<PageLine>();
        for (var i = index; i < lines.Count && (lines[i].IsBlank || IsUnder(lines[i], owner)); i++)
        {
            if (lines[i].IsBlank)
                continue;
            items.Add(lines[i]);
            next = i + 1;
        }

        if (items.Count == 0)
            return false;
        if (drafter.AddValues(row, items.ConvertAll(static item => Folding.WithoutBullet(item.Text))))
        {
            _context.Ledger.Use(items);
            row.Lines.AddRange(items);
            return true;
        }

        if (ListLine.Is(owner) && ProfileKeys.IsBody(_kind))
        {
            _endOfRefused = next;
            return false;
        }

        Text.AddRange(items);
        return true;
    }

    // 'name=left' and 'size=4', or 'name=left&size=4', as code in place of a table. The values are those of an example.
    private bool ReadPairs(RowDrafter drafter, TableOwners tables, IReadOnlyList<PageLine> lines, int index, out int next)
    {
        next = index;
        if (_hasTable || _kind is not ("query" or "body form" or "body multipart"))
            return false;
        var pairs = new List<(PageLine Line, string Name)>();
        for (; next < lines.Count && lines[next].Kind == LineKind.Code && Pairs().IsMatch(lines[next].Text); next++)
        {
            var line = lines[next];
            pairs.AddRange(PrintedQuery.In("?" + line.Text.Trim('?', '&', ' ')).Select(pair => (line, pair.Name)));
        }

        // One pair alone can be a setting of anything.
        if (pairs.Count < 2)
            return false;
        foreach (var (line, name) in pairs.DistinctBy(static pair => pair.Name))
        {
            AddRow(drafter, tables, new TableRow(new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = name }, 0, [line]));
            _last!.Value.Row.Doubt(Mark.From("the sample"));
        }

        _last = null;
        return true;
    }

    [GeneratedRegex(
        @"^[?&]?[A-Za-z_$][A-Za-z0-9_.$-]{0,60}(\[\])?=[^\s&=]+(&[A-Za-z_$][A-Za-z0-9_.$-]{0,60}(\[\])?=[^\s&=]+)*&?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pairs();

    // Whether a line is an item below a row. An item with a type in its text is a row.
    private bool IsUnder(PageLine line, PageLine owner)
        => ListLine.Is(line) && (!ListLine.Is(owner) || ListLine.LevelOf(line) > ListLine.LevelOf(owner))
            && RowOfPattern(line, Folding.WithoutBullet(line.Text)) is null;

    private TableRow RowOfItem(PageLine line, string name, string description)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = name, ["description"] = description };
        return new TableRow(cells, 0, [line], IsNested(line) ? DoubtfulMember : null);
    }

    // 'limit: The number of items', with the name as code or in bold.
    private TableRow? RowOfLead(PageLine line, string text)
    {
        if ((line.Lead ?? ItalicLead(line, text)) is not { } lead || !text.StartsWith(lead, StringComparison.Ordinal)
            || lead.TrimEnd(':', ' ') is not { Length: > 0 } name
            || !CellWords.IsName(name) || !(char.IsLetter(name[0]) || name[0] is '_' or '$' or '@') || IsNote(name, text[lead.Length..]))
            return null;
        var rest = Folding.WithoutSeparator(text[lead.Length..]);
        return rest.Length == 0 ? null : WithFacts(line, name, rest);
    }

    // An item of a list of names alone, right under the heading of rows. Under other text, or under a row, it can be a value.
    private TableRow? NameAlone(PageLine line)
        => line is { Kind: LineKind.Text, IsItem: true, IsAside: false } && line.Codes.Contains(line.Text) && line.Lead == line.Text
            && CellWords.IsName(line.Text) && (char.IsLetter(line.Text[0]) || line.Text[0] is '_' or '$' or '@')
            && !_hasTable && Text.Count == 0 && Samples.Count == 0 && !IsNested(line) && !(_last is (_, var owner) && IsUnder(line, owner))
            ? new TableRow(new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = line.Text }, 0, [line], "whether it is a row") : null;

    // A paragraph, or an item that only another one beside it shows to be a row. Without a style or a sign, it can also be text.
    private TableRow? RowOfName(IReadOnlyList<PageLine> lines, int index)
    {
        if (RowOfType(lines[index]) is { } typed)
            return typed;
        var named = NamedLine.BesideOther(lines, index);
        if (named is null && NamedLine.Of(lines[index]) is { IsStyled: true, HasSign: true } alone)
            named = alone;
        // Other headers and messages are read as a whole.
        if (named is null || IsNote(named.Name, named.Text) || (!named.IsStyled && _kind is "headers" or ProfileKeys.ResponseHeaders))
            return null;
        var row = WithFacts(lines[index], named.Name, named.Text);
        return named.IsStyled && (named.HasSign || row.Cells.ContainsKey("type")) && NamedLine.BesideOther(lines, index) is not null
            ? row : row with { Doubt = row.Doubt ?? "whether it is a row" };
    }

    // '*limit* integer The number of items'. The type shows that it is a row.
    private TableRow? RowOfType(PageLine line)
    {
        if (NamedLine.StyledName(line) is not var (name, rest))
            return null;
        var end = 0;
        for (var words = 0; words < MostWordsOfType && end < rest.Length; words++)
        {
            var space = rest.IndexOf(' ', end + 1);
            end = space < 0 ? rest.Length : space;
            if (FactsOf(rest[..end]) is { Type.Length: > 0 } facts && end < rest.Length && char.IsUpper(rest[end + 1]))
                return WithFacts(line, name, rest[(end + 1)..], facts);
        }

        return null;
    }

    private TableRow WithFacts(PageLine line, string name, string rest)
    {
        // 'limit (integer, optional) The number of items'.
        if (rest is ['(', ..] && rest.IndexOf(')', StringComparison.Ordinal) is > 0 and var close && FactsOf(rest[..(close + 1)]) is { } inside
            && Folding.WithoutSeparator(rest[(close + 1)..]) is { Length: > 0 } text)
            return WithFacts(line, name, text, inside);
        // 'limit integer - The number of items'.
        foreach (var separator in s_separators)
        {
            if (rest.IndexOf(separator, StringComparison.Ordinal) is not (> 0 and var end) || FactsOf(rest[..end]) is not { } facts)
                continue;
            return WithFacts(line, name, rest[(end + separator.Length)..], facts);
        }

        return RowOfItem(line, name, rest);
    }

    private TableRow WithFacts(PageLine line, string name, string description, RowFacts facts)
    {
        var row = RowOfItem(line, name, description);
        var cells = new Dictionary<string, string>(row.Cells, StringComparer.Ordinal);
        if (facts.Type.Length > 0)
            cells["type"] = facts.Type;
        if (facts.Required.Length > 0)
            cells["required"] = facts.Required;
        return row with { Cells = cells };
    }

    // A note among the rows. 'Note' is a name if the one above it has a capital as well, or if only a type is behind it.
    private bool IsNote(string name, string text)
        => _context.Profile.IsNote(name) && !(_last is ({ Name: [var first, ..] }, _) && char.IsUpper(first))
            && FactsOf(Folding.WithoutSeparator(text)) is null;

    // In a table of other names, 'Note' has a text and no type.
    private bool IsNote(TableRow row, IReadOnlyList<TableRow> table)
        => _context.Profile.IsNote(row["name"]) && !_words.IsType(row["type"]) && table.Any(static other => other["name"] is [>= 'a' and <= 'z', ..]);

    // Behind a name, the brackets of '[string]' are no list.
    private RowFacts? FactsOf(string text)
        => (text is ['[', .. var inside, ']'] ? RowFacts.Read(inside, _words) : null) ?? RowFacts.Read(text, _words);

    // 'limit: The number of items', with the name in italics.
    private static string? ItalicLead(PageLine line, string text)
        => line.Italics.FirstOrDefault(italic => text.StartsWith(italic + ":", StringComparison.Ordinal)
            || text.StartsWith(italic + " (", StringComparison.Ordinal));

    // The first item that is a row has the first level, whatever form the row has.
    private TableRow WithDepth(TableRow row)
    {
        var line = row.Lines[0];
        _firstLevel ??= ListLine.LevelOf(line);
        // The rows of a query have no members.
        return ProfileKeys.IsBody(_kind) || _kind == ProfileKeys.Parameters
            ? row with { Depth = DepthOf(line, _firstLevel.Value) }
            : row with { Depth = 0, Doubt = IsNested(line) ? DoubtfulMember : row.Doubt };
    }

    private bool IsNested(PageLine line) => ListLine.LevelOf(line) > (_firstLevel ?? ListLine.LevelOf(line));

    private static int DepthOf(PageLine line, int first) => line.ListDepth > 0 ? Math.Max(0, line.ListDepth - first) : line.Indent / 2;
}
