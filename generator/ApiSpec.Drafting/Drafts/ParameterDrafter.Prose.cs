using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Drafting.Tables;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <content>Parameters that only sentences name.</content>
internal sealed partial class ParameterDrafter
{
    private readonly GroupRules _groups = new();
    private bool _hasOtherBody;
    private HashSet<string>? _queryOfExample;
    private readonly Dictionary<string, List<DraftRow>> _rowsByName = new(StringComparer.Ordinal);

    private static readonly Mark s_fromText = Mark.Check("from the text");

    private static readonly string[] s_described = ["function", "request", "method", "body", ProfileKeys.Group];

    /// <summary>The rules over several parameters or members.</summary>
    public IReadOnlyList<DraftEntry> Groups => _groups.Entries;

    /// <summary>Reads the sentences about parameters that no table and no list describes.</summary>
    /// <param name="request">The request line.</param>
    /// <param name="body">The body of the example; null: none. Its members are no other parameters.</param>
    public void ReadProse(RequestDrafter request, JsonText? body)
    {
        var known = NamesOfRequest();
        known.UnionWith(body?.Members.Select(static member => member.Name) ?? []);
        // Rows of a sentence would hide the other members.
        _hasOtherBody = body is not null || BodySample is not null || Rows("body").Count > 0
            || context.Section.Of("body").Any(static part => part.Visible.Any(static line => line.Kind != LineKind.Text || ListLine.Is(line)));
        _queryOfExample = request.QueryOfExample.Select(static parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        known.UnionWith(request.Placeholders);
        known.UnionWith(request.Query.Select(static parameter => parameter.Name));
        foreach (var row in s_kinds.SelectMany(Rows))
            Note(row);
        var isFirst = true;
        foreach (var part in context.Section.Parts.Where(IsDescribed))
        {
            var isOfParameters = Array.IndexOf(s_kinds, part.Key) >= 0 || part.Key == "body";
            foreach (var line in part.Visible.Where(line => line.Kind == LineKind.Text && !line.IsAside && !context.Ledger.IsDropped(line)
                && !(isOfParameters && context.Ledger.IsUsed(line))))
            {
                context.Cancellation.ThrowIfCancellationRequested();
                var others = ReadSentences(part, line, isOfParameters, request, known);
                if (others is null)
                {
                    isFirst = false;
                    continue;
                }

                // The first paragraph describes the operation, and the next ones do so as well if they say more.
                if (isOfParameters)
                {
                    context.Ledger.Use(line);
                    others.ForEach(sentence => context.Ledger.Leave(line, sentence));
                }
                else if (others.Count == 0 && !isFirst)
                {
                    context.Ledger.Use(line);
                }

                isFirst = false;
            }
        }
    }

    private void Note(DraftRow row)
    {
        if (!_rowsByName.TryGetValue(row.Name, out var rows))
            _rowsByName.Add(row.Name, rows = []);
        rows.Add(row);
    }

    private List<DraftRow> RowsNamed(string name) => _rowsByName.GetValueOrDefault(name) ?? [];

    private static bool IsDescribed(SectionPart part)
        => Array.IndexOf(s_kinds, part.Key) >= 0 || (part.Key is { } key && Array.IndexOf(s_described, key) >= 0
            && (key != ProfileKeys.Group || part.Heading is null));

    // Returns the sentences of a line without parameters; null: it names none.
    private List<string>? ReadSentences(SectionPart part, PageLine line, bool isOfParameters, RequestDrafter request, HashSet<string> known)
    {
        var words = new CellWords(context.Profile, "query");
        var others = new List<string>();
        var isRead = false;
        var sentences = Sentences.Of(line.Text).ToList();
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            if (ProseConditions.ReadAlternative(sentence, i + 1 < sentences.Count ? sentences[i + 1] : "", line, RowsNamed, _groups))
            {
                isRead = true;
                continue;
            }

            var found = ProseParameter.In(sentence, line, words, isOfParameters);
            var (isOfSentence, isWhole) = (false, true);
            foreach (var parameter in found)
            {
                var isAdded = Add(parameter, part, line, request, known, out var hasMore);
                isOfSentence |= isAdded;
                isWhole &= isAdded && !hasMore;
            }

            isRead |= isOfSentence;
            if (!isOfSentence || !isWhole)
                others.Add(sentence);
        }

        return isRead ? others : null;
    }

    private bool Add(ProseParameter parameter, SectionPart part, PageLine line, RequestDrafter request, HashSet<string> known, out bool hasMore)
    {
        hasMore = false;
        // The sentence can say of a row whether it is required.
        if (RowsNamed(parameter.Name) is [var row, ..])
        {
            if (row.Lines.Contains(line) || parameter.Stated is not { } stated || !(row.HasDefaultPresence || row.IsPresenceUnknown))
                return false;
            RowDrafter.State(row, stated, "query");
            row.Doubt(s_fromText);
            hasMore = parameter.Type.Length > 0 || parameter.Aside.Length > 0;
            return true;
        }

        var kind = ProfileKeys.KindOf(parameter.Place) ?? (part.Key is "headers" or "path" or "body" or "body form" or "body multipart" ? part.Key : null)
            ?? (_queryOfExample!.Contains(parameter.Name) ? "query" : null);
        if ((kind == "body" && _hasOtherBody) || !known.Add(parameter.Name))
            return false;
        var added = RowOf(parameter, line, kind ?? "query");
        if (kind is null && part.Key != "query" && request.HasBody)
            added.Doubt(Mark.Check("where it is sent"));
        Rows(kind ?? (part.Key == "query" || _hasOtherBody ? "query" : ProfileKeys.Parameters)).Add(added);
        if (kind != "body")
            Note(added);
        _hasLedBody |= kind == "body";
        foreach (var key in new[] { part.Key, "query", kind })
        {
            if (key is not null && _values.TryGetValue(key, out var value) && value.Mark.Certainty == Certainty.Guessed)
                _values.Remove(key);
        }

        return true;
    }

    private DraftRow RowOf(ProseParameter parameter, PageLine line, string kind)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = parameter.Name };
        if (parameter.Type.Length > 0)
            cells["type"] = parameter.Type;
        var text = parameter.Text.Length > 0 ? parameter.Text : parameter.Aside;
        if (text.Length > 0)
            cells["description"] = text;
        var row = new RowDrafter(context, kind).Draft(new TableRow(cells, 0, [line]), null);
        if (parameter.Stated is { } stated)
            RowDrafter.State(row, stated, kind);
        // 'time in seconds' is a number.
        if (row is { Type: TypeParser.Unknown, Lists: 0 } && Quantity().IsMatch(parameter.Aside))
            row.Type = "int";
        row.Doubt(s_fromText);
        return row;
    }

    // The names that tables, lists and code of the request have. Sentences about them describe these rows.
    private HashSet<string> NamesOfRequest()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in context.Section.Parts.Where(static part => part.Key is not ("response" or ProfileKeys.Error or ProfileKeys.ErrorCodes or "status"
            or ProfileKeys.ResponseHeaders) && !ProfileKeys.IsOfExample(part.Key)))
        {
            foreach (var line in part.Visible)
            {
                if (line.Kind is LineKind.Row && line.Cells.Count > 0)
                    names.Add(RowName.Unquoted(line.Cells[0].Text));
                else if (NamedLine.Of(line) is { } named)
                    names.Add(named.Name);
                else if (line.Text.Length <= 120 && CellWords.IsName(line.Text))
                    names.Add(RowName.Unquoted(Folding.WithoutBullet(line.Text)));
                if (line.Kind == LineKind.Code)
                    names.UnionWith(Member().Matches(line.Text).Select(static match => match.Groups["name"].Value));
            }
        }

        return names;
    }

    [GeneratedRegex("\"(?<name>[A-Za-z0-9_.$-]{1,60})\" ?:", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Member();

    [GeneratedRegex("\\bin ((milli|micro)?seconds|minutes|hours|days|bytes|pixels|percent)\\b|\\bnumber of\\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Quantity();
}
