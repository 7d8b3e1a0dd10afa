using System.Text.RegularExpressions;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads a word for required or optional at an end of a sentence: <c>Optional: the name</c>, <c>[Required] The name</c>, <c>The name [optional]</c>,
/// <c>Can be omitted</c>.</summary>
internal static partial class PresenceLead
{
    // A letter can be anything.
    private const int FewestLetters = 4;

    private const int LongestSentence = 1_000;

    // In a sentence, these words have another meaning: 'True: the rack is open'.
    private static readonly HashSet<string> s_others = new(StringComparer.OrdinalIgnoreCase) { "always", "false", "must", "true" };

    /// <summary>Returns what the word says, and the sentence without it; null: there is no such word, or a condition follows it.</summary>
    public static (Requirement Stated, string Behind)? Read(string sentence, Profile profile)
    {
        if (sentence.Length > LongestSentence)
            return null;
        if (Of(sentence.TrimEnd('.', '\u3002')) is { } whole)
            return (whole, "");
        if (Lead().Match(sentence) is { Success: true } lead && Of(lead.Groups["word"].Value) is { } first)
        {
            var behind = sentence[lead.Length..].TrimStart();
            // 'Required, if size is given'.
            return first == Requirement.Required && profile.IsConditional(" " + behind.Split(' ')[0] + " x") ? null : (first, behind);
        }

        return End().Match(sentence) is { Success: true } end && Of(end.Groups["word"].Value) is { } last
            && !profile.IsConditional(sentence[..end.Index].Split(' ')[0] + " x")
            ? (last, sentence[..end.Index] + end.Groups["stop"].Value)
            : null;

        Requirement? Of(string word)
            => (word.Length < FewestLetters && word.All(char.IsAscii)) || s_others.Contains(word) ? null : RowName.RequirementOf(word, profile);
    }

    [GeneratedRegex(
        @"^([(\[*_]{1,2}(?<word>\p{L}[\p{L} ]{1,30})[)\]*_]{1,2}[:,.]?|(?<word>\p{L}[\p{L} ]{1,30})(:| [-\u2013\u2014]|,))( |$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@" \[(?<word>\p{L}[\p{L} ]{1,30})\](?<stop>\.?)$", RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
