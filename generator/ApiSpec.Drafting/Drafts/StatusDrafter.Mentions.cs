using System.Text.RegularExpressions;
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

    // One sentence can name several statuses. The sentences without one are listed.
    private bool ReadSentence(PageLine line, bool isRest = false)
    {
        var text = line.Kind == LineKind.Row ? line.Cells[^1].Text : line.Text;
        var found = line.Kind == LineKind.Text || IsOutcome(line) ? StatusLine.AllInSentence(text) : [];
        if (found.Count == 0)
            return false;
        // A code without its message can be next to one with it.
        var clauses = ClausesOf(text, line, isAboutStatuses: true, out var others);
        var messages = found.Select(static status => status.Code).ToHashSet(StringComparer.Ordinal);
        var (isRead, isList) = (false, _hasList);
        foreach (var clause in clauses.Where(clause => messages.Contains(clause.Code) ? !isRest || !_codes.Contains(clause.Code)
            : !isList && !_codes.Contains(clause.Code)).ToList())
        {
            Add(OfClause(line, clause, [line]), null, s_fromText);
            isRead = true;
        }

        foreach (var (code, message) in found.Where(status => !clauses.Exists(clause => clause.Code == status.Code)
            && !(isRest && _codes.Contains(status.Code))))
        {
            Add(With(RowOf(line with { Kind = LineKind.Text }, code + " " + message), "description", text) with { Lines = [line] }, null, s_fromText);
            isRead = true;
        }

        if (isRead)
            others.ForEach(sentence => context.Ledger.Leave(line, sentence));
        return true;
    }

    // The statuses of a text. What a sentence such as 'In this case, ...' says belongs to the status before it.
    private static List<StatusClause> ClausesOf(string text, PageLine line, bool isAboutStatuses, out List<string> others)
    {
        var clauses = new List<StatusClause>();
        others = [];
        foreach (var sentence in Sentences.Of(text))
        {
            var found = StatusClauses.In(sentence, isAboutStatuses, line.Codes);
            if (found.Count > 0)
                clauses.AddRange(found);
            else if (clauses.Count > 0 && clauses[^1].Text.Length + sentence.Length <= LongestSentence && Continuation().IsMatch(sentence))
                clauses[^1] = clauses[^1] with { Text = clauses[^1].Text is { Length: > 0 } known ? CellTable.Sentence(known) + " " + sentence : sentence };
            else
                others.Add(sentence);
        }

        // A single status has the whole text.
        if (clauses is [var only] && others.Count > 0 && !text.StartsWith(others[0], StringComparison.Ordinal) && text.Length <= LongestSentence)
        {
            clauses[0] = only with { Text = text };
            others.Clear();
        }

        return clauses;
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
        var clauses = ClausesOf(line.Text, line, isAboutStatuses, out var others);
        foreach (var clause in clauses.Where(clause => !_codes.Contains(clause.Code)).ToList())
            Add(OfClause(line, clause, [line]), null, s_fromText);
        if (clauses.Count > 0)
            others.ForEach(sentence => context.Ledger.Leave(line, sentence));
        return clauses.Count > 0;
    }

    // The text below the title can name statuses that no table and no part for them has. It is part of the function as well.
    private void ReadFunction()
    {
        foreach (var line in context.Section.Parts.Where(static part => part.Key is null or ProfileKeys.Group or "function" or "request" or "method")
            .SelectMany(static part => part.Visible).Where(line => line.Kind == LineKind.Text && !context.Ledger.IsDropped(line) && !PrintedRequest.Is(line)))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var clauses = ClausesOf(line.Text, line, isAboutStatuses: false, out var others);
            foreach (var clause in clauses.Where(clause => !_codes.Contains(clause.Code)).ToList())
                Add(OfClause(line, clause, others.Count == 0 ? [line] : []), null, s_fromText);
        }
    }

    private static TableRow OfClause(PageLine line, StatusClause clause, IReadOnlyList<PageLine> printed)
    {
        var isMessage = clause.Message.Length == 0 && StatusLine.IsWhole(clause.Code + " " + clause.Text);
        var row = With(RowOf(line with { Kind = LineKind.Text }, clause.Code), "description", isMessage ? "" : clause.Text);
        return With(row, "message", isMessage ? clause.Text : clause.Message) with { Lines = printed };
    }

    // 'In this case, the rack stays shut.'
    [GeneratedRegex(
        "^(in (this|that|such a) case|then|this (means|happens|occurs|is|status|code|response|error|can)|it (means|indicates)|that (means|happens))\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Continuation();
}
