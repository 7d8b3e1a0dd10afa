using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Builds the tree of rows from nested or flat tables.</summary>
internal static class RowTree
{
    private const int Deepest = 24;

    // '[index]'.
    private const int LongestIndex = 7;

    /// <summary>Builds the tree of rows that are printed with a depth, or that have dots in their names.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="hasNesting">Whether a dot in a name means that the row is nested. The name of a parameter can contain a dot.</param>
    /// <param name="whole">The names with a dot that are not nested; null: none.</param>
    public static DraftRow Of(IEnumerable<(DraftRow Row, int Depth)> rows, bool hasNesting = true, IReadOnlySet<string>? whole = null)
    {
        var root = new DraftRow("");
        var open = new List<(DraftRow Row, int Depth)>();
        // The rows at the top by name, because a table can have many.
        var tops = new Dictionary<string, DraftRow>(StringComparer.Ordinal);
        var all = rows.ToList();
        var owners = new RowOwners(root, all.Select(static added => added.Row));
        foreach (var (row, depth) in all)
        {
            if (hasNesting && row.Parent.Length > 0)
            {
                AddRow(owners.Find(row), row);
                owners.Add(row);
                open = [(row, depth)];
                continue;
            }

            owners.Add(row);

            // '[array item]' above the members of the items of the body itself.
            if (hasNesting && root.Children.Count == 0 && open.Count == 0 && IsItems(row))
            {
                TakeItems(root, row);
                open.Add((root, depth));
                continue;
            }

            while (open.Count > 0 && (open[^1].Depth >= depth || open.Count >= Deepest))
                open.RemoveAt(open.Count - 1);
            var parent = open.Count > 0 ? open[^1].Row : root;
            // '[array item]' under the row of a list.
            if (hasNesting && open.Count > 0 && IsItemName(row))
            {
                TakeItems(parent, row);
                open.Add((parent, depth));
                continue;
            }

            if (open.Count == 0 && hasNesting && whole?.Contains(row.Name) != true && ParentByName(root, row, tops) is { } named)
                parent = named;
            AddRow(parent, row);
            open.Add((row, depth));
        }

        return root;

        void AddRow(DraftRow parent, DraftRow row)
        {
            Add(parent, row);
            if (ReferenceEquals(parent, root))
                tops.TryAdd(row.Name, row);
        }
    }

    private static bool IsItems(DraftRow row) => IsItemName(row) && row.CanHaveMembers;

    private static bool IsItemName(DraftRow row) => row.Name is "" or ['[', .., ']'];

    // The row says what the items are, so its type and its description belong to the list.
    private static void TakeItems(DraftRow list, DraftRow row)
    {
        var others = FactsOf(row).ToList();
        list.Lists = Math.Max(list.Lists, 1) + (list.Name.Length == 0 ? 0 : row.Lists);
        if (!row.CanHaveMembers && list.CanHaveMembers && !list.HasChildren)
            list.Type = row.Type;
        else if (!row.CanHaveMembers && list.Type != row.Type)
            others.Insert(0, row.Type!);
        // A list has no place for them, and they are no longer in the description.
        if (others.Count > 0)
            list.Doubt(Mark.Check("what else the page says of the items: " + string.Join(", ", others)));
        list.Lines.AddRange(row.Lines);
        list.Doubt(row.Mark);
        if (row.Description is { } description)
            list.Description = list.Description is { } known && known != description ? known + " " + description : description;
    }

    private static IEnumerable<string> FactsOf(DraftRow row)
    {
        if (row.ItemRange.Length > 0)
            yield return "[" + row.ItemRange + "]";
        if (row.Range is { } range)
            yield return range;
        if (row.IsNullable)
            yield return "or null";
        foreach (var remark in row.Remarks)
            yield return remark;
        foreach (var (number, meaning) in row.Meanings)
            yield return number + " = " + meaning;
    }

    /// <summary>Moves rows of a flat table to their place in a sample, and adds rows that the table does not list.</summary>
    public static DraftRow Merge(DraftRow table, DraftRow sample)
    {
        var isFlat = table.Children.TrueForAll(static row => !row.HasChildren);
        var merged = new DraftRow("")
        {
            Lists = sample.Lists,
            IsNullable = sample.IsNullable,
            IsCutOff = sample.IsCutOff,
            Mark = sample.Mark.And(table.Mark),
            Description = table.Description,
        };
        var rest = new LinkedList<DraftRow>(table.Children);
        MergeChildren(merged, sample, rest, isFlat, hasTable: table.Children.Count > 0);
        foreach (var row in rest)
            merged.Children.Add(row);
        return merged;
    }

    /// <summary>Makes the body a list if the example is one, and the rows are the members of its items.</summary>
    /// <param name="rows">The rows, under a row for the body.</param>
    /// <param name="example">The body of the example.</param>
    public static void TakeList(DraftRow rows, JsonText example)
    {
        if (rows.Lists > 0 || example.Kind != JsonTextKind.Array
            || example.Items.FirstOrDefault(static item => item.Kind != JsonTextKind.Elided) is not { Kind: JsonTextKind.Object } item
            || item.Members.Count(member => rows.Children.Exists(row => row.Name == member.Name)) * 2 < Math.Max(1, item.Members.Count))
            return;
        rows.Lists = 1;
        rows.Doubt(Mark.FromExample);
    }

    private static void MergeChildren(DraftRow target, DraftRow sample, LinkedList<DraftRow> rows, bool isFlat, bool hasTable)
    {
        foreach (var member in sample.Children)
        {
            var described = rows.FirstOrDefault(row => row.Name == member.Name);
            if (described is null)
            {
                // The table can list only the nested members.
                if (isFlat && member.HasChildren)
                {
                    var shell = CopyWithoutChildren(member);
                    var left = rows.Count;
                    MergeChildren(shell, member, rows, isFlat, hasTable);
                    if (rows.Count == left && hasTable)
                        shell.Doubt(Mark.From("the sample"));
                    target.Children.Add(shell);
                }
                else
                {
                    if (hasTable)
                        MarkAll(member);
                    target.Children.Add(member);
                }

                continue;
            }

            rows.Remove(described);
            Complete(described, member);
            // The table with this name says which members the row has.
            if (IsNamed(described))
            {
                target.Children.Add(described);
                continue;
            }

            if (isFlat && member.HasChildren)
            {
                if (!described.CanHaveMembers)
                    described.Doubt(Mark.Check("type '" + described.Type + "'"));
                described.Type = null;
                described.Children.Clear();
                MergeChildren(described, member, rows, isFlat, hasTable);
            }
            else if (described.HasChildren && member.HasChildren)
            {
                var inner = new LinkedList<DraftRow>(described.Children);
                described.Children.Clear();
                MergeChildren(described, member, inner, isFlat: false, hasTable);
                described.Children.AddRange(inner);
            }

            target.Children.Add(described);
        }

        target.IsCutOff |= sample.IsCutOff;
    }

    private static bool IsNamed(DraftRow row)
        => row.Type is { } type && type != TypeParser.Unknown && TypeParser.ReservedBecause(type) is null
            && type.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');

    // The table has facts that a sample cannot show, and the sample fills the gaps of the table.
    private static void Complete(DraftRow described, DraftRow member)
    {
        described.Lines.AddRange(member.Lines);
        described.IsNullable |= member.IsNullable;
        described.Description ??= member.Description;
        if (described.Type is null or TypeParser.Unknown && !described.HasChildren)
        {
            if (member.HasChildren)
            {
                described.Type = null;
                described.Children.AddRange(member.Children);
                described.IsCutOff = member.IsCutOff;
            }
            else if (member.Type is not null and not TypeParser.Unknown)
            {
                described.Type = member.Type;
                described.Doubt(Mark.From("the sample"));
            }

            described.Lists = Math.Max(described.Lists, member.Lists);
        }
        else if (member.HasChildren && member.Lists > described.Lists)
        {
            described.Lists = member.Lists;
            described.Doubt(Mark.From("the sample"));
        }

        Narrow(described, member);
        if (described is { Type: "string", IsOptional: false } && member.Constant is not null)
            described.Constant = member.Constant;
        if (described.Type is "url" or "string" && member.Type == "url" && described.Link is null)
            described.Link = member.Link;
    }

    // The table says nothing of the member, so the sample alone shows whether it is required.
    private static void MarkAll(DraftRow member)
    {
        if (member.Mark.Certainty == Certainty.Printed)
            member.Doubt(Mark.From("the sample"));
        member.Children.ForEach(MarkAll);
    }

    // A sample with a choice, a date or a whole number says more than 'string' or 'number' in the table.
    private static void Narrow(DraftRow described, DraftRow member)
    {
        if (described.HasChildren || member.HasChildren || described.Range is not null || member.Type is not { } shown)
            return;
        var isNarrower = described switch
        {
            { Type: "string" } => shown is "date" or "date-time" || shown.StartsWith("enum ", StringComparison.Ordinal),
            { Type: "double", IsAnyNumber: true } => shown is "int" or "long",
            _ => false,
        };
        if (!isNarrower)
            return;
        if (described.Type == "string")
        {
            described.Doubt(Mark.Check("the table has 'string'"));
            described.Type = shown;
            described.Constant = null;
        }
        else
        {
            described.Type = "long";
            described.Doubt(Mark.From("the sample"));
        }
    }

    private static DraftRow CopyWithoutChildren(DraftRow row)
    {
        var copy = new DraftRow(row.Name)
        {
            Lists = row.Lists,
            IsNullable = row.IsNullable,
            IsOptional = row.IsOptional,
            ItemRange = row.ItemRange,
            Mark = row.Mark,
            Description = row.Description,
        };
        copy.Lines.AddRange(row.Lines);
        return copy;
    }

    // 'owner.name' and 'steps[].name'.
    private static DraftRow? ParentByName(DraftRow root, DraftRow row, Dictionary<string, DraftRow> tops)
    {
        var parts = PartsOf(row.Name, tops);
        // The name can have its own slash.
        if (parts.Length < 2 && row.Name.Contains('/', StringComparison.Ordinal))
            row.Doubt(Mark.Check("whether '/' is part of the name"));
        if (parts.Length < 2 || parts.Length > Deepest || parts.Any(static part => part.Length == 0))
            return null;
        var parent = root;
        foreach (var part in parts[..^1])
        {
            var name = WithoutIndex(part);
            // '[].name' and 'steps.[].name'.
            if (name.Length == 0)
            {
                parent.Lists = Math.Max(1, parent.Lists);
                continue;
            }

            var next = ReferenceEquals(parent, root) ? tops.GetValueOrDefault(name) : parent.Children.Find(child => child.Name == name);
            if (next is null)
            {
                next = new DraftRow(name)
                {
                    Lists = part.Length > name.Length ? 1 : 0,
                    Mark = IsVariable(name) ? Mark.Check("whether '" + name + "' is a name") : Mark.From("the names of its members"),
                };
                parent.Children.Add(next);
                if (ReferenceEquals(parent, root))
                    tops.Add(name, next);
            }

            if (part.Length > name.Length && next.Lists == 0)
                next.Lists = 1;
            parent = next;
        }

        row.Name = parts[^1];
        if (IsVariable(row.Name))
            row.Doubt(Mark.Check("whether '" + row.Name + "' is a name"));
        return parent;
    }

    // '*', '{id}' and '<id>' stand for any name.
    private static bool IsVariable(string name) => name == "*" || name is ['{', .., '}'] or ['<', .., '>'];

    // 'owner.name', and 'owner[name]' or 'owner/name' under a row for 'owner'.
    private static string[] PartsOf(string name, Dictionary<string, DraftRow> tops)
    {
        if (name.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && !name.Contains('.', StringComparison.Ordinal)
            && tops.ContainsKey(name[..slash]))
            return name.Split('/');
        var open = name.IndexOf('[', StringComparison.Ordinal);
        return open > 0 && name.EndsWith(']') && WithoutIndex(name) == name && tops.ContainsKey(name[..open])
            ? name[..^1].Replace("][", ".", StringComparison.Ordinal).Replace('[', '.').Split('.')
            : name.Split('.');
    }

    // 'steps[]', 'steps[*]', 'steps[0]' and 'steps[n]'.
    private static string WithoutIndex(string part)
        => part.EndsWith(']') && part.LastIndexOf('[') is >= 0 and var open && part.Length - open <= LongestIndex
            && part[(open + 1)..^1] is "" or "*" or "i" or "n" or "x" or "index" or [>= '0' and <= '9']
            ? part[..open]
            : part;

    /// <summary>Adds a row under another.</summary>
    public static void Add(DraftRow parent, DraftRow row)
    {
        // A row with members is an object or a list of objects, regardless of its printed type.
        if (parent.Name.Length > 0 && parent.Type is not null)
        {
            if (!parent.CanHaveMembers)
                parent.Doubt(Mark.Check("type '" + parent.Type + "'"));
            else if (parent.Type == TypeParser.Unknown && parent.Lists == 0 && parent.Mark.Certainty == Certainty.Printed)
                parent.Doubt(Mark.From("the rows below it"));
            parent.Type = null;
        }

        parent.Children.Add(row);
    }
}
