using System.Text.RegularExpressions;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;
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
    private static readonly string[] s_facts = ["since ", "before ", "read-only", "write-only"];

    private const string Daggers = "\u2020\u2021\u00A7\u203B";

    /// <summary>The type and the word for required that follow the name; null: neither does.</summary>
    public RowFacts? Facts { get; private init; }

    /// <summary>The badge after the name that says that the row is deprecated; empty: none does.</summary>
    public string Badge { get; private init; } = "";

    /// <summary>The other words after the name, such as <c>since 2.8</c>.</summary>
    public IReadOnlyList<string> Asides { get; private init; } = [];

    /// <summary>The explanations of the signs around the name.</summary>
    public IReadOnlyList<SignNote> Notes { get; private init; } = [];

    /// <summary>Reads a cell: <c>name?</c>, <c>name[]</c>, <c>name (required)</c>, <c>name *</c>, <c>name#1</c>, <c>name (integer, optional)</c>.</summary>
    /// <param name="printed">The text of the cell.</param>
    /// <param name="profile">The words for required and optional.</param>
    /// <param name="hasColumn">Whether a column of the table states that rows are required.</param>
    /// <param name="signs">What the page says about signs.</param>
    /// <param name="words">The types.</param>
    /// <param name="isBody">Whether the row is a member of a body.</param>
    public static RowName Of(string printed, Profile profile, bool hasColumn, SignNotes signs, CellWords words, bool isBody)
    {
        var plain = Joined(Unquoted(PlainText.Plain(Folding.WithoutBullet(WithSignBehind(printed.Trim())))));
        var mark = Mark.Printed;
        Requirement? stated = null;
        if (plain is ['[', .., ']'])
        {
            // '[array item]' describes the items of a list. A parameter in brackets can be left out.
            if (!CellWords.IsName(plain[1..^1]) || (isBody && (plain[1..^1] is "item" or "items" or "element" or "elements" or "array" or "object" or "n" or "i"
                || char.IsDigit(plain[1]))))
                return new RowName(plain, null, IsList: false, Mark.Printed);
            (plain, stated, mark) = (plain[1..^1], hasColumn ? null : Requirement.Optional, Mark.Check("what the brackets around the name mean"));
        }

        // '. name' and '++ name' are members of the object above.
        if (isBody && plain.TrimStart('.', '+', ' ') is [var first, ..] rest && rest.Length < plain.Length && (char.IsLetter(first) || first is '_' or '"'))
            plain = Unquoted(rest);
        var name = WithoutLead(plain, profile, ref stated);
        var isList = false;
        var isGuess = false;
        var badge = "";
        RowFacts? facts = null;
        var notes = new List<SignNote>();
        var asides = new List<string>();
        for (var before = ""; before != name && name.Length is > 1 and <= LongestName;)
        {
            before = name;
            // In 'racks.*', the star stands for any name.
            if ((name[^1] is '?' or '*' && name[^2] != '.') || Daggers.Contains(name[^1], StringComparison.Ordinal))
            {
                TakeSign(name[^1]);
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
            else if (Aside().Match(name) is { Success: true } aside)
            {
                TakeAside(aside.Groups["words"].Value);
                name = name[..aside.Index];
            }
            else if (FactBehind().Match(name) is { Success: true } behindName && CellWords.IsName(behindName.Groups["name"].Value)
                && IsFact(behindName.Groups["words"].Value, profile))
            {
                TakeAside(behindName.Groups["words"].Value);
                name = behindName.Groups["name"].Value;
            }
            else if (name.LastIndexOf(' ') is > 0 and var space && name.Length - space > 2 && RequirementOf(name[(space + 1)..], profile) is { } requirement)
            {
                stated ??= requirement;
                name = name[..space];
            }

            name = Unquoted(name.TrimEnd(',', ':', ' ', '\u2013', '\u2014'));
            name = name.EndsWith(" -", StringComparison.Ordinal) ? name[..^2].TrimEnd() : name;
        }

        // 'limit integer', if a table has no column for types.
        if (facts is null && name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end && CellWords.IsName(name[..end].TrimEnd(':'))
            && RowFacts.Read(name[(end + 1)..], words) is { Type.Length: > 0 } behind)
        {
            if (behind.Required.Length == 0 && name[end - 1] != ':')
                mark = mark.And(Mark.Check("whether '" + behind.Type + "' is the type"));
            (facts, name) = (behind, Unquoted(name[..end].TrimEnd(':')));
        }

        stated ??= facts is { Required.Length: > 0 } ? RequirementOf(facts.Required, profile) : null;
        return new RowName(name, stated, isList, name.Contains(' ', StringComparison.Ordinal) ? mark.And(Mark.Check("the name has a space")) : mark)
        {
            Facts = facts, Badge = badge, Notes = notes, Asides = asides,
        };

        void TakeSign(char sign)
        {
            // A profile says what a sign means, and otherwise the page.
            var ofProfile = RequirementOf(sign.ToString(), profile);
            if (ofProfile is null && signs.Of(sign) is { } note)
            {
                stated = isGuess ? note.Stated : stated ?? note.Stated;
                isGuess = false;
                notes.Add(note);
            }
            else if (sign == '?')
            {
                // A star after it is a footnote.
                stated = isGuess ? Requirement.Optional : stated ?? Requirement.Optional;
                isGuess = false;
            }
            else
            {
                // A star means 'required' in most manuals, but a footnote in others.
                isGuess = ofProfile is null && stated is null && !hasColumn;
                stated ??= ofProfile ?? (hasColumn ? null : Requirement.Required);
                mark = ofProfile is not null ? mark : mark.And(Mark.Check("what the sign after '" + plain + "' means"));
            }
        }

        void TakeAside(string aside)
        {
            // '(optional, since 4.1)'.
            if (aside.IndexOfAny([',', ';']) > 0 && RowFacts.ReadWithDefault(aside, words) is null)
            {
                foreach (var part in aside.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    TakeAside(part);
                return;
            }

            if (RequirementOf(aside, profile) is { } requirement)
                stated ??= requirement;
            else if (facts is null && RowFacts.ReadWithDefault(aside, words) is { } read)
                facts = read;
            else if (IsDeprecation(aside, profile))
                badge = aside;
            else
                asides.Add(aside);
        }
    }

    private static bool IsDeprecation(string words, Profile profile)
        => words.StartsWith("deprecated ", StringComparison.OrdinalIgnoreCase) || profile.Deprecated.Any(pattern => pattern.IsMatch(words));

    // Words that say when the row exists, or who writes it.
    private static bool IsFact(string words, Profile profile)
        => IsDeprecation(words, profile) || profile.Remarks.Any(remark => s_facts.Any(fact => remark.Remark.StartsWith(fact, StringComparison.Ordinal))
            && remark.Printed.IsMatch(words));

    // '(optional) name', '[required] name'.
    private static string WithoutLead(string name, Profile profile, ref Requirement? stated)
    {
        if (name is not ['(' or '[', ..] || name.IndexOfAny([')', ']']) is not (> 1 and var end) || end + 1 >= name.Length
            || RequirementOf(name[1..end], profile) is not { } requirement)
            return name;
        stated ??= requirement;
        return Unquoted(name[(end + 1)..]);
    }

    /// <summary>Returns the requirement that a word states; null: the profile does not know the word.</summary>
    public static Requirement? RequirementOf(string words, Profile profile)
    {
        var folded = Folding.Of(words.Trim().Trim('(', ')', '[', ']'));
        return profile.Optional.Contains(folded) ? Requirement.Optional : profile.Required.Contains(folded) ? Requirement.Required : null;
    }

    // 'size. width', where a line break follows each dot, and 'size > width'.
    private static string Joined(string name)
        => name.Length > LongestName ? name
            : DottedName().IsMatch(name) ? name.Replace(". ", ".", StringComparison.Ordinal)
            : Levels().Replace(name, ".");

    // '*name' has the sign of 'name*'. '**name**' is bold in Markdown, and '* name' is an item.
    private static string WithSignBehind(string text)
    {
        var stars = text.Length - text.TrimStart('*').Length;
        if (stars is 0 or > 3 || text.Length <= stars * 2)
            return text;
        return text.EndsWith(new string('*', stars), StringComparison.Ordinal) ? text[stars..^stars]
            : stars == 1 && char.IsLetter(text[1]) ? text[1..] + "*"
            : text;
    }

    /// <summary>Returns a printed name without quotation marks, and without the signs of a placeholder: <c>id</c> for <c>:id</c> and <c>{id}</c>.</summary>
    public static string Unquoted(string text)
    {
        var plain = text.Trim('"', '\'', '`', ' ');
        // ':id', as a route names a placeholder.
        if (plain is [':', var letter, ..] && (char.IsLetter(letter) || letter == '_'))
            plain = plain[1..];
        // A placeholder as the request line prints it.
        return plain is ['{', .., '}'] or ['<', .., '>'] && plain.IndexOfAny(['{', '<'], 1) < 0 ? plain[1..^1] : plain;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_$\[\]*-]+(\. ?[A-Za-z0-9_$\[\]*-]+)+$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DottedName();

    // Between names of objects and their members.
    [GeneratedRegex(@"(?<=[A-Za-z0-9_\]]) ?(->|\u2192|\u203A|\u00BB|>) ?(?=[A-Za-z_])", RegexOptions.CultureInvariant)]
    private static partial Regex Levels();

    // '#1', '*2', '(1)', '(*1)', '[1]', and superscript digits.
    [GeneratedRegex(@" ?(#[0-9]{1,2}|\*[0-9]{1,2}|\(\*?[0-9]{1,2}\)|\[\*?[0-9]{1,2}\]|[\u00B9\u00B2\u00B3\u2070-\u2079]+|\u203B[0-9]{1,2})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Footnote();

    // 'mode \u2013 since 2.8', 'mode deprecated'.
    [GeneratedRegex(
        @"^(?<name>\S+?)( *[-\u2013\u2014:,;] +| +)(?<words>[A-Za-z][^()\[\]]{3,60})$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FactBehind();

    [GeneratedRegex(@" ?(\((?<words>[A-Za-z]|[^()]{2,60})\)| \[(?<words>[^\[\]0-9][^\[\]]{2,60})\])$", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();
}
