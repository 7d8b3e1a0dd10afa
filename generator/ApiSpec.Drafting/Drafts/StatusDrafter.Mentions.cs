using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <content>Codes that only the words around them show to be statuses.</content>
internal sealed partial class StatusDrafter
{
    private const int LongestSentence = 500;

    private static readonly Mark s_fromText = Mark.Check("from the text");

    // Whether the page lists statuses, and does not only name them in sentences.
    private bool _hasList;

    // One sentence can name several statuses.
    private bool ReadSentence(PageLine line, bool isRest = false)
    {
        var text = line.Kind == LineKind.Row ? line.Cells[^1].Text : line.Text;
        var found = line.Kind == LineKind.Text || IsOutcome(line) ? StatusLine.AllInSentence(text) : [];
        foreach (var (code, message) in found.Where(status => !isRest || !_codes.Contains(status.Code)).ToList())
        {
            var row = RowOf(line with { Kind = LineKind.Text }, code + " " + message);
            Add(With(row, "description", text) with { Lines = [line] }, null, s_fromText);
        }

        // A code without its message can be beside one with it.
        if (found.Count > 0 && !_hasList)
        {
            foreach (var (code, about) in Sentences.Of(text).SelectMany(static sentence => StatusClauses.In(sentence, isAboutStatuses: true)).ToList()
                .FindAll(clause => !_codes.Contains(clause.Code)))
                Add(OfClause(line, code, about, [line]), null, s_fromText);
        }

        return found.Count > 0;
    }

    // 'Success', and a sentence with the status.
    private bool IsOutcome(PageLine line)
        => line is { Kind: LineKind.Row, Cells: [{ Text: var term }, _] } && context.Profile.IsLabel(ProfileKeys.OutcomeLabel, term);

    // Under the heading of a response or an example, a sentence can name the status of the response.
    private void ReadSentences()
    {
        foreach (var part in context.Section.Parts.Where(static part => part.Key is "response" or ProfileKeys.Error || ProfileKeys.IsOfExample(part.Key)))
        {
            foreach (var line in part.Visible.Where(line => (line is { Kind: LineKind.Text, IsItem: false } || IsOutcome(line))
                && !context.Ledger.IsDropped(line) && !context.Ledger.IsUsed(line) && line.Text[^1] is '.' or ':' && IsSentence(line.Text.TrimEnd(':'))
                && StatusLine.AllInSentence(line.Text).Any(status => !_codes.Contains(status.Code))))
                ReadSentence(line, isRest: true);
        }
    }

    // 'If one failed, it returns a 400.', and a row whose error code is a body in JSON.
    private void ReadMentions()
    {
        var isOnly = !_hasList;
        foreach (var part in new[] { Key, "response", ProfileKeys.Error, ProfileKeys.ErrorCodes }.SelectMany(context.Section.Of))
        {
            foreach (var line in part.Visible.Where(line => !context.Ledger.IsDropped(line) && !context.Ledger.IsUsed(line)))
            {
                context.Cancellation.ThrowIfCancellationRequested();
                if (line.Kind == LineKind.Row && line.Cells is [{ Text: ['{', ..] }, _, ..])
                    AddMentions(line, line.Cells[^1].Text);
                else if (isOnly && line.Kind == LineKind.Text && !ReadClauses(line, isAboutStatuses: part.Key == Key))
                    AddMentions(line, line.Text);
            }
        }

        if (_rows.Count == 0)
            ReadFunction();
    }

    private void AddMentions(PageLine line, string text)
    {
        foreach (var code in text.Length > LongestSentence ? [] : StatusLine.MentionedIn(text))
            Add(With(RowOf(line, code), "description", text), null, s_fromText);
    }

    // 'Returns 204 on success, and 404 if there is no such rack.' The other sentences of the line are listed.
    private bool ReadClauses(PageLine line, bool isAboutStatuses)
    {
        var others = new List<string>();
        var isRead = false;
        foreach (var sentence in Sentences.Of(line.Text))
        {
            var clauses = StatusClauses.In(sentence, isAboutStatuses);
            if (clauses.Count == 0)
                others.Add(sentence);
            foreach (var (code, text) in clauses.Where(clause => !_codes.Contains(clause.Code)))
                Add(OfClause(line, code, text, [line]), null, s_fromText);
            isRead |= clauses.Count > 0;
        }

        if (isRead)
            others.ForEach(sentence => context.Ledger.Leave(line, sentence));
        return isRead;
    }

    // Without any part for statuses, the text below the title can name them. It is part of the function as well.
    private void ReadFunction()
    {
        foreach (var line in context.Section.Parts.Where(static part => part.Key is null or ProfileKeys.Group or "function")
            .SelectMany(static part => part.Visible).Where(line => line.Kind == LineKind.Text && !context.Ledger.IsDropped(line) && !PrintedRequest.Is(line)))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            foreach (var sentence in Sentences.Of(line.Text))
            {
                var isWhole = sentence.Length == line.Text.Length;
                foreach (var (code, text) in StatusClauses.In(sentence, isAboutStatuses: false).Where(clause => !_codes.Contains(clause.Code)))
                    Add(OfClause(line, code, text, isWhole ? [line] : []), null, s_fromText);
            }
        }
    }

    private static TableRow OfClause(PageLine line, string code, string text, IReadOnlyList<PageLine> printed)
    {
        var isMessage = StatusLine.IsWhole(code + " " + text);
        return With(RowOf(line, isMessage ? code + " " + text : code), "description", isMessage ? "" : text) with { Lines = printed };
    }
}
