using System.ComponentModel;
using ApiSpec.Transport;

namespace ApiSpec.Generated;

/// <summary>Writes and reads headers with a name of which the program makes a part. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HeaderMap
{
    /// <summary>Adds a header for each value.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="prefix">The common start of the names.</param>
    /// <param name="suffix">The common end of the names.</param>
    /// <param name="values">The values by the part of their names between prefix and suffix, or null.</param>
    /// <param name="toText">The text of a value.</param>
    /// <exception cref="ArgumentException">
    /// A name is empty or not allowed in a header, the client or another value sets the header, or a value is null or not allowed.
    /// </exception>
    public static void Set<T>(ApiRequest request, string prefix, string suffix, IReadOnlyDictionary<string, T>? values, Func<T, string?> toText)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(toText);
        if (values is null)
            return;
        foreach (var entry in values)
        {
            if (string.IsNullOrEmpty(entry.Key))
                throw new ArgumentException("The name of a header cannot be empty.", nameof(values));
            var name = prefix + entry.Key + suffix;
            if (HeaderRules.IsSecret(name) || ClientHeaders.Contains(name))
                throw new ArgumentException("The client sets the header " + Printable.Quote(name) + " itself.", entry.Key);
            if (request.HasOwnHeader(name))
                throw new ArgumentException("The request already has the header " + Printable.Quote(name) + ".", entry.Key);
            request.SetHeader(name, toText(entry.Value) ?? throw new ArgumentException("A value of the map is null.", entry.Key));
        }
    }

    /// <summary>The values of headers by the part of their names between prefix and suffix, which ignores case. Empty if no header has such a name.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="response">The response.</param>
    /// <param name="prefix">The common start of the names.</param>
    /// <param name="suffix">The common end of the names.</param>
    /// <param name="read">Reads a value from the text of its header.</param>
    /// <param name="others">The names of other headers in the reference, which are left out. A name can have a part in braces.</param>
    /// <exception cref="ApiContractException">A header is not such a value.</exception>
    public static IReadOnlyDictionary<string, T> Read<T>(ApiResponse response, string prefix, string suffix, Func<string, T> read, params string[] others)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(suffix);
        var values = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers)
        {
            var name = header.Key;
            if (IsBetween(name, prefix, suffix) && !Array.Exists(others, other => Fits(name, other)))
                values[name.Substring(prefix.Length, name.Length - prefix.Length - suffix.Length)] = HeaderValue.Read(response, name, read);
        }

        return values;
    }

    private static bool Fits(string name, string other)
        => other.IndexOf('{') is >= 0 and var open
            ? IsBetween(name, other.Substring(0, open), other.Substring(other.IndexOf('}') + 1))
            : other.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsBetween(string name, string prefix, string suffix)
        => name.Length > prefix.Length + suffix.Length && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
}
