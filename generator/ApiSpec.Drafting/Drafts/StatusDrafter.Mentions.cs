using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <content>Codes that only the words around them show to be statuses.</content>
internal sealed partial class StatusDrafter
{
    private const int LongestSentence = 500;

    // 'If one failed, it returns a 400.', and a row whose error code is a body in JSON.
    private void ReadMentions(bool isOnly)
    {
        foreach (var line in new[] { Key, "response", ProfileKeys.Error, ProfileKeys.ErrorCodes }.SelectMany(context.Section.Of)
            .SelectMany(static part => part.Visible).Where(line => !context.Ledger.IsDropped(line) && !context.Ledger.IsUsed(line)))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var text = line.Kind == LineKind.Row && line.Cells is [{ Text: ['{', ..] }, _, ..] ? line.Cells[^1].Text
                : isOnly && line.Kind == LineKind.Text ? line.Text : "";
            foreach (var code in text.Length is 0 or > LongestSentence ? [] : StatusLine.MentionedIn(text))
                Add(With(RowOf(line, code), "description", text), null, Mark.Check("from the text"));
        }
    }
}
