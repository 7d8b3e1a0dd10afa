using System.Globalization;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Yaml;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Scripts;

/// <summary>Reads a file of responses, with the same diagnostics as a spec.</summary>
internal sealed class ResponseFileReader
{
    private static readonly string[] s_fileKeys = ["state", "responses"];
    private static readonly string[] s_responseKeys = ["operation", "path", "query", "when", "times", "status", "body", "then"];

    private readonly ReadingContext _context;
    private readonly MappingReader _keys;
    private readonly IReadOnlyList<StubApi> _apis;
    private readonly Dictionary<string, string> _state;

    private ResponseFileReader(ReadingContext context, YamlMapping root, IReadOnlyList<StubApi> apis)
    {
        _context = context;
        _keys = new MappingReader(context, root, "");
        _apis = apis;
        _state = Values(_keys, "state", static _ => null);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidSpecException">The file has errors.</exception>
    public static ResponseFile Read(SpecDocument document, IReadOnlyList<StubApi> apis)
    {
        var bag = new DiagnosticBag();
        var text = new SpecText(document.Text);
        var file = YamlLoader.Load(text, bag, CancellationToken.None) is { } root
            ? new ResponseFileReader(new ReadingContext(text, bag, CancellationToken.None), root, apis).ReadFile()
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

    private ResponseFile ReadFile()
    {
        _keys.CheckKeys(s_fileKeys);
        if (_keys.Find("responses") is null && _keys.Mapping.Entries.Count > 0)
            _context.Report(
                SpecRules.MissingKey, _keys.Mapping.Entries[0].Key, "A file of responses", "responses",
                "; write a list whose items start with '- operation:'");
        return new ResponseFile(_state, [.. _keys.Mappings("responses", "operation").Select(pair => ReadResponse(pair.Item)).OfType<ScriptedResponse>()]);
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
            Path = Values(keys, "path", name => Unknown(name, operation.PathRows, $"the placeholders of {operation.Id}")),
            Query = Values(keys, "query", name => Unknown(name, operation.QueryRows, $"the query parameters of {operation.Id}")),
            When = Values(keys, "when", UnknownState),
            Times = Number(keys, "times", 1, 1_000_000),
            Then = Values(keys, "then", UnknownState),
            Status = status,
            Body = keys.Find("body") is { } body ? ReadBody(body.Value, operation, status ?? operation.SuccessCode) : null,
        };
    }

    private StubOperation? FindOperation(MappingReader keys)
    {
        if (keys.Scalar("operation") is not { } scalar)
        {
            if (keys.Find("operation") is null && keys.Mapping.Entries.Count > 0)
                _context.Report(SpecRules.MissingKey, keys.Mapping.Entries[0].Key, "A response", "operation", "; write its name, such as 'Tasks.Get'");
            return null;
        }

        if (_apis.Select(api => api.FindOperation(scalar.Value)).FirstOrDefault(static found => found is not null) is { } operation)
            return operation;
        string[] known = [.. _apis.SelectMany(static api => api.Operations).Select(static known => known.Id)];
        _context.Report(SpecRules.WrongWord, scalar, scalar.Value, "the operations of the specs", _context.Hint(scalar.Value, known));
        return null;
    }

    // A table of names and values. 'unknown' returns the end of a message about a name that does not exist.
    private Dictionary<string, string> Values(MappingReader keys, string key, Func<string, (string Known, string Hint)?> unknown)
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
                values[value.Name] = scalar.Value;
        }

        return values;
    }

    private (string, string)? UnknownState(string name)
        => _state.ContainsKey(name) ? null : ("the names under 'state'", _context.Hint(name, _state.Keys));

    private (string, string)? Unknown(string name, IReadOnlyList<RowDeclaration> rows, string known)
    {
        string[] names = [.. rows.Select(static row => row.Name)];
        return names.Contains(name, StringComparer.Ordinal) ? null : (known, _context.Hint(name, names));
    }

    private int? Number(MappingReader keys, string key, int least, int most)
    {
        if (keys.Scalar(key) is not { } scalar)
            return null;
        if (int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        _context.Report(SpecRules.WrongWord, scalar, scalar.Value, string.Create(CultureInfo.InvariantCulture, $"the numbers from {least} to {most}"), "");
        return null;
    }

    private JsonText? ReadBody(YamlNode node, StubOperation operation, int status)
    {
        var body = YamlValues.Of(node);
        var outcome = operation.Outcomes.Find(status);
        if (operation.BodyOf(outcome, outcome?.IsResult ?? status is < 300) is { Kind: BodyKind.Members or BodyKind.Type } documented)
            Check(operation, documented, body);
        return body;
    }

    // Members that are missing get sample values, so only the others are compared.
    private void Check(StubOperation operation, BodyDeclaration documented, JsonText body)
    {
        const long Budget = 200_000;
        var check = new ValueCheck(operation.Api, isRequest: false, new WorkBudget(Budget))
        {
            ReportsUnknownMembers = true,
            ReadEmbedded = Responses.JsonBody.Read,
        };
        foreach (var violation in check.Find(documented, body, "the body", DiagnosticBag.Limit))
        {
            var (value, kind) = (violation.Value, violation.Kind);
            var span = _context.Text.Span(value.Start, value.End);
            if (kind == ViolationKind.UnknownMember)
            {
                var (start, length) = violation.MemberPlace;
                string[] names = [.. violation.Rows.Select(static row => row.Name)];
                _context.Report(
                    SpecRules.WrongWord, _context.Text.Span(start, start + length), violation.Member!, "the members of " + violation.Owner,
                    _context.Hint(violation.Member!, names));
            }
            else if (kind == ViolationKind.WrongKind)
                _context.Report(SpecRules.ExampleValue, span, value.Scalar ?? value.Describe(), violation.Name, "it is not " + violation.Reason);
            else if (kind is not (ViolationKind.MissingMember or ViolationKind.MissingWhereRequired))
                _context.Report(SpecRules.ExampleValue, span, value.Scalar ?? value.Describe(), violation.Name, violation.Reason);
        }
    }
}
