using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Finds the words inside a description that a value can be null: <c>The owner, or null</c>, <c>It is null until the rack is full</c>.</summary>
internal static partial class ProseNull
{
    private const int LongestText = 1_000;

    /// <summary>Marks a row as nullable if its description, which stays unchanged, says so.</summary>
    public static void Read(DraftRow row)
    {
        if (row.IsNullable || row.Description is not { Length: <= LongestText } text || !Words().IsMatch(text) || Others().IsMatch(text))
            return;
        // What a column says precedes the sentence.
        row.IsNullable = !row.IsNeverNull;
        row.Doubt(Mark.Check("null"));
    }

    [GeneratedRegex("\\b((or|can be|may be|might be|could be|is|set to) [`\"']?null\\b|null[`\"']? (if|when|until|unless|for)\\b|nullable\\b)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    // 'It must not be null', 'If size is null', 'null or empty is an error'.
    [GeneratedRegex(
        "\\b(not|never|cannot|n't)( be| or)? [`\"']?(null|nullable)\\b|\\b(if|when|where|unless) [^.]{0,60}\\bis [`\"']?null\\b|not nullable|non-null",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Others();
}
