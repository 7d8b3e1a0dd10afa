using System.ComponentModel;
using System.Text;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>Writes lists that are one string in a header (RFC 9110, 5.6.1) or in a path. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TextList
{
    /// <summary>The values with commas between them, or null.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="name">The parameter's name, for the message.</param>
    /// <param name="values">The values, or null.</param>
    /// <param name="toText">The text of a value.</param>
    /// <exception cref="ArgumentException">A value is null or empty, holds a comma, or starts or ends with white space.</exception>
    public static string? Join<T>(string name, IReadOnlyList<T>? values, Func<T, string?> toText)
    {
        ArgumentNullException.ThrowIfNull(toText);
        if (values is null || values.Count == 0)
            return null;
        var text = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
            text.Append(i == 0 ? "" : ",").Append(SeparatedItem.CheckTrimmed(toText(values[i]), ",", name));
        return text.ToString();
    }
}
