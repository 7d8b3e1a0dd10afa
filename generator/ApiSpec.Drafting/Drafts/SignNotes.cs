using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Drafts;

/// <summary>What a page says about the signs after names and types: <c>* required</c>, <c>Names with a question mark are optional</c>.</summary>
internal sealed partial class SignNotes
{
    private const int LongestNote = 300;
    private const string Signs = "*?\u2020\u2021\u00A7\u203B";

    private readonly Dictionary<char, SignNote> _notes = [];

    /// <summary>No page explains a sign.</summary>
    public static SignNotes None { get; } = new([], new Profile { Name = "" });

    /// <param name="lines">The lines of the section.</param>
    /// <param name="profile">The words for required and optional.</param>
    public SignNotes(IEnumerable<PageLine> lines, Profile profile)
    {
        foreach (var line in lines.Where(static line => IsNote(line) && line.Text.Length is > 2 and <= LongestNote))
        {
            if (OfLegend(line.Text, profile) is (var sign, { } meaning))
            {
                _notes.TryAdd(sign, meaning with { Line = line });
                continue;
            }

            foreach (var sentence in Sentences.Of(line.Text))
            {
                if (OfSentence(sentence) is (var named, { } said))
                    _notes.TryAdd(named, said with { Line = line });
            }
        }
    }

    // The description of one parameter explains no sign of others, and a row over all columns can.
    private static bool IsNote(PageLine line)
        => line.Kind == LineKind.Text || (line.Kind == LineKind.Row && line.Cells.Count(static cell => !cell.IsSpanned && cell.Text.Length > 0) == 1);

    /// <summary>Returns what the page says about a sign; null: nothing.</summary>
    public SignNote? Of(char sign) => _notes.GetValueOrDefault(sign);

    // '* required', '\u2020: optional parameter'.
    private static (char Sign, SignNote? Note)? OfLegend(string text, Profile profile)
    {
        if (!Signs.Contains(text[0], StringComparison.Ordinal))
            return null;
        var words = Folding.WithoutSeparator(text[1..].TrimStart('=')).TrimStart('=', ' ').TrimEnd('.');
        var plain = Noun().Replace(words, "");
        return plain.Length == 0 ? null
            : RowName.RequirementOf(plain, profile) is { } requirement ? (text[0], new SignNote(requirement, IsNullable: false))
            : Nullable().IsMatch(plain) && plain.Length < 20 && !Negation().IsMatch(plain) ? (text[0], new SignNote(null, IsNullable: true))
            : null;
    }

    // 'Parameters marked with an asterisk (*) are required.' Two meanings in one sentence could each belong to another sign.
    private static (char Sign, SignNote? Note)? OfSentence(string text)
    {
        if (!Verb().IsMatch(text) || Negation().IsMatch(text) || SignIn(text) is not { } sign)
            return null;
        var (required, optional, nullable) = (Required().IsMatch(text), Optional().IsMatch(text), Nullable().IsMatch(text));
        return (required, optional, nullable) switch
        {
            (true, false, false) => (sign, new SignNote(Requirement.Required, IsNullable: false)),
            (false, true, false) => (sign, new SignNote(Requirement.Optional, IsNullable: false)),
            (false, false, true) => (sign, new SignNote(null, IsNullable: true)),
            _ => null,
        };
    }

    private static char? SignIn(string text)
    {
        var signs = Sign().Matches(text).Select(static match => match.Groups["sign"].Value switch
        {
            [var sign] => sign,
            var words when words.StartsWith("question", StringComparison.OrdinalIgnoreCase) => '?',
            var words when words.StartsWith("dagger", StringComparison.OrdinalIgnoreCase) => '\u2020',
            _ => '*',
        }).Distinct().ToList();
        return signs is [var only] ? only : null;
    }

    [GeneratedRegex(" (parameters?|fields?|members?|attributes?|propert(y|ies)|values?|arguments?|elements?|keys?)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Noun();

    [GeneratedRegex(
        "\\b(marked|denote[sd]?|indicate[sd]?|means?|flagged|followed|prefixed|suffix(ed)?|identified|signif(y|ies)|"
            + "with an? (asterisk|star|question mark|dagger))\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Verb();

    [GeneratedRegex("\\b(?<sign>asterisk|star|question mark|dagger)\\b|(?<=^|[ (\"'`\u201C])(?<sign>[*?\u2020\u2021\u00A7\u203B])(?=$|[ )\"'`.,:\u201D])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Sign();

    // 'Fields not marked with * are optional', 'All fields are required except those with *', 'Fields with * are required if size is given'.
    [GeneratedRegex(
        "\\b(not|no|non|never|cannot|neither|nor|unless|except|excepting|excluding|without|unmarked|others?|otherwise|besides|but|apart|if|when)\\b"
            + "|n['\u2019]t\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Negation();

    [GeneratedRegex("\\b(required|mandatory)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Required();

    [GeneratedRegex("\\boptional\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Optional();

    [GeneratedRegex("\\b(nullable|null)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Nullable();
}

/// <summary>The meaning of a sign.</summary>
/// <param name="Stated">Whether rows with the sign are required; null: the page says something else.</param>
/// <param name="IsNullable">Whether their values can be null.</param>
internal sealed record SignNote(Requirement? Stated, bool IsNullable)
{
    /// <summary>The line of the page that explains it.</summary>
    public PageLine? Line { get; init; }
}
