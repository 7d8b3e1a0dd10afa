using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Sections;

/// <summary>The fate of each line of a page: it is used, dropped by the profile, or reported as not read.</summary>
internal sealed class LineLedger
{
    private readonly HashSet<PageLine> _used = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PageLine> _dropped = new(ReferenceEqualityComparer.Instance);
    private readonly List<PageLine> _left = [];
    private readonly HashSet<(int Number, string Text)> _leftTexts = [];

    public void Use(PageLine line) => _used.Add(line);

    public void Use(IEnumerable<PageLine> lines) => _used.UnionWith(lines);

    public void Drop(PageLine line) => _dropped.Add(line);

    /// <summary>Marks lines as unused again, because their content is no longer in the draft.</summary>
    public void Return(IEnumerable<PageLine> lines) => _used.ExceptWith(lines);

    /// <summary>Reports an unused part of a used line, such as a cell.</summary>
    public void Leave(PageLine line, string text)
    {
        if (_leftTexts.Add((line.Number, text)))
            _left.Add(line with { Text = text });
    }

    /// <summary>Whether the draft uses the line.</summary>
    public bool IsUsed(PageLine line) => _used.Contains(line);

    /// <summary>Whether the profile says that the line does not belong in a spec.</summary>
    public bool IsDropped(PageLine line) => _dropped.Contains(line);

    /// <summary>Returns the lines that are neither used nor dropped, and unused parts of other lines, in order.</summary>
    /// <param name="lines">The lines of the section.</param>
    /// <param name="unknown">Lines that the reader of the page does not know.</param>
    public IEnumerable<PageLine> Unread(IEnumerable<PageLine> lines, IEnumerable<PageLine> unknown)
        => lines.Where(line => !line.IsBlank && !_used.Contains(line) && !_dropped.Contains(line)).Concat(_left).Concat(unknown).OrderBy(static line
            => line.Number);
}
