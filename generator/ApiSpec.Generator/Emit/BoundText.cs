using System.Globalization;

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
