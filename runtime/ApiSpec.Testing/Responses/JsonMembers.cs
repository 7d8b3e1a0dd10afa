using System.Text.Json.Nodes;

namespace ApiSpec.Testing.Responses;

/// <summary>Finds nested members of a JSON object by a path with dots.</summary>
internal static class JsonMembers
{
    /// <summary>Returns the member and the object that contains it, or null. The name of a member can contain dots, as in <c>@odata.nextLink</c>.</summary>
    public static (JsonObject Owner, string Name, JsonNode? Value)? Find(JsonNode? node, string? name)
    {
        if (name is null || node is not JsonObject members)
            return null;
        if (members.TryGetPropertyValue(name, out var value))
            return (members, name, value);
        return members
            .Where(member => name.StartsWith(member.Key + ".", StringComparison.Ordinal))
            .Select(member => Find(member.Value, name[(member.Key.Length + 1)..]))
            .FirstOrDefault(static found => found is not null);
    }

    /// <summary>Adds the objects that point to a member, and returns the last of them and the name in it.</summary>
    public static (JsonObject Owner, string Name) Add(JsonObject node, string path)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            if (node[name] is not JsonObject inner)
                node[name] = inner = [];
            node = inner;
        }

        return (node, names[^1]);
    }
}
