using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>Determines the types of request, response and error bodies.</summary>
internal sealed class BodyBinder(ApiScope scope, TypeBinder types)
{
    private readonly SharedTable<string, CodeType?> _requests = new(scope.Steps, SharedTableKind.Requests, StringComparer.Ordinal);
    private readonly SharedTable<string, OperationResponse> _responses = new(
        scope.Steps, SharedTableKind.Responses, StringComparer.Ordinal, scope.Sections.Count);
    private readonly SharedTable<string, CodeType?> _errors = new(scope.Steps, SharedTableKind.ErrorBody, StringComparer.Ordinal);

    public CodeType? BindRequest(SpecSource source)
    {
        if (source.File.Section!.Body is not { } body)
            return null;
        if (_requests.TryGet(RequestKeyOf(source), out var known))
            return known;

        // Two sections can each refer to the body of the other.
        _requests.SetForNow(RequestKeyOf(source), null);
        var request = InXml(WithOwnRules(source, body, BindWhole(source, body)), source.Path, body, isRequest: true);
        _requests.Set(RequestKeyOf(source), request);
        return request;
    }

    // Operations with responses in several formats can have the same request.
    private static string RequestKeyOf(SpecSource source) => source.Path + "\0" + source.File.Section!.Body?.Pointer;

    /// <summary>Adds to the type of an XML body how its elements and attributes are read.</summary>
    private CodeType? InXml(CodeType? type, string path, BodyDeclaration declared, bool isRequest)
    {
        var body = BodyReference.Resolve(scope, declared, isRequest);
        if (type is null or { IsUnread: true } || body?.Format != BodyFormat.Xml)
            return type;
        var shape = XmlShapes.Of(scope, body, isRequest, out var problems);
        foreach (var problem in declared.Kind == BodyKind.SameAs ? [] : problems)
        {
            // A row of a shared schema is in a different file.
            var isOwn = problem.Pointer?.StartsWith(declared.Pointer + "/", StringComparison.Ordinal) == true;
            scope.Report.Add(SpecRules.NotGenerated, path, isOwn ? problem.Pointer! : declared.Pointer, problem.What, problem.Instead);
        }

        return problems.Count > 0 ? type : type with { XmlShape = shape?.ToString() ?? "" };
    }

    private CodeType? BindWhole(SpecSource source, BodyDeclaration body)
        => body.Kind switch
        {
            BodyKind.Members => BindGiven(source, body),
            BodyKind.Type => BindType(source, body, "Body"),
            BodyKind.SameAs => FindSame(source, body, "body") is { } other ? SameRequest(source, body, other) : null,
            BodyKind.Unknown => new CodeType { Kind = CodeTypeKind.Element },
            // A form has fields and not one value. Anything else is sent as it is.
            BodyKind.Form => null,
            _ => new CodeType { Kind = CodeTypeKind.File },
        };

    // If the credential fills all members, the program does not pass a body.
    private CodeType? BindGiven(SpecSource source, BodyDeclaration body)
    {
        var members = CredentialParameters.WithoutFilled(scope.Api, source.File.Section!, body.Members);
        return members.Count == 0 && body.Members.Count > 0 ? null : BindMembers(source, body with { Members = members }, "Body") ?? CodeType.Unread;
    }

    private CodeType? WithOwnRules(SpecSource source, BodyDeclaration body, CodeType? table)
        => body.Kind == BodyKind.Members || (body.Required.Count == 0 && body.RequiredWhen.Count == 0 && body.Values.Count == 0 && !FillsBody(source))
            || table is null || FileMemory.Of(source).Names is not { } names
            ? table
            : new SharedBodyBinder(scope).Bind(source, names, body, table);

    private bool FillsBody(SpecSource source)
        => CredentialParameters.SchemesOf(scope.Api, source.File.Section!).Any(static scheme => scheme.Place == CredentialPlace.Body);

    public OperationResponse BindResponse(SpecSource source)
    {
        var none = new OperationResponse(ResponseKind.None, null);
        if (source.File.Section!.Response is not { } body)
            return none;
        if (_responses.TryGet(source.Key, out var known))
            return known;

        _responses.SetForNow(source.Key, none);
        var response = BindWholeResponse(source, body);
        _responses.Set(source.Key, response);
        Read(response.Type);
        return response;
    }

    private OperationResponse BindWholeResponse(SpecSource source, BodyDeclaration body)
        => body.Kind switch
        {
            BodyKind.Members => Json(InXml(BindMembers(source, body, "Response") ?? CodeType.Unread, source.Path, body, isRequest: false)),
            BodyKind.Type => Json(InXml(BindType(source, body, "Response"), source.Path, body, isRequest: false)),
            BodyKind.SameAs when FindSame(source, body, "response") is { } other => SameResponse(source, body, other),
            BodyKind.Unknown or BodyKind.SameAs => new OperationResponse(ResponseKind.Raw, null),
            _ => OfMedia(body),
        };

    private static OperationResponse OfMedia(BodyDeclaration body)
        => new(body.MediaType!.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? ResponseKind.Text : ResponseKind.Download, null)
        {
            MediaType = body.MediaType,
        };

    /// <summary>Returns the body that only one status has.</summary>
    public OperationResponse BindStatus(SpecSource source, StatusDeclaration status, string statusName)
    {
        var response = BindWholeStatus(source, status.Response!, statusName);
        Read(response.Type);
        return response;
    }

    private OperationResponse BindWholeStatus(SpecSource source, BodyDeclaration body, string statusName)
        => body.Kind switch
        {
            BodyKind.Members => Json(InXml(BindMembers(source, body, statusName), source.Path, body, isRequest: false)),
            BodyKind.Type => Json(InXml(BindType(source, body, statusName), source.Path, body, isRequest: false)),
            BodyKind.SameAs when FindSame(source, body, "response") is { } other && SameResponse(source, body, other) is { Kind: not ResponseKind.None } same
                => same,
            BodyKind.Media => OfMedia(body),
            _ => new OperationResponse(ResponseKind.Raw, null),
        };

    /// <summary>Returns the record for the bodies of failures in a section; null: they stay raw.</summary>
    public CodeType? BindError(SpecSource source)
    {
        if (source.File.Section!.Error is not { } body)
            return BindError();
        var type = body.Kind switch
        {
            BodyKind.Members => BindMembers(source, body, "Error"),
            BodyKind.Type => BindType(source, body, "Error"),
            BodyKind.SameAs when FindSame(source, body, "response") is { } other => SameResponse(source, body, other).Type,
            _ => null,
        };
        return type is null or { IsUnread: true } ? null : Read(InXml(Record(type, source.Path, body), source.Path, body, isRequest: false));
    }

    /// <summary>Returns the record for the body of every failure; null: it stays raw.</summary>
    public CodeType? BindError()
    {
        if (scope.Api?.Error is not { } body)
            return null;
        if (!_errors.TryGet(scope.ApiFile!.Path, out var error))
            _errors.Set(scope.ApiFile.Path, error = BindError(body));
        return error;
    }

    /// <summary>Returns the body of a failure, for all sections whose status table lists it.</summary>
    public OperationResponse BindShared(StatusDeclaration status)
    {
        if (status.Response is { Kind: BodyKind.Media } media)
            return OfMedia(media);
        var key = scope.ApiFile!.Path + status.Pointer;
        if (!_errors.TryGet(key, out var body))
        {
            var rows = scope.Api!.Statuses.Where(row => row.Code == status.Code).ToList();
            var name = scope.NameStem + (status.CSharpName ?? StatusNames.Of(status.Code, status.Message, rows.IndexOf(status) + 1)) + "Error";
            var documentation = new Documentation("The body of an unsuccessful response with the status " + StatusDeclaration.TextOf(status.Code) + ".");
            body = Read(InXml(BindOfApi(name, status.Response!, documentation), scope.ApiFile.Path, status.Response!, isRequest: false));
            _errors.Set(key, body);
        }

        return Json(body);
    }

    private CodeType? BindOfApi(string name, BodyDeclaration body, Documentation documentation) => body.Kind switch
    {
        BodyKind.Members => types.BindRecord(name, "error", body.Members, documentation, scope.PlaceOfApi(), body.Pointer),
        BodyKind.Type => types.Bind(body.Type!, new TypeSite(scope.PlaceOfApi(), body.Pointer, name, [], documentation, null)),
        _ => null,
    };

    private CodeType? BindError(BodyDeclaration body)
    {
        var path = scope.ApiFile!.Path;
        var type = BindOfApi(scope.NameStem + "Error", body, new Documentation("The body of an unsuccessful response."));
        return type is null or { IsUnread: true } ? null : Read(InXml(Record(type, path, body), path, body, isRequest: false));
    }

    private CodeType? Read(CodeType? type)
    {
        if (type is not null)
            scope.Records.MarkRead(type);
        return type;
    }

    private CodeType? Record(CodeType type, string path, BodyDeclaration body)
    {
        // Some servers respond with a list, whose items say what failed.
        if (type is { Kind: CodeTypeKind.Record } or { Kind: CodeTypeKind.List, IsNullable: false, Element: { Kind: CodeTypeKind.Record, IsNullable: false } })
            return type;
        scope.Report.Add(SpecRules.NotARecord, path, body.Pointer, "The error body");
        return null;
    }

    private CodeType? BindMembers(SpecSource source, BodyDeclaration body, string suffix)
    {
        if (FileMemory.Of(source).Names is not { } names)
            return null;
        var what = suffix switch { "Body" => "request", "Response" => "response", "Error" => "unsuccessful response", _ => suffix + " response" };
        return types.BindRecord(
            names.Stem + suffix, what + " of " + names.Id, body.Members, new Documentation("The " + what + " body of " + names.Id + "."), scope.PlaceOf(source),
            body.Pointer);
    }

    private CodeType? BindType(SpecSource source, BodyDeclaration body, string suffix)
        => FileMemory.Of(source).Names is { } names && types.Fits(body.Type!, TableKind.Members, source.Path, body.Pointer)
            ? types.Bind(body.Type!, new TypeSite(scope.PlaceOf(source), body.Pointer, names.Stem + suffix, [], new Documentation(null), null))
            : null;

    private CodeType? SameRequest(SpecSource source, BodyDeclaration body, SpecSource other)
    {
        if (BodyReference.IsResponse(scope, other.File.Section!))
            return BindResponse(other).Type ?? CodeType.Unread;
        foreach (var section in ChainFrom(other, section => BodyReference.IsResponse(scope, section) ? null : section.Body, _requests, RequestKeyOf))
            BindRequest(section);
        return BindRequest(other) ?? Missing(source, body, "body");
    }

    private OperationResponse SameResponse(SpecSource source, BodyDeclaration body, SpecSource other)
    {
        foreach (var section in ChainFrom(other, static section => section.Response, _responses, static source => source.Key))
            BindResponse(section);
        var response = BindResponse(other);
        if (response.Kind == ResponseKind.None)
            Missing(source, body, "response");
        return response;
    }

    // Sections can refer to each other's bodies in a chain of any length. Binding from the last one on, each section finds the next one bound.
    private Stack<SpecSource> ChainFrom<T>(SpecSource first, Func<SectionDeclaration, BodyDeclaration?> bodyOf, SharedTable<string, T> bound,
        Func<SpecSource, string> keyOf)
    {
        var chain = new Stack<SpecSource>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var next = first; next is not null && seen.Add(next.Key) && !bound.TryGet(keyOf(next), out _);)
        {
            chain.Push(next);
            next = bodyOf(next.File.Section!) is { Kind: BodyKind.SameAs, SameAs: { } operation } ? scope.FindSection(operation) : null;
        }

        return chain;
    }

    private SpecSource? FindSame(SpecSource source, BodyDeclaration body, string what)
    {
        var other = scope.FindSection(body.SameAs!);
        if (other is null)
            scope.ReportUnresolved(source.Path, body.Pointer + SpecLocations.Value, body.SameAs!, "the " + what + " stays untyped");
        return other;
    }

    private CodeType? Missing(SpecSource source, BodyDeclaration body, string what)
    {
        scope.Report.Add(SpecRules.SameAsWithoutBody, source.Path, body.Pointer + SpecLocations.Value, body.SameAs!, what);
        return null;
    }

    private static OperationResponse Json(CodeType? type) => type is null ? new(ResponseKind.Raw, null) : new(ResponseKind.Json, type);
}
