using System.Globalization;

namespace ApiSpec.Language.Declarations;

/// <summary>The header fields whose value is a date of HTTP (RFC 9110, 5.6.7) wherever they are used: no other form of a date means anything in them.</summary>
internal static class HttpDateFields
{
    /// <summary>The .NET format of the form that is sent today, IMF-fixdate. It is written in UTC.</summary>
    public const string Format = "r";

    // Those of the IANA registry of HTTP field names. If-Range and Retry-After may hold something else as well, but a date in them has this form.
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

    /// <summary>Tells whether a header holds a date of HTTP: it is of such a name, and its row prints no other form.</summary>
    /// <param name="header">The name of the header.</param>
    /// <param name="type">Its type, aliases resolved.</param>
    public static bool Holds(string header, TypeReference type) => type is { Kind: TypeKind.DateTime, PrintedFormat: null } && Contains(header);

    /// <summary>Tells whether a text is a date in the form that is sent.</summary>
    public static bool IsHttpDate(string text) => DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    /// <summary>Tells whether a text is the value of a header that holds a date, in the form that is sent.</summary>
    /// <param name="header">The name of the header.</param>
    /// <param name="type">Its type, aliases resolved.</param>
    /// <param name="text">The text.</param>
    public static bool IsValue(string header, TypeReference type, string text) => Holds(header, type) && IsHttpDate(text);

    /// <summary>The date in the form that is sent; the text itself when it is no date.</summary>
    public static string ToHttpDate(string text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date.ToString(Format, CultureInfo.InvariantCulture) : text;

    /// <summary>The row of a header as its constant is sent.</summary>
    /// <param name="header">The row.</param>
    /// <param name="type">Its type, aliases resolved.</param>
    public static RowDeclaration AsSent(RowDeclaration header, TypeReference type)
        => header.Constant is { } constant && Holds(header.Name, type) ? header with { Constant = ToHttpDate(constant) } : header;
}
