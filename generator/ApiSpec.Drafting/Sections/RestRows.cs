using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Sections;

/// <summary>Divides the rows that follow their heading on its line: <c>Required parameters: `name` for what the rack is called, and `size`.</c></summary>
internal static partial class RestRows
{
    private const int MostRows = 40;
    private const int LongestRest = 2_000;
    private const string For = " for ";

    /// <summary>Returns an item for each row; empty: the words are other text.</summary>
    /// <param name="heading">The line of the heading, which shows the words that the page prints as code or in italics.</param>
    /// <param name="rest">The text after the heading.</param>
    public static IReadOnlyList<PageLine> Of(PageLine heading, string rest)
    {
        if (heading.Kind != LineKind.Text || rest.Length > LongestRest)
            return [];
        var styled = heading.Codes.Concat(heading.Italics).Where(CellWords.IsName).ToHashSet(StringComparer.Ordinal);
        var names = Token().Matches(rest).Where(match => styled.Contains(match.Groups["name"].Value)).Take(MostRows).ToList();
        if (names.Count == 0 || names[0].Index > 0)
            return [];
        var rows = Divided(rest, names);
        // In '`size` for the size, `small` by default', the second word is a value.
        if (rows.Exists(static row => row.Text.Length > 0))
            rows = Divided(rest, [.. names.Where((_, i) => i == 0 || rows[i].Text.Length == 0 || Start().IsMatch(rows[i].Text))]);
        // In 'kind - one of small, big', only the first word is a name.
        if (rows.Exists(row => row.Text.Length == 0) && rows.Exists(row => row.Text.Length > 0))
            rows = [(rows[0].Name, rest[names[0].Length..].TrimEnd())];
        // 'size or label' is a choice.
        if (rows.Exists(static row => Choice().IsMatch(row.Text)))
            return [];
        return rows.ConvertAll(row => heading with
        {
            Text = row.Name + (row.Text.StartsWith(For, StringComparison.Ordinal) ? ": " + row.Text[For.Length..] : row.Text),
            Kind = LineKind.Text, Cells = [], IsItem = true, ListDepth = 1, Lead = row.Name, Codes = [row.Name, .. heading.Codes],
        });
    }

    private static List<(string Name, string Text)> Divided(string rest, List<Match> names)
    {
        var rows = new List<(string Name, string Text)>();
        for (var i = 0; i < names.Count; i++)
        {
            var start = names[i].Index + names[i].Length;
            var end = i + 1 < names.Count ? names[i + 1].Index : rest.Length;
            var text = Connection().Replace(rest[start..end], "");
            rows.Add((names[i].Groups["name"].Value, text.Trim(' ', '.', '`').Length == 0 ? "" : text.TrimEnd()));
        }

        return rows;
    }

    // A name at the start, after a comma or after 'and'.
    [GeneratedRegex(
        @"(?<=^|[,;.] |\band )[`""]?(?<name>[A-Za-z_$@]([A-Za-z0-9_.$-]{0,58}[A-Za-z0-9_$-])?(\[\])?)[`""]?(?![\w/(])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex("([,;]| and)* *$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Connection();

    // How the text of a row starts.
    [GeneratedRegex("^( for | ?[:(\u2013\u2014-]| = | to | which | that | is the )", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Start();

    [GeneratedRegex("^(,|;| ?(or|and|as well as)\\b)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Choice();
}
