using System.Globalization;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;
using ApiSpec.Tool.Specs;

namespace ApiSpec.Tool.Diff;

/// <summary>The facts about an operation in one edition of a reference, by the names in requests and responses.</summary>
internal sealed class OperationFacts
{
    // The limits end a hostile spec. No real page has that many values.
    private const int MaxDepth = 32;
    private const int MaxValues = 20_000;

    private readonly EditionView _view;
    private readonly TypeResolver _types;

    // The tables around a value. A table inside itself has already been read.
    private readonly List<SchemaDeclaration> _around = [];

    private OperationFacts(EditionView view, SpecSource source)
    {
        _view = view;
        _types = new TypeResolver(view.Reference);
        Source = source;
    }

    public SpecSource Source { get; }

    public SectionDeclaration Section => Source.File.Section!;

    /// <summary>The method and the path, without the names of its parameters.</summary>
    public string Request => Section.HttpMethod + " " + string.Concat(Section.Path.Parts.Select(static part => part.IsPlaceholder ? "{}" : part.Text));

    /// <summary>The text before the JSON of responses; null: there is none.</summary>
    public string? JsonPrefix => Section.JsonPrefix ?? _view.Reference.Api?.JsonPrefix;

    /// <summary>The values of a request: <c>query limit</c>, <c>body name</c>, <c>body tags[].id</c>.</summary>
    public Dictionary<string, ValueFact> Sent { get; } = new(StringComparer.Ordinal);

    /// <summary>The body of a request; its members are among <see cref="Sent"/>.</summary>
    public BodyFacts SentBody { get; } = new();

    /// <summary>The body of a success.</summary>
    public BodyFacts Returned { get; } = new();

    /// <summary>The body of a failure.</summary>
    public BodyFacts Failed { get; } = new();

    /// <summary>The outcomes, by code and error code.</summary>
    public Dictionary<string, Outcome> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>The authentication schemes.</summary>
    public IReadOnlyList<string> Authentication { get; private set; } = [];

    public static OperationFacts Of(EditionView view, SpecSource source)
    {
        var facts = new OperationFacts(view, source);
        facts.ReadRequest();
        facts.ReadResponse();
        facts.ReadFailures();
        return facts;
    }

    private void ReadRequest()
    {
        var reference = _view.Reference;
        // The names of path parameters are not sent.
        var position = 0;
        foreach (var row in _view.Shown(Section.PathRows))
            Add(Sent, "path parameter " + ++position, row, TypeScope.Empty, isRequest: true, isRequired: true, 0);
        foreach (var row in reference.QueryRows(Section).Where(row => !row.IsRest && _view.Includes(row.Editions)))
            Add(Sent, "query " + row.Name, row, TypeScope.Empty, isRequest: true, Presence.IsRequiredParameter(row), 0);
        foreach (var row in RequestHeaders.Shared(reference.Api?.Headers ?? [], Section, type => reference.Resolve(type)).Concat(Section.HeaderRows))
        {
            if (!row.IsRest && _view.Includes(row.Editions))
                Add(Sent, "header " + row.Name.ToLowerInvariant(), row, TypeScope.Empty, isRequest: true, Presence.IsRequiredParameter(row), 0);
        }

        var body = BodyReference.Resolve(reference, Section.Body, isRequest: true);
        SentBody.Format = BodyFormats.Of(body);
        AddBody(Sent, "body", body, isRequest: true);
        Authentication = [.. CredentialParameters.SchemesOf(reference.Api, Section)
            .Select(static scheme => string.Join(" ", scheme.Names.Prepend(scheme.Word)))];
    }

    private void ReadResponse()
    {
        var body = BodyReference.Resolve(_view.Reference, Section.Response, isRequest: false);
        Returned.Format = BodyFormats.Of(body);
        AddBody(Returned.Values, "", body, isRequest: false);
        foreach (var value in _view.Reference.PrintedValues(Section).Where(static value => value.Constant is not null))
        {
            if (Returned.Values.TryGetValue(value.Name, out var known))
                Returned.Values[value.Name] = known with { Constant = value.Constant };
        }

        foreach (var outcome in OutcomeTable.Of(_view.Reference, Section).All.Where(outcome => _view.Includes(outcome.Row.Editions)))
            Outcomes.TryAdd(StatusDeclaration.TextOf(outcome.Code) + (outcome.ErrorId is { } error ? " " + error : ""), outcome);
    }

    private void ReadFailures()
    {
        var body = BodyReference.Resolve(_view.Reference, Section.Error ?? _view.Reference.Api?.Error, isRequest: false);
        Failed.Format = BodyFormats.Of(body);
        AddBody(Failed.Values, "", body, isRequest: false);
        foreach (var (key, outcome) in Outcomes.Where(static pair => pair.Value.OwnBody is not null))
        {
            var own = BodyReference.Resolve(_view.Reference, outcome.OwnBody, isRequest: false);
            AddBody((outcome.IsResult ? Returned : Failed).Values, key, own, isRequest: false);
        }
    }

    private void AddBody(Dictionary<string, ValueFact> values, string name, BodyDeclaration? body, bool isRequest)
    {
        switch (body)
        {
            case { Kind: BodyKind.Members or BodyKind.Form }:
                AddRows(values, name, body.Members, TypeScope.Empty, isRequest, 0);
                break;
            case { Kind: BodyKind.Type, Type: { } type }:
                AddForms(values, name, type, TypeScope.Empty, [], isRequest, 0, static fact => fact, body.Pointer);
                break;
            case { Kind: BodyKind.Media }:
                values[name] = new ValueFact(body.MediaType ?? "bytes", true, false, [], false, null, null, null, null, body.Pointer);
                break;
        }
    }

    private void AddRows(Dictionary<string, ValueFact> values, string name, EquatableArray<RowDeclaration> rows, TypeScope scope, bool isRequest, int depth)
    {
        foreach (var row in _view.Shown(rows))
            Add(values, name.Length == 0 ? row.Name
                : name == "body" ? "body " + row.Name
                : name + "." + row.Name, row, scope, isRequest, !Presence.MayBeAbsent(row, isRequest), depth);
    }

    private void Add(Dictionary<string, ValueFact> values, string name, RowDeclaration row, TypeScope scope, bool isRequest, bool isRequired, int depth)
        => AddForms(
            values, name, row.Type, scope, row.Members, isRequest, depth,
            fact => fact with
            {
                IsRequired = isRequired,
                Range = row.Range ?? fact.Range,
                Constant = row.HasNullConstant ? "null" : row.Constant,
                Default = row.Default,
                Description = row.Description,
                RequiredWhen = row.RequiredWhen?.Text,
                OnlyWhen = row.OnlyWhen?.Text,
                Aliases = row.Aliases,
            },
            row.Pointer);

    private void AddForms(
        Dictionary<string, ValueFact> values, string name, TypeReference type, TypeScope scope, EquatableArray<RowDeclaration> rows, bool isRequest, int depth,
        Func<ValueFact, ValueFact> complete, string pointer)
    {
        if (depth == MaxDepth || values.Count == MaxValues)
            return;
        var forms = _types.Resolve(type, scope, rows);
        // A value that can replace another counts as a further kind.
        var kinds = forms.Forms.Select(NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Concat(forms.Substitutes.Select(static text => "\"" + text + "\""));
        values[name] = complete(new ValueFact(
            forms.IsAny ? "any" : string.Join(" | ", kinds),
            IsRequired: true,
            forms.IsNullable && !forms.IsAny,
            [.. forms.Forms.SelectMany(static form => ListedIn(form.Type)).DistinctBy(static value => value.Value, StringComparer.Ordinal)],
            forms.Forms.Any(static form => form.Type.IsOpen),
            type.Range,
            Constant: null,
            Default: null,
            Description: null,
            pointer));
        if (forms.IsAny)
            return;
        foreach (var form in forms.Forms)
            AddInner(values, forms.Forms.Count > 1 && form.Schema is { } named ? name + "<" + named.Name + ">" : name, form, isRequest, depth, pointer);
    }

    private static IEnumerable<ListedValue> ListedIn(TypeReference type) => type.Kind switch
    {
        TypeKind.Enum => type.Values.Select(static value => new ListedValue(value.Value, value.CSharpName ?? value.Value, value.Description, value.Deprecated)),
        TypeKind.Int or TypeKind.Long => type.Values.Zip(
            ConstantNames.Of(type.Values),
            static (value, name) => new ListedValue(PrintedNumber.InJson(value.Value), name, value.Description, value.Deprecated)),
        _ => [],
    };

    // The written form belongs to the type: 'boolean as 1|0', 'date-time as "YYYY/MM/DD"', 'as "[a,b]"'.
    private string NameOf(ValueForm form) => form.Kind switch
    {
        TypeKind.Object => "object",
        TypeKind.DateTime when _view.Reference.Api is { TimeZone: { } zone } api
            && (form.Type.Format ?? api.DateTimeWriteFormat) is var format && (format is null || MomentForm.IsLocal(format))
            => $"{RowWriter.Write(form.Type with { Range = null })} in {zone}",
        TypeKind.Boolean or TypeKind.Date or TypeKind.Time or TypeKind.DateTime or TypeKind.Epoch => RowWriter.Write(form.Type with { Range = null }),
        TypeKind.Int or TypeKind.Long when form.Type.IsSum => RowWriter.Write(form.Type with { Range = null }),
        _ when form.Type.Enclosure is not null => TypeParser.NameOf(form.Type),
        _ => TypeParser.NameOf(form.Kind),
    };

    private void AddInner(Dictionary<string, ValueFact> values, string name, ValueForm form, bool isRequest, int depth, string pointer)
    {
        if (form is { Kind: TypeKind.Object or TypeKind.Tuple, Rows: { } members })
        {
            if (form.Schema is { } schema)
            {
                if (_around.Contains(schema))
                    return;
                _around.Add(schema);
            }

            if (form.Kind == TypeKind.Object)
            {
                AddRows(values, name, members, form.Scope, isRequest, depth + 1);
            }
            else
            {
                // A value at another position is another value.
                for (var i = 0; i < members.Count; i++)
                    AddRows(values, name + "[" + i.ToString(CultureInfo.InvariantCulture) + "]", [members[i]], form.Scope, isRequest, depth + 1);
            }

            if (form.Schema is not null)
                _around.RemoveAt(_around.Count - 1);
        }
        else if (form.Type.Arguments.Count > 0)
        {
            var suffix = form.Kind == TypeKind.Map ? "{}" : "[]";
            AddForms(values, name + suffix, form.Type.Arguments[0], form.Scope, form.Rows ?? [], isRequest, depth + 1, static fact => fact, pointer);
        }
    }
}
