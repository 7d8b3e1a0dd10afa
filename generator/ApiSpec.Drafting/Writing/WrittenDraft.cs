using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Writing;

/// <summary>A line of a draft.</summary>
/// <param name="Text">The text.</param>
/// <param name="Mark">How certain it is.</param>
/// <param name="Lines">The lines of the page that it comes from.</param>
internal sealed record WrittenLine(string Text, Mark Mark, IReadOnlyList<PageLine> Lines)
{
    /// <summary>The line is inside a pasted text, where a comment would be a part of it.</summary>
    public bool IsPasted { get; init; }
}

/// <summary>A draft as the text of a spec.</summary>
/// <param name="Lines">The lines.</param>
internal sealed record WrittenDraft(IReadOnlyList<WrittenLine> Lines)
{
    /// <summary>The text of the file.</summary>
    public string Text { get; } = string.Concat(Lines.Select(static line => line.Text + "\n"));

    /// <summary>How many lines have a mark.</summary>
    public int Marked => Lines.Count(static line => line.Mark.Reason is not null);
}
