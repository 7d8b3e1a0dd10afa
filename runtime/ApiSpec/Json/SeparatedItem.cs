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
        => FaultOf(text, separator) is { } fault ? throw new ArgumentException(fault, name) : text!;

    /// <summary>As <see cref="Check"/>, for a text whose reader drops the white space around each item.</summary>
    /// <exception cref="ArgumentException">The text is null, empty or white space, holds the separator, or has white space around it.</exception>
    public static string CheckTrimmed(string? text, string separator, string name)
        => FaultOfTrimmed(text, separator) is { } fault ? throw new ArgumentException(fault, name) : text!;

    /// <summary>As <see cref="CheckTrimmed"/>, for an item of a list in a request body.</summary>
    /// <exception cref="InvalidBodyException">The text cannot be an item.</exception>
    public static string CheckOfBody(string? text, string separator, int index)
    {
        if (FaultOfTrimmed(text, separator) is not { } fault)
            return text!;
        var refused = new InvalidBodyException(fault, "");
        refused.Under(index);
        throw refused;
    }

    // The message does not repeat the value, which may be a secret.
    private static string? FaultOf(string? text, string separator)
        => text is null ? "A value of the list is null."
            : text.Length == 0 ? "A value of the list is empty, and would be lost among the others."
            : text.Contains(separator, StringComparison.Ordinal)
                ? "A value of the list holds " + Describe(separator) + ", which separates the values; it would be read as two."
            : null;

    private static string? FaultOfTrimmed(string? text, string separator)
        => FaultOf(text, separator)
            ?? (char.IsWhiteSpace(text![0]) || char.IsWhiteSpace(text[text.Length - 1]) ? "A value of the list begins or ends with white space, which would be lost." : null);

    private static string Describe(string separator) => separator switch
    {
        "," => "a comma",
        " " => "a space",
        "|" => "a vertical bar",
        _ => "'" + separator + "'",
    };
}
