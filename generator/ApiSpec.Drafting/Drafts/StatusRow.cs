using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Drafts;

/// <summary>A row of the status table, which can have the text of several rows of the page.</summary>
internal sealed class StatusRow
{
    private readonly List<string> _texts = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<PageLine> _lines = [];
    private Mark _mark;

    /// <param name="key">The code and the message.</param>
    /// <param name="text">The description; empty: none.</param>
    /// <param name="mark">Its certainty.</param>
    /// <param name="lines">Its lines on the page.</param>
    public StatusRow(string key, string text, Mark mark, IEnumerable<PageLine> lines)
    {
        Key = key;
        _mark = mark;
        _texts.Add(text);
        _known.Add(text);
        _lines.AddRange(lines);
    }

    /// <summary>The code and the message.</summary>
    public string Key { get; }

    /// <summary>Whether it has no description.</summary>
    public bool IsEmpty => _texts is [{ Length: 0 }];

    /// <summary>Adds the description of another row with the same code and message.</summary>
    public void Add(string text, IEnumerable<PageLine> lines)
    {
        // A heading or a line with the code alone says nothing more.
        if (text.Length == 0 || !_known.Add(text))
            return;
        if (_texts.Count == 1 && !IsEmpty)
            _mark = _mark.And(Mark.Check("two rows of the page"));
        _texts.Add(text);
        _lines.AddRange(lines);
    }

    /// <summary>Returns the row of the draft.</summary>
    public DraftEntry ToEntry() => new(Key, new DraftText(string.Join(' ', _texts.Where(static text => text.Length > 0))), _mark, _lines);
}
