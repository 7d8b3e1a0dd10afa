using System.Text.Json;
using ApiSpec.Json;

namespace ApiSpec.Generated;

public static partial class JsonRead
{
    /// <summary>
    /// Reads a member whose name has a prefix, a suffix and a part between them. If the current name of the reader is another one, the reader does not move.
    /// </summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="reader">The reader, on a member name.</param>
    /// <param name="prefix">The start of the name.</param>
    /// <param name="suffix">The end of the name.</param>
    /// <param name="json">The contract of the value.</param>
    /// <param name="collected">The members collected so far, by the part of their names between prefix and suffix, or null.</param>
    /// <returns>Whether the member was read.</returns>
    public static bool Collect<T>(ref Utf8JsonReader reader, string prefix, string suffix, ApiJson<T> json, ref Dictionary<string, T>? collected)
    {
        var name = Text(ref reader);
        if (!JsonPattern.IsMatch(name, prefix, suffix))
            return false;

        JsonReading.Current?.Spend(collected is null ? JsonReading.Collection + 1 : 1);
        reader.Read();
        (collected ??= new Dictionary<string, T>(
            StringComparer.Ordinal))[name.Substring(prefix.Length, name.Length - prefix.Length - suffix.Length)] = json.Read(ref reader);
        return true;
    }

    /// <summary>Returns the collected members as a map that compares by value, which can be empty.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="collected">The members; the map takes them over.</param>
    public static ApiMap<T> ToMapOrEmpty<T>(Dictionary<string, T>? collected) => collected is null ? ApiMap<T>.Empty : ApiMap<T>.Adopt(collected);
}
