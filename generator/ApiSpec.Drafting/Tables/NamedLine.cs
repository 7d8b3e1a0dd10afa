using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tables;

/// <summary>A name and its text on one line outside of tables: <c>limit - The number of items</c>, <c>*limit* The number of items</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Text">The text after it and after the sign between them.</param>
/// <param name="IsStyled">Whether the page prints the name as code, in bold or in italics.</param>
/// <param name="HasSign">Whether a colon or a dash is between both.</param>
internal sealed partial record NamedLine(string Name, string Text, bool IsStyled, bool HasSign)
{
    private const int MostLinesBetween = 3;

    /// <summary>Returns the name and the text of a line; null: it has no such form. A word with one capital is not a name: <c>Result: It is full</c>.</summary>
    public static NamedLine? Of(PageLine line)
    {
        if (line is not { Kind: LineKind.Text, IsAside: false, IsBlank: false } || line.Cells.Count > 1)
            return null;
        // In plain text, the signs of Markdown can be left.
        if (Marked().Match(line.Text) is { Success: true } marked)
            return Styled(marked.Groups["name"].Value, marked.Groups["rest"].Value);
        var text = Folding.WithoutBullet(line.Text);
        if (LeadOf(line, text) is { } lead)
            return Styled(lead.TrimEnd(':', ' '), lead.TrimEnd().EndsWith(':') ? ":" + text[lead.Length..] : text[lead.Length..]);
        return Plain().Match(text) is { Success: true } match && IsName(match.Groups["name"].Value)
            && (!match.Groups["sign"].Value.StartsWith(':') || IsSentence(match))
            ? new NamedLine(match.Groups["name"].Value, match.Groups["text"].Value, IsStyled: false, HasSign: true)
            : null;
    }

    /// <summary>Returns the name at the start of a line in a separate style, and all text after it; null: it does not have one.</summary>
    public static (string Name, string Behind)? StyledName(PageLine line)
        => line is { Kind: LineKind.Text, IsAside: false, IsBlank: false } && Folding.WithoutBullet(line.Text) is var text && LeadOf(line, text) is { } lead
            && lead.TrimEnd(':', ' ') is var name && IsName(name) ? (name, text[lead.Length..].Trim()) : null;

    /// <summary>Returns the name and the text of a line if a line next to it has the same form; null: it has not, or neither.</summary>
    /// <param name="lines">The lines of a part.</param>
    /// <param name="index">The index of the line.</param>
    public static NamedLine? BesideOther(IReadOnlyList<PageLine> lines, int index)
        => Of(lines[index]) is { } named && (IsAlike(named, Next(lines, index, 1)) || IsAlike(named, Next(lines, index, -1))) ? named : null;

    private static bool IsAlike(NamedLine named, PageLine? other)
        => other is not null && Of(other) is { } beside && beside.IsStyled == named.IsStyled && beside.HasSign == named.HasSign;

    private static PageLine? Next(IReadOnlyList<PageLine> lines, int index, int step)
    {
        for (var i = index + step; i >= 0 && i < lines.Count && Math.Abs(i - index) <= MostLinesBetween; i += step)
        {
            if (!lines[i].IsBlank)
                return lines[i];
        }

        return null;
    }

    private static string? LeadOf(PageLine line, string text)
        => line.Lead is { Length: > 0 } lead && text.StartsWith(lead, StringComparison.Ordinal) ? lead
            : line.Italics.FirstOrDefault(italic => italic.Length > 0 && text.StartsWith(italic, StringComparison.Ordinal));

    // 'size must be positive' is a sentence that starts with the name.
    private static NamedLine? Styled(string name, string behind)
    {
        var rest = behind.Trim();
        var text = Folding.WithoutSeparator(rest);
        var hasSign = text.Length < rest.Length && rest[0] != ',';
        return IsName(name) && text.Length > 0 && (text.Length < rest.Length || char.IsUpper(text[0]) || text[0] == '(')
            ? new NamedLine(name, text, IsStyled: true, hasSign)
            : null;
    }

    private static bool IsName(string text)
        => CellWords.IsName(text) && !CellWords.IsWord(text) && (char.IsLetter(text[0]) || text[0] is '_' or '$' or '@');

    // A header of a message has a hyphen, and a value of JSON or YAML is one word.
    private static bool IsSentence(Match match)
        => match.Groups["name"].Value is var name && !name.Contains('-', StringComparison.Ordinal)
            && match.Groups["text"].Value is [var first, ..] text && char.IsLetter(first) && text.Contains(' ', StringComparison.Ordinal);

    [GeneratedRegex(@"^([-*\u2022] )?(?<mark>\*\*|\*|__|_|`)(?<name>[A-Za-z$@][A-Za-z0-9_.$\[\]-]{0,119}:?)\k<mark>(?<rest>[ :\u2013\u2014-].*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^(?<name>[A-Za-z_$@][A-Za-z0-9_.$\[\]-]{0,119})(?<sign> +[-\u2013\u2014] +|: +)(?<text>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
