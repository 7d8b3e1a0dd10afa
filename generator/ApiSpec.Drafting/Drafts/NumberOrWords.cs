using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads a type that is a number or one of a few words: <c>integer or "unlimited"</c>, <c>integer | "min" | "max"</c>.</summary>
internal static class NumberOrWords
{
    private static readonly string[] s_numbers = ["int", "long", "decimal", "double"];

    /// <summary>Returns the type of a spec; null: the cell has another type. Without quotation marks, a word can be the name of a type.</summary>
    public static string? Read(string printed, CellWords words)
    {
        var parts = printed.Split([" or ", "|", ", "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || words.SpecTypeOf(parts[0]) is not { } number || Array.IndexOf(s_numbers, number) < 0)
            return null;
        var values = parts.Skip(1).Select(Unquoted).ToList();
        return values.Exists(static value => value is null) ? null : number + " | enum " + TypeWords.Join(values.OfType<string>());
    }

    private static string? Unquoted(string part)
        => part is ['"', _, .., '"'] or ['\'', _, .., '\''] or ['\u201C', _, .., '\u201D'] && char.IsLetter(part[1]) ? part[1..^1] : null;
}
