using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads error codes without titles of columns: the items of a list, terms with definitions, or codes with a sentence on the next line.</summary>
/// <param name="lines">The lines of a part.</param>
/// <param name="key">The key of the part: <c>error codes</c>, <c>error</c> or <c>response</c>.</param>
/// <param name="columns">The columns whose titles can be labels.</param>
internal sealed partial class ErrorCodeTerms(IReadOnlyList<PageLine> lines, string key, IReadOnlyList<ProfileColumn> columns)
{
    private readonly bool _isUnderHeading = key == ProfileKeys.ErrorCodes;

    /// <summary>Reads the terms that start at a line; empty: none does.</summary>
    /// <param name="index">The index of the line.</param>
    /// <param name="next">The index of the line after the terms.</param>
    public IReadOnlyList<TableRow> Read(int index, out int next)
    {
        var rows = new List<TableRow>();
        next = index;
        for (var i = index; i < lines.Count;)
        {
            if (lines[i].IsBlank)
            {
                i++;
                continue;
            }

            // A table after a list can have titles.
            if (lines[i].Table != lines[index].Table || At(i, out var end) is not { } row)
                break;
            rows.Add(row);
            next = i = end;
        }

        // '404 - No such rack' under the heading of the error is a status.
        return _isUnderHeading || rows.Exists(static row => !ErrorCodeText.IsStatus(row["code"])) ? rows : [];
    }

    private TableRow? At(int index, out int next)
    {
        var line = lines[index];
        next = index + 1;
        if (line.Kind is LineKind.Code or LineKind.Heading)
            return null;
        if (line.Kind == LineKind.Row)
            return line is { Table: > 0, Within: 0 } && line.Cells is [{ Text: var term }, { Text.Length: > 0 } definition]
                ? OfDefinition(term, definition, line)
                : null;
        var text = Folding.WithoutBullet(line.Text);
        if (Term().Match(text) is { Success: true } match)
            return Of(match.Groups["code"].Value, match.Groups["description"].Value, line.IsItem || text.Length < line.Text.Length, line);
        var below = index + 1;
        while (below < lines.Count && lines[below].IsBlank)
            below++;
        if (below >= lines.Count || lines[below].Kind != LineKind.Text || !lines[below].Text.Contains(' ', StringComparison.Ordinal)
            || ErrorCodeText.IsStatus(text) || Of(text, lines[below].Text, false, line, lines[below]) is not { } stacked)
            return null;
        next = below + 1;
        return stacked;
    }

    // The last line of the definition can be the status that comes with the code.
    private TableRow? OfDefinition(string term, PageCell definition, PageLine line)
    {
        var (text, status) = (definition.Text, "");
        if (definition.Blocks is { Count: > 1 } blocks && StatusLine.Labelled(blocks[^1].Text) is not null)
            (text, status) = (string.Join(' ', blocks.SkipLast(1).Select(static block => block.Text)), blocks[^1].Text);
        else if (EndingWithStatus().Match(text) is { Success: true } match && StatusLine.Labelled(match.Groups["status"].Value) is not null)
            (text, status) = (match.Groups["text"].Value, match.Groups["status"].Value);
        if (Of(term, text, true, line) is not { } row || status.Length == 0)
            return Of(term, text, true, line);
        var role = IsSkipped(status) ? ProfileKeys.Skip : ProfileKeys.Status;
        return row with { Cells = new Dictionary<string, string>(row.Cells, StringComparer.Ordinal) { [role] = status }, Doubt = null };
    }

    private bool IsSkipped(string text)
        => text.IndexOfAny([':', '\uFF1A']) is > 0 and var colon && Folding.Of(text[..colon]) is var label
            && columns.Any(column => column.Role == ProfileKeys.Skip && column.Titles.Contains(label));

    private TableRow? Of(string printed, string description, bool isTerm, params PageLine[] printedLines)
    {
        var code = printed.Trim('"', '\'', '`', '*');
        var isCode = key == "response" ? ErrorCodeText.HasPrefix(code) : ErrorCodeText.Is(code);
        // Under their own heading, the terms of a list are codes, whatever they look like.
        if (!isCode && !(_isUnderHeading && isTerm && CellWords.IsName(code)))
            return null;
        var cells = new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = code, ["description"] = description };
        return new TableRow(cells, 0, printedLines, isCode ? null : "whether it is an error code");
    }

    [GeneratedRegex(@"^(?<text>.*?\S) (?<status>(HTTP )?(response |return )?(status|status code) ?[:\uFF1A] ?[1-5][0-9]{2})\.?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex EndingWithStatus();

    // 'E1001 - The rack is full', '1001: The rack is full'.
    [GeneratedRegex(@"^(?<code>[^ :]{1,62})(:| +[-\u2013\u2014:]) +(?<description>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Term();
}
