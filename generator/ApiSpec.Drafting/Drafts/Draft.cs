using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Drafts;

/// <summary>A value of a draft.</summary>
internal abstract record DraftValue;

/// <summary>A text on one line.</summary>
internal sealed record DraftText(string Text) : DraftValue;

/// <summary>A text that is pasted, with its lines.</summary>
internal sealed record DraftBlock(string Text) : DraftValue;

/// <summary>Words in brackets.</summary>
internal sealed record DraftWords(IReadOnlyList<string> Words) : DraftValue;

/// <summary>Keys below a key.</summary>
internal sealed record DraftTable(IReadOnlyList<DraftEntry> Entries) : DraftValue;

/// <summary>A list: texts, or tables.</summary>
internal sealed record DraftItems(IReadOnlyList<(DraftValue Value, Mark Mark, IReadOnlyList<PageLine> Lines)> Items) : DraftValue;

/// <summary>A key of a draft, and where it comes from.</summary>
/// <param name="Key">The key, or the name of a row.</param>
/// <param name="Value">The value.</param>
/// <param name="Mark">How certain it is.</param>
/// <param name="Lines">The lines of the page.</param>
internal sealed record DraftEntry(string Key, DraftValue Value, Mark Mark, IReadOnlyList<PageLine> Lines);

/// <summary>The draft of one section.</summary>
/// <param name="Entries">The keys, in the order of the format.</param>
/// <param name="Unread">The lines that nothing in the draft comes from.</param>
/// <param name="Notes">What a person should know about the page: merged cells that are lost, a sample that is cut off.</param>
internal sealed record Draft(IReadOnlyList<DraftEntry> Entries, IReadOnlyList<PageLine> Unread, IReadOnlyList<string> Notes)
{
    /// <summary>The entry of a key at the top; null: the draft has none.</summary>
    public DraftEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);
}
