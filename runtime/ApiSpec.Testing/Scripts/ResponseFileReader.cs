using System.Globalization;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Yaml;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Responses;

namespace ApiSpec.Testing.Scripts;

/// <summary>Reads a file of responses, with the same diagnostics as a spec.</summary>
internal sealed class ResponseFileReader
{
    private static readonly string[] s_fileKeys = ["state", "responses"];
    private static readonly string[] s_responseKeys = ["operation", "path", "query", "when", "times", "status", "body", "then"];

    // The build only warns, because pages print values that their tables lack.
    private static readonly SpecRule s_unlistedValue = SpecRules.ExampleEnumValue with { Severity = SpecSeverity.Error };

    private readonly ReadingContext _context;
    private readonly MappingReader _keys;
    private readonly IReadOnlyList<StubApi> _apis;
    private readonly Dictionary<string, string> _state;
    private readonly List<(string Name, YamlScalar Value)> _awaited = [];

    private ResponseFileReader(ReadingContext context, YamlMapping root, IReadOnlyList<StubApi> apis)
    {
        _context = context;
        _keys = new MappingReader(context, root, "");
        _apis = apis;
        _state = Values(_keys, "state", static _ => null);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="document">The file.</param>
    /// <param name="apis">The APIs whose operations the file can name.</param>
    /// <param name="earlier">The files that share their state with this one.</param>
    /// <exception cref="InvalidSpecException">The file has errors.</exception>
    public static ResponseFile Read(SpecDocument document, IReadOnlyList<StubApi> apis, IReadOnlyList<ResponseFile> earlier)
    {
        var bag = new DiagnosticBag();
        var text = new SpecText(document.Text);
        var file = YamlLoader.Load(text, bag, CancellationToken.None) is { } root
            ? new ResponseFileReader(new ReadingContext(text, bag, CancellationToken.None), root, apis).ReadFile(earlier)
            : null;
        var diagnostics = new SpecDiagnostics();
        foreach (var diagnostic in bag.ToEquatableArray())
        {
            if (diagnostic.Rule.Severity == SpecSeverity.Error)
                diagnostics.Add(document.FileName, diagnostic);
        }

        diagnostics.ThrowIfAny();
        return file!;
    }

    private ResponseFile ReadFile(IReadOnlyList<ResponseFile> earlier)
    {
        _keys.CheckKeys(s_fileKeys);
        if (_keys.Find("responses") is not { } responses)
            _context.Report(
                SpecRules.MissingKey, StartOf(_keys), "A file of responses", "responses", "; write a list whose items start with '- operation:'");
        else if (responses.Value is YamlSequence { Items.Count: 0 })
            _context.Report(SpecRules.MissingValue, responses.Key, responses.Name);
        var file = new ResponseFile(
            _state, [.. _keys.Mappings("responses", "operation").Select(pair => ReadResponse(pair.Item)).OfType<ScriptedResponse>()]);
        // A response that could not be read can set any value.
        if (_context.DiagnosticCount == 0)
            CheckAwaited([.. earlier, file]);
        return file;
    }

    private static YamlNode StartOf(MappingReader keys) => keys.Mapping.Entries is [var first, ..] ? first.Key : keys.Mapping;

    private void CheckAwaited(IReadOnlyList<ResponseFile> files)
    {
        var known = files.SelectMany(static file => file.Responses.Select(static response => response.Then).Prepend(file.State))
            .SelectMany(static values => values)
            .GroupBy(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal)
            .ToDictionary(static values => values.Key, static values => values.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (name, value) in _awaited)
        {
            if (!known[name].Contains(value.Value))
                _context.Report(
                    SpecRules.WrongWord, value, value.Value, $"the values of '{name}' under 'state' and 'then'", _context.Hint(value.Value, known[name]));
        }
    }

    private ScriptedResponse? ReadResponse(MappingReader keys)
    {
        keys.CheckKeys(s_responseKeys);
        if (FindOperation(keys) is not { } operation)
            return null;
        var status = Number(keys, "status", 200, 599);
        return new ScriptedResponse
        {
            Operation = operation,
            Path = Parameters(keys, "path", operation, operation.PathRows, "the placeholders", CheckParameter),
            Query = ReadQuery(keys, operation),
            When = Values(keys, "when", UnknownState, (name, value) => _awaited.Add((name, value))),
            Times = Number(keys, "times", 1, 1_000_000),
            Then = Values(keys, "then", UnknownState),
            Status = status,
            Body = keys.Find("body") is { Value.IsBroken: false } body ? ReadBody(body, operation, status ?? operation.SuccessCode) : null,
        };
    }

    private StubOperation? FindOperation(MappingReader keys)
    {
        if (keys.Scalar("operation") is not { } scalar)
        {
            if (keys.Find("operation") is null)
                _context.Report(SpecRules.MissingKey, StartOf(keys), "A response", "operation", "; write its name, such as 'Tasks.Get'");
            return null;
        }

        // The id of the API can precede the name: 'jp1ao/Tasks.Get'.
        var slash = scalar.Value.LastIndexOf('/');
        var (api, name) = (slash < 0 ? null : scalar.Value[..slash], scalar.Value[(slash + 1)..]);
        var found = _apis.Where(other => slash < 0 || other.Id == api).Select(other => other.FindOperation(name)).OfType<StubOperation>().ToList();
        switch (found.Count)
        {
            case 1:
                return found[0];
            case 0:
                string[] known = [.. _apis.SelectMany(other => other.Operations.Select(operation => slash < 0 ? operation.Id : other.Id + "/" + operation.Id))];
                _context.Report(SpecRules.WrongWord, scalar, scalar.Value, "the operations of the specs", _context.Hint(scalar.Value, known));
                return null;
            default:
                var names = found.Select(static operation => operation.Api.Id).OfType<string>().Select(id => $"'{id}/{name}'");
                _context.Report(
                    SpecRules.InvalidName, scalar, scalar.Value, "the name of an operation", "several APIs have it; write " + string.Join(" or ", names));
                return null;
        }
    }

    private List<QueryCondition> ReadQuery(MappingReader keys, StubOperation operation)
    {
        var conditions = new List<QueryCondition>();
        Parameters(
            keys, "query", operation, operation.QueryRows, "the query parameters",
            (check, row, value) =>
            {
                // In quotation marks, it is the value itself.
                if (value is { Style: ScalarStyle.Plain, Value: QueryCondition.Given or QueryCondition.Missing })
                {
                    conditions.Add(ReadCondition(row, value));
                    return;
                }

                CheckParameter(check, row, value);
                conditions.Add(new QueryCondition(row, IsGiven: true, value.Value));
            });
        return conditions;
    }

    private Dictionary<string, string> Parameters(
        MappingReader keys,
        string key,
        StubOperation operation,
        IReadOnlyList<RowDeclaration> rows,
        string known,
        Action<ParameterCheck, RowDeclaration, YamlScalar> read)
    {
        string[] names = [.. rows.Select(static row => row.Name)];
        var check = new ParameterCheck(operation.Api) { ReadJson = JsonBody.Read };
        return Values(
            keys, key,
            name => names.Contains(name, StringComparer.Ordinal) ? null : ($"{known} of {operation.Id}", _context.Hint(name, names)),
            (name, value) => read(check, rows[Array.IndexOf(names, name)], value));
    }

    private QueryCondition ReadCondition(RowDeclaration row, YamlScalar text)
    {
        var isGiven = text.Value == QueryCondition.Given;
        // The server refuses a request without it, so that the response would never be used.
        if (!isGiven && Presence.IsRequiredParameter(row))
            _context.Report(SpecRules.ExampleValue, text, text.Value, row.Name, "the reference requires the parameter");
        return new QueryCondition(row, isGiven);
    }

    // The server refuses a request with such a value, so that the response would never be used.
    private void CheckParameter(ParameterCheck check, RowDeclaration row, YamlScalar value)
    {
        // Requests show repeated parameters as one string.
        string[] items = ParameterCheck.IsRepeatable(row.Type) ? value.Value.Split(", ") : [value.Value];
        if (items.Select(item => check.Find(row, item)).FirstOrDefault(static found => found is not null) is not { } violation)
            return;
        if (violation.Kind == ViolationKind.UnlistedValue)
            _context.Report(s_unlistedValue, value, value.Value, row.Name, HintOfValue(row.Type, value.Value));
        else
            _context.Report(SpecRules.ExampleValue, value, value.Value, row.Name, violation.Explanation);
    }

    private string HintOfValue(TypeReference? type, string value)
        => _context.Hint(value, [.. (type?.Values ?? []).Select(static known => known.Value)]);

    // A table of names and values. 'unknown' returns the end of a message about a name that does not exist.
    private Dictionary<string, string> Values(
        MappingReader keys, string key, Func<string, (string Known, string Hint)?> unknown, Action<string, YamlScalar>? check = null)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (keys.Find(key) is not { Value.IsBroken: false } entry)
            return values;
        if (entry.Value is not YamlMapping mapping)
        {
            _context.Report(SpecRules.WrongShape, entry.Key, key, "a mapping of names and values", ReadingContext.Describe(entry.Value));
            return values;
        }

        foreach (var value in mapping.Entries)
        {
            if (unknown(value.Name) is var (known, hint))
                _context.Report(SpecRules.WrongWord, value.Key, value.Name, known, hint);
            else if (keys.RequireScalar(value.Value, value.Name, value.Key) is { } scalar)
            {
                values[value.Name] = scalar.Value;
                check?.Invoke(value.Name, scalar);
            }
        }

        return values;
    }

    private (string, string)? UnknownState(string name)
        => _state.ContainsKey(name) ? null : ("the names under 'state'", _context.Hint(name, _state.Keys));

    private int? Number(MappingReader keys, string key, int least, int most)
    {
        if (keys.Scalar(key) is not { } scalar)
            return null;
        if (int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        _context.Report(SpecRules.WrongWord, scalar, scalar.Value, string.Create(CultureInfo.InvariantCulture, $"the numbers from {least} to {most}"), "");
        return null;
    }

    private JsonText? ReadBody(YamlEntry entry, StubOperation operation, int status)
    {
        if (!StubResponse.HasBody(status))
        {
            _context.Report(
                SpecRules.UnexpectedText, entry.Key, entry.Name,
                string.Create(CultureInfo.InvariantCulture, $"; a response with status {status} has no body"));
            return null;
        }

        var body = YamlValues.Of(entry.Value);
        var outcome = operation.Outcomes.Find(status);
        var isResult = OutcomeTable.IsResult(outcome, status);
        switch (operation.BodyOf(outcome, isResult))
        {
            case null when isResult:
                _context.Report(SpecRules.UnexpectedText, entry.Key, entry.Name, $"; {operation.Id} has no response body");
                break;
            case { Kind: BodyKind.Members or BodyKind.Type } documented:
                Check(operation, documented, body);
                break;
            case { Kind: BodyKind.Media, MediaType: var media } when entry.Value is not YamlScalar && !BodyFormats.IsJson(media):
                _context.Report(SpecRules.WrongShape, entry.Key, entry.Name, $"text ({media})", ReadingContext.Describe(entry.Value));
                break;
        }

        return body;
    }

    // Members that are missing get sample values, so only the others are compared.
    private void Check(StubOperation operation, BodyDeclaration documented, JsonText body)
    {
        const long Budget = 200_000;
        var check = new ValueCheck(operation.Api, isRequest: false, new WorkBudget(Budget))
        {
            ReportsUnknownMembers = true,
            ReadEmbedded = JsonBody.Read,
        };
        foreach (var violation in check.Find(documented, body, "the body", DiagnosticBag.Limit))
        {
            var span = _context.Text.Span(violation.Shown.Start, violation.Shown.End);
            switch (violation.Kind)
            {
                case ViolationKind.MissingMember or ViolationKind.MissingWhereRequired:
                    break;
                case ViolationKind.UnknownMember:
                    var (start, length) = violation.MemberPlace;
                    string[] names = [.. violation.Rows.Select(static row => row.Name)];
                    _context.Report(
                        SpecRules.WrongWord, _context.Text.Span(start, start + length), violation.Member!, "the members of " + violation.Owner,
                        _context.Hint(violation.Member!, names));
                    break;
                case ViolationKind.UnlistedValue:
                    _context.Report(s_unlistedValue, span, violation.Text, violation.Name, HintOfValue(violation.Type, violation.Text));
                    break;
                default:
                    _context.Report(SpecRules.ExampleValue, span, violation.Text, violation.Name, violation.Explanation);
                    break;
            }
        }
    }
}
