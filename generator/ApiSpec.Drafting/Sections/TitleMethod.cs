using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Sections;

/// <summary>Returns the method that the verb of a title suggests: <c>List racks</c>, <c>Deleting a rack</c>.</summary>
internal static partial class TitleMethod
{
    /// <summary>Returns the method; null: the verb suggests none, or several.</summary>
    public static string? Of(string? title)
        => Verb().Match(title ?? "") is not { Success: true } match ? null
            : match.Groups["get"].Success ? "GET"
            : match.Groups["post"].Success ? "POST"
            : "DELETE";

    [GeneratedRegex(
        "^([0-9.]+ )?((?<get>list(s|ing)?|gets?|getting|retriev(es?|ing)|read(s|ing)?|show(s|ing)?|view(s|ing)?|fetch(es|ing)?)"
            + "|(?<post>creat(es?|ing)|add(s|ing)?)|(?<delete>delet(es?|ing)|remov(es?|ing))) (?!(or|and)\\b)\\S",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Verb();
}
