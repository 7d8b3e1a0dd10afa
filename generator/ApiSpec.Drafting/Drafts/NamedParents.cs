using ApiSpec.Language.Reference;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Puts rows under an object that a column of the table names, if no row but the JSON on the page shows the object.</summary>
internal static class NamedParents
{
    private const int Deepest = 24;

    /// <summary>Moves rows of a table to their objects.</summary>
    /// <param name="table">The rows, under a row for the body.</param>
    /// <param name="json">The sample or the example of the body; null: none.</param>
    public static void Nest(DraftRow table, JsonText? json)
    {
        if (json is null)
            return;
        foreach (var rows in table.Children.Where(static row => row.Parent.Length > 0).GroupBy(static row => row.Parent, StringComparer.Ordinal).ToList())
        {
            var names = rows.Select(static row => row.Name).ToHashSet(StringComparer.Ordinal);
            var path = new List<(string Name, bool IsList)>();
            if (table.Children.Exists(row => row.Name == rows.Key) || !Find(json, rows.Key, names, path))
                continue;
            var at = table.Children.IndexOf(rows.First());
            table.Children.RemoveAll(row => row.Parent == rows.Key && names.Contains(row.Name));
            var owner = table;
            foreach (var (name, isList) in path)
            {
                var next = owner.Children.Find(row => row.Name == name && row.CanHaveMembers);
                if (next is null)
                {
                    next = new DraftRow(name) { Lists = isList ? 1 : 0, Mark = Mark.FromExample };
                    owner.Children.Insert(ReferenceEquals(owner, table) ? Math.Min(at, table.Children.Count) : owner.Children.Count, next);
                }

                next.Type = null;
                owner = next;
            }

            owner.Children.AddRange(rows);
        }
    }

    // Finds the members around an object of this name that has one of the rows.
    private static bool Find(JsonText json, string name, HashSet<string> rows, List<(string Name, bool IsList)> path)
    {
        if (path.Count >= Deepest || ObjectIn(json) is not { } value)
            return false;
        foreach (var member in value.Members)
        {
            if (ObjectIn(member.Value) is not { } inner)
                continue;
            path.Add((member.Name, member.Value.Kind == JsonTextKind.Array));
            if (member.Name == name && inner.Members.Any(other => rows.Contains(other.Name)))
                return true;
            if (Find(member.Value, name, rows, path))
                return true;
            path.RemoveAt(path.Count - 1);
        }

        return false;
    }

    private static JsonText? ObjectIn(JsonText json) => json.Kind switch
    {
        JsonTextKind.Object => json,
        JsonTextKind.Array => json.Items.FirstOrDefault(static item => item.Kind == JsonTextKind.Object),
        _ => null,
    };
}
