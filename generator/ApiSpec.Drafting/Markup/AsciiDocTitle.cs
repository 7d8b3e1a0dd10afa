using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Markup;

/// <summary>A title of AsciiDoc: <c>== Title</c>, or a line with a rule under it.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Level">Its level; 1 is the title of the document.</param>
/// <param name="Lines">The number of lines, with the rule.</param>
internal sealed partial record AsciiDocTitle(string Text, int Level, int Lines)
{
    private const int ShortestRule = 3;

    // The characters of rules, from the highest level to the lowest.
    private const string Rules = "=-~^+";

    /// <summary>Returns the title at a line; null: no title starts there.</summary>
    public static AsciiDocTitle? At(IReadOnlyList<SourceLine> lines, int index)
    {
        var text = lines[index].Text;
        if (Form().Match(text) is { Success: true } match)
            return new AsciiDocTitle(match.Groups["text"].Value.Trim(), match.Groups["level"].Length, 1);
        return index + 1 < lines.Count && IsRule(lines[index + 1].Text) && IsAsLong(text, lines[index + 1].Text) && IsText(lines[index])
            ? new AsciiDocTitle(text, Rules.IndexOf(lines[index + 1].Text[0], StringComparison.Ordinal) + 1, 2) : null;
    }

    /// <summary>Whether a line is a title without a rule.</summary>
    public static bool IsOnOneLine(string line) => Form().IsMatch(line);

    private static bool IsRule(string text)
        => text.Length >= ShortestRule && Rules.Contains(text[0], StringComparison.Ordinal) && text.AsSpan().TrimStart(text[0]).IsEmpty;

    // A character of an East Asian script can count as one or as two.
    private static bool IsAsLong(string text, string rule)
        => Math.Abs(text.Length - rule.Length) <= 1 || Math.Abs(WideText.Widen(text).Length - rule.Length) <= 1;

    // The frame of a block can follow the item of a list. A title can have a number.
    private static bool IsText(SourceLine line)
        => line.Text is not ['.' or ' ' or '[' or '|', ..] && line.Text.Any(char.IsLetterOrDigit) && !Frame().IsMatch(line.Text)
            && AsciiDocItem.At(line) is null or { Mark: "1." };

    [GeneratedRegex(@"^(?<level>={1,6}|#{1,6})[ \t]+(?<text>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();

    // The start of code, a directive or an attribute.
    [GeneratedRegex(@"^(```|[a-z][a-z0-9_-]{1,40}::[^ \[\]]*\[|:[A-Za-z0-9_!-]{1,80}:|//)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Frame();
}
