using System.Text.RegularExpressions;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>A cell of types that lists the values of the type: <c>"low" | "high"</c>, <c>string (low, high)</c>, <c>enum: low, high</c>.</summary>
/// <param name="Values">The values.</param>
/// <param name="IsSure">Whether the cell says that they are values, by quotation marks, bars or a word.</param>
internal sealed partial record TypeValues(PrintedValues Values, bool IsSure)
{
    private const int LongestCell = 500;

    /// <summary>Reads a cell; null: it has no values.</summary>
    /// <param name="printed">The text of the cell.</param>
    /// <param name="words">The types.</param>
    public static TypeValues? Read(string printed, CellWords words)
    {
        if (printed.Length is 0 or > LongestCell)
            return null;
        var match = Typed().Match(printed);
        var list = match.Success ? match.Groups["list"].Value : printed;
        // In quotation marks, a word such as 'text' is a value as well.
        var isQuoted = Quoted().IsMatch(DefaultWords.Without(list) ?? list);
        if (PrintedValues.Read(list) is not { } values || !values.Text.Contains('|', StringComparison.Ordinal)
            || (!isQuoted && values.Text.Split('|').Any(IsWord)))
            return null;
        // Without a type before them, words can be types as well.
        return !match.Success && !isQuoted ? null
            : new TypeValues(values, isQuoted || match.Groups["word"].Success || list.Contains('|', StringComparison.Ordinal));

        bool IsWord(string value)
            => words.IsType(value) || words.IsRequirement(value) || value.ToLowerInvariant() is "nullable" or "null" or "default" or "read-only";
    }

    [GeneratedRegex(
        @"^(?<type>string|text|str|(?<word>(string )?(enum|enumeration)( string)?))( ?[,;:]? ?(?<word>one of|values|enum):?| ?[:=])? ?"
            + @"(\((?<word>one of:? )?(?<list>[^()]+)\)|\[(?<list>[^\[\]]+)\]|\{(?<list>[^{}]+)\}|(?<=[:=f] )(?<list>.+))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Typed();

    [GeneratedRegex("^[\"'`\u201C][^\"'`\u201C\u201D]+[\"'`\u201D]( ?([,|/]|or|,? or) ?[\"'`\u201C][^\"'`\u201C\u201D]+[\"'`\u201D])+$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Quoted();
}
