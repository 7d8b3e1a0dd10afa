using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ApiSpec.Generated;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Testing.Responses;

/// <summary>Strings that fit a row and are the same on every run.</summary>
internal static partial class SampleText
{
    // No reference has longer samples. A misprinted range must not use up the memory.
    private const int LongestText = 1_000_000;

    // A past time, so that no value is treated as a future event.
    private static readonly DateTimeOffset s_day = new(2026, 1, 31, 0, 0, 0, TimeSpan.Zero);

    public static string DateTime(string? format, long second) => TextValue.ToText(s_day.AddSeconds(second), format ?? "yyyy-MM-ddTHH:mm:ssZ");

    public static long Epoch(long second) => s_day.AddSeconds(second).ToUnixTimeSeconds();

    public static string Date => s_day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(long second) => s_day.AddSeconds(second).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Duration(long minutes) => string.Create(CultureInfo.InvariantCulture, $"PT{minutes}M");

    public static string Uuid => "00000000-0000-0000-0000-000000000001";

    public static string Bytes(string name) => Convert.ToBase64String(Encoding.UTF8.GetBytes(name));

    /// <summary>An example value that the description names (<c>such as KNAE02102-E</c>), or null.</summary>
    public static string? FromDescription(string? description)
    {
        if (description is null || NamedExample().Match(description) is not { Success: true } match)
            return null;
        var word = match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["word"].Value.TrimEnd('.', ',', ';', ')');
        // 'such as the reason' does not name a value. Values have a digit or a capital.
        return match.Groups["quoted"].Success || word.Any(static c => char.IsDigit(c) || char.IsUpper(c)) ? word : null;
    }

    /// <summary>Returns whether a member holds an identifier, by its name: <c>instanceID</c>, <c>id</c>, <c>@odata.id</c>.</summary>
    public static bool IsIdentifier(string name)
        => name.Equals("id", StringComparison.OrdinalIgnoreCase)
            || (name.Length > 2 && (name.EndsWith("ID", StringComparison.Ordinal) || name.EndsWith("Id", StringComparison.Ordinal)
                || name.EndsWith(".id", StringComparison.Ordinal) || name.EndsWith("_id", StringComparison.Ordinal)));

    /// <summary>Cuts or pads a string to the length that its row allows.</summary>
    public static string Fit(string text, ValueRange? range)
    {
        if (SampleNumber.Count(range?.Maximum) is { } maximum && text.Length > maximum)
            text = text[..(maximum > 0 && char.IsHighSurrogate(text[maximum - 1]) ? maximum - 1 : maximum)];
        return text.PadRight(Math.Min(SampleNumber.Count(range?.Least) ?? 0, LongestText), 'x');
    }

    [GeneratedRegex(
        """\b(such as|for example,?|e\.g\.)\s+(["'`](?<quoted>[^"'`]+)["'`]|(?<word>\S+))""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NamedExample();
}
