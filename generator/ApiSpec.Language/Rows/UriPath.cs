using System.Globalization;
using System.Text;

namespace ApiSpec.Language.Rows;

/// <summary>Converts printed text to the path of a URI.</summary>
internal static class UriPath
{
    /// <summary>The path of a URL without one (RFC 9110, section 4.2.3).</summary>
    public const string Root = "/";

    /// <summary>
    /// Returns the path of a base address without a trailing slash: <c>/ConfigurationManager</c> for <c>https://host/ConfigurationManager/</c>.
    /// </summary>
    public static string Of(string? address)
    {
        if (address is null)
            return "";
        var authority = address.IndexOf("://", StringComparison.Ordinal);
        var slash = address.IndexOf('/', authority < 0 ? 0 : authority + 3);
        if (slash < 0)
            return "";
        var path = new StringBuilder();
        AppendEncoded(path, address.Substring(slash).TrimEnd('/'));
        return path.ToString();
    }

    /// <summary>Whether the path starts with the other one by whole segments: <c>/apiary</c> does not start with <c>/api</c>.</summary>
    public static bool StartsWith(string path, string start)
        => path.StartsWith(start, StringComparison.Ordinal) && (path.Length == start.Length || path[start.Length] == '/');

    // RFC 3986, section 3.3: characters that a path allows unencoded. Octets that are already encoded are kept.
    public static void AppendEncoded(StringBuilder path, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isEncoded = c == '%' && i + 2 < text.Length && Uri.IsHexDigit(text[i + 1]) && Uri.IsHexDigit(text[i + 2]);
            if (isEncoded || c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' || "/-._~!$&'()*+,;=:@".Contains(c))
            {
                path.Append(c);
                continue;
            }

            var length = i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]) ? 2 : 1;
            foreach (var octet in Encoding.UTF8.GetBytes(text.ToCharArray(i, length)))
                path.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
            i += length - 1;
        }
    }
}
