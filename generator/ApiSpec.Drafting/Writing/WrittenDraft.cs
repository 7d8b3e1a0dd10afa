using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Writing;

/// <summary>A line of a draft.</summary>
/// <param name="Text">The text.</param>
/// <param name="Mark">Its certainty.</param>
/// <param name="Lines">The source lines on the page.</param>
internal sealed record WrittenLine(string Text, Mark Mark, IReadOnlyList<PageLine> Lines)
{
    /// <summary>Whether the line is inside a pasted block, where a comment would become part of the content.</summary>
    public bool IsPasted { get; init; }
}

/// <summary>A draft as the text of a spec.</summary>
/// <param name="Lines">The lines.</param>
internal sealed record WrittenDraft(IReadOnlyList<WrittenLine> Lines)
{
    /// <summary>The text of the file.</summary>
    public string Text { get; } = string.Concat(Lines.Select(static line => line.Text + "\n"));

    /// <summary>The lines of examples whose request is marked as one with a base path, counted from zero.</summary>
    public IReadOnlySet<int> LinesBelowBase => field ??= FindLinesBelowBase();

    /// <summary>The number of lines with a mark.</summary>
    public int Marked => Lines.Count(static line => line.Mark.Reason is not null);

    // An example has the lines up to the request of the next one.
    private HashSet<int> FindLinesBelowBase()
    {
        var found = new HashSet<int>();
        var isBelow = false;
        for (var i = 0; i < Lines.Count; i++)
        {
            if (Lines[i].Text.Contains("request header:", StringComparison.Ordinal))
                isBelow = Lines[i].Text.Contains(Mark.BelowBase.Reason!, StringComparison.Ordinal);
            if (isBelow)
                found.Add(i);
        }

        return found;
    }
}
