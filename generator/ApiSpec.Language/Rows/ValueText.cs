using System.Globalization;
using ApiSpec.Json;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>Decides whether a string is a value of a type and within a range.</summary>
internal static class ValueText
{
    private const NumberStyles Integer = NumberStyles.AllowLeadingSign;
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // RFC 9110, section 5.6.7: the formats that recipients have to accept.
    private static readonly string[] HttpDates = ["ddd, dd MMM yyyy HH':'mm':'ss 'GMT'", "dddd, dd-MMM-yy HH':'mm':'ss 'GMT'", "ddd MMM d HH':'mm':'ss yyyy",
        // RFC 5322, section 3.3, as in mail.
        "ddd, d MMM yyyy HH':'mm':'ss zzz"];

    /// <summary>The reason why null is rejected as a constant.</summary>
    public const string NoNull = "the type cannot be null; put the value in quotation marks if it is the text 'null'";

    /// <summary>Returns the reason why a string is not a value of the type. Null if it is one, or if only other files of the API can decide.</summary>
    public static string? Mismatch(TypeReference type, string value) => type.Kind switch
    {
        TypeKind.DateTime when type.AlsoEpoch is { } epoch && MomentForm.Fits(value, epoch) => null,
        TypeKind.Nullable => type.Substitutes.Contains(value, StringComparer.Ordinal) ? null : Mismatch(type.Arguments[0], value),
        TypeKind.Quoted => Mismatch(type.Arguments[0], bool.TryParse(value, out var truth) ? truth ? "true" : "false" : value),
        TypeKind.Comma or TypeKind.Space or TypeKind.Pipe => ListForm.Items(type, value) is { } items
            ? items.Select(item => Mismatch(type.Arguments[0], item)).FirstOrDefault(static mismatch => mismatch is not null)
            : ListForm.Mismatch(type),
        TypeKind.Union => type.Arguments.Any(alternative => Mismatch(alternative, value) is null) ? null : "no alternative of the type has this value",
        TypeKind.Boolean when type.Words.Count > 0
            => BooleanWords.Read(type.Words, value) is null ? "a boolean is '" + type.Words[0] + "' or '" + type.Words[1] + "' here" : null,
        TypeKind.Boolean => value is "true" or "false" ? null : "a boolean is 'true' or 'false'",
        TypeKind.Int => int.TryParse(value, Integer, CultureInfo.InvariantCulture, out _) ? null : "an int is a whole number of 32 bits",
        TypeKind.Long => long.TryParse(value, Integer, CultureInfo.InvariantCulture, out _) ? null : "a long is a whole number of 64 bits",
        TypeKind.Decimal => decimal.TryParse(value, Number, CultureInfo.InvariantCulture, out _) ? null : "a decimal is a number such as '1.5'",
        TypeKind.Double => IsFinite(value) ? null : "it is not a number",
        TypeKind.Enum => type.Values.Count == 0 || type.IsOpen || type.Values.Any(known => known.Value == value) ? null : "the enum does not have this value",
        TypeKind.Uuid => IsUuid(value) ? null : "a uuid looks like '123e4567-e89b-12d3-a456-426614174000'",
        TypeKind.Date or TypeKind.Time or TypeKind.DateTime when type.Format is { } format
            => MomentForm.Fits(value, format) ? null : "a " + TypeParser.NameOf(type.Kind) + " looks like '" + MomentForm.Example(format) + "' here",
        TypeKind.Epoch => MomentForm.Fits(value, type.Format!)
            ? null
            : "it is not a number of " + (type.Format == MomentForm.Seconds ? "seconds" : "milliseconds") + " since 1970",
        TypeKind.Embedded => "JSON in a string cannot be written in a row",
        TypeKind.Date => IsDate(value) ? null : "a date looks like '2026-01-31'",
        TypeKind.Time => IsTime(value) ? null : "a time looks like '23:59:59'",
        TypeKind.DateTime => IsDateTime(value) ? null : "a date and time looks like '2026-01-31T23:59:59Z'",
        TypeKind.Duration => DurationText.TryParse(value, out _) ? null : "a duration looks like 'PT15M', without years and months",
        TypeKind.Bytes => IsBase64(value) ? null : "bytes are Base64 text, such as 'aGVsbG8='",
        TypeKind.List or TypeKind.Map or TypeKind.Object or TypeKind.Tuple or TypeKind.Flag
            or TypeKind.HqlFilter or TypeKind.HqlSort or TypeKind.HqlFields
                => "a value of type " + TypeParser.NameOf(type) + " cannot be written in a row",
        _ => null,
    };

    /// <summary>Returns the reason why a valid value is outside the range. Null if it is inside, or if that is unknown here.</summary>
    public static string? OutsideRange(TypeReference type, ValueRange range, string value)
    {
        var core = type.Kind == TypeKind.Nullable ? type.Arguments[0] : type;
        switch (core.Kind)
        {
            case TypeKind.String or TypeKind.Url:
                return value.Length < Bound(range.Least, double.MinValue) || value.Length > Bound(range.Maximum, double.MaxValue) ? Outside(range) : null;
            case TypeKind.Quoted:
                return OutsideRange(core.Arguments[0], range, value);
            // As in the client, NaN is in no range.
            case TypeKind.Double when NamedNumber.Read(value) is { } named:
                return named >= Bound(range.Minimum, double.NegativeInfinity) && named <= Bound(range.Maximum, double.PositiveInfinity) ? null : Outside(range);
            case TypeKind.Int or TypeKind.Long or TypeKind.Decimal or TypeKind.Double:
                return Compare(value, range.Minimum) < 0 || Compare(value, range.Maximum) > 0 ? Outside(range) : null;
            default:
                return null;
        }
    }

    /// <summary>Returns the message about a value outside its range.</summary>
    public static string Outside(ValueRange range) => "it is outside the range " + range.Minimum + ".." + range.Maximum + (range.InBytes ? " bytes" : "");

    /// <summary>Returns the values that the writer possibly meant. Empty if the type is not an enum.</summary>
    public static IReadOnlyCollection<string> Known(TypeReference type)
        => type.Kind is TypeKind.Nullable or TypeKind.Quoted ? Known(type.Arguments[0]) : type.Values.Select(static known => known.Value).ToList();

    private static double Bound(string? bound, double open) => double.TryParse(bound, Number, CultureInfo.InvariantCulture, out var value) ? value : open;

    // Decimals first, because 64-bit identifiers have more digits than a double.
    private static int Compare(string value, string? bound)
    {
        if (decimal.TryParse(value, Number, CultureInfo.InvariantCulture, out var exact)
            && decimal.TryParse(bound, Number, CultureInfo.InvariantCulture, out var exactBound))
            return exact.CompareTo(exactBound);
        return double.TryParse(value, Number, CultureInfo.InvariantCulture, out var number)
            && double.TryParse(bound, Number, CultureInfo.InvariantCulture, out var limit)
            ? number.CompareTo(limit)
            : 0;
    }

    private static bool IsFinite(string value)
        => double.TryParse(value, Number, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number) && !double.IsInfinity(number);

    private static bool IsUuid(string value)
    {
        if (value.Length != 36)
            return false;
        for (var i = 0; i < value.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? value[i] != '-' : !Uri.IsHexDigit(value[i]))
                return false;
        }

        return true;
    }

    // RFC 4648, section 4: groups of four characters, the last one padded.
    private static bool IsBase64(string value)
    {
        var end = value.Length;
        while (end > 0 && value.Length - end < 2 && value[end - 1] == '=')
            end--;
        return value.Length % 4 == 0 && value.Take(end).All(static c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '+' or '/');
    }

    private static bool IsDate(string value)
        => DateTimeOffset.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    // Pages and servers print at least hours and minutes.
    private static bool IsTime(string value) => value.Length >= 5 && IsoTime.TryParseTime(value.AsSpan(), out _);

    // A date alone is not a date and time, although the client reads it.
    private static bool IsDateTime(string value)
        => (IsoTime.TryParse(value.AsSpan(), out _, out _, out var hasTime) && hasTime)
            || DateTimeOffset.TryParseExact(
                value, HttpDates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out _);
}
