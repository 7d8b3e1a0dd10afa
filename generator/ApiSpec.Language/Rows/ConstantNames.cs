using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>The C# names of numbers that a reference explains.</summary>
internal static class ConstantNames
{
    private const int MostWords = 4;
    private const int LongestName = 40;

    // The rest of a longer explanation is no name.
    private static readonly char[] Ends = ['.', ',', ';', ':', '(', '\n'];

    /// <summary>
    /// Returns the name of each value: its short explanation, as in <c>106: Session timeout</c>, or else its digits. If two values have the same explanation,
    /// both have their digits.
    /// </summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<EnumValue> values)
    {
        var names = values.Select(static value => value.CSharpName ?? OfDescription(value.Description) ?? OfDigits(value.Value)).ToList();
        var twice = new HashSet<string>(
            names.GroupBy(static name => name, StringComparer.Ordinal).Where(static group => group.Skip(1).Any()).Select(static group => group.Key),
            StringComparer.Ordinal);
        return [.. values.Select((value, i) => value.CSharpName is null && twice.Contains(names[i]) ? OfDigits(value.Value) : names[i])];
    }

    /// <summary>Returns the name of a word. Digits alone are no name, so a number in place of a word is named like a number: <c>Value0</c>.</summary>
    public static string OfWord(string value) => IsNumber(value) ? OfDigits(value) : CSharpName.Pascal(value);

    private static bool IsNumber(string value)
    {
        var digits = value.StartsWith("-", StringComparison.Ordinal) ? value.Substring(1) : value;
        return digits.Length > 0 && digits.All(static c => c is >= '0' and <= '9');
    }

    private static string? OfDescription(string? description)
    {
        if (description is null)
            return null;
        var end = description.IndexOfAny(Ends);
        var words = (end < 0 ? description : description.Substring(0, end)).Trim();
        var name = words.Length is 0 or > LongestName || words.Split(' ').Length > MostWords || !words.All(IsOfName) ? null : CSharpName.Pascal(words);
        return name is not null && char.IsLetter(name[0]) ? name : null;
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '/';

    private static string OfDigits(string value) => "Value" + CSharpName.Pascal(value.Replace("-", "Minus ")).TrimStart('_');
}
