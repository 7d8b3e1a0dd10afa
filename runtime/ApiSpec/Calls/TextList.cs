using System.ComponentModel;
using System.Text;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>Writes lists that are one string in a header (RFC 9110, 5.6.1), in a path or in a form. For generated code.</summary>
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

    /// <summary>The values with a separator between them and brackets around them, or null.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="name">The parameter's name, for the message.</param>
    /// <param name="values">The values, or null.</param>
    /// <param name="toText">The text of a value.</param>
    /// <param name="separator">The separator of two values.</param>
    /// <param name="enclosure">The opening and the closing bracket.</param>
    /// <exception cref="ArgumentException">A value is null or empty, contains the separator or a bracket, or starts or ends with white space.</exception>
    public static string? Join<T>(string name, IReadOnlyList<T>? values, Func<T, string?> toText, string separator, string enclosure)
    {
        ArgumentNullException.ThrowIfNull(toText);
        ArgumentNullException.ThrowIfNull(enclosure);
        if (values is null || values.Count == 0)
            return null;
        var text = new StringBuilder().Append(enclosure[0]);
        for (var i = 0; i < values.Count; i++)
            text.Append(i == 0 ? "" : separator).Append(SeparatedItem.CheckEnclosed(toText(values[i]), separator, enclosure, name));
        return text.Append(enclosure[1]).ToString();
    }
}
