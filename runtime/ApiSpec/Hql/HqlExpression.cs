using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using ApiSpec.Hql;

namespace ApiSpec;

/// <summary>
/// An HQL expression with values in it, such as <c>$"status = {status}"</c>. The compiler creates it for
/// <see cref="HqlFilter{TResource}.Where(HqlExpression)"/>; programs do not name it.
/// </summary>
/// <remarks>
/// The text is used unchanged, and each value is written as HQL writes it: strings, dates and enum values in quotes, numbers and Booleans without. A list
/// becomes <c>['a','b']</c>, a member its name, and a filter is put in parentheses. So a value cannot change the meaning of the filter.
/// </remarks>
[InterpolatedStringHandler]
public ref struct HqlExpression
{
    private readonly StringBuilder _text;
    private bool _isQuoted;

    /// <summary>Starts an expression.</summary>
    /// <param name="literalLength">How many characters are outside of the values.</param>
    /// <param name="formattedCount">How many values there are.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public HqlExpression(int literalLength, int formattedCount)
    {
        _text = new StringBuilder(literalLength + (formattedCount * 12));
        _isQuoted = false;
    }

    internal readonly string Text => _text?.ToString() ?? "";

    /// <summary>Adds text of the expression.</summary>
    /// <param name="value">The text, used unchanged.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendLiteral(string value)
    {
        foreach (var character in value)
            _isQuoted ^= character == '\'';
        _text.Append(value);
    }

    /// <summary>Adds a value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">A value, a list of values, a member or a filter.</param>
    /// <exception cref="ArgumentException">
    /// The value is null, is an empty list or has no form in HQL, or the expression has quotation marks around it.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    /// <summary>Adds a date and time in a form other than <c>yyyy-MM-ddTHH:mm:ss.fffzzz</c>.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">A date and time, or a list of them.</param>
    /// <param name="format">A .NET format for dates, used with the invariant culture. Other values ignore it.</param>
    /// <exception cref="ArgumentException">
    /// The value is null, is an empty list or has no form in HQL, or the expression has quotation marks around it.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AppendFormatted<T>(T value, string? format)
    {
        if (_isQuoted)
            throw new ArgumentException("A value in an HQL expression gets its quotation marks from the library; remove those around it.", nameof(value));
        _text.Append(value switch
        {
            IHqlPart part => part.Text,
            IEnumerable values and not string => HqlText.List(values, format),
            _ => HqlText.Value(value, format),
        });
    }
}
