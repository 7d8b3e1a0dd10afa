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

    /// <summary>A point in time, as ISO 8601. A text without a zone is read as UTC.</summary>
    public static ApiJson<DateTimeOffset> DateTimeOffset { get; } = new DateTimeOffsetContract(null);

    /// <summary>A UUID.</summary>
    public static ApiJson<Guid> Guid { get; } = new GuidContract();

    /// <summary>Bytes in base64.</summary>
    public static ApiJson<ReadOnlyMemory<byte>> Bytes { get; } = new BytesContract();

    /// <summary>A length of time, as ISO 8601; years and months have no fixed length and are refused.</summary>
    public static ApiJson<TimeSpan> TimeSpan { get; } = new TimeSpanContract();

#if NET8_0_OR_GREATER
    /// <summary>A date.</summary>
    public static ApiJson<DateOnly> Date { get; } = new DateContract();

    /// <summary>A time of day.</summary>
    public static ApiJson<TimeOnly> Time { get; } = new TimeContract();
#endif

    /// <summary>A point in time that is written in a form of its own, and read in that form or in ISO 8601.</summary>
    /// <param name="format">A .NET format, taken invariantly; one without a zone is written in UTC; null: as <see cref="DateTimeOffset"/>.</param>
    public static ApiJson<DateTimeOffset> FormattedDateTimeOffset(string? format) => format is null ? DateTimeOffset : new DateTimeOffsetContract(format);

    /// <summary>A list.</summary>
    /// <param name="item">Gives the contract of the elements; asked once, at first use, so that contracts may refer to each other.</param>
    /// <typeparam name="T">The elements.</typeparam>
    public static ApiJson<IReadOnlyList<T>> List<T>(Func<ApiJson<T>> item) => new ListContract<T>(item);

    /// <summary>A list that is one JSON string with commas between the elements, such as <c>"immediate,schedule"</c>.</summary>
    /// <remarks>Spaces around an element do not belong to it, and nothing between two commas is no element.</remarks>
    /// <param name="parse">Makes an element of its text; throws <see cref="FormatException"/>, <see cref="OverflowException"/> or <see cref="ArgumentException"/> when it is none.</param>
    /// <param name="format">Makes the text of an element. Writing throws <see cref="ArgumentException"/> when that is empty or holds a comma.</param>
    /// <param name="isListed">Whether the reference lists a value; null: it does not list them.</param>
    /// <typeparam name="T">The elements.</typeparam>
    public static ApiJson<IReadOnlyList<T>> Csv<T>(Func<string, T> parse, Func<T, string> format, Func<T, bool>? isListed = null)
        => new CommaSeparatedContract<T>(parse, format, isListed);

    /// <summary>A number or truth value that stands in a JSON string, such as <c>"true"</c>. One that stands bare is read, too, and True as true.</summary>
    /// <param name="value">The contract of the value as it would stand bare.</param>
    /// <typeparam name="T">The value.</typeparam>
    public static ApiJson<T> Quoted<T>(ApiJson<T> value) => new QuotedContract<T>(value);

    /// <summary>A map from names.</summary>
    /// <param name="value">Gives the contract of the values; asked once, at first use.</param>
    /// <typeparam name="T">The values.</typeparam>
    public static ApiJson<IReadOnlyDictionary<string, T>> Map<T>(Func<ApiJson<T>> value) => new MapContract<T>(value);

    /// <summary>A value type that may be null.</summary>
    /// <param name="value">Gives the contract of the value; asked once, at first use.</param>
    /// <typeparam name="T">The value.</typeparam>
    public static ApiJson<T?> NullableValue<T>(Func<ApiJson<T>> value)
        where T : struct
        => new NullableValueContract<T>(value);

    /// <summary>A reference type that may be null.</summary>
    /// <param name="value">Gives the contract of the value; asked once, at first use.</param>
    /// <typeparam name="T">The value.</typeparam>
    public static ApiJson<T?> NullableReference<T>(Func<ApiJson<T>> value)
        where T : class
        => new NullableReferenceContract<T>(value);
}
