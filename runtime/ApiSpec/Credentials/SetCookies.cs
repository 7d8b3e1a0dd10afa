using System.Globalization;

namespace ApiSpec.Credentials;

/// <summary>Reads <c>Set-Cookie</c> headers (RFC 6265, section 5.2) into the cookies of the requests that follow.</summary>
internal static class SetCookies
{
    /// <summary>Returns the cookies that the headers set, the last of each name, or an empty string.</summary>
    /// <remarks>Path and domain do not matter, because the cookies are only sent to the server that set them, with the operations of its API.</remarks>
    public static string ToRequest(IReadOnlyList<string> headers)
    {
        var names = new List<string>();
        var cookies = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var header in headers)
        {
            var parts = header.Split(';');
            var equals = parts[0].IndexOf('=');
            if (equals < 1)
                continue;
            var name = parts[0].Substring(0, equals).Trim();
            var value = parts[0].Substring(equals + 1).Trim();
            names.Remove(name);
            cookies.Remove(name);
            if (name.Length == 0 || value.Length == 0 || IsDeleted(parts) || !SecretPlace.IsCookieValue(name) || !SecretPlace.IsCookieValue(value))
                continue;
            names.Add(name);
            cookies[name] = value;
        }

        return string.Join("; ", names.Select(name => name + "=" + cookies[name]));
    }

    // A server deletes a cookie with a Max-Age of zero, or with a past date in Expires. If both are there, Max-Age counts.
    private static bool IsDeleted(string[] parts)
    {
        var isPast = false;
        for (var i = 1; i < parts.Length; i++)
        {
            var pair = parts[i].Split(['='], 2);
            if (pair.Length < 2)
                continue;
            var text = pair[1].Trim();
            if (pair[0].Trim().Equals("Max-Age", StringComparison.OrdinalIgnoreCase)
                && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var age))
                return age <= 0;
            if (pair[0].Trim().Equals("Expires", StringComparison.OrdinalIgnoreCase)
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expires))
                isPast = expires.Year < 2001;
        }

        return isPast;
    }
}
