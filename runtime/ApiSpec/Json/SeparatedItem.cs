namespace ApiSpec.Json;

/// <summary>Checks the items of a list that is sent as one text, so that whoever splits the text finds as many items as were given.</summary>
internal static class SeparatedItem
{
    /// <summary>The text of an item, if it survives being joined to others.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">What stands between two items.</param>
    /// <param name="name">The list, for the message.</param>
    /// <exception cref="ArgumentException">The text is null or empty, or holds the separator.</exception>
    public static string Check(string? text, string separator, string name)
    {
        if (text is null)
            throw new ArgumentException("A value of the list is null.", name);
        if (text.Length == 0)
            throw new ArgumentException("A value of the list is empty, and would be lost among the others.", name);

        // The message does not repeat the value, which may be a secret.
        if (text.Contains(separator, StringComparison.Ordinal))
            throw new ArgumentException("A value of the list holds " + Describe(separator) + ", which separates the values; it would be read as two.", name);
        return text;
    }

    /// <summary>As <see cref="Check"/>, for a text whose reader drops the white space around each item.</summary>
    /// <exception cref="ArgumentException">The text is null, empty or white space, holds the separator, or has white space around it.</exception>
    public static string CheckTrimmed(string? text, string separator, string name)
    {
        var item = Check(text, separator, name);
        return char.IsWhiteSpace(item[0]) || char.IsWhiteSpace(item[item.Length - 1])
            ? throw new ArgumentException("A value of the list begins or ends with white space, which would be lost.", name)
            : item;
    }

    private static string Describe(string separator) => separator switch
    {
        "," => "a comma",
        " " => "a space",
        "|" => "a vertical bar",
        _ => "'" + separator + "'",
    };
}
