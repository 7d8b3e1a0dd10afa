using System.ComponentModel;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>Writes query parameters that hold several values. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class QueryList
{
    /// <summary>
    /// Adds the values to the query: as one parameter with a separator between them, or as one parameter each. A value that holds the separator is refused:
    /// most servers undo the escaping before they split the text, and would find two values.
    /// </summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="target">The target of the request line.</param>
    /// <param name="escapedName">The parameter's name, ready for a URI.</param>
    /// <param name="separator">The separator of two values; null: the parameter is repeated.</param>
    /// <param name="values">The values; null: the parameter is left out. So is one without any value.</param>
    /// <param name="toText">The text of a value.</param>
    /// <exception cref="ArgumentException">A value is null or holds an unpaired surrogate; or, with a separator, a value is empty or contains it.</exception>
    public static void Append<T>(ref RequestTarget target, string escapedName, string? separator, IReadOnlyList<T>? values, Func<T, string?> toText)
    {
        ArgumentNullException.ThrowIfNull(toText);
        if (values is null)
            return;
        for (var i = 0; i < values.Count; i++)
        {
            var text = toText(values[i]);
            if (separator is null)
                target.AppendQuery(escapedName, text ?? throw new ArgumentException("A value of the list is null.", QueryName.Printed(escapedName)));
            else
                target.AppendQueryItem(escapedName, CheckItem(text, separator, escapedName), separator, isFirst: i == 0);
        }
    }

    /// <summary>
    /// Adds the values to the query as one parameter, with a separator between them and brackets around them. A value that holds the separator or one of the
    /// brackets is refused, because most servers undo the escaping before they split the text.
    /// </summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="target">The target of the request line.</param>
    /// <param name="escapedName">The parameter's name, ready for a URI.</param>
    /// <param name="separator">The separator of two values.</param>
    /// <param name="enclosure">The opening and the closing bracket.</param>
    /// <param name="values">The values; null: the parameter is left out. So is one without any value.</param>
    /// <param name="toText">The text of a value.</param>
    /// <exception cref="ArgumentException">
    /// A value is null or empty, contains the separator or a bracket, starts or ends with white space, or holds an unpaired surrogate.
    /// </exception>
    public static void Append<T>(
        ref RequestTarget target, string escapedName, string separator, string enclosure, IReadOnlyList<T>? values, Func<T, string?> toText)
    {
        ArgumentNullException.ThrowIfNull(toText);
        ArgumentNullException.ThrowIfNull(enclosure);
        if (values is null)
            return;
        for (var i = 0; i < values.Count; i++)
        {
            var text = CheckEnclosed(toText(values[i]), separator, enclosure, escapedName);
            if (i == 0)
                text = enclosure[0] + text;
            if (i == values.Count - 1)
                text += enclosure[1];
            target.AppendQueryItem(escapedName, text, separator, isFirst: i == 0);
        }
    }

    private static string CheckItem(string? text, string separator, string escapedName)
        => SeparatedItem.FaultOf(text, separator) is { } fault ? throw new ArgumentException(fault, QueryName.Printed(escapedName)) : text!;

    private static string CheckEnclosed(string? text, string separator, string enclosure, string escapedName)
        => SeparatedItem.FaultOfEnclosed(text, separator, enclosure) is { } fault ? throw new ArgumentException(fault, QueryName.Printed(escapedName)) : text!;
}
