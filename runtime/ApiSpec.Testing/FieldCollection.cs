using System.Collections;

namespace ApiSpec.Testing;

/// <summary>The headers or the query parameters of a message, in their order. Names can be repeated.</summary>
/// <remarks>Names of headers are not case-sensitive (RFC 9110, section 5.1). Names of query parameters are.</remarks>
public sealed class FieldCollection : IReadOnlyList<KeyValuePair<string, string>>
{
    private readonly KeyValuePair<string, string>[] _fields;
    private readonly Lazy<ILookup<string, string>> _values;

    private FieldCollection(IEnumerable<KeyValuePair<string, string>> fields, StringComparer comparer)
    {
        _fields = [.. fields];
        _values = new(() => _fields.ToLookup(static field => field.Key, static field => field.Value, comparer));
    }

    /// <summary>The number of fields. A name that occurs several times counts several times.</summary>
    public int Count => _fields.Length;

    /// <summary>The field at a position.</summary>
    /// <param name="index">The position, from zero.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public KeyValuePair<string, string> this[int index] => _fields[index];

    /// <summary>The value of a name; several values are joined by a comma and a space. Null: the name is not there.</summary>
    /// <param name="name">The name of the header or parameter.</param>
    public string? this[string name]
    {
        get
        {
            var values = GetValues(name);
            return values.Count == 0 ? null : string.Join(", ", values);
        }
    }

    /// <summary>Every value of a name, in order.</summary>
    /// <param name="name">The name of the header or parameter.</param>
    /// <returns>The values; empty when the name is not there.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public IReadOnlyList<string> GetValues(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return [.. _values.Value[name]];
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)_fields).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _fields.GetEnumerator();

    internal static FieldCollection Headers(IEnumerable<KeyValuePair<string, string>> fields) => new(fields, StringComparer.OrdinalIgnoreCase);

    internal static FieldCollection Query(IEnumerable<KeyValuePair<string, string>> fields) => new(fields, StringComparer.Ordinal);
}
