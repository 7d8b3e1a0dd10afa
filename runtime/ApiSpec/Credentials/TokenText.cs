namespace ApiSpec.Transport;

/// <summary>
/// The characters of a token: visible ASCII without the separators of header values. This allows more than RFC 7235, 2.1, because some servers do not follow
/// it.
/// </summary>
internal static class TokenText
{
    private const int MaxLength = 8192;

    /// <summary>Whether a string can be a token in a part of a request. Outside of headers, more characters are allowed.</summary>
    public static bool IsToken(string? text, ApiCredentialPlace place) => place switch
    {
        ApiCredentialPlace.Header => IsToken(text),
        ApiCredentialPlace.Cookie => IsText(text) && text!.All(static value => value is >= ' ' and <= '~'),
        _ => IsText(text),
    };

    /// <summary>Whether the text can be a token in any part of a request.</summary>
    public static bool IsText(string? text) => !string.IsNullOrWhiteSpace(text) && text!.Length <= MaxLength && !text.Any(char.IsControl);

    public static bool IsToken(string? text)
    {
        if (string.IsNullOrEmpty(text) || text!.Length > MaxLength)
            return false;
        foreach (var value in text)
        {
            if (value is not (> ' ' and <= '~') or '"' or ',' or ';' or '\\')
                return false;
        }

        return true;
    }
}
