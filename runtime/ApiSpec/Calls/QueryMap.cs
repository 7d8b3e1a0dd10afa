using System.ComponentModel;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>Writes query parameters with a name of which the program makes a part. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class QueryMap
{
    /// <summary>Adds a parameter for each value.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="target">The target of the request line.</param>
    /// <param name="escapedPrefix">The common start of the names, escaped for a URI.</param>
    /// <param name="escapedSuffix">The common end of the names, escaped for a URI.</param>
    /// <param name="values">The values by the part of their names between prefix and suffix, or null.</param>
    /// <param name="toText">The text of a value.</param>
    /// <exception cref="ArgumentException">A name is empty, a value is null, or one of them holds an unpaired surrogate.</exception>
    public static void Append<T>(
        ref RequestTarget target, string escapedPrefix, string escapedSuffix, IReadOnlyDictionary<string, T>? values, Func<T, string?> toText)
    {
        ArgumentNullException.ThrowIfNull(toText);
        if (values is null)
            return;
        foreach (var entry in values)
            target.AppendQuery(
                Name(escapedPrefix, entry.Key, escapedSuffix), toText(entry.Value) ?? throw new ArgumentException("A value of the map is null.", entry.Key));
    }

    /// <summary>Adds a parameter without a value for each name that is set.</summary>
    /// <param name="target">The target of the request line.</param>
    /// <param name="escapedPrefix">The common start of the names, escaped for a URI.</param>
    /// <param name="escapedSuffix">The common end of the names, escaped for a URI.</param>
    /// <param name="values">Whether a name is set, by its part between prefix and suffix, or null.</param>
    /// <exception cref="ArgumentException">A name is empty or holds an unpaired surrogate.</exception>
    public static void Append(ref RequestTarget target, string escapedPrefix, string escapedSuffix, IReadOnlyDictionary<string, bool>? values)
    {
        if (values is null)
            return;
        foreach (var entry in values)
            target.AppendFlag(Name(escapedPrefix, entry.Key, escapedSuffix), entry.Value);
    }

    private static string Name(string prefix, string name, string suffix)
    {
        if (string.IsNullOrEmpty(name))
            throw new ArgumentException("The name of a query parameter cannot be empty.", nameof(name));
        return prefix + Uri.EscapeDataString(UnicodeText.Check(name)) + suffix;
    }
}
