using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Checking;

/// <summary>A fact in a spec, on one line.</summary>
/// <param name="Name">The subject: <c>query serviceID</c>.</param>
/// <param name="Value">The fact.</param>
/// <param name="Line">The line; the first is 1.</param>
/// <param name="IsPrinted">Whether pages print such facts.</param>
internal sealed record SpecFact(string Name, string Value, int Line, bool IsPrinted = true);

/// <summary>Lists the facts of a section, so that two sections can be compared.</summary>
internal sealed class SpecFacts
{
    private const int Deepest = 32;

    private readonly List<SpecFact> _facts = [];
    private readonly Dictionary<string, SpecSpan> _places;
    private readonly Dictionary<string, SchemaDeclaration> _schemas;
    private readonly SectionDeclaration _section;

    private SpecFacts(ParsedSpec spec)
    {
        _section = spec.File!.Section!;
        _places = spec.Locations.Entries.GroupBy(static place => place.Pointer, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First().Span, StringComparer.Ordinal);
        _schemas = spec.File.Schemas.DistinctBy(static schema => schema.Name).ToDictionary(static schema => schema.Name, StringComparer.Ordinal);
    }

    /// <summary>The facts of a section, in the order of the format.</summary>
    public static IReadOnlyList<SpecFact> Of(ParsedSpec spec)
    {
        var facts = new SpecFacts(spec);
        facts.AddAll();
        return facts._facts;
    }

    private void AddAll()
    {
        Add("section", _section.Section, "/section");
        Add("title", _section.Title, "/title");
        Add("function", _section.Function, "/function");
        foreach (var role in _section.Roles)
            Add("role " + role, role, "/roles");
        Add("version", _section.Version, "/version");
        Add("request", _section.IsRequestUnknown ? TypeParser.Unknown : _section.HttpMethod + " " + _section.Path, "/request");
        AddRows("path", _section.PathRows, 0);
        AddRows("query", _section.QueryRows, 0);
        AddRows("header", _section.HeaderRows, 0);
        AddBody("body", _section.Body);
        foreach (var other in _section.OtherBodies)
            AddBody("body " + FormatName.Of(other), other);
        foreach (var status in _section.Statuses.Rows)
        {
            var code = "status " + StatusDeclaration.TextOf(status.Code);
            Add(code + " " + status.Message, status.Description ?? "", status.Pointer);
            AddRows(code + " header", status.Headers, 0);
            foreach (var error in status.ErrorCodes.Rows)
                AddErrorCode(code + " error code ", error);
        }

        AddBody("response", _section.Response);
        foreach (var other in _section.OtherResponses)
            AddBody("response " + FormatName.Of(other), other);
        foreach (var value in _section.ResponseValues)
            Add("with " + value.Name, value.Constant ?? value.Link ?? "", value.Pointer);
        AddBody("error", _section.Error);
        foreach (var other in _section.OtherErrors)
            AddBody("error " + FormatName.Of(other), other);
        foreach (var error in _section.Outcomes.ErrorCodes.Rows)
            AddErrorCode("error code ", error);
        for (var i = 0; i < _section.Examples.Count; i++)
        {
            var example = _section.Examples[i];
            foreach (var (part, text) in new[]
            {
                ("request header", example.RequestHeader),
                ("request body", example.RequestBody),
                ("response header", example.ResponseHeader),
                ("response body", example.ResponseBody),
            })
                Add("example " + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) + " "
                    + part, text?.ReplaceLineEndings(" ").Trim(), example.Pointer + "/" + part);
        }
    }

    // A code without a description has the meaning that another table of codes gives it.
    private void AddErrorCode(string kind, ErrorCodeDeclaration error) => Add(kind + error.Code, error.Description ?? "", error.Pointer);

    private void AddBody(string key, BodyDeclaration? body)
    {
        if (body is null)
            return;
        switch (body.Kind)
        {
            case BodyKind.Members or BodyKind.Form:
                AddRows(key, body.Members, 0);
                break;
            // The page can print a different name for a schema of this file, or none.
            case BodyKind.Type when body.Type is { Kind: TypeKind.Named, Name: { } name } && _schemas.TryGetValue(name, out var schema) && schema.Type is null:
                AddRows(key, schema.Members, 0);
                break;
            case BodyKind.Type:
                // A schema in another file cannot be compared with a page.
                _facts.Add(new SpecFact(key, RowWriter.Write(body.Type!), LineOf("/" + key), IsPrinted: false));
                break;
            default:
                Add(key, body.MediaType ?? body.SameAs ?? TypeParser.Unknown, "/" + key);
                break;
        }
    }

    private void AddRows(string table, IEnumerable<RowDeclaration> rows, int depth)
    {
        foreach (var row in rows)
        {
            var name = table + " " + row.Name;
            var type = (row.IsOptional ? "optional " : "") + (row.Members.Count > 0 ? "object" : RowWriter.Write(row.Type, row.Range));
            var remarks = (row.Constant is { } constant ? " always " + constant : "") + (row.Default is { } standard ? " default " + standard : "")
                + (row.Filter == FilterMark.Yes ? " filter" : "");
            Add(name, type + remarks, row.Pointer);
            if (row.Description is { } description)
                Add(name + " description", description, row.Pointer);
            if (depth < Deepest)
                AddRows(name, row.Members, depth + 1);
        }
    }

    private void Add(string name, string? value, string pointer)
    {
        if (value is not null && !_facts.Exists(fact => fact.Name == name))
            _facts.Add(new SpecFact(name, value, LineOf(pointer)));
    }

    private int LineOf(string pointer) => _places.TryGetValue(pointer, out var span) ? span.StartLine + 1 : 1;
}
