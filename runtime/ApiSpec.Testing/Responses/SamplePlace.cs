using System.Text.Json.Nodes;
using ApiSpec.Language.Reference;

namespace ApiSpec.Testing.Responses;

/// <summary>The place of a value in a sample.</summary>
/// <param name="Owner">The object or array that has the value.</param>
/// <param name="Name">The name of the value.</param>
/// <param name="Position">Its position in an array; negative: it is a member of an object.</param>
internal sealed record SamplePlace(JsonNode Owner, string Name, int Position)
{
    public JsonNode? Value
    {
        get => Position < 0 ? Owner[Name] : Owner[Position];
        set
        {
            if (Position < 0)
                Owner[Name] = value;
            else
                Owner[Position] = value;
        }
    }

    /// <summary>Removes the value. Other values of an array keep their positions.</summary>
    public void Remove()
    {
        if (Owner is JsonObject members)
            members.Remove(Name);
        else if (Owner is JsonArray values && Position == values.Count - 1)
            values.RemoveAt(Position);
        else
            Value = null;
    }

    /// <summary>Finds a value by a name with dots, which can lead to a position of an array; null: the sample does not have it.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="table">Its table; null: the reference does not show one.</param>
    /// <param name="name">The name.</param>
    public static SamplePlace? Find(JsonNode? sample, ValueTable? table, string? name)
    {
        if (name is null)
            return null;
        if (table is null || RowPath.FindWithTuples(table, name) is not { } path || !path.Positions.Any(static position => position >= 0))
            return JsonMembers.Find(sample, name) is var (owner, member, _) ? new SamplePlace(owner, member, -1) : null;
        SamplePlace? place = null;
        for (var i = 0; i < path.Names.Count; i++)
        {
            place = (i == 0 ? sample : place!.Value) switch
            {
                JsonArray values when path.Positions[i] is >= 0 and var position && position < values.Count => new SamplePlace(values, path.Names[i], position),
                JsonObject members when path.Positions[i] < 0 && members.ContainsKey(path.Names[i]) => new SamplePlace(members, path.Names[i], -1),
                _ => null,
            };
            if (place is null)
                return null;
        }

        return place;
    }
}
