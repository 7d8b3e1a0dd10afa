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
        }

        context.Ledger.Use(_used);
        return _roles.Count == 0 ? null : new DraftEntry(Key, new DraftWords([.. _roles.Distinct()]), _mark, _used);
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
            else if (RoleNames.Of(line.Text, context.Profile, context.Known.Roles) is { } found)
                Add(found, line);
        }
    }

    // A row that says 'No' has a role that must not call the operation.
    private void ReadTable(TableHeader header, IReadOnlyList<TableRow> rows)
    {
        var allowed = rows.Where(row => !context.Profile.Optional.Contains(Folding.Of(row["required"]))).ToList();
        var found = allowed.Select(row => (Row: row, Roles: RoleNames.OfCell(row["name"], context.Profile, context.Known.Roles))).ToList();
        if (found.TrueForAll(static row => row.Roles is null))
            return;
        context.Ledger.Use(header.Lines);
        foreach (var row in rows.Where(row => !allowed.Contains(row) && row["name"].Length > 0))
            Use(row);
        // A caller may need one of the permissions, or all.
        var isDoubtful = found.Count > 1 && !header.Roles.Contains("required");
        foreach (var (row, roles) in found)
        {
            if (roles is null)
                continue;
            Add(roles, row.Lines[0]);
            Use(row);
            if (isDoubtful)
                _mark = _mark.And(Mark.Check("whether each of these roles may call it"));
        }
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
