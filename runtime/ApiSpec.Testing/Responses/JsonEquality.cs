using System.Text.Json;
using ApiSpec.Language.Examples;

namespace ApiSpec.Testing.Responses;

/// <summary>
/// Compares printed JSON with received JSON by value. What a page prints in the place of a value stands for any value. .NET 8 compares numbers as text, so
/// that 2 and 2.0 would differ there.
/// </summary>
internal static class JsonEquality
{
    /// <param name="one">What is printed.</param>
    /// <param name="other">What was received.</param>
    public static bool AreEqual(JsonElement one, JsonElement other)
    {
        if (one.ValueKind == JsonValueKind.String && Elision.Is(one.GetString()!))
            return true;
        if (one.ValueKind != other.ValueKind)
            return false;
        return one.ValueKind switch
        {
            JsonValueKind.Object => AreEqualObjects(one, other),
            JsonValueKind.Array
                => one.GetArrayLength() == other.GetArrayLength() && one.EnumerateArray().Zip(other.EnumerateArray(), AreEqual).All(static same => same),
            JsonValueKind.String => string.Equals(one.GetString(), other.GetString(), StringComparison.Ordinal),
            JsonValueKind.Number => one.TryGetDecimal(out var left) && other.TryGetDecimal(out var right)
                ? left == right
                : string.Equals(one.GetRawText(), other.GetRawText(), StringComparison.Ordinal),
            _ => true,
        };
    }

    private static bool AreEqualObjects(JsonElement one, JsonElement other)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in other.EnumerateObject())
            members[member.Name] = member.Value;
        foreach (var member in one.EnumerateObject())
        {
            if (!members.Remove(member.Name, out var same) || !AreEqual(member.Value, same))
                return false;
        }

        return members.Count == 0;
    }
}
