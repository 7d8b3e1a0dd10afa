using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Drafts error codes: the tables and lists under their own heading, and those under a heading of the error or the response.</summary>
internal sealed class ErrorCodeDrafter(DraftingContext context)
{
    private const string Doubtful = "whether these are error codes";

    private readonly List<DraftEntry> _rows = [];
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);

    // The error codes that come with a status, by the status.
    private readonly SortedDictionary<string, (List<string> Codes, List<PageLine> Lines)> _byStatus = new(StringComparer.Ordinal);

    // The message of a status: 'Conflict'.
    private readonly Dictionary<string, string> _messages = new(StringComparer.Ordinal);

    private readonly CellWords _words = new(context.Profile, ProfileKeys.ErrorCodes);

    /// <summary>Drafts the codes. The draft uses their lines, so they do not become members of a body.</summary>
    public DraftEntry? Draft()
    {
        foreach (var part in context.Section.Of(ProfileKeys.ErrorCodes))
        {
            context.UseHeading(part);
            Read(part, ProfileKeys.ErrorCodes);
        }

        foreach (var key in new[] { ProfileKeys.Error, "response" })
        {
            foreach (var part in context.Section.Of(key).Where(static part => part.TypeName is null))
                Read(part, key);
        }

        return _rows.Count == 0 ? null : new DraftEntry(ProfileKeys.ErrorCodes, new DraftTable(_rows), Mark.Printed, []);
    }

    /// <summary>Returns the status table with the error codes that come with each status.</summary>
    /// <param name="status">The status table; null: none.</param>
    public DraftEntry? AddTo(DraftEntry? status)
    {
        if (_byStatus.Count == 0)
            return status;
        var rows = status is { Value: DraftTable table } ? table.Entries.ToList() : [];
        foreach (var (code, (codes, lines)) in _byStatus)
        {
            var entry = new DraftEntry(ProfileKeys.ErrorCodes, new DraftWords([.. codes.Distinct()]), Mark.Printed, lines);
            var found = Enumerable.Range(0, rows.Count).Where(index => StatusLine.CodeAt(rows[index].Key) == code).Take(2).ToList();
            if (found.Count == 0)
                rows.Add(new DraftEntry((code + " " + _messages.GetValueOrDefault(code, "")).TrimEnd(), new DraftTable([entry]), Mark.Printed, lines));
            else
                rows[found[0]] = With(rows[found[0]], found.Count == 1 ? entry : entry with { Mark = Mark.Check("which row of " + code + " has them") });
        }

        return status is null
            ? new DraftEntry("status", new DraftTable(rows), Mark.Printed, [])
            : status with { Value = new DraftTable(rows), Mark = status.Value is DraftTable ? status.Mark : Mark.Printed };
    }

    private static DraftEntry With(DraftEntry row, DraftEntry codes) => row.Value switch
    {
        DraftTable table => row with { Value = new DraftTable([.. table.Entries, codes]) },
        DraftText { Text.Length: 0 } => row with { Value = new DraftTable([codes]) },
        _ => row with { Value = new DraftTable([new DraftEntry("description", row.Value, Mark.Printed, row.Lines), codes]) },
    };

    private void Read(SectionPart part, string key)
    {
        var lines = context.FreeLinesOf([part]);
        var terms = new ErrorCodeTerms(lines, key, context.Profile.ColumnsOf(ProfileKeys.ErrorCodes));
        for (var i = 0; i < lines.Count;)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var table = ReadTable(lines, i, key, out var header, out var next);
            if (table is not null)
            {
                context.Ledger.Use(header!.Lines);
                AddAll(table, part.Doubt is { } doubt ? Mark.Check(doubt) : MarkOf(key, table, header));
            }
            else if (key == ProfileKeys.ErrorCodes && Records(lines, i, out var behind) is { } records)
            {
                AddAll(records, Mark.Printed);
                next = behind;
            }
            else if (next == i && terms.Read(i, out next) is { Count: > 0 } rows)
            {
                AddAll(rows, MarkOf(key, rows, null));
            }

            i = Math.Max(next, i + 1);
        }
    }

    // Under another heading, only the columns or the codes themselves show that a table has error codes. Next is also the end of a table without codes.
    private IReadOnlyList<TableRow>? ReadTable(List<PageLine> lines, int index, string key, out TableHeader? header, out int next)
    {
        var ofMembers = TableReader.Read(
            lines, index, key == ProfileKeys.ErrorCodes ? ProfileKeys.Error : key, context.Profile, out var titles, out var end);
        if (TableReader.Read(lines, index, ProfileKeys.ErrorCodes, context.Profile, out header, out next) is { } codes)
        {
            var isOfCodes = key == ProfileKeys.ErrorCodes || (key == ProfileKeys.Error && ofMembers is null)
                || (codes.Count > 0 && codes.All(row => IsCode(row["code"], key)));
            return isOfCodes ? codes : null;
        }

        (header, next) = (titles, end);
        if (ofMembers is not { Count: > 0 } || titles!.Roles.Contains("type"))
            return null;
        return key == ProfileKeys.ErrorCodes || ofMembers.All(row => IsCode(row["name"], key)) ? [.. ofMembers.Select(OfName)] : null;
    }

    // The column of the codes has the title 'Name'.
    private static TableRow OfName(TableRow row)
    {
        var cells = row.Cells.Where(static cell => cell.Key != "name").Append(new("code", row["name"]));
        return row with { Cells = new Dictionary<string, string>(cells, StringComparer.Ordinal) };
    }

    // Members of a response can be in capitals, and numbers can be the values of one.
    private static bool IsCode(string text, string key) => key == "response" ? ErrorCodeText.HasPrefix(text) : ErrorCodeText.Is(text);

    private static Mark MarkOf(string key, IReadOnlyList<TableRow> rows, TableHeader? header)
    {
        // Many manuals call the statuses of failures error codes.
        if (rows.Count > 0 && rows.All(static row => ErrorCodeText.IsStatus(row["code"])))
            return Mark.Check("whether these are statuses");
        // Without a table, numbers under the heading of the error can be the values of a member.
        var isPrinted = key == ProfileKeys.ErrorCodes || (key == ProfileKeys.Error && (header is null
            ? rows.Count > 1 && rows.All(static row => ErrorCodeText.HasPrefix(row["code"]))
            : header.Roles.Contains("code") || rows.All(static row => ErrorCodeText.HasNumber(row["code"]))));
        return isPrinted ? Mark.Printed : Mark.Check(Doubtful);
    }

    private void AddAll(IReadOnlyList<TableRow> rows, Mark certainty)
    {
        // A body in JSON is not a code.
        foreach (var row in rows.Where(row => row["code"] is [not ('{' or '['), ..] code && _codes.Add(code)))
        {
            context.Ledger.Use(row.Lines);
            AddStatus(row);
            var words = new[] { row["message"], row["description"] }.Where(static text => text.Length > 0);
            foreach (var cell in row.Unread)
                context.Ledger.Leave(row.Lines[0], cell);
            var mark = row.Doubt is { } doubt ? certainty.And(Mark.Check(doubt)) : certainty;
            _rows.Add(new DraftEntry(row["code"], new DraftText(string.Join(" ", words)), mark, row.Lines));
        }
    }

    /// <summary>Returns the lines of records. A status in them comes with an error code.</summary>
    public static IReadOnlySet<PageLine> LinesOfRecords(DraftingContext context)
    {
        var drafter = new ErrorCodeDrafter(context);
        var lines = new HashSet<PageLine>(ReferenceEqualityComparer.Instance);
        foreach (var part in context.Section.Of(ProfileKeys.ErrorCodes).Select(context.LinesOf))
        {
            for (var i = 0; i < part.Count;)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                var records = drafter.Records(part, i, out var next);
                lines.UnionWith(records?.SelectMany(static record => record.Lines) ?? []);
                i = Math.Max(next, i + 1);
            }
        }

        return lines;
    }

    private void AddStatus(TableRow row)
    {
        if (!row.Cells.TryGetValue(ProfileKeys.Status, out var printed) || StatusLine.CodeAt(StatusLine.WithoutLabel(printed)) is not { } status
            || StatusLine.TrimSeparator(StatusLine.WithoutLabel(printed)[status.Length..]) is var message
                && message.Length > 0 && !StatusLine.IsWhole(status + " " + message))
            return;
        _ = row[ProfileKeys.Status];
        if (!_byStatus.TryGetValue(status, out var known))
            _byStatus.Add(status, known = ([], []));
        if (StatusLine.TrimSeparator(StatusLine.WithoutLabel(printed)[status.Length..]) is { Length: > 0 } words)
            _messages.TryAdd(status, words);
        known.Codes.Add(row["code"]);
        known.Lines.Add(row.Lines[^1]);
    }

    private List<TableRow>? Records(List<PageLine> lines, int index, out int next)
        => RecordRows.Read(lines, index, _words, context.Profile.ColumnsOf(ProfileKeys.ErrorCodes), null, out next) is { Count: > 0 } records ? records : null;
}
