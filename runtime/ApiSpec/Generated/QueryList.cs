using System.ComponentModel;

namespace ApiSpec.Generated;

/// <summary>Writes query parameters that hold several values. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class QueryList
{
    /// <summary>
    /// Adds the values to the query: as one parameter with a separator between them, or as one parameter each. A separator within a value is escaped, so that
    /// it can be told from those between the values.
    /// </summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="target">The target of the request line.</param>
    /// <param name="escapedName">The parameter's name, ready for a URI.</param>
    /// <param name="separator">What stands between two values; null: the parameter is repeated.</param>
    /// <param name="values">The values; null: the parameter is left out. So is one without any value.</param>
    /// <param name="toText">The text of a value.</param>
    /// <exception cref="ArgumentException">A value is null or holds an unpaired surrogate.</exception>
    public static void Append<T>(ref RequestTarget target, string escapedName, string? separator, IReadOnlyList<T>? values, Func<T, string?> toText)
    {
        ArgumentNullException.ThrowIfNull(toText);
        if (values is null)
            return;
        for (var i = 0; i < values.Count; i++)
        {
            var text = toText(values[i]) ?? throw new ArgumentException("A value of the list is null.", escapedName);
            if (separator is null)
                target.AppendQuery(escapedName, text);
            else
                target.AppendQueryItem(escapedName, text, separator, isFirst: i == 0);
        }
    }
}
