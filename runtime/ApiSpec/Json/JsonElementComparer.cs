using System.Text.Json;

namespace ApiSpec.Json;

/// <summary>Compares raw JSON by value: members in any order, the last of equal names counts, and numbers by their value.</summary>
internal sealed class JsonElementComparer : IEqualityComparer<JsonElement>
{
    public bool Equals(JsonElement x, JsonElement y)
    {
        if (x.ValueKind != y.ValueKind)
            return false;
        return x.ValueKind switch
        {
            JsonValueKind.String => string.Equals(x.GetString(), y.GetString(), StringComparison.Ordinal),
            JsonValueKind.Number => JsonNumberText.AreEqual(x.GetRawText(), y.GetRawText()),
            JsonValueKind.Array => SameItems(x, y),
            JsonValueKind.Object => SameMembers(x, y),
            _ => true,
        };
    }

    public int GetHashCode(JsonElement obj) => obj.ValueKind switch
    {
        JsonValueKind.String => StringComparer.Ordinal.GetHashCode(obj.GetString()!),
        JsonValueKind.Number => JsonNumberText.HashOf(obj.GetRawText()),
        JsonValueKind.Array => HashOfItems(obj),
        JsonValueKind.Object => HashOfMembers(obj),
        var kind => (int)kind,
    };

    private int HashOfItems(JsonElement array)
    {
        var hash = 17;
        foreach (var item in array.EnumerateArray())
            hash = unchecked((hash * 31) + GetHashCode(item));
        return hash;
    }

    private int HashOfMembers(JsonElement element)
    {
        // Summed, because the order does not count.
        var hash = 19;
        foreach (var member in MembersOf(element))
            hash = unchecked(hash + (StringComparer.Ordinal.GetHashCode(member.Key) ^ (GetHashCode(member.Value) * 31)));
        return hash;
    }

    private bool SameItems(JsonElement x, JsonElement y)
    {
        if (x.GetArrayLength() != y.GetArrayLength())
            return false;
        var others = y.EnumerateArray();
        foreach (var item in x.EnumerateArray())
        {
            others.MoveNext();
            if (!Equals(item, others.Current))
                return false;
        }

        return true;
    }

    private bool SameMembers(JsonElement x, JsonElement y)
    {
        var left = MembersOf(x);
        var right = MembersOf(y);
        if (left.Count != right.Count)
            return false;
        foreach (var member in left)
        {
            if (!right.TryGetValue(member.Key, out var other) || !Equals(member.Value, other))
                return false;
        }

        return true;
    }

    private static Dictionary<string, JsonElement> MembersOf(JsonElement element)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
            members[member.Name] = member.Value;
        return members;
    }
}
