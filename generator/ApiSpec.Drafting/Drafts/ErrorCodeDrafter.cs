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

    private void Read(SectionPart part, string key)
    {
        var lines = context.FreeLinesOf([part]);
        var terms = new ErrorCodeTerms(lines, key);
        for (var i = 0; i < lines.Count;)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var table = ReadTable(lines, i, key, out var header, out var next);
            if (table is not null)
            {
                context.Ledger.Use(header!.Lines);
                AddAll(table, MarkOf(key, table, header));
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

    // Under another heading, only the columns or the codes themselves show that a table has error codes. Next is also the end of a table that has none.
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
        foreach (var row in rows.Where(row => row["code"].Length > 0 && _codes.Add(row["code"])))
        {
            context.Ledger.Use(row.Lines);
            var words = new[] { row["message"], row["description"] }.Where(static text => text.Length > 0);
            foreach (var cell in row.Unread)
                context.Ledger.Leave(row.Lines[0], cell);
            var mark = row.Doubt is { } doubt ? certainty.And(Mark.Check(doubt)) : certainty;
            _rows.Add(new DraftEntry(row["code"], new DraftText(string.Join(" ", words)), mark, row.Lines));
        }
    }

    private List<TableRow>? Records(List<PageLine> lines, int index, out int next)
        => RecordRows.Read(lines, index, _words, context.Profile.ColumnsOf(ProfileKeys.ErrorCodes), null, out next) is { Count: > 0 } records ? records : null;
}
