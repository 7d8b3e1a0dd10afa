using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Emit;

/// <summary>The bounds of the reference as C# expressions.</summary>
internal static class BoundText
{
    /// <summary>Both bounds of a length or count.</summary>
    public static string Counts(string? minimum, string? maximum)
        => $"{Whole(minimum, isMinimum: true, int.MaxValue)}, {Whole(maximum, isMinimum: false, int.MaxValue)}";

    /// <summary>Both bounds of a whole number.</summary>
    public static string Wholes(string? minimum, string? maximum)
        => $"{Whole(minimum, isMinimum: true, long.MaxValue)}, {Whole(maximum, isMinimum: false, long.MaxValue)}";

    /// <summary>Both bounds of a number.</summary>
    /// <param name="minimum">The smallest value, or null.</param>
    /// <param name="maximum">The largest value, or null.</param>
    /// <param name="suffix">The suffix of a literal of the type: <c>M</c> or <c>D</c>.</param>
    public static string Numbers(string? minimum, string? maximum, string suffix) => $"{Number(minimum, suffix)}, {Number(maximum, suffix)}";

    /// <summary>The condition that a value, a length or a count is null or within one of several ranges.</summary>
    /// <param name="kind">The type of the value.</param>
    /// <param name="ranges">The ranges.</param>
    /// <param name="value">The expression of the value.</param>
    public static string IsWithin(CodeTypeKind kind, EquatableArray<CodeRange> ranges, string value)
    {
        // A value that cannot be null is compared with null as well, so it is converted first.
        var (compared, suffix) = kind switch
        {
            CodeTypeKind.String => ($"{value}?.Length", null),
            CodeTypeKind.Int32 or CodeTypeKind.Int64 => ($"(long?){value}", ""),
            CodeTypeKind.Decimal => ($"(decimal?){value}", "M"),
            CodeTypeKind.Double => ($"(double?){value}", "D"),
            _ => ($"{value}?.Count", (string?)null),
        };
        return $"{compared} is null or {string.Join(" or ", ranges.Select(range => Pattern(range, suffix)))}";
    }

    private static string Pattern(CodeRange range, string? suffix)
    {
        string Bound(string? text, bool isMinimum) => suffix switch
        {
            null => Whole(text, isMinimum, int.MaxValue),
            "" => Whole(text, isMinimum, long.MaxValue),
            _ => Number(text, suffix),
        };
        return (Bound(range.Minimum, true), Bound(range.Maximum, false)) switch
        {
            ("null", "null") => "not null",
            ("null", var maximum) => "<= " + maximum,
            (var minimum, "null") => ">= " + minimum,
            var (minimum, maximum) => $"(>= {minimum} and <= {maximum})",
        };
    }

    private static string Whole(string? text, bool isMinimum, long largest)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return "null";
        value = isMinimum ? decimal.Ceiling(value) : decimal.Floor(value);
        // A bound outside the range of the type has no effect.
        return value > largest || value < -largest - 1M ? "null" : value.ToString("0", CultureInfo.InvariantCulture);
    }

    private static string Number(string? text, string suffix)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return value.ToString(CultureInfo.InvariantCulture) + suffix;
        return suffix == "D" && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var large) && !double.IsInfinity(large)
            ? $"{large.ToString("R", CultureInfo.InvariantCulture)}D"
            : "null";
    }
}
