using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Drafts the roles: the lines under their heading, and the rows of tables of permissions.</summary>
internal sealed class RoleDrafter(DraftingContext context)
{
    private const string Key = ProfileKeys.Roles;

    private readonly List<string> _roles = [];
    private readonly List<PageLine> _used = [];
    private Mark _mark = Mark.Printed;

    public DraftEntry? Draft()
    {
        foreach (var part in context.Section.Of(Key))
        {
            context.UseHeading(part);
            Read(context.LinesOf(part));
            if (part.Doubt is { } doubt && _roles.Count > 0)
                _mark = _mark.And(Mark.Check(doubt));
        }

        if (_roles.Count == 0)
            ReadSentences();
        context.Ledger.Use(_used);
        return _roles.Count == 0 ? null : new DraftEntry(Key, new DraftWords([.. _roles.Distinct()]), _mark, _used);
    }

    // Without a heading, only a sentence says which roles may call the operation.
    private void ReadSentences()
    {
        foreach (var part in context.Section.Parts.Where(static part => part.Key is null or ProfileKeys.Group or "function" or "request" or "method"))
        {
            foreach (var line in part.Visible.Where(line => line.Kind == LineKind.Text && !context.Ledger.IsDropped(line)))
            {
                context.Cancellation.ThrowIfCancellationRequested();
                foreach (var sentence in Sentences.Of(line.Text))
                {
                    if (RoleNames.OfSentence(sentence, context.Section.Title, context.Profile, context.Known.Roles) is not { } found)
                        continue;
                    _roles.AddRange(found.Names);
                    _mark = _mark.And(found.Mark);
                    // The sentence can be one of the function.
                    if (sentence.Length == line.Text.Length)
                        _used.Add(line);
                }
            }
        }
    }

    private void Read(List<PageLine> lines)
    {
        for (var i = 0; i < lines.Count;)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (TableReader.Read(lines, i, Key, context.Profile, out var header, out var next) is { Count: > 0 } rows)
            {
                ReadTable(header!, rows);
                i = next;
                continue;
            }

            var line = lines[i++];
            if (line.IsBlank || (line.Kind == LineKind.Row && line.Cells.Count > 1))
                continue;
            if (context.Profile.IsNothing(line.Text))
                context.Ledger.Use(line);
            else if ((RoleNames.Of(line.Text, context.Profile, context.Known.Roles)
                ?? RoleNames.OfSentence(line.Text, context.Section.Title, context.Profile, context.Known.Roles)) is { } found)
                Add(found, line);
        }
    }

    private void ReadTable(TableHeader header, IReadOnlyList<TableRow> rows)
    {
        var hasColumn = header.Roles.Contains("required");
        var found = new List<(TableRow Row, FoundRoles Roles)>();
        // 'None', and roles that must not call the operation.
        var without = new List<TableRow>();
        var (allowed, isUnsure) = (0, false);
        foreach (var row in rows)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var cell = Folding.Of(row["required"]);
            if (context.Profile.Optional.Contains(cell) || context.Profile.IsNothing(row["name"]))
            {
                without.Add(row);
                continue;
            }

            // An empty cell, 'Denied' and 'Read only' do not say that the role may call it. The row is listed as not read.
            if (hasColumn && !context.Profile.Required.Contains(cell))
            {
                isUnsure = true;
                continue;
            }

            allowed++;
            if (RoleNames.OfCell(row["name"], context.Profile, context.Known.Roles) is { } roles)
                found.Add((row, roles));
        }

        if (found.Count == 0 && !without.Exists(row => context.Profile.IsNothing(row["name"])))
            return;
        context.Ledger.Use(header.Lines);
        foreach (var row in without.Where(static row => row["name"].Length > 0))
            Use(row);
        foreach (var (row, roles) in found)
        {
            Add(roles, row.Lines[0]);
            Use(row);
        }

        // A caller may need one of the permissions, or all.
        if (allowed > 1 && !hasColumn)
            _mark = _mark.And(Mark.Check("whether each of these roles may call it"));
        if (isUnsure)
            _mark = _mark.And(Mark.Check("whether the other roles of the table may call it"));
    }

    private void Use(TableRow row)
    {
        context.Ledger.Use(row.Lines);
        foreach (var cell in row.Unread)
            context.Ledger.Leave(row.Lines[0], cell);
    }

    private void Add(FoundRoles found, PageLine line)
    {
        _roles.AddRange(found.Names);
        _mark = _mark.And(found.Mark);
        _used.Add(line);
        foreach (var text in found.Left)
            context.Ledger.Leave(line, text);
    }
}
