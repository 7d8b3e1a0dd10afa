using System.Text.Json;
using ApiSpec.Json;

namespace ApiSpec;

/// <summary>The contracts of simple values, lists and maps.</summary>
public static class ApiJson
{
    /// <summary>Text.</summary>
    public static ApiJson<string> String { get; } = new StringContract();

    /// <summary>A boolean.</summary>
    public static ApiJson<bool> Boolean { get; } = new BooleanContract();

    /// <summary>A whole number of 32 bits.</summary>
    public static ApiJson<int> Int32 { get; } = new Int32Contract();

    /// <summary>A whole number of 64 bits.</summary>
    public static ApiJson<long> Int64 { get; } = new Int64Contract();

    /// <summary>A number of single precision.</summary>
    public static ApiJson<float> Single { get; } = new SingleContract();

    /// <summary>A number of double precision.</summary>
    public static ApiJson<double> Double { get; } = new DoubleContract();

    /// <summary>A decimal number.</summary>
    public static ApiJson<decimal> Decimal { get; } = new DecimalContract();

    /// <summary>Any JSON value. One that was never set is written as null.</summary>
    public static ApiJson<JsonElement> Element { get; } = new ElementContract();

    /// <summary>A point in time, as ISO 8601. A value without a zone is read as UTC.</summary>
    public static ApiJson<DateTimeOffset> DateTimeOffset { get; } = new DateTimeOffsetContract(null);

    /// <summary>A UUID.</summary>
    public static ApiJson<Guid> Guid { get; } = new GuidContract();

    /// <summary>Bytes in base64.</summary>
    public static ApiJson<ReadOnlyMemory<byte>> Bytes { get; } = new BytesContract();

    /// <summary>A duration, as ISO 8601; years and months have no fixed length and are refused.</summary>
    public static ApiJson<TimeSpan> TimeSpan { get; } = new TimeSpanContract();

#if NET8_0_OR_GREATER
    /// <summary>A date.</summary>
    public static ApiJson<DateOnly> Date { get; } = new DateContract();

    /// <summary>A time of day.</summary>
    public static ApiJson<TimeOnly> Time { get; } = new TimeContract();
#endif

    /// <summary>A point in time that is written in its own format, and read in that format or in ISO 8601.</summary>
    /// <param name="format">A .NET format, taken invariantly, and <c>@</c> and the IANA id of the zone of values without one, which are in UTC otherwise;
    /// <c>epoch</c> and <c>epoch-ms</c>: a number of seconds or milliseconds since 1970; null: as <see cref="DateTimeOffset"/>.</param>
    public static ApiJson<DateTimeOffset> FormattedDateTimeOffset(string? format)
        => format is null ? DateTimeOffset : EpochText.UnitOf(format) is { } unit ? new EpochContract(unit) : new DateTimeOffsetContract(format);

#if NET8_0_OR_GREATER
    /// <summary>A date that is written in its own format, and read in that format or in ISO 8601.</summary>
    /// <param name="format">A .NET format, taken invariantly.</param>
    public static ApiJson<DateOnly> FormattedDate(string format) => new FormattedDateContract(format);

    /// <summary>A time of day that is written in its own format, and read in that format or in ISO 8601.</summary>
    /// <param name="format">A .NET format, taken invariantly.</param>
    public static ApiJson<TimeOnly> FormattedTime(string format) => new FormattedTimeContract(format);
#endif

    /// <summary>
    /// A Boolean that is written as two other values, such as <c>1</c> and <c>0</c>. They are read in any letter case, and <c>true</c> and <c>false</c> are
    /// also read.
    /// </summary>
    /// <param name="yes">The word for true.</param>
    /// <param name="no">The word for false.</param>
    /// <param name="areNumbers">Whether JSON has the words as numbers; otherwise as strings. Both are read.</param>
    public static ApiJson<bool> BooleanAs(string yes, string no, bool areNumbers = false) => new BooleanWordsContract(yes, no, areNumbers);

    /// <summary>A JSON string that holds a value as JSON.</summary>
    /// <param name="value">Returns the contract of the value; called once, at first use.</param>
    /// <typeparam name="T">The value.</typeparam>
    public static ApiJson<T> Embedded<T>(Func<ApiJson<T>> value) => new EmbeddedContract<T>(value);

    /// <summary>A value for which the reference has a rule, which is checked in request bodies.</summary>
    /// <param name="value">Returns the contract of the value; called once, at first use.</param>
    /// <param name="check">Throws <see cref="ArgumentException"/> for a value that breaks the rule.</param>
    /// <param name="minimum">The smallest value, length or count that the rule allows, for the JSON Schema; null: no limit.</param>
    /// <param name="maximum">The largest value, length or count that the rule allows, for the JSON Schema; null: no limit.</param>
    /// <typeparam name="T">The value.</typeparam>
    public static ApiJson<T> Checked<T>(Func<ApiJson<T>> value, Action<T> check, string? minimum = null, string? maximum = null)
        => new CheckedContract<T>(value, check, minimum, maximum);

    /// <summary>A number that is an enum of flags in the program. For generated code.</summary>
    /// <param name="number">The contract of the number.</param>
    /// <param name="read">Returns the value of a number.</param>
    /// <param name="write">Returns the number of a value.</param>
    /// <typeparam name="T">The enum.</typeparam>
    /// <typeparam name="TNumber">The number.</typeparam>
    public static ApiJson<T> Sum<T, TNumber>(ApiJson<TNumber> number, Func<TNumber, T> read, Func<T, TNumber> write)
        => new SumContract<T, TNumber>(number, read, write);

    /// <summary>A list.</summary>
    /// <param name="item">Returns the contract of the elements; called once, at first use, so that contracts may refer to each other.</param>
    /// <typeparam name="T">The elements.</typeparam>
    public static ApiJson<IReadOnlyList<T>> List<T>(Func<ApiJson<T>> item) => new ListContract<T>(item);

    /// <summary>A list that is one JSON string with commas between the elements, such as <c>"immediate,schedule"</c>.</summary>
    /// <remarks>Spaces around an element and empty elements are ignored.</remarks>
    /// <param name="parse">
    /// Parses an element; throws <see cref="FormatException"/>, <see cref="OverflowException"/> or <see cref="ArgumentException"/> if it is invalid.
    /// </param>
    /// <param name="format">Makes the text of an element. Writing throws <see cref="ArgumentException"/> when that is empty or holds a comma.</param>
    /// <param name="isListed">Whether the reference lists a value; null: it does not list them.</param>
    /// <typeparam name="T">The elements.</typeparam>
    public static ApiJson<IReadOnlyList<T>> Csv<T>(Func<string, T> parse, Func<T, string> format, Func<T, bool>? isListed = null)
        => new CommaSeparatedContract<T>(parse, format, isListed);

    /// <summary>A number or Boolean in a JSON string, such as <c>"true"</c>. A value without quotation marks is also read, and True is read as true.</summary>
    /// <param name="value">The contract of the value without quotation marks.</param>
    /// <typeparam name="T">The value.</typeparam>
    public static ApiJson<T> Quoted<T>(ApiJson<T> value) => new QuotedContract<T>(value);

    /// <summary>A map from names.</summary>
    /// <param name="value">Returns the contract of the values; called once, at first use.</param>
    /// <typeparam name="T">The values.</typeparam>
    public static ApiJson<IReadOnlyDictionary<string, T>> Map<T>(Func<ApiJson<T>> value) => new MapContract<T>(value);

    /// <summary>A value type that can be null.</summary>
    /// <param name="value">Returns the contract of the value; called once, at first use.</param>
    /// <typeparam name="T">The value.</typeparam>
    public static ApiJson<T?> NullableValue<T>(Func<ApiJson<T>> value)
        where T : struct
        => new NullableValueContract<T>(value);

    /// <summary>A value type that can be null, which JSON has as one of some strings.</summary>
    /// <param name="value">Returns the contract of the value; called once, at first use.</param>
    /// <param name="substitutes">The strings that are read as null, as null itself is. The first is written for null.</param>
    /// <typeparam name="T">The value.</typeparam>
    /// <exception cref="ArgumentException"><paramref name="substitutes"/> is empty.</exception>
    public static ApiJson<T?> NullableValue<T>(Func<ApiJson<T>> value, params string[] substitutes)
        where T : struct
        => new SubstituteValueContract<T>(value, substitutes);

    /// <summary>A reference type that can be null, which JSON has as one of some strings.</summary>
    /// <param name="value">Returns the contract of the value; called once, at first use.</param>
    /// <param name="substitutes">The strings that are read as null, as null itself is. The first is written for null.</param>
    /// <typeparam name="T">The value.</typeparam>
    /// <exception cref="ArgumentException"><paramref name="substitutes"/> is empty.</exception>
    public static ApiJson<T?> NullableReference<T>(Func<ApiJson<T>> value, params string[] substitutes)
        where T : class
        => new SubstituteReferenceContract<T>(value, substitutes);

    /// <summary>A reference type that can be null.</summary>
    /// <param name="value">Returns the contract of the value; called once, at first use.</param>
    /// <typeparam name="T">The value.</typeparam>
    public static ApiJson<T?> NullableReference<T>(Func<ApiJson<T>> value)
        where T : class
        => new NullableReferenceContract<T>(value);
}
