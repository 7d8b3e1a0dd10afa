using System.Text.Json;
using ApiSpec.Json;

namespace ApiSpec.Generated;

public static partial class JsonRead
{
    /// <summary>Reads a member whose name begins and ends in a given way and has something between, when the reader stands on such a name; otherwise the reader does not move.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="reader">The reader, on a member name.</param>
    /// <param name="prefix">What the name begins with.</param>
    /// <param name="suffix">What the name ends in.</param>
    /// <param name="json">The contract of the value.</param>
    /// <param name="collected">The members collected so far, by what is between prefix and suffix of their names; null until there is one.</param>
    /// <returns>Whether the member was read.</returns>
    public static bool Collect<T>(ref Utf8JsonReader reader, string prefix, string suffix, ApiJson<T> json, ref Dictionary<string, T>? collected)
    {
        var name = Text(ref reader);
        if (!JsonPattern.IsMatch(name, prefix, suffix))
            return false;

        JsonReading.Current?.Spend(collected is null ? JsonReading.Collection + 1 : 1);
        reader.Read();
        (collected ??= new Dictionary<string, T>(StringComparer.Ordinal))[name.Substring(prefix.Length, name.Length - prefix.Length - suffix.Length)] = json.Read(ref reader);
        return true;
    }

    /// <summary>Makes collected members into a map that compares by value; an empty one when there are none.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="collected">The members; the map takes them over.</param>
    public static ApiMap<T> ToMapOrEmpty<T>(Dictionary<string, T>? collected) => collected is null ? ApiMap<T>.Empty : ApiMap<T>.Adopt(collected);
}
