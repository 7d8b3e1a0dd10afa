using System.Globalization;
using System.Text.Json.Nodes;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Testing.Responses;

/// <summary>Numbers that fit a row, and the bounds of rows as numbers.</summary>
internal static class SampleNumber
{
    /// <summary>Returns a printed number as JSON; null: the text is not a number.</summary>
    public static JsonValue? Of(string? text)
        => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? JsonValue.Create(exact)
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? JsonValue.Create(number)
            : null;

    /// <summary>Returns the number, or the bound of the range that is nearest to it.</summary>
    /// <param name="number">The number.</param>
    /// <param name="range">The range, or null.</param>
    /// <param name="isWhole">Whether the type has no fraction.</param>
    public static JsonNode InRange(long number, ValueRange? range, bool isWhole)
    {
        if (Of(range?.Minimum) is { } minimum && Compare(number, minimum) < 0)
            return isWhole ? JsonValue.Create((long)decimal.Ceiling(Exact(minimum))) : minimum;
        if (Of(range?.Maximum) is { } maximum && Compare(number, maximum) > 0)
            return isWhole ? JsonValue.Create((long)decimal.Floor(Exact(maximum))) : maximum;
        return number;
    }

    /// <summary>Returns a bound of a length or a number of values; null: the range is open on that side.</summary>
    public static int? Count(string? bound)
        => double.TryParse(bound, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (int)Math.Clamp(Math.Ceiling(number), 0, int.MaxValue) : null;

    // Identifiers of 64 bits have more digits than a double.
    private static int Compare(long number, JsonValue bound)
        => bound.TryGetValue<decimal>(out var exact) ? decimal.Compare(number, exact) : ((double)number).CompareTo(bound.GetValue<double>());

    // No number of 64 bits is outside a bound that no decimal can hold.
    private static decimal Exact(JsonValue bound)
        => bound.TryGetValue<decimal>(out var exact) ? exact : bound.GetValue<double>() < 0 ? long.MinValue : long.MaxValue;
}
