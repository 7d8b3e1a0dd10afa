using System.Text.Json;

namespace ApiSpec.Json;

/// <summary>Compares raw JSON by value: members in any order, the last of equal names counting, numbers by what they amount to where a decimal can hold them.</summary>
internal sealed class JsonElementComparer : IEqualityComparer<JsonElement>
{
    public bool Equals(JsonElement x, JsonElement y)
    {
        if (x.ValueKind != y.ValueKind)
            return false;
        return x.ValueKind switch
        {
            JsonValueKind.String => x.ValueEquals(y.GetString()),
            JsonValueKind.Number => SameNumber(x, y),
            JsonValueKind.Array => SameItems(x, y),
            JsonValueKind.Object => SameMembers(x, y),
            _ => true,
        };
    }

    public int GetHashCode(JsonElement obj) => obj.ValueKind switch
    {
        JsonValueKind.String => StringComparer.Ordinal.GetHashCode(obj.GetString()!),
        JsonValueKind.Number => obj.TryGetDecimal(out var number) ? number.GetHashCode() : 1,
        JsonValueKind.Array => obj.GetArrayLength() + 2,
        var kind => (int)kind,
    };

    private static bool SameNumber(JsonElement x, JsonElement y)
        => x.TryGetDecimal(out var left) && y.TryGetDecimal(out var right)
            ? left == right
            : string.Equals(x.GetRawText(), y.GetRawText(), StringComparison.Ordinal);

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
