using System.Globalization;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Examples;

/// <summary>Compares the request line and headers of an example with the section.</summary>
/// <param name="session">The section.</param>
/// <param name="report">Reports on the pasted text.</param>
/// <param name="hasFailed">Whether the example shows a rejected request, whose values can be deliberately wrong or missing.</param>
internal sealed class RequestExampleChecker(ExampleSession session, ExampleReport report, bool hasFailed)
{
    private readonly ParameterValues _given = new(session.Api) { ReadJson = static text => JsonTextParser.Parse(text, out _) };
    private readonly FormExampleChecker _form = new(session, hasFailed);

    /// <summary>Checks the parameters.</summary>
    /// <param name="head">The request line and the headers.</param>
    /// <param name="body">The printed body, which is compared if it is a form; null: none is printed.</param>
    /// <returns>The parameters of the example; null: it has no request line.</returns>
    public ParameterValues? Check(HttpHead head, ExampleReport? body)
    {
        if (head.RequestOf(session.Section.HttpMethod) is not var (method, printed))
        {
            report.Add(SpecRules.ExampleUnreadable, head.StartLine, "This is not a request line; write 'METHOD path HTTP/1.1'");
            return null;
        }

        if (!string.Equals(method.Text, session.Section.HttpMethod, StringComparison.Ordinal))
            report.Add(SpecRules.ExampleMethod, method, method.Text, session.Section.HttpMethod);

        var server = head.FindServer(printed.Text);
        var target = server.End < 0 ? printed : printed.Slice(server.End);
        CheckPath(target.Slice(0, EndOfPath(target)), server.Kind == PrintedServerKind.Base, server.EndsWithEllipsis(printed.Text));
        var question = target.Text.IndexOf('?');
        CheckQuery(question < 0 ? head.Queries : [target.Slice(question + 1), .. head.Queries], target);
        CheckHeaders(head);
        // Without the fields of its form, it is not known which conditions a request meets.
        var hasFields = _form.Check(report, head.Fields, body, _given);
        if (!hasFailed
            && (hasFields || session.Section.Body is not { Kind: BodyKind.Form })
            && session.Budget.Spend(session.QueryRows.Count + session.Section.HeaderRows.Count))
            CheckConditions(target, head.StartLine);
        return _given;
    }

    private void CheckConditions(PastedPart target, PastedPart line)
    {
        foreach (var (place, condition, problem) in ConditionCheck.Find(session.ParameterTables, _given, session.Errata, session.Budget))
        {
            var row = condition.Row;
            var isHeader = place == RequestTables.Headers;
            // Headers from the API file are not compared either.
            if (isHeader && !session.Section.HeaderRows.Contains(row))
                continue;
            if (condition.IsRequired)
                report.Add(SpecRules.ExampleMissingParameter, isHeader ? line : target, NameOf(place), row.Name,
                    problem.Substring(ConditionCheck.MustBeGiven.Length));
            else
                report.Add(SpecRules.ExampleValue, isHeader
                    ? line
                    : target, _given.In(place).Members.Last(member => member.Name == row.Name).Value.Scalar ?? "", row.Name, "it " + problem);
        }
    }

    private static string NameOf(string place) => place switch
    {
        RequestTables.Headers => "header",
        RequestTables.Form => FormExampleChecker.Field,
        _ => "query parameter",
    };

    private static int EndOfPath(PastedPart address) => address.Text.IndexOf('?') is >= 0 and var question ? question : address.Length;

    private void CheckPath(PastedPart path, bool isBelowBase, bool isCut)
    {
        var found = isCut ? PrintedPath.MatchEnd(session.Section, path)
            : isBelowBase ? PrintedPath.MatchBelowBase(session.Section, path) ?? PrintedPath.Match(session.Section, path)
            : PrintedPath.Match(session.Section, path);
        if (found is not { } values)
        {
            report.Add(SpecRules.ExamplePath, path, session.Section.Path.ToString());
            return;
        }

        foreach (var (row, value) in values)
            CheckValue(row, value, RequestTables.Path);
    }

    private void CheckQuery(IEnumerable<PastedPart> queries, PastedPart target)
    {
        var rows = session.QueryRows;
        var index = session.Indexes.Of(rows);
        var sent = new Dictionary<int, (int Count, PastedPart Name)>();
        foreach (var pair in queries.SelectMany(static query => Split(query, '&')).SelectMany(part => SplitAtSemicolons(part, index)))
        {
            var equals = pair.Text.IndexOf('=');
            var name = equals < 0 ? pair : pair.Slice(0, equals);
            var decoded = Decode(name.Text);
            if (decoded.Length == 0)
                continue;
            // A misprinted name counts as the name that its erratum states.
            decoded = session.Errata.CorrectionOf(decoded) ?? decoded;
            if (session.FindRow(rows, index, decoded) is not { } position)
            {
                if (index.IsOpen || CredentialParameters.FillQuery(session.Api.Api, session.Section, decoded))
                    continue;
                report.Add(SpecRules.ExampleUnknownParameter, name, "query parameter", decoded, report.Hint(decoded, rows.Select(static row => row.Name)));
                continue;
            }

            sent[position] = sent.TryGetValue(position, out var before) ? (before.Count + 1, before.Name) : (1, name);
            CheckValue(rows[position], equals < 0 ? pair.Slice(pair.Length) : pair.Slice(equals + 1), RequestTables.Query);
        }

        if (!session.Budget.Spend(rows.Count))
            return;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (!sent.TryGetValue(index.Find(row.Name) ?? i, out var given))
            {
                if (Presence.IsRequiredParameter(row) && !session.IsChosen(row.Name)
                    && !CredentialParameters.FillQuery(session.Api.Api, session.Section, row.Name))
                    ReportMissing(target, "query parameter", row);
            }
            else if (!hasFailed && ParameterCheck.FindCount(row, given.Count) is { } outside)
            {
                report.Add(SpecRules.ExampleValue, given.Name, given.Count.ToString(CultureInfo.InvariantCulture) + " values", row.Name, outside);
            }
        }
    }

    private void CheckHeaders(HttpHead head)
    {
        if (!session.Budget.Spend(session.Section.HeaderRows.Count))
            return;
        var headers = head.Headers.ToLookup(static header => header.Name.Text, StringComparer.OrdinalIgnoreCase);
        foreach (var row in session.Section.HeaderRows)
        {
            if (row.Names.SelectMany(name => headers[name]).FirstOrDefault() is { Name.Text: not null } header)
            {
                // A command sends 'Accept: */*', and a list says what is preferred: neither is the value that a section has.
                if (string.Equals(row.Name, "Accept", StringComparison.OrdinalIgnoreCase) && header.Value.Text.IndexOfAny(['*', ',']) >= 0)
                    _given.Add(RequestTables.Headers, row, [header.Value.Text], isElided: true);
                else
                    CheckValue(HttpDateFields.AsSent(row, session.Api.Resolve(row.Type)), header.Value, RequestTables.Headers);
            }
            else if (Presence.IsRequiredParameter(row) && !CredentialParameters.FillHeader(session.Api.Api, session.Section, row.Name))
                ReportMissing(head.StartLine, "header", row);
        }
    }

    private void ReportMissing(PastedPart place, string what, RowDeclaration row)
    {
        if (!hasFailed && !session.Errata.IsOmitted(row.Name))
            report.Add(SpecRules.ExampleMissingParameter, place, what, row.Name, "");
    }

    private void CheckValue(RowDeclaration row, PastedPart value, string place)
    {
        var text = Decode(value.Text);
        _given.Add(place, row, [text], Elision.Is(text));
        if (hasFailed || Elision.Is(text) || session.Parameters.Find(row, text) is not { } violation)
            return;
        var isUnlisted = violation.Kind == ViolationKind.UnlistedValue;
        report.Add(
            isUnlisted ? SpecRules.ExampleEnumValue : SpecRules.ExampleValue, value, text, row.Name, isUnlisted ? "" : violation.Explanation);
    }

    /// <summary>Splits a text at a sign.</summary>
    public static IEnumerable<PastedPart> Split(PastedPart text, char separator)
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.Text.IndexOf(separator, start);
            if (end < 0)
                end = text.Length;
            yield return text.Slice(start, end - start);
            start = end + 1;
        }
    }

    // 'user=a;id=1': some servers accept ';' instead of '&'. A ';' that no parameter of the section follows belongs to the value.
    private IEnumerable<PastedPart> SplitAtSemicolons(PastedPart text, RowIndex index)
    {
        var start = 0;
        for (var semicolon = text.Text.IndexOf(';'); semicolon >= 0; semicolon = text.Text.IndexOf(';', semicolon + 1))
        {
            var end = text.Text.IndexOfAny(['=', ';'], semicolon + 1);
            if (end < 0 || text.Text[end] == ';')
                continue;
            var name = Decode(text.Text.Substring(semicolon + 1, end - semicolon - 1));
            if (index.Find(name) is null && !CredentialParameters.FillQuery(session.Api.Api, session.Section, name))
                continue;
            yield return text.Slice(start, semicolon - start);
            start = semicolon + 1;
        }

        yield return text.Slice(start);
    }

    // Unlike a form, this keeps '+', because manuals print dates with a bare '+' before the zone.
    private static string Decode(string text) => Uri.UnescapeDataString(text);
}
