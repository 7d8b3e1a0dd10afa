using System.Text.RegularExpressions;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Language.Characters;

namespace ApiSpec.Drafting.Drafts;

/// <summary>A printed name, and the meaning of the suffixes around it.</summary>
/// <param name="Name">The name without suffixes.</param>
/// <param name="Stated">Whether the row is required; null: the cell does not say.</param>
/// <param name="IsList">Whether the name ends with brackets.</param>
/// <param name="Mark">The certainty about the end of the name.</param>
internal sealed partial record RowName(string Name, Requirement? Stated, bool IsList, Mark Mark)
{
    private const int LongestName = 300;
    private const string Daggers = "\u2020\u2021\u203B";

    /// <summary>Reads a cell: <c>name?</c>, <c>name[]</c>, <c>name (required)</c>, <c>name *</c>, <c>name#1</c>.</summary>
    /// <param name="printed">The text of the cell.</param>
    /// <param name="profile">The words for required and optional.</param>
    /// <param name="hasColumn">Whether a column of the table states that rows are required.</param>
    public static RowName Of(string printed, Profile profile, bool hasColumn)
    {
        var plain = Joined(Unquoted(PlainText.Plain(Folding.WithoutBullet(printed))));
        var name = plain;
        Requirement? stated = null;
        var isList = false;
        var mark = Mark.Printed;
        for (var before = ""; before != name && name.Length is > 1 and <= LongestName;)
        {
            before = name;
            if (name.EndsWith('?'))
            {
                stated ??= Requirement.Optional;
                name = name[..^1];
            }
            else if (name.EndsWith("[]", StringComparison.Ordinal))
            {
                isList = true;
                name = name[..^2];
            }
            else if (Footnote().Match(name) is { Success: true } footnote)
            {
                name = name[..footnote.Index];
                mark = mark.And(Mark.Check("the footnote of '" + plain + "'"));
            }
            else if (name[^1] == '*' || Daggers.Contains(name[^1], StringComparison.Ordinal))
            {
                // A star means 'required' in most manuals, but a footnote in others. A profile can say so.
                var ofSign = RequirementOf(name[^1..], profile);
                stated ??= ofSign ?? (hasColumn ? null : Requirement.Required);
                name = name[..^1];
                mark = ofSign is not null ? mark : mark.And(Mark.Check("what the sign after '" + plain + "' means"));
            }
            else if (Aside().Match(name) is { Success: true } aside)
            {
                var words = aside.Groups["words"].Value;
                name = name[..aside.Index];
                if (RequirementOf(words, profile) is { } requirement)
                    stated ??= requirement;
                else
                    mark = mark.And(Mark.Check("'" + words + "' after the name"));
            }
            else if (name.LastIndexOf(' ') is > 0 and var space && name.Length - space > 2 && RequirementOf(name[(space + 1)..], profile) is { } requirement)
            {
                stated ??= requirement;
                name = name[..space];
            }

            name = Unquoted(name.TrimEnd(',', ' '));
        }

        return new RowName(name, stated, isList, name.Contains(' ', StringComparison.Ordinal) ? mark.And(Mark.Check("the name has a space")) : mark);
    }

    /// <summary>Splits the word for required or optional from a type: <c>string, optional</c>.</summary>
    public static (string Type, Requirement? Stated) SplitType(string printed, Profile profile)
    {
        if (Aside().Match(printed) is { Success: true } aside && RequirementOf(aside.Groups["words"].Value, profile) is { } behind)
            return (printed[..aside.Index], behind);
        foreach (var separator in new[] { ',', ';' })
        {
            var at = printed.LastIndexOf(separator);
            if (at > 0 && RequirementOf(printed[(at + 1)..], profile) is { } last)
                return (printed[..at].Trim(), last);
            at = printed.IndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && RequirementOf(printed[..at], profile) is { } first)
                return (printed[(at + 1)..].Trim(), first);
        }

        return (printed, null);
    }

    /// <summary>Returns the requirement that a word states; null: the profile does not know the word.</summary>
    public static Requirement? RequirementOf(string words, Profile profile)
    {
        var folded = Folding.Of(words.Trim().Trim('(', ')', '[', ']'));
        return profile.Optional.Contains(folded) ? Requirement.Optional : profile.Required.Contains(folded) ? Requirement.Required : null;
    }

    // 'size. width', where a line break follows each dot.
    private static string Joined(string name)
        => name.Length <= LongestName && DottedName().IsMatch(name) ? name.Replace(". ", ".", StringComparison.Ordinal) : name;

    private static string Unquoted(string text)
    {
        var plain = text.Trim('"', '\'', '`', ' ');
        // A placeholder as the request line prints it.
        return plain is ['{', .., '}'] or ['<', .., '>'] && plain.IndexOfAny(['{', '<'], 1) < 0 ? plain[1..^1] : plain;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_$\[\]*-]+(\. ?[A-Za-z0-9_$\[\]*-]+)+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DottedName();

    // '#1', '*2', '(1)', '(*1)', '[1]', and superscript digits.
    [GeneratedRegex(@" ?(#[0-9]{1,2}|\*[0-9]{1,2}|\(\*?[0-9]{1,2}\)|\[\*?[0-9]{1,2}\]|[\u00B9\u00B2\u00B3\u2070-\u2079]+|\u203B[0-9]{1,2})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Footnote();

    [GeneratedRegex(@" ?\((?<words>[^()]{2,60})\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();
}
