using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ApiSpec.Generated;

/// <summary>Checks arguments against what the reference says, before anything is sent. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiArgument
{
    /// <summary>Checks the length of a text in UTF-16 units; null passes.</summary>
    /// <exception cref="ArgumentException">The text is shorter or longer than allowed.</exception>
    public static void Length(string? value, int? min, int? max, string name)
    {
        if (value is not null && (value.Length < min || value.Length > max))
            throw new ArgumentException("The text has " + Number(value.Length) + " characters; the reference allows " + Bounds(min, max) + ".", name);
    }

    /// <summary>Checks a whole number; null passes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is smaller or larger than allowed.</exception>
    public static void Range(long? value, long? min, long? max, string name, bool isSecret = false)
    {
        if (value < min || value > max)
            throw OutOfRange(name, value, isSecret, Bounds(min, max));
    }

    /// <summary>Checks a number; null passes, what is not a number does not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is smaller or larger than allowed.</exception>
    public static void Range(double? value, double? min, double? max, string name, bool isSecret = false)
    {
        if (value is { } number && !((min is null || number >= min) && (max is null || number <= max)))
            throw OutOfRange(name, value, isSecret, Bounds(min, max));
    }

    /// <summary>Checks a decimal number; null passes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is smaller or larger than allowed.</exception>
    public static void Range(decimal? value, decimal? min, decimal? max, string name, bool isSecret = false)
    {
        if (value < min || value > max)
            throw OutOfRange(name, value, isSecret, Bounds(min, max));
    }

    /// <summary>Checks that a required value is there.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static void NotNull([NotNull] object? value, string name)
    {
        if (value is null)
            throw new ArgumentNullException(name);
    }

    /// <summary>Checks that a required list has a value: without one its parameter would not be sent.</summary>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public static void NotEmpty<T>(IReadOnlyList<T>? values, string name)
    {
        if (values is null)
            throw new ArgumentNullException(name);
        if (values.Count == 0)
            throw new ArgumentException("The reference requires at least one value.", name);
    }

    private static ArgumentOutOfRangeException OutOfRange(string name, object? value, bool isSecret, string bounds)
    {
        var message = "The reference allows " + bounds + ".";
        return isSecret ? new ArgumentOutOfRangeException(name, message) : new ArgumentOutOfRangeException(name, value, message);
    }

    private static string Bounds(IFormattable? min, IFormattable? max) => (min, max) switch
    {
        (null, not null) => "at most " + Number(max),
        (not null, null) => "at least " + Number(min),
        _ when min!.Equals(max) => "exactly " + Number(min),
        _ => Number(min!) + " to " + Number(max!),
    };

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
