namespace ApiSpec.Json;

/// <summary>Words that servers write in quotation marks for numbers that JSON does not have (RFC 8259, section 6).</summary>
internal static class NamedNumber
{
    /// <summary>Returns the number that a word means; null: it is not such a word.</summary>
    /// <param name="text">The text between the quotation marks.</param>
    public static double? Read(string text) => text.Trim().ToLowerInvariant() switch
    {
        "nan" => double.NaN,
        "inf" or "+inf" or "infinity" or "+infinity" => double.PositiveInfinity,
        "-inf" or "-infinity" => double.NegativeInfinity,
        _ => null,
    };

    /// <summary>Returns the word for a number; null: JSON has the number.</summary>
    /// <param name="number">The number.</param>
    public static string? Write(double number)
        => double.IsNaN(number) ? "NaN" : double.IsPositiveInfinity(number) ? "Infinity" : double.IsNegativeInfinity(number) ? "-Infinity" : null;
}
