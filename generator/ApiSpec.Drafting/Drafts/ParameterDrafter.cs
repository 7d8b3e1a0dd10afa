using ApiSpec.Drafting.Pages;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Drafts the tables of parameters.</summary>
internal sealed class ParameterDrafter(DraftingContext context)
{
    private static readonly string[] s_kinds = ["path", "query", "headers", "body form", "body multipart"];

    private readonly Dictionary<string, List<DraftRow>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DraftEntry> _values = new(StringComparer.Ordinal);

    /// <summary>Reads the tables that have headings of their own.</summary>
    public void Read()
    {
        foreach (var kind in s_kinds)
        {
            foreach (var part in context.Section.Of(kind))
            {
                context.UseHeading(part);
                if (context.Reference(part, kind) is { } reference)
                {
                    context.Ledger.Use(reference.Line);
                    _values[kind] = new DraftEntry(kind, new DraftText(reference.Value), Mark.Printed, [reference.Line]);
                }

                var lines = part.Lines.Where(line => !context.Profile.IsDropped(line.Text)).ToList();
                if (lines.TrueForAll(line => line.IsBlank || context.Profile.IsNothing(line.Text)))
                {
                    context.Ledger.Use(lines);
                    continue;
                }

                var tables = PartTables.Read(context, lines, kind);
                Rows(kind).AddRange(tables.Rows.Children);
                // There is something, and not in a form that can be read.
                if (tables.Rows.Children.Count == 0 && tables.Text.Count > 0 && !_values.ContainsKey(kind) && kind != "path")
                    _values[kind] = new DraftEntry(kind, new DraftText(TypeParser.Unknown), Mark.Check(), []);
            }
        }
    }

    /// <summary>Reads the tables under the request line: what has the name of a placeholder is a path parameter.</summary>
    public void ReadUnderRequest(IReadOnlyList<PageLine> lines)
    {
        var others = lines.Where(line => !context.Profile.IsDropped(line.Text)).ToList();
        Rows("query").AddRange(PartTables.Read(context, others, "query").Rows.Children);
    }

    /// <summary>The rows of the path table that the page prints.</summary>
    public IReadOnlyList<DraftRow> PathRows => Rows("path");

    /// <summary>The rows under the request line and those of the query table.</summary>
    public IReadOnlyList<DraftRow> QueryRows => Rows("query");

    /// <summary>The table of a kind; null: there is none.</summary>
    public DraftEntry? Draft(string kind) => Rows(kind) is { Count: > 0 } rows
        ? new DraftEntry(kind, new DraftTable([.. rows.DistinctBy(static row => row.Name).Select(RowComposer.Compose)]), Mark.Printed, [])
        : _values.GetValueOrDefault(kind);

    /// <summary>Gives each placeholder a row, and takes rows of the query that are placeholders.</summary>
    public void Complete(RequestDrafter request, string? version)
    {
        var printed = Rows("path").Concat(Rows("query")).ToList();
        var path = new List<DraftRow>();
        foreach (var name in request.Placeholders.Where(name => version is null || name != "version"))
        {
            var row = printed.Find(row => row.Name == name);
            if (row is not null)
                Rows("query").Remove(row);
            row ??= request.RowOf(name);
            (row.IsOptional, row.IsPresenceUnknown) = (false, false);
            // What a table does not say of a type, the example may.
            if (row is { Type: TypeParser.Unknown, Lists: 0 } && printed.Contains(row) && request.RowOf(name) is { Type: not TypeParser.Unknown } shown)
            {
                row.Type = shown.Type;
                row.Doubt(shown.Mark);
            }

            path.Add(row);
        }

        // A row without its placeholder would be an error of the spec.
        foreach (var row in Rows("path").Where(row => !path.Contains(row)))
            context.Notes.Add("The table of path parameters has '" + row.Name + "', and the request line has no such word.");
        _rows["path"] = path;
        if (path.Count > 0)
            _values.Remove("path");
    }

    private List<DraftRow> Rows(string kind)
    {
        if (!_rows.TryGetValue(kind, out var rows))
            _rows[kind] = rows = [];
        return rows;
    }
}
