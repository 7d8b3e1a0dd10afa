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

    /// <summary>Tells whether two queries say the same: the order counts only among values of one name.</summary>
    /// <param name="one">A query.</param>
    /// <param name="other">The other query.</param>
    /// <param name="isIgnored">Whether the parameter of this name says nothing about what is asked for.</param>
    public static bool AreEqual(FieldCollection one, FieldCollection other, Func<string, bool> isIgnored)
        => Ordered(one, isIgnored).SequenceEqual(Ordered(other, isIgnored));

    private static IEnumerable<KeyValuePair<string, string>> Ordered(FieldCollection query, Func<string, bool> isIgnored)
        => query.Where(field => !isIgnored(field.Key)).Select(static field => KeyValuePair.Create(Blank(field.Key), Blank(field.Value))).OrderBy(static field => field.Key, StringComparer.Ordinal);

    private static string Decode(string text) => Uri.UnescapeDataString(text);

    // Pages print a blank as '+' in one place and as '%20' in the next, and a plus as itself: the two are not told apart.
    private static string Blank(string text) => text.Replace('+', ' ');
}
