using System.ComponentModel;

namespace ApiSpec.Generated;

/// <summary>Members of a record that are recognised by the start and the end of their names. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonPattern
{
    private readonly Func<JsonShape> _value;

    /// <summary>Describes the members.</summary>
    /// <param name="prefix">The start of each name.</param>
    /// <param name="suffix">The end of each name.</param>
    /// <param name="value">Returns the shape of the values.</param>
    public JsonPattern(string prefix, string suffix, Func<JsonShape> value)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(suffix);
        ArgumentNullException.ThrowIfNull(value);
        Prefix = prefix;
        Suffix = suffix;
        _value = value;
    }

    internal string Prefix { get; }

    internal string Suffix { get; }

    internal JsonShape Value => _value();

    /// <summary>Whether a member with this name fits the pattern.</summary>
    internal static bool IsMatch(string name, string prefix, string suffix)
        => name.Length > prefix.Length + suffix.Length
            && name.StartsWith(prefix, StringComparison.Ordinal)
            && name.EndsWith(suffix, StringComparison.Ordinal);
}
