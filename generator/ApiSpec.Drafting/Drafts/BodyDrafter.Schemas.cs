using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Drafts;

/// <content>Tables with names of their own, which are schemas.</content>
internal sealed partial class BodyDrafter
{
    /// <summary>Drafts the types that the page describes under separate headings.</summary>
    public void DraftDefinitions()
    {
        var types = new Dictionary<string, DraftRow>(StringComparer.Ordinal);
        foreach (var (name, part) in context.Definitions)
        {
            var tables = PartTables.Read(context, context.LinesOf(part), "response");
            if (tables.Rows.Children.Count == 0)
                continue;
            context.UseHeading(part);
            tables.Named.ForEach(AddSchema);
            tables.Rows.Name = name;
            NamedParents.Accept(tables.Rows.Children, name);
            // A sentence between the heading and the table describes the type.
            if (tables.Text is [{ Kind: LineKind.Text } text] && text.Number <= tables.Rows.Children[0].Lines[0].Number)
            {
                tables.Rows.Description = text.Text;
                context.Ledger.Use(text);
            }

            if (types.TryAdd(name, tables.Rows))
                continue;
            if (!RepeatedRows.AreSame(tables.Rows.Children, types[name].Children))
                types[name].Doubt(Mark.Check("the page has another table of this name"));
            context.Ledger.Return(tables.Rows.Children.SelectMany(static row => row.Lines));
        }

        foreach (var (type, example) in _examples)
            ExampleValues.Apply(type, example, types);
        foreach (var row in types.Values)
            AddSchema(row);
    }

    private void AddSchema(DraftRow table)
    {
        RepeatedRows.Remove(table, context);
        if (_schemas.Exists(other => other.Key == table.Name))
            context.Ledger.Return(table.Children.SelectMany(static row => row.Lines));
        else
            _schemas.Add(new DraftEntry(table.Name, SchemaOf(table), table.Mark, table.Lines));
    }

    private static DraftTable SchemaOf(DraftRow table)
    {
        var members = RowComposer.ComposeChildren(table);
        return table.Description is null
            ? members
            : new DraftTable([
                new DraftEntry("members", members, Mark.Printed, []), new DraftEntry("description", new DraftText(table.Description), Mark.Printed, []),
            ]);
    }

    // Replaces nested tables that are already transcribed with their names.
    private void ReplaceKnown(DraftRow row)
    {
        foreach (var child in row.Children)
        {
            if (child.Children.Count > 0 && context.Known.FindSchema(child.Children) is { } known)
            {
                child.Type = known.Name;
                child.Children.Clear();
                child.Doubt(Mark.From("the other specs"));
            }
            else
            {
                ReplaceKnown(child);
            }
        }
    }
}
