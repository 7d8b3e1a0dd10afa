using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <content>The items of lists: rows, or the values of the row above them.</content>
internal sealed partial class PartTables
{
    private const string DoubtfulMember = "whether it is a member";

    private static readonly string[] s_separators = [" - ", " \u2013 ", " \u2014 ", ": "];

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
            || !CellWords.IsName(name) || !(char.IsLetter(name[0]) || name[0] is '_' or '$' or '@') || _context.Profile.IsLabel(ProfileKeys.NoteLabel, name))
            return null;
        var rest = Folding.WithoutSeparator(text[lead.Length..]);
        if (rest.Length == 0)
            return null;
        // 'limit integer - The number of items'.
        foreach (var separator in s_separators)
        {
            if (rest.IndexOf(separator, StringComparison.Ordinal) is not (> 0 and var end) || FactsOf(rest[..end]) is not { } facts)
                continue;
            var row = RowOfItem(line, name, rest[(end + separator.Length)..]);
            var cells = new Dictionary<string, string>(row.Cells, StringComparer.Ordinal);
            if (facts.Type.Length > 0)
                cells["type"] = facts.Type;
            if (facts.Required.Length > 0)
                cells["required"] = facts.Required;
            return row with { Cells = cells };
        }

        return RowOfItem(line, name, rest);
    }

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
