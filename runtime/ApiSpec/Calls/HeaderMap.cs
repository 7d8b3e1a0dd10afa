using System.ComponentModel;

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
    /// <exception cref="ArgumentException">A name is empty or not allowed in a header, or a value is null or not allowed.</exception>
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
            request.SetHeader(prefix + entry.Key + suffix, toText(entry.Value) ?? throw new ArgumentException("A value of the map is null.", entry.Key));
        }
    }

    /// <summary>The values of headers by the part of their names between prefix and suffix, which ignores case. Empty if no header has such a name.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="response">The response.</param>
    /// <param name="prefix">The common start of the names.</param>
    /// <param name="suffix">The common end of the names.</param>
    /// <param name="read">Reads a value from the text of its header.</param>
    /// <param name="others">The names of other headers in the reference, which are left out.</param>
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
            if (name.Length > prefix.Length + suffix.Length && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)
                && !Array.Exists(others, other => other.Equals(name, StringComparison.OrdinalIgnoreCase)))
                values[name.Substring(prefix.Length, name.Length - prefix.Length - suffix.Length)] = HeaderValue.Read(response, name, read);
        }

        return values;
    }
}
