using ApiSpec.Language.Characters;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Writes a row in the grammar of the format, and reads it back to make sure that it is valid.</summary>
internal static class RowComposer
{
    /// <summary>Returns the entry of a row, including the rows under it.</summary>
    public static DraftEntry Compose(DraftRow row)
    {
        var entry = Entry(row);
        return row.ObjectDoubt is { } doubt ? entry with { Mark = entry.Mark.And(Mark.Check(doubt)) } : entry;
    }

    private static DraftEntry Entry(DraftRow row)
    {
        ProseType.Read(row);
        var name = KeyOf(row);
        if (row.HasChildren)
            return ComposeObject(row, name);
        var meanings = row is { Lists: 0, Type: "int" or "long" } ? row.Meanings : [];
        if (row.Aliases.Count + meanings.Count > 0 && InLongForm(row, name, meanings) is { } named)
            return named;
        var text = TextOf(row);
        if (RowText.Parse(text).Diagnostics.Count == 0)
            return new DraftEntry(name, new DraftText(text), row.Constant is null ? row.Mark : row.Mark.And(Mark.FromExample), row.Lines);

        // Parts that cannot be written are left out, and the row gets a mark.
        var plain = new DraftRow(row.Name) { Type = row.Type, Lists = row.Lists, IsNullable = row.IsNullable, Description = row.Description };
        text = TextOf(plain);
        if (RowText.Parse(text).Diagnostics.Count > 0)
            text = TypeParser.Unknown + (row.Description is null ? "" : " - " + row.Description);
        return new DraftEntry(name, new DraftText(text), row.Mark.And(Mark.Check("what else the page says of it")), row.Lines);
    }

    /// <summary>Returns the rows under a row, and <c>...: unknown</c> if the page is cut off there.</summary>
    public static DraftTable ComposeChildren(DraftRow row)
    {
        var entries = row.Children.DistinctBy(static child => child.Name).Select(Compose).ToList();
        if (row.IsCutOff)
            entries.Add(new DraftEntry(TypeParser.Rest, new DraftText(TypeParser.Unknown), Mark.Printed, []));
        return new DraftTable(entries);
    }

    private static DraftEntry ComposeObject(DraftRow row, string name)
    {
        var members = ComposeChildren(row);
        var brackets = string.Concat(Enumerable.Repeat("[]", Math.Max(0, row.Lists - 1))) + (row.Lists > 0 ? "[" + row.ItemRange + "]" : "");
        if (!row.IsNullable && row.Description is null && row.Remarks.Count == 0 && !row.IsPresenceUnknown && row.Aliases.Count == 0 && !NeedsMembers(row))
            return new DraftEntry(name + brackets, members, row.Mark, row.Lines);
        var type = "object" + brackets + (row.IsNullable ? " or null" : "") + string.Concat(row.Remarks.Select(static remark => " " + remark))
            + (row.IsPresenceUnknown ? " required not stated" : "");
        var entries = new List<DraftEntry> { new("type", new DraftText(type), Mark.Printed, []), new("members", members, Mark.Printed, []) };
        if (row.Aliases.Count > 0)
            entries.Add(new DraftEntry("alias", new DraftWords([.. row.Aliases]), Mark.Printed, []));
        if (row.Description is not null)
            entries.Add(new DraftEntry("description", new DraftText(row.Description), Mark.Printed, []));
        return new DraftEntry(name, new DraftTable(entries), row.Mark, row.Lines);
    }

    // Other names, and the meanings of numbers, are separate keys.
    private static DraftEntry? InLongForm(DraftRow row, string name, IReadOnlyList<(string Number, string Meaning)> meanings)
    {
        var description = row.Description;
        row.Description = null;
        var type = TextOf(row);
        row.Description = description;
        if (RowText.Parse(type).Diagnostics.Count > 0)
            return null;
        var entries = new List<DraftEntry> { new("type", new DraftText(type), Mark.Printed, []) };
        if (meanings.Count > 0)
            entries.Add(new DraftEntry("values", new DraftTable([.. meanings.Select(static value
                => new DraftEntry(value.Number, new DraftText(value.Meaning), Mark.Printed, []))]), Mark.Printed, []));
        if (row.Aliases.Count > 0)
            entries.Add(new DraftEntry("alias", new DraftWords([.. row.Aliases]), Mark.Printed, []));
        if (description is not null)
            entries.Add(new DraftEntry("description", new DraftText(description), Mark.Printed, []));
        return new DraftEntry(name, new DraftTable(entries), row.Mark, row.Lines);
    }

    // A table with members named like keys of the long form would be read as one row.
    private static bool NeedsMembers(DraftRow row) => row.Children.Exists(static child => child.Name is "type" or "members");

    private static string KeyOf(DraftRow row) => PlainText.Plain(row.Name) + (row.IsOptional && !row.IsPresenceUnknown ? "?" : "");

    private static string TextOf(DraftRow row)
    {
        var type = row.Type ?? TypeParser.Unknown;
        var space = type.IndexOf(' ', StringComparison.Ordinal);
        for (var i = 0; i < row.Lists; i++)
            type = (space > 0 && i == 0 ? "(" + type + ")" : type) + "[" + (i + 1 == row.Lists ? row.ItemRange : "") + "]";
        var parts = new List<string> { type };
        if (row.IsNullable && !type.EndsWith(" or null", StringComparison.Ordinal))
            parts.Add("or null");
        if (row.Range is not null)
            parts.Add(row.Range);
        parts.AddRange(row.Remarks.Where(static remark => !remark.StartsWith("when ", StringComparison.Ordinal)));
        if (row.Constant is { } constant)
            parts.Add("always " + RowWriter.Quoted(constant));
        if (row.IsPresenceUnknown)
            parts.Add("required not stated");
        parts.AddRange(row.Remarks.Where(static remark => remark.StartsWith("when ", StringComparison.Ordinal)).Take(1));
        if (row.Link is not null)
            parts.Add("- link " + row.Link);
        if (row.Description is { Length: > 0 } description)
            parts.Add("- " + description);
        var text = string.Join(' ', parts);
        // If the row can be read, it is written in the order of the format.
        return RowText.Parse(text) is { Diagnostics.Count: 0, IsOld: false } read ? RowWriter.Write(read) : text;
    }
}
