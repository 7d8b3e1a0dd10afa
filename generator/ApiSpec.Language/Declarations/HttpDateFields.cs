using System.Globalization;

namespace ApiSpec.Language.Declarations;

/// <summary>The header fields whose value is always an HTTP date (RFC 9110, 5.6.7). No other date format is valid in them.</summary>
internal static class HttpDateFields
{
    /// <summary>The .NET format of IMF-fixdate, the only form that is sent today. It is always in UTC.</summary>
    public const string Format = "r";

    // Date fields of the IANA registry of HTTP field names. If-Range and Retry-After can also hold other values, but a date in them has this form.
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        // RFC 9110
        "Date", "If-Modified-Since", "If-Range", "If-Unmodified-Since", "Last-Modified", "Retry-After",
        // RFC 9111
        "Expires",
        // RFC 7089
        "Accept-Datetime", "Memento-Datetime",
        // RFC 8594
        "Sunset",
    };

    public static bool Contains(string name) => Names.Contains(name);

    /// <summary>Returns whether a header has an HTTP date: it is a standard date header, and its row has no other format.</summary>
    /// <param name="header">The name of the header.</param>
    /// <param name="type">Its type, aliases resolved.</param>
    public static bool Holds(string header, TypeReference type) => type is { Kind: TypeKind.DateTime, PrintedFormat: null } && Contains(header);

    /// <summary>Returns whether a string is a date in the sent format.</summary>
    public static bool IsHttpDate(string text)
        => DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    /// <summary>Returns whether a string is the value of a date header in the sent format.</summary>
    /// <param name="header">The name of the header.</param>
    /// <param name="type">Its type, aliases resolved.</param>
    /// <param name="text">The text.</param>
    public static bool IsValue(string header, TypeReference type, string text) => Holds(header, type) && IsHttpDate(text);

    /// <summary>Returns the date in the sent format, or the string itself if it is not a date.</summary>
    public static string ToHttpDate(string text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date.ToString(Format, CultureInfo.InvariantCulture)
            : text;

    /// <summary>Returns the row of a header with its constant in the sent format.</summary>
    /// <param name="header">The row.</param>
    /// <param name="type">Its type, aliases resolved.</param>
    public static RowDeclaration AsSent(RowDeclaration header, TypeReference type)
        => header.Constant is { } constant && Holds(header.Name, type) ? header with { Constant = ToHttpDate(constant) } : header;
}
