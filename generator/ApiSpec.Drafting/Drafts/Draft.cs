using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;

namespace ApiSpec.Drafting.Drafts;

/// <summary>A value of a draft.</summary>
internal abstract record DraftValue;

/// <summary>A string on one line.</summary>
internal sealed record DraftText(string Text) : DraftValue;

/// <summary>A pasted block with its lines.</summary>
internal sealed record DraftBlock(string Text) : DraftValue;

/// <summary>Words in brackets.</summary>
internal sealed record DraftWords(IReadOnlyList<string> Words) : DraftValue;

/// <summary>Keys under a key.</summary>
internal sealed record DraftTable(IReadOnlyList<DraftEntry> Entries) : DraftValue;

/// <summary>A list of strings or tables.</summary>
internal sealed record DraftItems(IReadOnlyList<(DraftValue Value, Mark Mark, IReadOnlyList<PageLine> Lines)> Items) : DraftValue;

/// <summary>A key of a draft, and where it comes from.</summary>
/// <param name="Key">The key, or the name of a row.</param>
/// <param name="Value">The value.</param>
/// <param name="Mark">Its certainty.</param>
/// <param name="Lines">The lines of the page.</param>
internal sealed record DraftEntry(string Key, DraftValue Value, Mark Mark, IReadOnlyList<PageLine> Lines);

/// <summary>The draft of one section.</summary>
/// <param name="Entries">The keys, in the order of the format.</param>
/// <param name="Unread">The lines that the draft does not use.</param>
/// <param name="Notes">Notes about the page for a person, for example about lost merged cells, or a sample that is cut off.</param>
internal sealed record Draft(IReadOnlyList<DraftEntry> Entries, IReadOnlyList<PageLine> Unread, IReadOnlyList<string> Notes)
{
    /// <summary>The section of the page.</summary>
    public PageSection? Section { get; init; }

    /// <summary>The headings inside parts that the profile leaves out, and the heading of the part.</summary>
    public IReadOnlyList<(PageLine Line, string Part)> LeftOut { get; init; } = [];

    /// <summary>The patterns of the profile that have matched.</summary>
    public PatternUse Use { get; init; } = new();

    /// <summary>Returns the entry of a key at the top; null: the draft does not have the key.</summary>
    public DraftEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key);
}
