using System.ComponentModel;

namespace ApiSpec.Generated;

/// <summary>Writes query parameters that hold several values. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class QueryList
{
    /// <summary>Adds the values to the query: as one parameter with a separator between them, or as one parameter each.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="target">The target of the request line.</param>
    /// <param name="escapedName">The parameter's name, ready for a URI.</param>
    /// <param name="separator">What stands between two values; null: the parameter is repeated.</param>
    /// <param name="values">The values; null: the parameter is left out. So is one without any value.</param>
    /// <param name="toText">The text of a value.</param>
    public static void Append<T>(ref RequestTarget target, string escapedName, string? separator, IReadOnlyList<T>? values, Func<T, string?> toText)
    {
        if (values is null || values.Count == 0)
            return;
        if (separator is not null)
        {
            target.AppendQuery(escapedName, string.Join(separator, values.Select(toText)));
            return;
        }

        foreach (var value in values)
            target.AppendQuery(escapedName, toText(value));
    }
}
