using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Recognises sentences that repeat the title of their section: <c>To delete a rack, you need ...</c> under <c>Delete a rack</c>.</summary>
internal static partial class TitleLead
{
    /// <summary>Returns a sentence without the words that repeat the title, because they say that it is about every call.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="title">The title; null: none.</param>
    public static string WithoutLead(string sentence, string? title)
    {
        if (title is null)
            return sentence;
        if (First().Match(sentence) is { Success: true } first && AreSame(first.Groups["words"].Value, title))
            return char.ToUpperInvariant(first.Groups["rest"].Value[0]) + first.Groups["rest"].Value[1..];
        return Last().Match(sentence) is { Success: true } last && AreSame(last.Groups["words"].Value, title) ? last.Groups["rest"].Value : sentence;
    }

    private static bool AreSame(string words, string title) => StemsOf(words).SequenceEqual(StemsOf(title));

    // 'Deleting racks' and 'delete a rack'.
    private static IEnumerable<string> StemsOf(string text)
        => Word().Matches(text.ToLowerInvariant()).Select(static word => word.Value)
            .Where(static word => word is not ("a" or "an" or "the" or "this" or "that" or "one" or "all" or "your"))
            .Select(static word => Ending().Replace(word, ""));

    [GeneratedRegex("^(In order to|To|For) (?<words>[^,.;]{3,80}), (?<rest>\\S.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex First();

    [GeneratedRegex("^(?<rest>[^,;]+?) (in order to|to) (?<words>[^,.;]{3,80})\\.?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Last();

    [GeneratedRegex("[a-z0-9]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex("(ing|es|s|e)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
