namespace ApiSpec.Drafting.Markup;

/// <summary>Finds the titles of reStructuredText: a line with a rule under it, or with one above and one under it. The level of a rule is the order in which
/// the document first uses it.</summary>
internal sealed class RstTitles
{
    private const int ShortestRule = 4;

    private readonly List<(char Sign, bool HasOverline)> _levels = [];

    /// <summary>Returns the title at a line; null: no title starts there.</summary>
    public RstTitle? At(IReadOnlyList<SourceLine> lines, int index)
    {
        if (RstTitle.At(lines, index) is not { } title)
            return null;
        var level = _levels.IndexOf((title.Sign, title.HasOverline));
        if (level < 0)
        {
            level = _levels.Count;
            _levels.Add((title.Sign, title.HasOverline));
        }

        return title with { Level = level + 1 };
    }

    /// <summary>Whether a line is a rule between paragraphs.</summary>
    public static bool IsTransition(IReadOnlyList<SourceLine> lines, int index)
        => RstTitle.IsRule(lines[index].Text, ShortestRule) && (index + 1 == lines.Count || lines[index + 1].IsBlank);
}

/// <summary>A title.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Line">The line of the file.</param>
/// <param name="Sign">The character of its rule.</param>
/// <param name="HasOverline">Whether a rule is above it as well.</param>
/// <param name="Lines">The number of lines, with the rules.</param>
internal sealed record RstTitle(string Text, int Line, char Sign, bool HasOverline, int Lines)
{
    private const int ShortestUnderline = 2;
    private const int EnoughOfUnderline = 4;

    /// <summary>The level; 0: unknown.</summary>
    public int Level { get; init; }

    /// <summary>Returns the title at a line, without its level; null: no title starts there.</summary>
    public static RstTitle? At(IReadOnlyList<SourceLine> lines, int index)
    {
        if (IsRule(lines[index].Text, ShortestUnderline) && index + 2 < lines.Count && !lines[index + 1].IsBlank
            && !IsRule(lines[index + 1].Text, EnoughOfUnderline)
            && IsRule(lines[index + 2].Text, ShortestUnderline) && lines[index + 2].Text[0] == lines[index].Text[0])
            return new RstTitle(lines[index + 1].Text.Trim(), lines[index + 1].Number, lines[index].Text[0], true, 3);
        if (index + 1 >= lines.Count || lines[index].IsBlank || lines[index].Indent > 0 || !IsRule(lines[index + 1].Text, ShortestUnderline)
            || IsRule(lines[index].Text, ShortestUnderline))
            return null;
        var rule = lines[index + 1].Text;
        // Characters of East Asian scripts have two columns, and a rule that is a little too short is still one.
        return rule.Length >= lines[index].Text.Length || rule.Length >= EnoughOfUnderline
            ? new RstTitle(lines[index].Text, lines[index].Number, rule[0], false, 2)
            : null;
    }

    /// <summary>Whether a line only repeats one sign.</summary>
    public static bool IsRule(string text, int shortest)
        => text.Length >= shortest && text[0] is > ' ' and < '\x7F' && !char.IsAsciiLetterOrDigit(text[0]) && text.AsSpan().TrimStart(text[0]).IsEmpty
            && !(text[0] == ':' && text.Length == ShortestUnderline) && !(text[0] == '.' && text.Length == ShortestUnderline);
}
