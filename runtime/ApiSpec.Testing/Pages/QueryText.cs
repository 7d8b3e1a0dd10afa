namespace ApiSpec.Testing.Pages;

/// <summary>Reads and compares queries.</summary>
internal static class QueryText
{
    public static FieldCollection Parse(string query) => FieldCollection.Query(
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return equals < 0
                ? KeyValuePair.Create(Decode(pair), "")
                : KeyValuePair.Create(Decode(pair[..equals]), Decode(pair[(equals + 1)..]));
        }));

    /// <summary>Returns whether two queries are equal. The order only counts among values with the same name.</summary>
    /// <param name="one">A query.</param>
    /// <param name="other">The other query.</param>
    /// <param name="isIgnored">Whether the parameter with this name is ignored in the comparison.</param>
    public static bool AreEqual(FieldCollection one, FieldCollection other, Func<string, bool> isIgnored)
        => Ordered(one, isIgnored).SequenceEqual(Ordered(other, isIgnored));

    private static IEnumerable<KeyValuePair<string, string>> Ordered(FieldCollection query, Func<string, bool> isIgnored)
        => query.Where(field => !isIgnored(field.Key)).Select(static field => KeyValuePair.Create(Blank(field.Key), Blank(field.Value)))
            .OrderBy(static field => field.Key, StringComparer.Ordinal);

    private static string Decode(string text) => Uri.UnescapeDataString(text);

    // Pages print a blank both as '+' and as '%20', and a plus as itself, so the two are not distinguished.
    private static string Blank(string text) => text.Replace('+', ' ');
}
