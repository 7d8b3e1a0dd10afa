using System.Text.RegularExpressions;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads the labels of objects, with which a column of a table refers to them: <c>{1}</c>.</summary>
internal static partial class RowLabels
{
    /// <summary>Returns the labels in a string: <c>{1}</c>, <c>(2)</c>.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Label().Matches(text).Select(static match => match.Value)];

    /// <summary>Whether a string only says that the row is an object with a label, which the rows under it show as well: <c>Array of objects {2}</c>.</summary>
    public static bool IsOnlyType(string text, CellWords words)
        => Label().Count(text) == 1 && words.IsType(Label().Replace(text, "").Trim());

    [GeneratedRegex(@"[{(\[<][0-9]{1,2}[})\]>]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
