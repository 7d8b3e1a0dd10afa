using ApiSpec.Drafting.Samples;
using ApiSpec.Language.Reference;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Finds the object of the JSON that the rows of a table describe: the rows <c>name</c> and <c>size</c> for
/// <c>{ "success": 1, "data": { "name": "a", "size": 1 } }</c>.</summary>
internal static class Envelope
{
    private const int Deepest = 24;

    /// <summary>Puts the rows of a table under the members that only the JSON shows around them. If one of them is a member of the JSON itself, they stay.
    /// </summary>
    /// <param name="table">The rows, under a row for the body.</param>
    /// <param name="json">The sample or the example of the body; null: none.</param>
    public static DraftRow Wrap(DraftRow table, JsonText? json)
    {
        var names = table.Children.Select(static row => row.Name).ToHashSet(StringComparer.Ordinal);
        if (json is null || table.Lists > 0 || JsonSample.ObjectIn(json) is not { } top || top.Members.Any(member => names.Contains(member.Name))
            || PathTo(top, names) is not { } path || SampleRows.Of(new JsonSample(json, "", [], IsCutOff: false), null) is not { } root)
            return table;
        var owner = root;
        foreach (var name in path)
        {
            // The JSON has a map there.
            if (owner.Children.Find(row => row.Name == name) is not { } next)
                return table;
            owner = next;
        }

        if (owner.Type is not null)
            return table;
        owner.Children.Clear();
        root.DoubtMembers(Mark.FromExample);
        owner.Children.AddRange(table.Children);
        root.Mark = table.Mark;
        root.Description = table.Description;
        return root;
    }

    // The names of the objects around the rows. Two objects with the same members can both be meant.
    private static List<string>? PathTo(JsonText top, HashSet<string> names)
    {
        var places = new List<(List<string> Path, int Count)>();
        Find(top, [], 0);
        var most = places.Count == 0 ? 0 : places.Max(static place => place.Count);
        return most * 2 > names.Count && places.FindAll(place => place.Count == most) is [var only] ? only.Path : null;

        void Find(JsonText around, List<string> path, int depth)
        {
            if (depth >= Deepest)
                return;
            foreach (var member in around.Members)
            {
                if (JsonSample.ObjectIn(member.Value) is not { } inner)
                    continue;
                List<string> inside = [.. path, member.Name];
                if (inner.Members.Count(other => names.Contains(other.Name)) is > 0 and var count)
                    places.Add((inside, count));
                Find(inner, inside, depth + 1);
            }
        }
    }
}
