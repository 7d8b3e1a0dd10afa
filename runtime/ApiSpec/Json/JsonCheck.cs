using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using ApiSpec.Json;

namespace ApiSpec.Generated;

/// <summary>Checks the members of a request body before it is sent. A member that is null is not sent, and passes. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonCheck
{
    /// <summary>Checks the length of a string in UTF-16 units.</summary>
    /// <exception cref="ArgumentException">The text is shorter or longer than allowed.</exception>
    public static void Length(string name, string? value, int? min, int? max)
    {
        if (ApiArgument.LengthFault(value, min, max) is { } fault)
            throw new InvalidBodyException(fault, name);
    }

    /// <summary>Checks how many items or entries a collection has.</summary>
    /// <exception cref="ArgumentException">There are fewer or more than allowed.</exception>
    public static void Count(string name, int? count, int? min, int? max)
    {
        if (ApiArgument.CountFault(count, min, max) is { } fault)
            throw new InvalidBodyException(fault, name);
    }

    /// <summary>Checks a whole number.</summary>
    /// <exception cref="ArgumentException">The number is smaller or larger than allowed.</exception>
    public static void Range(string name, long? value, long? min, long? max, bool isSecret = false)
    {
        if (ApiArgument.RangeFault(value, min, max) is { } fault)
            throw OutOfRange(fault, name, value, isSecret);
    }

    /// <summary>Checks a number; a value that is not a number (NaN) fails.</summary>
    /// <exception cref="ArgumentException">The number is smaller or larger than allowed.</exception>
    public static void Range(string name, double? value, double? min, double? max, bool isSecret = false)
    {
        if (ApiArgument.RangeFault(value, min, max) is { } fault)
            throw OutOfRange(fault, name, value, isSecret);
    }

    /// <summary>Checks a decimal number.</summary>
    /// <exception cref="ArgumentException">The number is smaller or larger than allowed.</exception>
    public static void Range(string name, decimal? value, decimal? min, decimal? max, bool isSecret = false)
    {
        if (ApiArgument.RangeFault(value, min, max) is { } fault)
            throw OutOfRange(fault, name, value, isSecret);
    }

    /// <summary>Checks a number that has several ranges.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="name">The member.</param>
    /// <param name="value">The number; null: it is not sent.</param>
    /// <param name="isAllowed">Whether it is null or within a range.</param>
    /// <param name="allowed">The ranges in words.</param>
    /// <param name="isSecret">Whether the message must not show the value.</param>
    /// <exception cref="ArgumentException">The number is in no range.</exception>
    public static void Ranges<T>(string name, T value, bool isAllowed, string allowed, bool isSecret = false)
    {
        if (!isAllowed)
            throw OutOfRange(ApiArgument.Allows(allowed), name, value, isSecret);
    }

    /// <summary>Checks the length of a string that has several ranges, in UTF-16 units.</summary>
    /// <exception cref="ArgumentException">The length is in no range.</exception>
    public static void Lengths(string name, string? value, bool isAllowed, string allowed)
    {
        if (!isAllowed)
            throw new InvalidBodyException(ApiArgument.LengthFault(value, allowed), name);
    }

    /// <summary>Checks how many items or entries a collection has, if several ranges are allowed.</summary>
    /// <exception cref="ArgumentException">The number of items is in no range.</exception>
    public static void Counts(string name, int? count, bool isAllowed, string allowed)
    {
        if (!isAllowed)
            throw new InvalidBodyException(ApiArgument.CountFault(count, allowed), name);
    }

    /// <summary>Checks that a string is the only value that the reference allows.</summary>
    /// <exception cref="ArgumentException">It is another string.</exception>
    public static void Constant(string name, string? value, string constant)
    {
        if (value is not null && !string.Equals(value, constant, StringComparison.Ordinal))
            throw NotConstant(name, constant);
    }

    /// <summary>Checks that a value is the only one that the reference allows.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The member.</param>
    /// <param name="value">The value; null: it is not sent.</param>
    /// <param name="constant">The only value there is.</param>
    /// <param name="text">The same value as the reference writes it.</param>
    /// <exception cref="ArgumentException">It is another value.</exception>
    public static void Constant<T>(string name, T? value, T constant, string text)
        where T : struct, IEquatable<T>
    {
        if (value is { } given && !given.Equals(constant))
            throw NotConstant(name, text);
    }

    /// <summary>Checks that bytes are the only ones that the reference allows.</summary>
    /// <exception cref="ArgumentException">They are others.</exception>
    public static void Bytes(string name, ReadOnlyMemory<byte>? value, ReadOnlyMemory<byte> constant, string text)
    {
        if (value is { } given && !given.Span.SequenceEqual(constant.Span))
            throw NotConstant(name, text);
    }

    /// <summary>Checks how often a list has an alternative.</summary>
    /// <param name="alternative">The alternative, as the reference calls it.</param>
    /// <param name="count">How often the list has it.</param>
    /// <param name="minimum">How often at least.</param>
    /// <param name="maximum">How often at most; null: without limit.</param>
    /// <exception cref="ArgumentException">The list has it less often, or more often.</exception>
    public static void Number(string alternative, int count, int minimum, int? maximum)
    {
        if (count >= minimum && !(count > maximum))
            return;
        var wanted = maximum == minimum ? "exactly " : count < minimum ? "at least " : "at most ";
        throw new InvalidBodyException(
            string.Format(
                CultureInfo.InvariantCulture, "The list takes {0}{1} {2}, and {3} were given.", wanted, count < minimum ? minimum : maximum, alternative,
                count),
            "");
    }

    /// <summary>Checks the conditions between the members of an object.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="conditions">When members must be given, and where they do not count.</param>
    /// <param name="json">The contract of the object.</param>
    /// <param name="value">The object; null: it is not sent.</param>
    /// <exception cref="ArgumentException">A member is missing, or does not count.</exception>
    public static void Conditions<T>(ApiConditions conditions, ApiJson<T> json, T value)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(json);
        if (value is not null)
            conditions.Check(JsonOutput.WriteInsideBytes(json, value));
    }

    /// <summary>Checks a value whose type has separate rules.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <exception cref="ArgumentException">The value breaks a rule.</exception>
    public static void Value<T>(string name, ApiJson<T> json, T? value)
        where T : class
    {
        if (value is null)
            return;
        ArgumentNullException.ThrowIfNull(json);
        RuntimeHelpers.EnsureSufficientExecutionStack();
        try
        {
            json.Check(value);
        }
        catch (InvalidBodyException exception) when (exception.Under(name))
        {
        }
    }

    /// <summary>Checks the members with names from the program, whose type has separate rules.</summary>
    /// <typeparam name="T">The type of their values.</typeparam>
    /// <param name="json">The contract of the values.</param>
    /// <param name="members">The members by the part of their names between prefix and suffix, or null.</param>
    /// <param name="prefix">The common start of the names.</param>
    /// <param name="suffix">The common end of the names.</param>
    /// <exception cref="ArgumentException">A value breaks a rule.</exception>
    public static void Members<T>(ApiJson<T> json, IReadOnlyDictionary<string, T>? members, string prefix = "", string suffix = "")
    {
        ArgumentNullException.ThrowIfNull(json);
        if (members is not null)
            Entries(json, members, prefix, suffix);
    }

    /// <summary>Checks a whole body.</summary>
    /// <param name="json">Its contract.</param>
    /// <param name="body">The body.</param>
    /// <param name="name">The name of the value in its object, or null for the whole body.</param>
    internal static void Body<T>(ApiJson<T> json, T body, string? name = null)
    {
        if (!json.HasRules)
            return;
        try
        {
            json.Check(body);
        }
        catch (InvalidBodyException exception)
        {
            if (name is not null)
                exception.Under(name);
            throw exception.Describe();
        }
    }

    internal static void Items<T>(ApiJson<T> item, IReadOnlyList<T> values)
    {
        if (values is null || !item.HasRules)
            return;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        item.CheckAll(values);
        var i = 0;
        try
        {
            for (; i < values.Count; i++)
                item.Check(values[i]);
        }
        catch (InvalidBodyException exception) when (exception.Under(i))
        {
        }
    }

    internal static void Entries<T>(ApiJson<T> value, IReadOnlyDictionary<string, T> entries, string prefix = "", string suffix = "")
    {
        if (entries is null || !value.HasRules)
            return;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var name = "";
        try
        {
            foreach (var entry in entries)
            {
                name = entry.Key;
                value.Check(entry.Value);
            }
        }
        catch (InvalidBodyException exception) when (exception.Under(prefix + name + suffix))
        {
        }
    }

    private static InvalidBodyException OutOfRange(string fault, string name, object? value, bool isSecret)
        => new(fault, name, isSecret ? null : value, isRange: true);

    private static InvalidBodyException NotConstant(string name, string constant) => new("The reference allows only '" + constant + "'.", name);
}
