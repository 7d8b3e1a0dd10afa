using System.Collections;
using System.Globalization;
using System.Text;
using ApiSpec.Generated;
using ApiSpec.Json;

namespace ApiSpec.Hql;

/// <summary>Writes the names and values of HQL expressions (2.2.11 of the JP1/AO reference).</summary>
internal static class HqlText
{
    /// <summary>The format of points in time. The reference requires a full date and time, and a colon in the zone.</summary>
    public const string DateTimeFormat = "yyyy-MM-ddTHH:mm:ss.fffzzz";

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "not", "in", "eq", "ne", "gt", "lt", "ge", "le", "starts", "ends", "true", "false", "asc", "desc",
    };

    /// <summary>Writes a member name, in brackets if it could be confused with something else.</summary>
    public static string Name(string name)
    {
        if (Words.Contains(name) || name[0] is >= '0' and <= '9')
            return "[" + name + "]";
        foreach (var value in name)
        {
            if (value is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
                return "[" + name + "]";
        }

        return name;
    }

    /// <exception cref="ArgumentException">The name is empty, or contains a character that would end it.</exception>
    public static string CheckName(string name, string parameterName)
    {
        if (name is null)
            throw new ArgumentNullException(parameterName);
        if (name.Length == 0)
            throw new ArgumentException("A member needs a name.", parameterName);
        foreach (var value in name)
        {
            if (char.IsControl(value) || value is '[' or ']' or '\'' or ',')
                throw new ArgumentException("A member name in HQL cannot contain control characters, brackets, quotes or commas.", parameterName);
        }

        return UnicodeText.Check(name);
    }

    /// <exception cref="ArgumentException">The text is blank or holds control characters.</exception>
    public static string CheckRaw(string text, string parameterName)
    {
        if (text is null)
            throw new ArgumentNullException(parameterName);
        if (text.Trim().Length == 0)
            throw new ArgumentException("The expression is empty.", parameterName);
        RefuseControlCharacters(text, parameterName);
        return UnicodeText.Check(text);
    }

    /// <summary>Writes a value. Numbers and Booleans have no quotes; everything else has.</summary>
    /// <exception cref="ArgumentNullException">The value is null, for which HQL has no form.</exception>
    /// <exception cref="ArgumentException">The value has no form in HQL.</exception>
    public static string Value<T>(T value, string? dateTimeFormat) => value switch
    {
        null => throw new ArgumentNullException(nameof(value), "HQL cannot compare with null."),
        string text => Quote(text),
        bool truth => truth ? "true" : "false",
        // An enum is a sum of flags, which is a number for the server.
        sbyte or byte or short or ushort or int or uint or long or ulong or Enum => WholeNumber(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        decimal number => WholeNumber(number),
        float number => WholeNumber(number),
        double number => WholeNumber(number),
        DateTimeOffset time => Quote(DateTimeText.Format(time, dateTimeFormat ?? DateTimeFormat)),
        DateTime time => Quote(DateTimeText.Format(new DateTimeOffset(time), dateTimeFormat ?? DateTimeFormat)),
        Guid id => Quote(TextValue.ToText(id)),
        TimeSpan duration => Quote(TextValue.ToText(duration)),
#if NET8_0_OR_GREATER
        DateOnly date => Quote(TextValue.ToText(date)),
        TimeOnly time => Quote(TextValue.ToText(time)),
#endif
        INumberValue { Text: { } number } when NumberText.IsNumber(number) => WholeNumber(number),
        IEnumValue known => Quote(known.Text ?? throw new ArgumentException(TextValue.UnsetFault(value.GetType().Name), nameof(value))),
        IFormattable other => Quote(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => Quote(value.ToString() ?? throw new ArgumentException("The value cannot be written as a string.", nameof(value))),
    };

    /// <summary>Writes values between brackets.</summary>
    /// <exception cref="ArgumentException">There is no value, or one has no form in HQL.</exception>
    public static string List(IEnumerable values, string? dateTimeFormat)
    {
        var text = new StringBuilder("[");
        foreach (var value in values)
            text.Append(text.Length == 1 ? "" : ",").Append(Value(value, dateTimeFormat));
        return text.Length == 1
            ? throw new ArgumentException("At least one value is required, because HQL has no empty list.", nameof(values))
            : text.Append(']').ToString();
    }

    /// <summary>Writes text in single quotes, and doubles single quotes in it.</summary>
    /// <exception cref="ArgumentException">The text holds a control character or an unpaired surrogate.</exception>
    public static string Quote(string text)
    {
        RefuseControlCharacters(text, nameof(text));
        return "'" + UnicodeText.Check(text).Replace("'", "''") + "'";
    }

    // Numbers in HQL can only have digits.
    private static string WholeNumber(decimal number)
        => number >= 0 && decimal.Truncate(number) == number ? number.ToString("0", CultureInfo.InvariantCulture) : throw NotWhole(number);

    private static string WholeNumber(double number)
        => number >= 0 && number <= MaxExact && Math.Floor(number).Equals(number) ? WholeNumber((decimal)number) : throw NotWhole(number);

    // The .NET number types would round: 1e-400 is not 0. The digits of a number are its whole value.
    private static string WholeNumber(string number)
    {
        var parts = number.Split(ExponentSigns);
        var mantissa = parts[0].TrimStart('-');
        var point = mantissa.IndexOf('.');
        if (parts.Length == 1 && point < 0 && number[0] != '-')
            return number;
        var fraction = point < 0 ? "" : mantissa.Substring(point + 1);
        var digits = ((point < 0 ? mantissa : mantissa.Substring(0, point)) + fraction).TrimStart('0');
        if (digits.Length == 0)
            return "0";
        var exponent = 0;
        var isExponent = parts.Length == 1 || int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent);
        if (number[0] == '-' || !isExponent)
            throw NotWhole(number);
        var missing = (long)exponent - fraction.Length;
        if (missing >= 0)
            return missing <= MostZeros ? digits + new string('0', (int)missing) : throw NotWhole(number);
        var length = digits.Length + missing;
        return digits.TrimEnd('0').Length <= length ? digits.Substring(0, (int)length) : throw NotWhole(number);
    }

    private static ArgumentOutOfRangeException NotWhole(object number) => new(
        nameof(number),
        number,
        "HQL only supports whole numbers without a sign. The number is negative, has a fraction, or is too large to be written exactly.");

    private static readonly char[] ExponentSigns = ['e', 'E'];

    // The zeros of the largest decimal. The exponent of a short text could ask for billions.
    private const int MostZeros = 28;

    private const double MaxExact = 9007199254740992;

    private static void RefuseControlCharacters(string text, string parameterName)
    {
        foreach (var value in text)
        {
            if (char.IsControl(value))
                throw new ArgumentException("An HQL expression cannot contain control characters.", parameterName);
        }
    }
}
