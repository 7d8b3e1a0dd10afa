using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Finds whole numbers with their meanings in a description: <c>0 = off, 1 = on (default)</c>. The format names them as constants, and allows others.
/// </summary>
internal static partial class NumberMeanings
{
    private const int LongestText = 1_000;
    private const int Fewest = 2;

    /// <summary>Gives a row the meanings in its description. The description stays, unless it says nothing else.</summary>
    public static void Read(DraftRow row)
    {
        if (row is not { Type: "int" or "long", Lists: 0, HasChildren: false, Constant: null, Meanings.Count: 0, Description: { Length: <= LongestText } text })
            return;
        var items = LongestRun(text);
        if (items.Count < Fewest || items.DistinctBy(static item => item.Groups["number"].Value).Count() < items.Count)
            return;
        var standard = items.Select(static item => DefaultWords.Without(item.Groups["meaning"].Value) is null ? null : item.Groups["number"].Value)
            .OfType<string>().Take(2).ToList();
        row.Meanings = items.ConvertAll(static item => (item.Groups["number"].Value, MeaningOf(item.Groups["meaning"].Value)));
        if (standard is [var only] && !row.Remarks.Exists(PrintedDefault.Is))
            RowRemarks.Apply(row, PrintedDefault.Keyword + only);
        // Only the form of the text says that these are values.
        row.Doubt(Mark.From("the description"));
        if (items[0].Index == 0 && items[^1].Index + items[^1].Length >= text.TrimEnd('.', ' ').Length)
            row.Description = null;
    }

    private static string MeaningOf(string printed) => (DefaultWords.Without(printed) ?? printed).Trim(' ', '"', '\'', '`', '\u201C', '\u201D');

    // '1 = left' in the middle of other text is not a list. The items follow each other, with only a separator between them.
    private static List<Match> LongestRun(string text)
    {
        var (longest, run, end) = (new List<Match>(), new List<Match>(), -1);
        foreach (Match item in Item().Matches(text))
        {
            if (item.Index != end)
                run = [];
            run.Add(item);
            end = item.Index + item.Length;
            if (run.Count > longest.Count)
                longest = run;
        }

        return longest;
    }

    // A number of a time, a version or a range has other characters around it.
    [GeneratedRegex(
        "((?<![A-Za-z0-9.,:;/+-])|(?<=[A-Za-z)][,;]))(?<number>-?[0-9]{1,9})( ?[=\u2192] ?|: | - | \u2013 | \u2014 |-(?=[A-Za-z])| is | means )"
            + "(?<meaning>[\"'`\u201C]?[A-Za-z][^,;:.=()0-9]{0,60}?( ?\\([^()]{1,60}\\))?)"
            + "(?=$|\\.$|[,;.)] ?|\\)| -?[0-9]{1,9}( ?[=\u2192]|: | - | \u2013 | \u2014 | is | means ))([,;.]? (or |and )?(?=-?[0-9])|[,;](?=-?[0-9])|)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
