using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Samples;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>The content of a part: tables, JSON samples, and other lines.</summary>
internal sealed partial class PartTables
{
    private const int MostSentences = 3;

    private readonly DraftingContext _context;
    private readonly string _kind;
    private readonly CellWords _words;
    private bool _hasTable;

    // The last row without a table, and its first line.
    private (DraftRow Row, PageLine Line)? _last;

    // The end of the items that are not values of the last row.
    private int _endOfRefused;

    // The rows of a list under the caption of an object, and whether a table is above it.
    private (string Caption, List<(DraftRow Row, int Depth)> Rows)? _list;
    private bool _hadTable;

    // The code in which rows were searched last.
    private CommentedCode? _code;

    // The lines in which the last table was searched, and its index.
    private IReadOnlyList<PageLine>? _searched;
    private int _lastTable;

    // The last table that was searched for labels, and whether it has them.
    private (int Table, bool Are) _labels;

    // The level of the first item that is a row; null: none is.
    private int? _firstLevel;

    private PartTables(DraftingContext context, string kind) => (_context, _kind, _words) = (context, kind, new CellWords(context.Profile, kind));

    /// <summary>The rows of the tables, under a row without a name; empty: the part has no tables.</summary>
    public DraftRow Rows { get; private set; } = new("");

    /// <summary>The tables after the first one that their captions name.</summary>
    public List<DraftRow> Named { get; } = [];

    public List<JsonSample> Samples { get; } = [];

    /// <summary>Whether the title above the names says that they are fields of a form.</summary>
    public bool HasFormTitle { get; private set; }

    /// <summary>The other lines.</summary>
    public List<PageLine> Text { get; } = [];

    /// <summary>Reads a part.</summary>
    /// <param name="context">The section.</param>
    /// <param name="lines">The lines of the part.</param>
    /// <param name="kind">The kind of its tables.</param>
    public static PartTables Read(DraftingContext context, IReadOnlyList<PageLine> lines, string kind)
    {
        var part = new PartTables(context, kind);
        part.Read(lines);
        return part;
    }

    private void Read(IReadOnlyList<PageLine> lines)
    {
        var drafter = new RowDrafter(_context, _kind);
        var tables = new TableOwners(_context);
        string? caption = null;
        for (var i = 0; i < lines.Count;)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            var line = lines[i];
            if (line.IsBlank)
            {
                i++;
            }
            else if ((_context.CaptionOf(line) ?? _context.TypeIn(line) ?? tables.NamedIn(line)) is { } name && IsTableBehind(lines, i))
            {
                caption = name;
                _context.Ledger.Use(line);
                i++;
            }
            else if (tables.NamedIn(line) is { } listed && IsRowBehind(lines, i))
            {
                CloseList(tables);
                (_list, _last, _hadTable, _hasTable) = ((listed, []), null, _hasTable, false);
                _context.Ledger.Use(line);
                i++;
            }
            else if (line.Within > 0 && line.Kind != LineKind.Row)
            {
                Text.Add(line);
                i++;
            }
            else if (NameAlone(line) is { } alone)
            {
                AddRow(drafter, tables, alone);
                i++;
            }
            else if (TableReader.Read(lines, i, _kind, _context.Profile, out var header, out var next) is { } table)
            {
                CloseList(tables);
                var owner = OwnerOf(header!.Lines[0]);
                // Only a body has members.
                if (header.Lines[0].Within > 0 && (owner is null || !ProfileKeys.IsBody(_kind)))
                {
                    Text.AddRange(lines.Skip(i).Take(next - i).Where(static other => !other.IsBlank));
                    i = next;
                    continue;
                }

                if (owner is null && IsOfValues(header))
                {
                    if (!ReadValueTable(drafter, tables, table, header))
                        Text.AddRange(lines.Skip(i).Take(next - i).Where(static other => !other.IsBlank));
                    i = next;
                    continue;
                }

                // The heading does not say what a further table has.
                var isDoubtful = (_hasTable || Samples.Count > 0) && !HasNames(header);
                _hasTable |= owner is null;
                HasFormTitle |= header.TitleOf("name")?.StartsWith("form ", StringComparison.OrdinalIgnoreCase) == true;
                _context.Ledger.Use(header.Lines);
                NoteMergedCells(header, table);
                var named = table.Where(row => row["name"].Length > 0 && !IsNote(row, table)).ToList();
                var drafted = named.ConvertAll(row => (Drafted(drafter, row, header), row.Depth));
                named.ForEach(row => _context.Ledger.Use(row.Lines));
                if (isDoubtful)
                    drafted.ForEach(row => row.Item1.Doubt(Mark.Check("whether '" + header.TitleOf("name") + "' is the title of names")));
                if (owner is not null)
                    tables.AddUnder(owner, drafted);
                else
                    tables.Add(drafted, caption, Text.Count == 0 ? null : Text[^1]);
                caption = null;
                i = next;
            }
            else if (RecordRows.Read(lines, i, _words, _context.Profile.ColumnsOf(_kind), null, out next) is { Count: > 0 } records)
            {
                _hasTable = true;
                records.ForEach(record => _context.Ledger.Use(record.Lines));
                tables.Add([.. records.Select(record => (drafter.Draft(record, null), record.Depth))], caption, Text.Count == 0 ? null : Text[^1]);
                caption = null;
                i = next;
            }
            else if (ReadBraces(lines, i, out next) is { Count: > 0 } braces)
            {
                _hasTable = true;
                foreach (var row in braces)
                    _context.Ledger.Use(row.Lines);
                tables.Add([.. braces.Select(row => (drafter.Draft(row, null), row.Depth))], caption, Text.Count == 0 ? null : Text[^1]);
                caption = null;
                i = next;
            }
            else if (CommentedNames.Read(lines, i, _words, ref _code, out next) is { Count: > 0 } commented)
            {
                foreach (var row in commented)
                    AddRow(drafter, tables, row);
                i = next;
            }
            else if (StackedRows.Read(lines, i, _words, null, out next) is { Count: > 0 } stacked)
            {
                // A page seldom prints rows in two forms under one heading.
                foreach (var row in stacked)
                    AddRow(drafter, tables, _hasTable ? row with { Doubt = row.Doubt ?? "whether it is a row" } : row);
                i = next;
            }
            else if (ReadItems(drafter, lines, i, out next))
            {
                i = next;
            }
            else if (RowOf(line, lines, i, out next) is { } single)
            {
                AddRow(drafter, tables, single);
                i = next;
            }
            else if (ReadPairs(drafter, tables, lines, i, out next))
            {
                i = next;
            }
            else if (JsonSample.Read(lines, i, out next) is { } sample)
            {
                Samples.Add(sample);
                i = next;
            }
            else
            {
                CloseList(tables);
                if (!_context.Ledger.IsDropped(line))
                    Text.Add(line);
                i++;
            }
        }

        CloseList(tables);

        Named.AddRange(tables.Named);
        Rows = RowTree.Of(tables.Rows, hasNesting: ProfileKeys.IsBody(_kind), _context.DottedNames);
    }

    // The row whose definition has the table.
    private DraftRow? OwnerOf(PageLine line) => line.Within > 0 && _last is (var row, var printed) && printed.Table == line.Within ? row : null;

    private DraftRow Drafted(RowDrafter drafter, TableRow row, TableHeader header)
    {
        _context.Cancellation.ThrowIfCancellationRequested();
        return drafter.Draft(row, header);
    }

    private void AddRow(RowDrafter drafter, TableOwners tables, TableRow printed)
    {
        if (ListLine.Is(printed.Lines[0]))
            printed = WithDepth(printed);
        var row = drafter.Draft(printed, null);
        if (_list is var (_, rows))
            rows.Add((row, printed.Depth));
        else
            tables.AddRow(row, printed.Depth);
        _context.Ledger.Use(printed.Lines);
        (_last, _endOfRefused) = ((row, printed.Lines[0]), 0);
    }

    // The rows of a list under the caption of an object end at the next text.
    private void CloseList(TableOwners tables)
    {
        if (_list is not var (caption, rows))
            return;
        (_list, _hasTable) = (null, _hadTable);
        if (rows.Count > 0)
            tables.Add(rows, caption, null);
    }

    private IReadOnlyList<TableRow>? ReadBraces(IReadOnlyList<PageLine> lines, int index, out int next)
    {
        if (BraceSchema.Read(lines, index, _words, _context.Profile, out next) is not { } schema)
            return null;
        // A schema in JSON above a table with its members is a sample.
        if (LastTable(lines) >= next && JsonSample.Read(lines, index, out _) is { Value: not null })
            return null;
        _context.Ledger.Use(schema.Lines);
        return schema.Rows;
    }

    // The index of the last table with titles; -1: none. The lines of a part do not change.
    private int LastTable(IReadOnlyList<PageLine> lines)
    {
        if (!ReferenceEquals(_searched, lines))
        {
            _searched = lines;
            _lastTable = lines.Count - 1;
            while (_lastTable >= 0
                && TableHeader.Find(lines, _lastTable, _context.Profile.ColumnsOf(_kind))?.Roles.Contains(_words.Key) != true)
                _lastTable--;
        }

        return _lastTable;
    }

    // A line that looks like a caption is only one if a table follows, after at most a few sentences.
    private bool IsTableBehind(IReadOnlyList<PageLine> lines, int index)
    {
        var next = index + 1;
        var sentences = 0;
        for (; next < lines.Count && (lines[next].IsBlank || (lines[next].Kind == LineKind.Text && sentences < MostSentences
            && TableHeader.Find(lines, next, _context.Profile.ColumnsOf(_kind)) is null && _context.CaptionOf(lines[next]) is null)); next++)
            sentences += lines[next].IsBlank ? 0 : 1;
        return next < lines.Count && TableHeader.Find(lines, next, _context.Profile.ColumnsOf(_kind)) is not null;
    }

    // A list of rows follows the caption of an object.
    private bool IsRowBehind(IReadOnlyList<PageLine> lines, int index)
    {
        var next = index + 1;
        while (next < lines.Count && lines[next].IsBlank)
            next++;
        if (next >= lines.Count || !ListLine.Is(lines[next]) || ListLine.Is(lines[index]))
            return false;
        var hasTable = _hasTable;
        _hasTable = false;
        var isRow = RowOf(lines[next], lines, next, out _) is not null;
        _hasTable = hasTable;
        return isRow;
    }

    // Reads a line that is a row by itself, or a term with its definition.
    private TableRow? RowOf(PageLine line, IReadOnlyList<PageLine> lines, int index, out int next)
    {
        next = index + 1;
        // Titles of columns are not a row, even if none is above the names.
        if (line.Kind == LineKind.Code
            || (line is { Kind: LineKind.Row, Table: > 0 } && TableHeader.Find(lines, index, _context.Profile.ColumnsOf(_kind)) is not null))
            return null;
        var text = Folding.WithoutBullet(line.Text);
        if (RowOfPattern(line, text) is { } printed)
            return printed;
        // 'limit - The number of items'. A list under a table explains a value of it.
        if (!_hasTable && ListLine.Is(line) && ItemRow().Match(text) is { Success: true } item
            && !IsNote(item.Groups["name"].Value, item.Groups["description"].Value))
            return RowOfItem(line, item.Groups["name"].Value, item.Groups["description"].Value);
        if (!_hasTable && ListLine.Is(line) && RowOfLead(line, text) is { } led)
            return led;
        if (!_hasTable && RowOfName(lines, index) is { } named)
            return named;
        // 'Success' with a status is a response, and no member.
        if (line is { Kind: LineKind.Row, Table: > 0, Within: 0, Cells: [{ Text: var words }, { Text: var definition }] }
            && words.TrimEnd(':', ' ') is var term && CellWords.IsName(term)
            && !(_context.Profile.IsLabel(ProfileKeys.OutcomeLabel, term) && StatusCode().IsMatch(definition))
            && !IsNote(term, definition) && !AreLabels(lines, index) && !TableHeader.AreShortTitles(lines, index, _context.Profile.ColumnsOf(_kind)))
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = term, ["description"] = definition };
            // 'Result: It is full' can also be a sentence, and 'media type: text/plain' a fact about the whole body.
            var isDoubtful = term.Length < words.Length
                && (char.IsUpper(term[0]) || definition is ['(', ..] || !definition.Contains(' ', StringComparison.Ordinal));
            var row = new TableRow(cells, line.Indent / 2, [line], isDoubtful ? "whether it is a row" : null);
            return line.Cells[1].Blocks is { } blocks
                ? row with { Blocks = new Dictionary<string, IReadOnlyList<CellBlock>>(StringComparer.Ordinal) { ["description"] = blocks } }
                : row;
        }

        if (RowOfLines(lines, index, out next) is { } broken)
            return broken;
        next = index + 1;
        // A term, with its definition indented under it.
        if (line.Kind != LineKind.Text || index + 1 >= lines.Count || lines[index + 1].Indent <= line.Indent || lines[index + 1].IsBlank)
            return null;
        var below = new List<PageLine>();
        // Lines that are indented further than the definition belong under the term.
        for (var i = index + 1; i < lines.Count && !lines[i].IsBlank && lines[i].Indent == lines[index + 1].Indent && lines[i].Kind == LineKind.Text; i++)
            below.Add(lines[i]);
        var joined = text.TrimEnd(':') + ": " + string.Join(' ', below.Select(static other => other.Text));
        foreach (var pattern in _context.Profile.Rows)
        {
            if (pattern.Match(joined) is { } gaps && CellWords.IsName(gaps.GetValueOrDefault("name", "")))
            {
                next = index + 1 + below.Count;
                return new TableRow(gaps, line.Indent / 2, [line, .. below]);
            }
        }

        return null;
    }

    // Reads a row that the profile describes, with each cell on a separate line.
    private TableRow? RowOfLines(IReadOnlyList<PageLine> lines, int index, out int next)
    {
        next = index + 1;
        var words = new CellWords(_context.Profile, _kind);
        foreach (var pattern in _context.Profile.Rows)
        {
            if (pattern.Names.Count < 2 || !IsOfGaps(pattern))
                continue;
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            var printed = new List<PageLine>();
            var isSure = false;
            for (var i = index; i < lines.Count && printed.Count < pattern.Names.Count && lines[i].Kind == LineKind.Text; i++)
            {
                if (lines[i].IsBlank)
                    continue;
                var role = pattern.Names[printed.Count];
                var cell = role == "required" ? lines[i].Text.Trim('(', ')') : lines[i].Text;
                if (role == "type" ? !words.IsType(cell) : !words.Fits(role, cell))
                    break;
                isSure |= words.IsSure(role, cell);
                cells[role] = cell;
                printed.Add(lines[i]);
                next = i + 1;
            }

            // Without a type or a word for required, the lines are paragraphs.
            if (printed.Count == pattern.Names.Count && isSure)
                return new TableRow(cells, 0, printed);
        }

        return null;
    }

    // Cells that cover several rows are lost when a table is copied as text.
    private void NoteMergedCells(TableHeader header, IReadOnlyList<TableRow> rows)
    {
        if (header.Form != TableForm.Cells && rows.Any(static row => row.Doubt is not null))
            _context.Notes.Add("A table near line " + header.Lines[0].Number.ToString(System.Globalization.CultureInfo.InvariantCulture)
                + " may have cells that cover several rows. Text does not show them; save the page as HTML.");
    }

    [GeneratedRegex("(?<![0-9.])[1-5][0-9]{2}(?![0-9.])", RegexOptions.CultureInvariant)]
    private static partial Regex StatusCode();

    [GeneratedRegex(@"^[`""']?(?<name>[A-Za-z_$][A-Za-z0-9_.$-]{0,119}(\[\])?)[`""']? +[-\u2013\u2014] +(?<description>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex ItemRow();
}
