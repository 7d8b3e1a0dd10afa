namespace ApiSpec.Json;

/// <summary>Refuses numbers that JSON cannot hold (RFC 8259, 6).</summary>
internal static class FiniteNumber
{
    /// <exception cref="InvalidBodyException">The value is infinite or not a number.</exception>
    public static double Check(double value, string path)
        => double.IsNaN(value) || double.IsInfinity(value) ? throw new InvalidBodyException("JSON cannot represent NaN or infinite numbers.", path) : value;
}
