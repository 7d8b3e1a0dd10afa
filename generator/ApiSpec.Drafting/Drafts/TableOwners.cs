using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Finds the owner of each table in a part: the part itself, a member of an earlier table, or a type.</summary>
internal sealed partial class TableOwners(DraftingContext context)
{
    private const int LongestLine = 200;

    // By the folded name.
    private readonly Dictionary<string, List<DraftRow>> _byName = new(StringComparer.Ordinal);

    // The names and labels of the rows of the part itself.
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The rows of the part itself.</summary>
    public List<(DraftRow Row, int Depth)> Rows { get; } = [];

    /// <summary>The named tables.</summary>
    public List<DraftRow> Named { get; } = [];

    /// <summary>Adds a row without a table.</summary>
    public void AddRow(DraftRow row, int depth)
    {
        AddToPart([(row, depth)]);
        Remember(row);
    }

    /// <summary>Adds a table.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="caption">The name in its caption; null: it has no caption.</param>
    /// <param name="above">The last line of text before it; null: none.</param>
    public void Add(List<(DraftRow Row, int Depth)> rows, string? caption, PageLine? above)
    {
        if (Rows.Count == 0 || HaveOwners(rows))
            AddToPart(rows);
        else if (caption is not null && OwnersOf(caption) is { Count: > 0 } owners)
            AdoptByCaption(owners, rows, caption);
        else if (caption is not null && context.Types.IsDefined(caption) && !Named.Exists(named => named.Name == caption))
            AddNamed(rows, caption);
        else if (above is not null && Mentioned(above) is { } owner)
            AdoptFromText(owner, rows, above);
        else
            AddDoubtful(rows);
        rows.ForEach(added => Remember(added.Row));
    }

    /// <summary>Adds a table inside the description of a row.</summary>
    public void AddUnder(DraftRow owner, List<(DraftRow Row, int Depth)> rows)
    {
        Adopt(owner, rows, Mark.Printed);
        rows.ForEach(added => Remember(added.Row));
    }

    /// <summary>Returns the name of a row without members in the caption of its table; null: the line is not such a caption.</summary>
    public string? NamedIn(PageLine line)
        => line.Kind is LineKind.Heading or LineKind.Text && Rows.Count > 0
            ? TableCaption.NameIn(line.Text, name => OwnersOf(name) is [.., { } owner] ? owner.Name : null) : null;

    // A column says which object of the tables above each row belongs to.
    private bool HaveOwners(List<(DraftRow Row, int Depth)> rows) => rows.Count > 0 && rows.TrueForAll(added => _names.Contains(added.Row.Parent));

    // Objects of one name have one table.
    private void AdoptByCaption(List<DraftRow> owners, List<(DraftRow Row, int Depth)> rows, string caption)
    {
        if (owners is [var only])
        {
            Adopt(only, rows, Mark.Printed);
            return;
        }

        var name = CSharpName.Pascal(caption);
        if (Named.Exists(named => named.Name == name) || context.Types.IsDefined(name))
        {
            Adopt(owners[^1], rows, Mark.Check("which row the table '" + caption + "' belongs to"));
            return;
        }

        AddNamed(rows, name);
        foreach (var owner in owners)
        {
            owner.Type = name;
            owner.Doubt(Mark.From("the caption of the table '" + caption + "'"));
        }
    }

    private void AddNamed(List<(DraftRow Row, int Depth)> rows, string name)
    {
        var table = RowTree.Of(rows);
        table.Name = name;
        NamedParents.Accept(table.Children, name);
        Named.Add(table);
    }

    private void AdoptFromText(DraftRow owner, List<(DraftRow Row, int Depth)> rows, PageLine above)
    {
        context.Ledger.Use(above);
        // 'The body field contains a list of objects'.
        if (owner.Lists == 0 && ListOf().IsMatch(above.Text))
            owner.Lists = 1;
        Adopt(owner, rows, Mark.Check("which row the table belongs to"));
    }

    private static void Adopt(DraftRow owner, List<(DraftRow Row, int Depth)> rows, Mark mark)
    {
        var children = RowTree.Of(rows).Children;
        NamedParents.Accept(children, owner.Name);
        foreach (var row in children)
            RowTree.Add(owner, row);
        owner.Doubt(mark);
    }

    private void AddDoubtful(List<(DraftRow Row, int Depth)> rows)
    {
        foreach (var (row, _) in rows)
            row.Doubt(Mark.Check("another table under this heading"));
        AddToPart(rows);
    }

    private void AddToPart(List<(DraftRow Row, int Depth)> rows)
    {
        Rows.AddRange(rows);
        _names.UnionWith(rows.SelectMany(static added => RowOwners.NamesOf(added.Row)));
    }

    private void Remember(DraftRow row)
    {
        var name = TableCaption.Folded(row.Name);
        if (!_byName.TryGetValue(name, out var rows))
            _byName.Add(name, rows = []);
        rows.Add(row);
    }

    // Returns rows that can have members but do not have any yet.
    private List<DraftRow> OwnersOf(string name)
    {
        if (!_byName.TryGetValue(TableCaption.Folded(name), out var open))
            return [];
        open.RemoveAll(static row => row.HasChildren || !row.CanHaveMembers);
        foreach (var comparison in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase })
        {
            if (open.FindAll(row => row.Name.Equals(name, comparison)) is { Count: > 0 } found)
                return found;
        }

        return [.. open];
    }

    /// <summary>Returns the only row of the tables above that a line names; null: no row, or several.</summary>
    public DraftRow? OnlyRowIn(PageLine line)
        => line.Text.Length <= LongestLine && WordsOf(line.Text)
            .SelectMany(word => _byName.GetValueOrDefault(TableCaption.Folded(word), []).FindAll(row => row.Name == word)).Take(2).ToList() is [var only]
            ? only : null;

    // 'Parameters in the owner field' names one member of the preceding tables.
    private DraftRow? Mentioned(PageLine line)
    {
        if (line.Text.Length > LongestLine)
            return null;
        // 'Owner' and 'The owner object' above the table of 'owner'.
        if (Whole().Match(line.Text) is { Success: true } whole && OwnersOf(whole.Groups["name"].Value) is [var only])
            return only;
        var found = WordsOf(line.Text).Where(static word => word.Length > 1).Select(word => OwnersOf(word).FindAll(row => row.Name == word))
            .Where(static owners => owners.Count > 0).ToList();
        return found is [{ } owners] ? owners[^1] : null;
    }

    private static HashSet<string> WordsOf(string text)
        => text.Split([' ', ',', ':', '.', '(', ')', '"', '\'', '`', '\u201C', '\u201D', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(
        @"^(the )?[""'`\u201C]?(?<name>[A-Za-z_][\w.-]{1,60})[""'`\u201D]?"
            + @"( (object|objects|fields|members|properties|parameters|attributes|structure|array|items?))?:?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex(@"\b(an? )?(list|array|collection)s? of\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ListOf();
}
