using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>Derives the C# names of status rows. Each name follows from its row alone, so that a new row does not rename others.</summary>
internal static class StatusNames
{
    // RFC 9110, section 15.
    private static readonly string[] Classes = ["", "Informational", "Successful", "Redirection", "ClientError", "ServerError"];

    private static readonly Dictionary<string, int> PhraseNames = StatusPhrases.Codes
        .GroupBy(static code => CSharpName.PascalWords(code.Key), StringComparer.Ordinal)
        .ToDictionary(static same => same.Key, static same => same.First().Value, StringComparer.Ordinal);

    /// <summary>
    /// Returns the name of a row: its message if that is an error id, or else the message that HTTP defines for the code. Prose is not used, so that it can be
    /// corrected.
    /// </summary>
    /// <param name="code">The code, or 1 to 5 for a class of codes.</param>
    /// <param name="message">The printed message, or null.</param>
    /// <param name="number">The number of the row among the rows of its code, from 1.</param>
    public static string Of(int code, string? message, int number = 1)
    {
        if (message is not null && IsErrorId(message))
            return OfErrorId(code, message);
        var name = code < 100 ? Classes[code]
            : StatusPhrases.Of(code) is [var phrase, ..] ? CSharpName.PascalWords(phrase)
            : "Status" + StatusDeclaration.TextOf(code);
        return number == 1 ? name : (char.IsDigit(name[name.Length - 1]) ? name + "Row" : name)
            + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Returns the name of an error id: <c>NoValidSession</c>, or <c>Error106</c> for a number.</summary>
    public static string OfErrorId(int code, string id)
    {
        var name = char.IsLetter(id[0]) ? CSharpName.Pascal(id) : "Error" + (id[0] == '-' ? "Minus" : "") + CSharpName.Pascal(id).TrimStart('_');
        return PhraseNames.TryGetValue(name, out var other) && other != code ? name + StatusDeclaration.TextOf(code) : name;
    }

    /// <summary>
    /// Whether a message is an error id: a single word that is not prose, such as <c>NoValidSession</c>, <c>KART50001-E</c>, <c>ERR_TIMEOUT</c> or <c>106</c>.
    /// </summary>
    public static bool IsErrorId(string message)
    {
        var isWord = CSharpName.HasWords(message);
        var isMarked = false;
        for (var i = 0; i < message.Length && isWord; i++)
        {
            isWord = !char.IsWhiteSpace(message[i]) && message[i] != ',';
            isMarked |= message[i] == '_' || char.IsDigit(message[i]) || (i > 0 && char.IsUpper(message[i]) && char.IsLower(message[i - 1]));
        }

        return isWord && isMarked;
    }
}
