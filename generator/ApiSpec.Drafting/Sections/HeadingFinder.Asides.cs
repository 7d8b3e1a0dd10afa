using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Drafting.Sections;

/// <content>Headings with words in parentheses after them: <c>Parameters (optional)</c>, <c>Returns (on success)</c>.</content>
internal sealed partial class HeadingFinder
{
    private const int LongestAside = 40;

    // Returns the heading before the parentheses, and the words in them. Without a colon, only known words show that a line of text is a heading.
    private (ProfileHeading Heading, string Aside)? BeforeAside(string text, LineKind kind)
    {
        var plain = text.TrimEnd(':', '\uFF1A', ' ');
        if (!plain.EndsWith(')') || plain.LastIndexOf('(') is not (> 0 and var open) || plain.Length - open > LongestAside || IsWord(text))
            return null;
        var aside = plain[(open + 1)..^1].Trim();
        return aside.Length > 1 && Known(plain[..open].Trim()) is { } heading
            && (ProfileKeys.HasRows(heading.Key)
                || (ProfileKeys.IsMessage(heading.Key) && heading.Key.EndsWith(" body", StringComparison.Ordinal)))
            && (kind == LineKind.Heading || plain.Length < text.Length || IsKnownAside(aside))
            ? (heading, aside) : null;
    }

    private bool IsKnownAside(string aside)
        => RequirementIn(aside) is not null || Outcome().IsMatch(aside) || Format().IsMatch(aside) || TypeWordsOf(aside) is not null;

    private FoundHeading EnterWith(ProfileHeading heading, string aside, PageLine line)
    {
        var rest = line.Kind == LineKind.Row ? ContentOf(line) : IsKnownAside(aside) ? null : aside;
        var found = Enter(heading, rest, line.Level);
        if (RequirementIn(aside) is { } stated)
            return found with { Stated = stated };
        var key = found.Key == "response" && Outcome().Match(aside) is { Success: true } outcome && outcome.Groups["failure"].Success ? ProfileKeys.Error
            : found.Key == "body" ? TypeWordsOf(aside) ?? found.Key
            : found.Key;
        return found with { Key = key };
    }

    private Requirement? RequirementIn(string aside)
        => Folding.Of(aside) is var folded && (folded.StartsWith("all ", StringComparison.Ordinal) ? folded["all ".Length..] : folded) is var word
            && word.Length >= FewestLetters
            ? _profile.Optional.Contains(word) ? Requirement.Optional : _profile.Required.Contains(word) ? Requirement.Required : null
            : null;

    // 'Request body (multipart/form-data)'.
    private static string? TypeWordsOf(string aside) => BodyFormats.FormOf(aside) is { } form ? BodyFormats.RequestKeyOf(form) : null;

    [GeneratedRegex("^((in case of|on|if|when|for)( an?)? )?((success|successful|succeeded|ok)|(?<failure>failures?|errors?|failed|unsuccessful))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Outcome();

    [GeneratedRegex("^(in )?(JSON|XML|YAML|text|plain text|application/[a-z+.-]+|text/[a-z]+)( (format|object|array|body|schema))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Format();
}
