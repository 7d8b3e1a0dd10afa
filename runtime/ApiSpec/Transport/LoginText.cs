using System.Text;

namespace ApiSpec.Transport;

/// <summary>Takes logins apart: the value of a header such as Authorization, cookies, and the user information of a URL.</summary>
internal static class LoginText
{
    // Of a login, what the server has sent itself, what says how the rest is computed, the caller's name and the path (RFC 7616, section 3.4).
    private static readonly string[] PublicParameters =
    [
        "algorithm", "charset", "nc", "qop", "realm", "uri", "userhash", "username",
    ];

    /// <summary>Finds the secrets in a login (RFC 9110, section 11.4): a scheme, and either one value or named ones.</summary>
    /// <param name="value">The value of the header.</param>
    /// <param name="add">Receives the secrets, some of them several times or as parts of others.</param>
    public static void FindSecrets(string value, Action<string> add)
    {
        add(value);
        var space = value.IndexOf(' ');
        var rest = value.Substring(space + 1).Trim();
        add(rest);
        if (space == "Basic".Length && value.StartsWith("Basic", StringComparison.OrdinalIgnoreCase))
        {
            add(PasswordOf(DecodePair(rest)));
            return;
        }

        AddParameters(rest, escapes: true, add);
        if (HasEscapes(rest))
            AddParameters(rest, escapes: false, add);
    }

    private static void AddParameters(string text, bool escapes, Action<string> add)
    {
        foreach (var part in Split(WithoutSpaceAroundEquals(text, escapes), " ,;", escapes: escapes))
        {
            var equals = part.IndexOf('=');
            // The padding of Base64 is not a name.
            var isNamed = equals > 0 && part.Substring(equals).Trim('=').Length > 0;
            if (!isNamed)
                add(part);
            else if (!HeaderSecrets.IsAmong(PublicParameters, part.Substring(0, equals)))
                AddUnquoted(part.Substring(equals + 1), add);
        }
    }

    /// <summary>Finds the secrets in cookies (RFC 6265, section 4.2.1).</summary>
    /// <remarks>Programs disagree about a semicolon and a backslash in quotation marks, so the values of all readings are secrets.</remarks>
    /// <param name="pairs">The pairs of a Cookie header.</param>
    /// <param name="add">Receives the values.</param>
    public static void FindCookies(string pairs, Action<string> add) => AddCookies(pairs, int.MaxValue, add);

    /// <summary>Finds the secrets in the pair of a Set-Cookie header, as <see cref="FindCookies"/> does. The attributes after it are not secret.</summary>
    /// <param name="value">The value of the header.</param>
    /// <param name="add">Receives the values.</param>
    public static void FindSetCookie(string value, Action<string> add) => AddCookies(value, 1, add);

    private static void AddCookies(string text, int count, Action<string> add)
    {
        AddCookies(Split(text, ";"), count, add);
        if (HasEscapes(text))
            AddCookies(Split(text, ";", escapes: false), count, add);
        if (text.Contains('"'))
            AddCookies(Split(text, ";", keepsQuoted: false), count, add);
    }

    private static void AddCookies(List<string> pairs, int count, Action<string> add)
    {
        for (var i = 0; i < pairs.Count && i < count; i++)
        {
            AddUnquoted(pairs[i].Substring(pairs[i].IndexOf('=') + 1).Trim(), value =>
            {
                add(value);
                add(Uri.UnescapeDataString(value));
            });
        }
    }

    /// <summary>Returns the password of <c>user:password</c>, or the whole text without a colon.</summary>
    public static string PasswordOf(string pair) => pair.Substring(pair.IndexOf(':') + 1);

    /// <summary>Returns the end of the user information of a URL (RFC 3986, section 3.2.1), or a negative number without user information.</summary>
    /// <param name="text">The text with the URL.</param>
    /// <param name="start">The position after <c>://</c>.</param>
    /// <param name="ends">The characters that end the host at the latest.</param>
    public static int EndOfUser(string text, int start, char[] ends)
    {
        var end = text.IndexOfAny(ends, start);
        if (end < 0)
            end = text.Length;
        // A password can contain '@' as well, so the last one counts.
        return end == start ? -1 : text.LastIndexOf('@', end - 1, end - start);
    }

    /// <summary>Returns the parts between separators, without empty ones.</summary>
    /// <remarks>String.Split would add its search for separators to every small program.</remarks>
    /// <param name="text">The text.</param>
    /// <param name="separators">The separators.</param>
    /// <param name="keepsQuoted">Whether separators in quotation marks are part of a value.</param>
    /// <param name="escapes">Whether a backslash in quotation marks escapes the character after it.</param>
    public static List<string> Split(string text, string separators, bool keepsQuoted = true, bool escapes = true)
    {
        var parts = new List<string>();
        var start = 0;
        var isQuoted = false;
        for (var i = 0; i <= text.Length; i++)
        {
            if (keepsQuoted && i < text.Length && text[i] == '"')
                isQuoted = !isQuoted && text.IndexOf('"', i + 1) >= 0;
            else if (i < text.Length && escapes && isQuoted && text[i] == '\\')
                i++;
            if (i < text.Length && (isQuoted || separators.IndexOf(text[i]) < 0))
                continue;
            var end = Math.Min(i, text.Length);
            if (end > start)
                parts.Add(text.Substring(start, end - start));
            start = i + 1;
        }

        return parts;
    }

    // RFC 9110, section 11.2 allows space there. Otherwise, the name alone would look like a secret.
    private static string WithoutSpaceAroundEquals(string text, bool escapes)
    {
        var shown = new StringBuilder(text.Length);
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (escapes && isQuoted && character == '\\' && i + 1 < text.Length)
            {
                shown.Append(character).Append(text[++i]);
                continue;
            }

            if (character == '"')
                isQuoted = !isQuoted;
            else if (character == '=' && !isQuoted)
                shown.Length -= SpacesAtEnd(shown);
            if (isQuoted || character != ' ' || shown.Length == 0 || shown[shown.Length - 1] != '=')
                shown.Append(character);
        }

        return shown.ToString();
    }

    private static int SpacesAtEnd(StringBuilder text)
    {
        var count = 0;
        while (count < text.Length && text[text.Length - 1 - count] == ' ')
            count++;
        return count;
    }

    // RFC 7617: in UTF-8, or in Latin-1 from old clients.
    private static string DecodePair(string base64)
    {
        var digits = base64.TrimEnd('=');
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(digits.PadRight((digits.Length + 3) / 4 * 4, '='));
        }
        catch (FormatException)
        {
            return base64;
        }

        var text = Encoding.UTF8.GetString(bytes);
        if (text.IndexOf('\uFFFD') < 0)
            return text;
        var latin = new StringBuilder(bytes.Length);
        foreach (var octet in bytes)
            latin.Append((char)octet);
        return latin.ToString();
    }

    // Programs disagree about a backslash in quotation marks, so the values of both readings are secrets.
    private static bool HasEscapes(string text) => text.Contains('\\') && text.Contains('"');

    private static void AddUnquoted(string value, Action<string> add)
    {
        if (value.Length < 2 || value[0] != '"' || value[value.Length - 1] != '"')
        {
            add(value.Trim('"'));
            return;
        }

        var quoted = value.Substring(1, value.Length - 2);
        add(quoted);
        if (quoted.Contains('\\'))
            add(WithoutEscapes(quoted));
    }

    private static string WithoutEscapes(string quoted)
    {
        var text = new StringBuilder(quoted.Length);
        for (var i = 0; i < quoted.Length; i++)
        {
            if (quoted[i] == '\\' && i < quoted.Length - 1)
                i++;
            text.Append(quoted[i]);
        }

        return text.ToString();
    }
}
