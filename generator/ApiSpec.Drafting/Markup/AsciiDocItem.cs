using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Markup;

/// <summary>The start of an item of a list: <c>* text</c>, <c>.. text</c>, <c>term:: text</c>.</summary>
/// <param name="Mark">The sign of the list, which is the same for its items: <c>**</c>, <c>.</c>, <c>::</c>.</param>
/// <param name="Term">The term of a definition; null: the list has no definitions.</param>
/// <param name="Text">The text on the line.</param>
internal sealed partial record AsciiDocItem(string Mark, string? Term, string Text)
{
    /// <summary>Returns the item at a line; null: no item starts there.</summary>
    public static AsciiDocItem? At(SourceLine line)
    {
        var text = line.Text.TrimStart();
        if (Sign().Match(text) is { Success: true } sign)
        {
            var mark = sign.Groups["mark"].Value;
            return new AsciiDocItem(char.IsLetterOrDigit(mark[0]) ? "1." : mark[0] == '<' ? "<1>" : mark, null, Check().Replace(sign.Groups["text"].Value, ""));
        }

        return text is not [':' or '/', ..] && Definition().Match(text) is { Success: true } definition
            ? new AsciiDocItem(definition.Groups["mark"].Value, definition.Groups["term"].Value.Trim(), definition.Groups["text"].Value.Trim())
            : null;
    }

    public string Element => Term is not null ? "dl" : Mark[0] is '*' or '-' ? "ul" : "ol";

    [GeneratedRegex(@"^(?<mark>-|\*{1,6}|\.{1,6}|[0-9]{1,3}\.|[a-zA-Z]\.|<([0-9]{1,3}|\.)>)[ ]+(?<text>\S.*)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Sign();

    [GeneratedRegex(@"^(?<term>\S.{0,300}?)(?<mark>:{2,4}|;;)( +(?<text>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^\[[ xX*]\] +", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Check();
}
