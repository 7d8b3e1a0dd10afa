using System.Text.RegularExpressions;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads a line that lists roles.</summary>
internal static partial class RoleNames
{
    private const int LongestName = 60;
    private const int MostWords = 6;

    // Words that say of a role only that there is one.
    private static readonly HashSet<string> s_general = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "access", "an", "any", "appropriate", "correct", "following", "necessary", "no", "one", "right", "same", "specific", "sufficient", "the", "user",
    };

    private static readonly string[] s_separators = [",", "\u3001", "\uFF0C", ";", " and ", " or ", "\u307E\u305F\u306F", "\u304A\u3088\u3073"];

    /// <summary>Returns the roles of a line and their certainty; null: the line is a sentence.</summary>
    /// <param name="line">The line.</param>
    /// <param name="profile">The profile, which describes how roles are printed.</param>
    /// <param name="known">The roles in the other specs.</param>
    public static FoundRoles? Of(string line, Profile profile, IReadOnlyList<string> known)
    {
        var plain = Folding.WithoutBullet(line);
        if (plain.EndsWith('.') && Conditional().IsMatch(plain))
            return null;
        // The pattern of a sentence can contain commas.
        if (Printed(plain, profile.Roles) is { } whole && Split(whole).Count() == 1)
            return Known([whole], known, MarkOf(whole, profile), []);
        var names = new List<string>();
        var left = new List<string>();
        var mark = Mark.Printed;
        var hasPattern = false;
        foreach (var word in Split(plain))
        {
            var text = Folding.WithoutBullet(word).TrimEnd('.', '\u3002', ' ');
            // '"admin" or "operator"', 'users=write'.
            if (PrintedDefault.Unquoted(text) is var name && (name.Length < text.Length || Capability().IsMatch(text)))
            {
                names.Add(name);
                continue;
            }

            if (Printed(text, profile.Roles) is { } printed)
            {
                hasPattern = true;
                names.Add(printed);
                mark = mark.And(MarkOf(printed, profile));
            }
            // A manual that adds a word such as 'role' can also leave it out.
            else if (IsName(text) && !line.EndsWith('.') && !line.EndsWith('\u3002'))
            {
                names.Add(text);
                if (profile.Roles.Count > 0)
                    mark = mark.And(Mark.Check("roles without the word of the profile"));
                else if (text.Contains(' ', StringComparison.Ordinal))
                    mark = mark.And(Mark.Check("roles"));
            }
            else
            {
                left.Add(text);
            }
        }

        // Without a pattern, any words could be a name.
        return names.Count == 0 || (left.Count > 0 && !hasPattern) ? null : Known(names, known, mark, left);
    }

    /// <summary>Returns the roles in a cell of a permission table; null: it has no roles. The title of the column says that a word in it is a name.</summary>
    /// <param name="cell">The text of the cell.</param>
    /// <param name="profile">The profile, which describes how roles are printed.</param>
    /// <param name="known">The roles in the other specs.</param>
    public static FoundRoles? OfCell(string cell, Profile profile, IReadOnlyList<string> known)
    {
        var words = Split(cell).ToList();
        return words.Count > 0 && words.TrueForAll(static word => word.Length <= LongestName && !word.Contains(' ', StringComparison.Ordinal)
            && word.Any(char.IsLetter) && word[^1] != '.')
            ? Known(words.ConvertAll(word => Printed(word, profile.Roles) ?? word), known, Mark.Printed, [])
            : Of(cell, profile, known);
    }

    /// <summary>Returns the roles that a sentence names outside the part for roles; null: it names none. The profile knows the sentence, or the words around
    /// the names are those of most manuals, and the roles are marked.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="title">The title of the section; null: none.</param>
    /// <param name="profile">The profile, which describes how roles are printed.</param>
    /// <param name="known">The roles in the other specs.</param>
    public static FoundRoles? OfSentence(string sentence, string? title, Profile profile, IReadOnlyList<string> known)
    {
        var plain = TitleLead.WithoutLead(Folding.WithoutBullet(sentence), title);
        // 'If the rack is locked, it requires the Admin role' and 'Administrators can also change it' do not say who may call the operation.
        if (Conditional().IsMatch(plain))
            return null;
        foreach (var pattern in profile.Roles)
        {
            // Words such as 'Required role' also match a pattern that is little more than its gap.
            var words = pattern.Text.Replace("{name}", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Count(static word => word.Any(char.IsLetter));
            if (words > 0 && Printed(plain, [pattern]) is { } whole && Split(whole).ToList() is { Count: > 0 } printed && printed.TrueForAll(IsProper))
            {
                var isSure = words > 1 || pattern.Text.Contains(':', StringComparison.Ordinal);
                return Known(printed, known, isSure ? Mark.Printed : Mark.Check("from the text"), []);
            }
        }

        if (Denial().IsMatch(plain) || (Need().Match(plain) is { Success: true } need ? need : NeededBehind().Match(plain)) is not { Success: true } match
            || Split(match.Groups["names"].Value).ToList() is not { Count: > 0 } printedNames)
            return null;
        var names = printedNames.ConvertAll(WithoutArticle);
        // 'a password and admin permissions': a word in lower case can be any word.
        return names.TrueForAll(IsProper) && printedNames.TrueForAll(name => known.Contains(WithoutArticle(name)) || name.Any(static c => char.IsUpper(c)
            || !(char.IsLetter(c) || c == ' ')))
            ? Known(names, known, Mark.Check("from the text"), [])
            : null;
    }

    private static string WithoutArticle(string name) => Article().Replace(name, "");

    // One word, or words with capitals: 'racks:write', 'Rack Operator'. Other words belong to the sentence.
    private static bool IsProper(string name)
        => name.Length is > 0 and <= LongestName && name.Split(' ') is { Length: <= MostWords } words
            && (words.Length == 1 ? char.IsLetter(name[0]) && !s_general.Contains(name)
                : words.All(static word => char.IsUpper(word[0]) || word is "of" or "and"));

    private static FoundRoles Known(List<string> names, IReadOnlyList<string> known, Mark mark, IReadOnlyList<string> left)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (NearestName.Find(names[i], known) is { } other && other.Equals(names[i], StringComparison.OrdinalIgnoreCase))
                names[i] = other;
            if (known.Count > 0 && !known.Contains(names[i]))
                mark = mark.And(Mark.Check("a role that the other specs do not have"));
        }

        return new FoundRoles(names, mark, left);
    }

    [GeneratedRegex("^[a-z][a-z_-]{1,30}[=:](read|write|admin|\\*|[a-z]{1,10})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Capability();

    // The name in the pattern of a role. A pattern can end with the full stop of its sentence.
    private static string? Printed(string text, IReadOnlyList<TextPattern> patterns)
    {
        var plain = text.TrimEnd('.', '\u3002', ' ');
        var name = patterns.Select(pattern => pattern.Match(plain) ?? pattern.Match(plain + ".") ?? pattern.Match(plain + "\u3002"))
            .FirstOrDefault(static match => match is not null)?.GetValueOrDefault("name");
        return name is { Length: > 0 and <= LongestName } && name.Count(static c => c == ' ') < MostWords && !name.Contains(". ", StringComparison.Ordinal)
            ? name : null;
    }

    // A pattern that is only '{name}' also fits words that name no role.
    private static Mark MarkOf(string name, Profile profile)
        => name.Contains(' ', StringComparison.Ordinal) && (char.IsLower(name[0]) || profile.Roles.Any(static pattern => pattern.Text == "{name}"))
            ? Mark.Check("roles")
            : Mark.Printed;

    private static bool IsName(string text)
        => text.Length is > 0 and <= LongestName && !char.IsLower(text[0]) && char.IsLetter(text[0]) && text.Count(static c => c == ' ') < MostWords;

    // Text in parentheses belongs to the name before it: 'Administrator (View and Modify)'.
    private static IEnumerable<string> Split(string line)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i < line.Length; i++)
        {
            depth += line[i] is '(' or '\uFF08' ? 1 : line[i] is ')' or '\uFF09' ? -1 : 0;
            if (depth > 0 || Array.Find(s_separators, separator => string.CompareOrdinal(line, i, separator, 0, separator.Length) == 0) is not { } found)
                continue;
            if (line[start..i].Trim() is { Length: > 0 } part)
                yield return part;
            start = i + found.Length;
            i = start - 1;
        }

        if (start < line.Length && line[start..].Trim() is { Length: > 0 } last)
            yield return last;
    }

    // 'This call requires the Operator role.', 'Callers must have the racks:read or racks:write scope.'
    [GeneratedRegex(
        "(?i:\\b(requires?|needs?|must have|must be granted|must be assigned|only users with))( at least)? "
            + "(?<names>[A-Za-z`\"'\u201C][A-Za-z0-9_.:*`\"'\u201C\u201D, /-]{0,160}?) "
            + "(?i:(user )?(roles?|permissions?|privileges?|scopes?))\\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Need();

    // 'The Operator, Owner, or Admin role is required.'
    [GeneratedRegex(
        "^((one|any|either|at least one) of )?(?<names>(?i:the |an? )?[A-Za-z`\"'\u201C][A-Za-z0-9_.:*`\"'\u201C\u201D, /-]{0,160}?) "
            + "(?i:(user )?(roles?|permissions?|privileges?|scopes?) (is|are) (required|needed|necessary|mandatory))\\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex NeededBehind();

    // 'You do not need the Admin role.'
    [GeneratedRegex("\\b(no|not|never|without)\\b|n['\u2019]t\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Denial();

    // A sentence about some of the calls. 'To call this operation, ...' is about all of them.
    [GeneratedRegex(
        "^(if|when|whenever|unless|except|otherwise|while|where)\\b"
            + "|^(for|to|in order to)\\b(?! (call|calls|use|perform|run|execute|access|invoke|make|send)( to)? (this|the|that)\\b)"
            + "|\\b(if|unless|except)\\b|\\b(can|may|could|must|need|needs|require|requires) also\\b|\\balso (can|may|must|needs?|requires?)\\b"
            + "|\\bonly (when|for|to)\\b|\\b(additionally|optionally|alternatively)\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Conditional();

    [GeneratedRegex("^(the|an?|one of the|one of|either the|either) +|[`\"'\u201C\u201D]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Article();
}

/// <summary>The roles of a line.</summary>
/// <param name="Names">Their names.</param>
/// <param name="Mark">Their certainty.</param>
/// <param name="Left">The words that name no role.</param>
internal sealed record FoundRoles(IReadOnlyList<string> Names, Mark Mark, IReadOnlyList<string> Left);
