namespace ApiSpec.Json;

/// <summary>Checks the items of a list that is sent as one string, so that splitting the string returns the same number of items.</summary>
internal static class SeparatedItem
{
    /// <summary>Returns an item that can be joined to other items and split again by a reader that removes white space around each item.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">The separator of two items.</param>
    /// <param name="name">The list, for the message.</param>
    /// <exception cref="ArgumentException">The text is null, empty or white space, holds the separator, or has white space around it.</exception>
    public static string CheckTrimmed(string? text, string separator, string name)
        => FaultOfTrimmed(text, separator) is { } fault ? throw new ArgumentException(fault, name) : text!;

    /// <summary>As <see cref="CheckTrimmed"/>, for an item of a list in brackets.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">The separator of two items.</param>
    /// <param name="enclosure">The opening and the closing bracket.</param>
    /// <param name="name">The list, for the message.</param>
    /// <exception cref="ArgumentException">
    /// The text is null, empty or white space, holds the separator or a bracket, or has white space around it.
    /// </exception>
    public static string CheckEnclosed(string? text, string separator, string enclosure, string name)
        => FaultOfEnclosed(text, separator, enclosure) is { } fault ? throw new ArgumentException(fault, name) : text!;

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

    /// <summary>Returns why a text cannot be joined to other items and split again; null: it can.</summary>
    /// <remarks>The message does not repeat the value, because it can be a secret.</remarks>
    /// <param name="text">The text.</param>
    /// <param name="separator">The separator of two items.</param>
    public static string? FaultOf(string? text, string separator)
        => text is null ? "A value of the list is null."
            : text.Length == 0 ? "A value of the list is empty, and would be lost among the others."
            : text.Contains(separator, StringComparison.Ordinal)
                ? "A value of the list contains " + Describe(separator) + ", the separator of the values; the server would read it as two values."
            : null;

    /// <summary>As <see cref="FaultOf"/>, for a list in brackets, whose reader removes white space around each item.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">The separator of two items.</param>
    /// <param name="enclosure">The opening and the closing bracket.</param>
    public static string? FaultOfEnclosed(string? text, string separator, string enclosure)
        => FaultOfTrimmed(text, separator)
            ?? (text.AsSpan().IndexOfAny(enclosure[0], enclosure[1]) >= 0
                ? $"A value of the list contains '{enclosure[0]}' or '{enclosure[1]}', the characters around the list."
                : null);

    private static string? FaultOfTrimmed(string? text, string separator)
        => FaultOf(text, separator)
            ?? (char.IsWhiteSpace(text![0]) || char.IsWhiteSpace(text[text.Length - 1])
                ? "A value of the list starts or ends with white space, which would be lost."
                : null);

    private static string Describe(string separator) => separator switch
    {
        "," => "a comma",
        " " => "a space",
        "|" => "a vertical bar",
        _ => "'" + separator + "'",
    };
}
