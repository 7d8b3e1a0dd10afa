using System.Text;
using ApiSpec.Generated;

namespace ApiSpec.Transport;

/// <summary>Writes a form without files in one line (WHATWG URL, 5.2), as token endpoints take it (RFC 6749, appendix B).</summary>
internal static class UrlEncodedText
{
    public const string MediaType = "application/x-www-form-urlencoded";

    private const string Hexadecimal = "0123456789ABCDEF";

    public static byte[] Of(IReadOnlyList<ApiFormPart> parts)
    {
        var text = new StringBuilder();
        foreach (var part in ApiFormPart.FieldsOf(parts))
        {
            if (part.File is not null)
                throw new ArgumentException("A form without files cannot contain the file '" + part.Name + "'.", nameof(parts));
            if (part.Text is not { } value)
                continue;
            if (text.Length > 0)
                text.Append('&');
            Append(text, part.Name);
            text.Append('=');
            Append(text, value);
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>The text of a form without some of its fields.</summary>
    public static string Without(string text, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var names = new HashSet<string>(fields.Select(static field => Escape(field.Key)), StringComparer.Ordinal);
        return string.Join("&", text.Split('&').Where(pair => pair.Length > 0 && !names.Contains(pair.Split('=')[0])));
    }

    private static string Escape(string name)
    {
        var text = new StringBuilder();
        Append(text, name);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string value)
    {
        foreach (var octet in Encoding.UTF8.GetBytes(value))
        {
            var c = (char)octet;
            if (c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '*' or '-' or '.' or '_')
                text.Append(c);
            else if (c == ' ')
                text.Append('+');
            else
                text.Append('%').Append(Hexadecimal[octet >> 4]).Append(Hexadecimal[octet & 15]);
        }
    }
}
