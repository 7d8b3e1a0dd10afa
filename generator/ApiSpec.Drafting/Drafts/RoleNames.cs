using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads a line that lists roles.</summary>
internal static class RoleNames
{
    private const int LongestName = 60;
    private const int MostWords = 6;

    private static readonly string[] s_separators = [",", "\u3001", "\uFF0C", ";", " and ", " or ", "\u307E\u305F\u306F", "\u304A\u3088\u3073"];

    /// <summary>Returns the roles of a line and their certainty; null: the line is a sentence.</summary>
    /// <param name="line">The line.</param>
    /// <param name="profile">The profile, which describes how roles are printed.</param>
    /// <param name="known">The roles in the other specs.</param>
    public static (IReadOnlyList<string> Names, Mark Mark)? Of(string line, Profile profile, IReadOnlyList<string> known)
    {
        var names = new List<string>();
        var mark = Mark.Printed;
        foreach (var word in Split(Folding.WithoutBullet(line)))
        {
            var text = Folding.WithoutBullet(word).TrimEnd('.', '\u3002', ' ');
            var name = profile.Roles.Select(pattern => pattern.Match(text)).FirstOrDefault(static match => match is not null)?.GetValueOrDefault("name");
            if (name is null)
            {
                // A manual that adds a word such as 'role' can also leave it out.
                if (!IsName(text) || line.EndsWith('.') || line.EndsWith('\u3002'))
                    return null;
                name = text;
                if (profile.Roles.Count > 0)
                    mark = mark.And(Mark.Check("roles without the word of the profile"));
                else if (text.Contains(' ', StringComparison.Ordinal))
                    mark = mark.And(Mark.Check("roles"));
            }

            name = NearestName.Find(name, known) is { } other && other.Equals(name, StringComparison.OrdinalIgnoreCase) ? other : name;
            names.Add(name);
            if (known.Count > 0 && !known.Contains(name))
                mark = mark.And(Mark.Check("a role that the other specs do not have"));
        }

        return names.Count == 0 ? null : (names, mark);
    }

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
}
