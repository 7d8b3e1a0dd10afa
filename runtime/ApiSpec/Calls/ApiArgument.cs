using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ApiSpec.Generated;

/// <summary>Checks arguments against the reference before a request is sent. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApiArgument
{
    /// <summary>Checks the length of a string in UTF-16 units; null passes.</summary>
    /// <exception cref="ArgumentException">The text is shorter or longer than allowed.</exception>
    public static void Length(string? value, int? min, int? max, string name)
    {
        if (LengthFault(value, min, max) is { } fault)
            throw new ArgumentException(fault, name);
    }

    /// <summary>Checks each value of a list; null passes.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="values">The values.</param>
    /// <param name="check">Throws <see cref="ArgumentException"/> for a value that is not allowed.</param>
    /// <exception cref="ArgumentException">A value is not allowed.</exception>
    public static void Each<T>(IReadOnlyList<T>? values, Action<T> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        for (var i = 0; i < (values?.Count ?? 0); i++)
            check(values![i]);
    }

    /// <summary>Checks each value of a map; null passes.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="values">The values.</param>
    /// <param name="check">Throws <see cref="ArgumentException"/> for a value that is not allowed.</param>
    /// <exception cref="ArgumentException">A value is not allowed.</exception>
    public static void Each<T>(IReadOnlyDictionary<string, T>? values, Action<T> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (values is null)
            return;
        foreach (var entry in values)
            check(entry.Value);
    }

    /// <summary>Checks how many values a list has; null passes.</summary>
    /// <exception cref="ArgumentException">There are fewer or more than allowed.</exception>
    public static void Count(int? count, int? min, int? max, string name)
    {
        if (CountFault(count, min, max) is { } fault)
            throw new ArgumentException(fault, name);
    }

    /// <summary>Checks a whole number; null passes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is smaller or larger than allowed.</exception>
    public static void Range(long? value, long? min, long? max, string name, bool isSecret = false)
    {
        if (RangeFault(value, min, max) is { } fault)
            throw OutOfRange(name, value, isSecret, fault);
    }

    /// <summary>Checks a number; null passes, and a value that is not a number (NaN) fails.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is smaller or larger than allowed.</exception>
    public static void Range(double? value, double? min, double? max, string name, bool isSecret = false)
    {
        if (RangeFault(value, min, max) is { } fault)
            throw OutOfRange(name, value, isSecret, fault);
    }

    /// <summary>Checks a decimal number; null passes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is smaller or larger than allowed.</exception>
    public static void Range(decimal? value, decimal? min, decimal? max, string name, bool isSecret = false)
    {
        if (RangeFault(value, min, max) is { } fault)
            throw OutOfRange(name, value, isSecret, fault);
    }

    /// <summary>Checks a number that has several ranges; null passes.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="value">The number.</param>
    /// <param name="isAllowed">Whether it is null or within a range.</param>
    /// <param name="allowed">The ranges in words.</param>
    /// <param name="name">The name of the value.</param>
    /// <param name="isSecret">Whether the message must not show the value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is in no range.</exception>
    public static void Ranges<T>(T value, bool isAllowed, string allowed, string name, bool isSecret = false)
    {
        if (!isAllowed)
            throw OutOfRange(name, value, isSecret, Allows(allowed));
    }

    /// <summary>Checks the length of a string that has several ranges, in UTF-16 units; null passes.</summary>
    /// <exception cref="ArgumentException">The length is in no range.</exception>
    public static void Lengths(string? value, bool isAllowed, string allowed, string name)
    {
        if (!isAllowed)
            throw new ArgumentException(LengthFault(value, allowed), name);
    }

    /// <summary>Checks how many values a list has, if several ranges are allowed; null passes.</summary>
    /// <exception cref="ArgumentException">The number of values is in no range.</exception>
    public static void Counts(int? count, bool isAllowed, string allowed, string name)
    {
        if (!isAllowed)
            throw new ArgumentException(CountFault(count, allowed), name);
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

    internal static string? LengthFault(string? value, int? min, int? max)
        => value is not null && (value.Length < min || value.Length > max) ? LengthFault(value, Bounds(min, max)) : null;

    internal static string LengthFault(string? value, string allowed)
        => "The text has " + Number(value?.Length ?? 0) + " characters; the reference allows " + allowed + ".";

    internal static string? CountFault(int? count, int? min, int? max)
        => count < min || count > max ? CountFault(count, Bounds(min, max)) : null;

    internal static string CountFault(int? count, string allowed)
        => "There are " + Number(count.GetValueOrDefault()) + " values; the reference allows " + allowed + ".";

    internal static string Allows(string allowed) => "The reference allows " + allowed + ".";

    internal static string? RangeFault(long? value, long? min, long? max) => value < min || value > max ? Allows(min, max) : null;

    internal static string? RangeFault(double? value, double? min, double? max)
        => value is { } number && !((min is null || number >= min) && (max is null || number <= max)) ? Allows(min, max) : null;

    internal static string? RangeFault(decimal? value, decimal? min, decimal? max) => value < min || value > max ? Allows(min, max) : null;

    private static ArgumentOutOfRangeException OutOfRange(string name, object? value, bool isSecret, string fault)
        => isSecret ? new ArgumentOutOfRangeException(name, fault) : new ArgumentOutOfRangeException(name, value, fault);

    private static string Allows(IFormattable? min, IFormattable? max) => Allows(Bounds(min, max));

    private static string Bounds(IFormattable? min, IFormattable? max) => (min, max) switch
    {
        (null, not null) => "at most " + Number(max),
        (not null, null) => "at least " + Number(min),
        _ when min!.Equals(max) => "exactly " + Number(min),
        _ => Number(min!) + " to " + Number(max!),
    };

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
