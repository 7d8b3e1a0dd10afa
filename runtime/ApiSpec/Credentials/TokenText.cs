namespace ApiSpec.Transport;

/// <summary>What a token may be made of: visible ASCII without the separators of header values. Wider than RFC 7235, 2.1, which servers do not always keep to.</summary>
internal static class TokenText
{
    private const int MaxLength = 8192;

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
