using System.Globalization;
using ApiSpec.Transport;

namespace ApiSpec.Json;

/// <summary>Reads response headers that have a second form in HTTP.</summary>
internal static class StandardHeader
{
    /// <summary>Reads the form that the documented type does not have.</summary>
    /// <param name="response">The response. Dates are compared with its Date header, so the clocks of this machine and the server can differ.</param>
    /// <param name="name">The name of the header.</param>
    /// <param name="text">The text, which is not of the documented type.</param>
    /// <param name="value">The value.</param>
    /// <returns>False if the header has no other form, or the text is not in this form.</returns>
    public static bool TryRead<T>(ApiResponse response, string name, string text, out T? value)
    {
        var read = name.ToUpperInvariant() switch
        {
            "RETRY-AFTER" => RetryAfter<T>(response, text),
            "EXPIRES" => OfMoment<T>(DateTimeOffset.MinValue),
            "DEPRECATION" => Deprecation<T>(text),
            _ => null,
        };
        value = read is T ofType ? ofType : default;
        return read is T;
    }

    // RFC 9110, section 10.2.3.
    private static object? RetryAfter<T>(ApiResponse response, string text)
    {
        var now = DateTimeOffset.UtcNow;
        if (RetryRule.ReadRetryAfter(text, response.Headers["Date"], now) is not { } delay)
            return null;
        if (typeof(T) == typeof(TimeSpan))
            return delay;
        // The date can be too late for DateTimeOffset, because it is relative to the server's clock.
        var moment = delay < DateTimeOffset.MaxValue - now ? now + delay : DateTimeOffset.MaxValue;
        return OfMoment<T>(moment) ?? OfNumber<T>((long)Math.Ceiling(delay.TotalSeconds));
    }

    // RFC 9745, section 2: a date of structured fields (RFC 9651, section 3.3.7).
    private static object? Deprecation<T>(string text)
        => text.Split('@') is ["", var digits] && long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= -62135596800 and <= 253402300799
                ? OfMoment<T>(DateTimeOffset.FromUnixTimeSeconds(seconds))
                : null;

#pragma warning disable CA1859 // Only .NET Standard has no second type of moments.
    private static object? OfMoment<T>(DateTimeOffset moment)
#pragma warning restore CA1859
    {
        if (typeof(T) == typeof(DateTimeOffset))
            return moment;
#if NET8_0_OR_GREATER
        if (typeof(T) == typeof(DateOnly))
            return DateOnly.FromDateTime(moment.UtcDateTime);
#endif
        return null;
    }

    private static object? OfNumber<T>(long number) => Type.GetTypeCode(typeof(T)) switch
    {
        TypeCode.Int32 => (object)(int)Math.Min(number, int.MaxValue),
        TypeCode.Int64 => (object)number,
        TypeCode.Single => (object)(float)number,
        TypeCode.Double => (object)(double)number,
        TypeCode.Decimal => (object)(decimal)number,
        _ => null,
    };
}
