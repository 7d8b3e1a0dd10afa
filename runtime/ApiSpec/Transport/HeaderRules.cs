namespace ApiSpec.Transport;

/// <summary>
/// The characters of a header (RFC 9110, 5.1 and 5.5). It is stricter than the RFC in one point: only ASCII, because the transport sends nothing else.
/// </summary>
internal static class HeaderRules
{
    private const string TokenPunctuation = "!#$%&'*+-.^_`|~";

    /// <summary>Whether a header with this name contains a credential.</summary>
    public static bool IsSecret(string name)
        => name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Proxy-Authorization", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Cookie", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">The name is not a token.</exception>
    public static void CheckName(string? name, string parameterName)
    {
        if (string.IsNullOrEmpty(name))
            throw new ArgumentException("A header needs a name.", parameterName);
        foreach (var value in name!)
        {
            if (value is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && !TokenPunctuation.Contains(value))
                throw new ArgumentException("The header name " + Printable.Quote(name) + " contains a character that is not allowed there.", parameterName);
        }
    }

    /// <summary>Checks a value. The message does not repeat it, because it can be a secret.</summary>
    /// <exception cref="ArgumentException">The value holds a line break, another control character, or a character that is not ASCII.</exception>
    public static void CheckValue(string name, string? value, string parameterName)
    {
        if (value is null)
            throw new ArgumentException("The header '" + name + "' has no value.", parameterName);
        foreach (var character in value)
        {
            if (character is not ('\t' or (>= ' ' and <= '~')))
                throw new ArgumentException("The value of the header '" + name + "' contains a character that is not allowed there.", parameterName);
        }
    }
}
