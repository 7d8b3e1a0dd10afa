namespace ApiSpec.Drafting.Pages;

/// <summary>Cuts text that is longer than a line can be, and keeps the rest, which the draft lists as not read.</summary>
internal sealed class CutText
{
    private readonly List<PageLine> _lines = [];

    /// <summary>The rests, with the lines that they are from.</summary>
    public IReadOnlyList<PageLine> Lines => _lines;

    /// <summary>Returns the start of a text that a line can have.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The line of the file.</param>
    public string Cut(string text, int number)
    {
        if (text.Length <= PageLimits.LineLength)
            return text;
        if (PageText.Of(text[PageLimits.LineLength..]) is { Length: > 0 } rest)
            _lines.Add(new PageLine { Number = number, Text = rest, Kind = LineKind.Code });
        return text[..PageLimits.LineLength];
    }

    /// <summary>Adds the rests of a part of the file.</summary>
    /// <param name="part">The rests, whose lines are counted from the start of the part.</param>
    /// <param name="above">The number of lines above the part.</param>
    public void Add(CutText part, int above)
        => _lines.AddRange(part._lines.Select(line => line with { Number = line.Number + above, LastNumber = line.LastNumber + above }));
}
