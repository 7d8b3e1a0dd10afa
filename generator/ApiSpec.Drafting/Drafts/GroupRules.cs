using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Drafts;

/// <summary>The rules over several rows that sentences state: <c>You must specify either size or label, but not both.</c></summary>
internal sealed class GroupRules
{
    /// <summary>One of the rows, and not more.</summary>
    public const string ExactlyOne = "exactly-one";

    /// <summary>One of the rows or none.</summary>
    public const string AtMostOne = "at-most-one";

    private readonly List<DraftEntry> _entries = [];

    /// <summary>The keys of a spec for these rules.</summary>
    public IReadOnlyList<DraftEntry> Entries => _entries;

    /// <summary>Adds a rule, which is marked. A draft has one rule of each kind.</summary>
    /// <returns>Whether it is added.</returns>
    public bool Add(string key, DraftRow one, DraftRow other, PageLine line)
    {
        if (_entries.Exists(entry => entry.Key == key))
            return false;
        _entries.Add(new DraftEntry(key, new DraftWords([one.Name, other.Name]), Mark.Check("from the text"), [line]));
        return true;
    }
}
