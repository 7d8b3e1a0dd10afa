using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Drafts the status table.</summary>
internal sealed partial class StatusDrafter(DraftingContext context)
{
    private const string Key = "status";
    private const string DoubtfulEnd = "where the message ends";

    private readonly List<StatusRow> _rows = [];

    // The indexes of the rows by their keys, and the codes of rows with a message.
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withMessage = new(StringComparer.Ordinal);
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private readonly List<PageLine> _unread = [];
    private readonly List<StatusBody> _bodies = [];

    // The certainty of the part that is read.
    private Mark _certainty = Mark.Printed;

    /// <summary>Returns the body that the table prints for most results, or for most failures; null: it prints none.</summary>
    public StatusBody? BodyOf(bool isFailure)
        => _bodies.Where(body => body.IsFailure == isFailure).GroupBy(static body => body.Type).OrderByDescending(static group => group.Count())
            .Select(static group => group.First()).FirstOrDefault();

    public DraftEntry? Draft()
    {
        var parts = context.Section.Of(Key).ToList();
        foreach (var part in parts)
        {
            context.UseHeading(part);
            _certainty = part.Doubt is { } doubt ? Mark.Check(doubt) : Mark.Printed;
            Read(context.LinesOf(part));
        }

        // A heading such as 'Success' or 'Error responses' can be above a part of the status table.
        foreach (var part in context.Section.Parts
            .Where(static part => part.Key is null or "response" or ProfileKeys.Error or ProfileKeys.ErrorCodes or ProfileKeys.Group))
        {
            if (ReadTables(context.LinesOf(part), part.Key))
                context.UseHeading(part);
        }

        // The status can be a line of the response: 'Status: 202, Accepted', '204 No Content'.
        var codes = ErrorCodeDrafter.LinesOfRecords(context);
        foreach (var line in new[] { "response", ProfileKeys.Error, ProfileKeys.ErrorCodes }.SelectMany(context.Section.Of)
            .SelectMany(static part => part.Visible)
            .Where(line => line.Kind != LineKind.Row && !context.Ledger.IsDropped(line) && !codes.Contains(line)
                && (StatusLine.IsWhole(line.Text) || StatusLine.IsDescribed(line.Text))))
            Add(RowOf(line, StatusLine.WithoutLabel(line.Text)), null, Mark.Printed);

        foreach (var part in context.Section.Parts.Where(static part => part.Key != ProfileKeys.Skip))
            AddHeading(part);
        ReadSentences();
        ReadMentions();
        if (_rows.Count > 0)
            return new DraftEntry(Key, new DraftTable(WithOtherBodies(_rows.ConvertAll(static row => row.ToEntry()))), Mark.Printed, []);
        foreach (var part in parts)
        {
            if (context.Reference(part, Key) is not { } reference)
                continue;
            context.Ledger.Use(reference.Line);
            return new DraftEntry(Key, new DraftText(reference.Value), Mark.Printed, [reference.Line]);
        }

        return parts.Count == 0 ? null : new DraftEntry(Key, new DraftText(TypeParser.Unknown), _unread.Count > 0 ? Mark.Check() : Mark.Printed, []);
    }

    // A heading can have the status: '404 Not Found', 'Error response (404 Not Found)'.
    private void AddHeading(SectionPart part)
    {
        if (part.Heading is not { } heading || (part.Status ?? StatusIn(heading)) is not { } status)
            return;
        var row = RowOf(heading, status);
        // The first sentence under a heading that is only a status describes it.
        if (part.Status is not null && part.Key is "response" or ProfileKeys.Error
            && part.Visible.FirstOrDefault(line => !context.Ledger.IsDropped(line)) is { Kind: LineKind.Text, IsItem: false } below
            && !context.Ledger.IsUsed(below) && IsSentence(below.Text) && NamedLine.Of(below) is null)
            row = With(row, "description", below.Text) with { Lines = [heading, below] };
        Add(row, null, Mark.Printed);
        context.UseHeading(part);
    }

    private static string? StatusIn(PageLine heading)
        => heading.Kind == LineKind.Heading && StatusLine.InSentence(heading.Text) is { } inside ? inside.Code + " " + inside.Message : null;

    private static bool IsSentence(string text)
        => text.Contains(' ', StringComparison.Ordinal) && text[^1] is not (':' or '\uFF1A') && char.IsLetter(text[0]) && StatusLine.CodeAt(text) is null;

    /// <summary>Drafts the status of the response in an example: <c>HTTP/1.1 201 Created</c>; null: the line has none.</summary>
    public static DraftEntry? OfExample(PageLine? head)
    {
        if (head is null || StatusLine.WithoutLabel(head.Text) is not { } text || text.Length == head.Text.Length || StatusLine.CodeAt(text) is not { } code)
            return null;
        var row = new DraftEntry((code + " " + StatusLine.TrimSeparator(text[code.Length..])).Trim(), new DraftText(""), Mark.FromExample, [head]);
        return new DraftEntry(Key, new DraftTable([row]), Mark.Printed, []);
    }

    // A row states its body if it differs from the body of the section.
    private List<DraftEntry> WithOtherBodies(List<DraftEntry> entries)
    {
        if (_bodies.Count == 0)
            return entries;
        var (ofResults, ofFailures) = (BodyOf(isFailure: false)?.Type, BodyOf(isFailure: true)?.Type);
        // '400, 404' is one line of several rows.
        var rows = new Dictionary<PageLine, List<int>>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < entries.Count; i++)
        {
            foreach (var line in entries[i].Lines)
            {
                if (!rows.TryGetValue(line, out var known))
                    rows.Add(line, known = []);
                known.Add(i);
            }
        }

        foreach (var body in _bodies.Where(body => body.Type != (body.IsFailure ? ofFailures : ofResults)))
        {
            if (!rows.TryGetValue(body.Line, out var ofLine))
                continue;
            foreach (var index in ofLine.Where(index => entries[index].Key.StartsWith(body.Code, StringComparison.Ordinal)).Take(1))
            {
                if (entries[index].Value is not DraftText description)
                    continue;
                var (type, mark) = context.Types.Of(body.Type);
                var keys = new List<DraftEntry> { new("response", new DraftText(type), mark, [body.Line]) };
                if (description.Text.Length > 0)
                    keys.Insert(0, new DraftEntry("description", description, Mark.Printed, entries[index].Lines));
                entries[index] = entries[index] with { Value = new DraftTable(keys) };
            }
        }

        return entries;
    }

    private void Read(List<PageLine> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (TableReader.Read(lines, i, Key, context.Profile, out var header, out var next) is { } rows)
            {
                context.Ledger.Use(header!.Lines);
                AddAll(rows, header, _certainty);
                i = next;
                continue;
            }

            // The code is on one line, and its standard message on the next.
            if (i + 1 < lines.Count && lines[i].Text.Length == 3 && StatusLine.IsWhole(lines[i].Text + " " + lines[i + 1].Text))
            {
                Add(RowOf(lines[i], lines[i].Text + " " + lines[i + 1].Text) with { Lines = [lines[i], lines[i + 1]] }, null, _certainty);
                i += 2;
                continue;
            }

            // The code is on one line, and a sentence under it describes it.
            if (StatusLine.CodeAt(lines[i].Text) is { Length: var length } && length == lines[i].Text.Length && SentenceBelow(lines, i + 1) is { } below)
            {
                Add(With(RowOf(lines[i], lines[i].Text), "description", lines[below].Text) with { Lines = [lines[i], lines[below]] }, null, _certainty);
                i = below + 1;
                continue;
            }

            var line = lines[i++];
            var text = StatusLine.WithoutLabel(Folding.WithoutBullet(line.Text));
            if (line.IsBlank)
                continue;
            if (line.Kind == LineKind.Text && StatusClauses.ListedIn(text) is { Count: > 0 } listed && StatusCodes.Of(text).Count == 0)
            {
                foreach (var (code, about) in listed)
                    Add(OfClause(line, new StatusClause(code, "", about), [line]), null, _certainty);
            }
            else if ((line.Kind != LineKind.Code || StatusLine.IsWhole(line.Text)) && StatusLine.CodeAt(text) is not null)
                Add(RowOf(line, text, lines, ref i), null, _certainty);
            else if (line.Kind == LineKind.Text && StatusLine.Separated(line.Text) is { } separated)
                Add(With(RowOf(line, separated.Status), "description", separated.Behind), null, Mark.Check("cells without a space between them"));
            else if (!ReadSentence(line))
                _unread.Add(line);
        }
    }

    private static int? SentenceBelow(List<PageLine> lines, int index)
    {
        while (index < lines.Count && lines[index].IsBlank)
            index++;
        return index < lines.Count && lines[index].Kind == LineKind.Text && lines[index].Text is [.., '.' or '\u3002']
            && lines[index].Text.Contains(' ', StringComparison.Ordinal) && StatusLine.CodeAt(lines[index].Text) is null ? index : null;
    }

    // Outside the parts for statuses, a table can have codes of any kind. A title such as 'Code' can also be above error codes.
    private bool IsOfStatuses(TableHeader header, IReadOnlyList<TableRow> rows)
        => rows.Any(HasStandardMessage) || (header.TitleOf("code") is { } title
            && !context.Profile.ColumnsOf(ProfileKeys.ErrorCodes).Any(column => column.Role == "code" && column.Titles.Contains(Folding.Of(title))));

    private static bool HasStandardMessage(TableRow row)
    {
        var printed = PageText.Of(row["code"]);
        return StatusLine.CodeAt(printed) is { } code && int.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && new[] { StatusLine.TrimSeparator(printed[code.Length..]), row["message"], row["description"] }
                .Any(text => StatusPhrases.At(number, text) is not null
                    || StatusPhrases.Of(number).Contains(text.TrimEnd('.'), StringComparer.OrdinalIgnoreCase));
    }

    // 'HTTP 404', and a code in quotation marks or as code.
    private static string CodeCell(TableRow row) => StatusLine.WithoutLabel(PageText.Of(row["code"]).Trim('`', '"', '\'', '*'));

    // A table of error codes can have a column for the status.
    private bool HasErrorCodes(List<PageLine> lines, int index)
        => TableHeader.Find(lines, index, context.Profile.ColumnsOf(ProfileKeys.ErrorCodes)) is { } header && header.Roles.Contains("code")
            && header.Roles.Contains(ProfileKeys.Status);

    private bool ReadTables(List<PageLine> lines, string? key)
    {
        var isOfResponse = key is "response" or ProfileKeys.Error;
        var before = _rows.Count;
        for (var i = 0; i < lines.Count;)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (TableReader.Read(lines, i, Key, context.Profile, out var header, out var next) is { Count: > 0 } rows
                && rows.All(static row => StatusLine.CodeAt(CodeCell(row)) is not null)
                // Error codes can be numbers, as status codes are.
                && (key != ProfileKeys.ErrorCodes || (rows.Any(HasStandardMessage) && !HasErrorCodes(lines, i))))
            {
                context.Ledger.Use(header!.Lines);
                var mark = isOfResponse || IsOfStatuses(header, rows) ? Mark.Printed : Mark.Check("whether these are statuses");
                AddAll(rows, header, mark);
                i = next;
            }
            else
            {
                i++;
            }
        }

        return _rows.Count > before;
    }

    // A column of types has something in each row, even for responses without a body.
    private void AddBody(TableRow row, string code, string message)
    {
        var type = row["type"];
        if (type.Length == 0 || context.Profile.IsNothing(type))
            return;
        if (StatusLine.CanHaveBody(code) && !context.IsOutcome(type))
            _bodies.Add(new StatusBody(code, type, row.Lines[0]));
        else if (!type.Equals(message, StringComparison.OrdinalIgnoreCase))
            context.Ledger.Leave(row.Lines[0], "type: " + type);
    }

    private static TableRow With(TableRow row, string role, string text)
        => row with { Cells = new Dictionary<string, string>(row.Cells, StringComparer.Ordinal) { [role] = text } };

    private static TableRow RowOf(PageLine line, string text)
        => new(new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = text }, 0, [line]);

    // '200 OK', with the description in another cell or indented under it.
    private static TableRow RowOf(PageLine line, string text, List<PageLine> lines, ref int next)
    {
        var printed = new List<PageLine> { line };
        var between = line.Kind == LineKind.Row && line.Cells.Count > 2
            ? string.Join(' ', line.Cells.Skip(1).SkipLast(1).Select(static cell => cell.Text).Where(static cell => cell.Length > 0)) : "";
        if (line.Kind != LineKind.Row)
        {
            for (; next < lines.Count && !lines[next].IsBlank && lines[next].Kind == LineKind.Text && lines[next].Indent > line.Indent; next++)
                printed.Add(lines[next]);
        }

        var cells = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["code"] = line.Kind == LineKind.Row ? line.Cells[0].Text : text,
            ["message"] = between,
            ["description"] = line.Kind == LineKind.Row && line.Cells.Count > 1
                ? line.Cells[^1].Text : string.Join(' ', printed.Skip(1).Select(static other => other.Text)),
        };
        return new TableRow(cells, 0, printed);
    }

    private void AddAll(IReadOnlyList<TableRow> rows, TableHeader header, Mark certainty)
    {
        foreach (var row in rows)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            Add(row, header, certainty);
        }
    }

    private void Add(TableRow row, TableHeader? header, Mark certainty)
    {
        var printed = CodeCell(row);
        if (StatusLine.CodeAt(printed) is not { } code)
            return;
        context.Ledger.Use(row.Lines);
        _hasList |= certainty != s_fromText;
        AddRows(row, printed, code, header, certainty);
        foreach (var cell in row.Unread)
            context.Ledger.Leave(row.Lines[0], cell);
    }

    private void Remove(int index)
    {
        _indexes.Remove(_rows[index].Key);
        _rows.RemoveAt(index);
        for (var i = index; i < _rows.Count; i++)
            _indexes[_rows[i].Key] = i;
    }

    private void AddRows(TableRow row, string printed, string code, TableHeader? header, Mark certainty)
    {
        var mark = row.Doubt is null ? certainty : certainty.And(Mark.Check(row.Doubt));
        var message = row["message"];
        var description = row["description"];
        // '200 OK' in one cell, or as a whole line.
        var rest = StatusLine.TrimSeparator(printed[code.Length..]);
        // '400, 404': one row for each code.
        if (StatusCodes.Of(printed) is { Count: > 0 } codes)
        {
            foreach (var (other, text, doubt) in codes)
            {
                var ofCode = doubt is null ? certainty : certainty.And(Mark.Check(doubt));
                // '401, 403: not allowed', without a table.
                var isDescription = header is null && text.Length > 0 && row["description"].Length == 0 && !StatusLine.IsWhole(other + " " + text);
                Add(isDescription ? With(With(row, "code", other), "description", text) : With(row, "code", (other + " " + text).TrimEnd()) with { Left = [] },
                    header, isDescription ? ofCode.And(Mark.Check(DoubtfulEnd)) : ofCode);
            }

            return;
        }

        // '200 (OK)'.
        if (rest is ['(', .., ')'])
            rest = rest[1..^1].Trim();
        if (rest.Length > 0)
        {
            var (split, behind, isGuess) = description.Length > 0 || header is not null ? (rest, "", false) : StatusLine.Split(code, printed[code.Length..]);
            // '202 - Accepted' has its message, so the column 'Reason' next to it is the description.
            if (message.Length > 0 && description.Length == 0)
                (message, description) = (split, message);
            message = message.Length == 0 ? split : message;
            description = description.Length == 0 ? behind : description;
            mark = isGuess ? mark.And(Mark.Check(DoubtfulEnd)) : mark;
        }
        else if (message.Length == 0 && description.Length > 0 && header is not null && !header.Roles.Contains("message"))
        {
            // The standard message precedes the description.
            if (int.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number) && StatusPhrases.At(number, description) is { } phrase)
            {
                (message, description) = (description[..phrase.Length], StatusLine.TrimSeparator(description[phrase.Length..]));
            }
            else if (header.Form == TableForm.Words)
            {
                // Only the text itself shows where the message ends.
                (message, description, _) = StatusLine.Split(code, description);
                mark = mark.And(Mark.Check(DoubtfulEnd));
            }
        }

        AddBody(row, code, message);
        if (context.Profile.IsNothing(message))
            message = "";
        if (context.Profile.IsNothing(description))
            description = "";
        var key = (code + " " + message.TrimEnd('.', ':')).Trim();
        if (_indexes.TryGetValue(key, out var known))
        {
            // A code with two descriptions for the same message.
            _rows[known].Add(description, row.Lines);
            return;
        }

        // A code alone, such as a label above a table, says nothing that the row with its message does not say.
        if (key == code && description.Length == 0 && _withMessage.Contains(code))
            return;
        if (key.Length > code.Length && _withMessage.Add(code) && _indexes.TryGetValue(code, out var alone)
            && _rows[alone].IsEmpty)
            Remove(alone);
        _codes.Add(code);
        _indexes.Add(key, _rows.Count);
        _rows.Add(new StatusRow(key, description, mark, row.Lines));
    }
}
