using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>Determines the names and types of one section: the name, parameters and result of its operation.</summary>
internal sealed class SectionBinder
{
    private readonly ApiScope _scope;
    private readonly TypeBinder _types;
    private readonly BodyBinder _bodies;
    private readonly LinkIndex _links;
    private readonly RoleSet _roles;
    private readonly SelectionBinder _selections;

    public SectionBinder(ApiScope scope, TypeBinder types, BodyBinder bodies, LinkIndex links, RoleSet roles)
    {
        _scope = scope;
        _types = types;
        _bodies = bodies;
        _links = links;
        _roles = roles;
        // Bound before all sections, so that the error body gets its name before types of sections can take it.
        bodies.BindError();
        OutcomesBinder.Check(scope);
        foreach (var status in scope.Api?.Statuses ?? [])
        {
            if (status is { Response.Kind: BodyKind.Members or BodyKind.Type, IsResult: false })
                bodies.BindShared(status);
        }

        _selections = new SelectionBinder(scope);
    }

    public GeneratedOperation? Bind(SpecSource source)
    {
        var section = source.File.Section!;
        if (FileMemory.Of(source).Names is not { } names)
        {
            _scope.Report.Add(SpecRules.NoIdentifier, source.Path, "/operation", section.Id, "choose another with 'operation:'");
            return null;
        }

        if (section.IsRequestUnknown)
        {
            BindTypes(source, section);
            return null;
        }

        var statusEnum = names.Stem + "Status";
        if (!_scope.TypeNames.TryTake(statusEnum, GeneratedTypeKind.Enum, "the status codes of " + names.Id, source.Path, "/operation"))
            return null;

        var (response, statuses) = new ResultBinder(_scope, _bodies).Bind(
            source, names, _bodies.BindResponse(source), StatusBinder.Bind(_scope, source, statusEnum));
        // Only JSON can be read item by item.
        var isXml = response.Type is { XmlShape: not null };
        var linked = ActionBinder.FindLinked(_scope, _links, source, response);
        var doneWhen = DoneBinder.Bind(_scope, source, response);
        // What a program waits for is a job, whatever lists are in it.
        response = response with { Items = isXml || section.DoneWhen is not null ? null : _scope.Filters.FindItems(response.Type) };
        var binder = new ParameterBinder(_scope, _types, source, names, response, response.Items?.Item ?? _scope.Filters.FindFiltered(response.Type));
        var parameters = binder.Bind();
        var body = _bodies.BindRequest(source);
        if (body is not null)
            _scope.Records.MarkSent(body);
        var isUrlEncoded = section.Body?.Format == BodyFormat.Form;
        var parts = binder.BindParts(isUrlEncoded);

        var remarks = DescribeRemarks(section);
        var operation = new GeneratedOperation
        {
            Context = _scope.Context,
            ClientInterface = "I" + _scope.ClientName,
            Id = names.Id,
            Group = names.Group,
            GroupClass = _scope.GroupClassOf(names.Group),
            Method = names.Method,
            StatusEnum = statusEnum,
            RolesEnum = section.Roles.Count == 0 ? null : _roles.EnumName,
            Roles = _roles.Resolve(section.Roles, source.Path),
            Section = section.Section,
            Title = section.Title,
            Function = section.Function,
            Version = section.Version,
            Sources = section.Sources.Select(static citation => citation.Text).ToEquatableArray(),
            Remarks = remarks,
            Notes = section.Notes,
            Deprecated = section.Deprecated,
            HttpMethod = section.HttpMethod,
            PathTemplate = section.Path.ToString(),
            IsIdempotent = section.Idempotent ?? HttpMethods.IsIdempotent(section.HttpMethod),
            Editions = section.Editions,
            Statuses = statuses,
            HasOpenStatuses = section.Statuses.IsOpen,
            HasOpenErrorCodes = OutcomeTable.Of(_scope, section).HasOpenErrorCodes,
            Parameters = parameters.Required,
            Target = parameters.Target,
            IsAnonymous = CredentialParameters.IsAnonymous(_scope.Api, section),
            HasSecretTarget = parameters.Target.Any(static part => part.Value is { HasSecrets: true }),
            HasSecretBody = section.Body is not null && SecretRows.AreInBody(_scope, section),
            Query = parameters.Query,
            Headers = parameters.Headers,
            Body = body,
            BodyMediaType = section.Body is { Kind: BodyKind.Media or BodyKind.Form } media ? parameters.BodyMediaType ?? media.MediaType : null,
            JsonMediaType = section.Body is { Kind: BodyKind.Media or BodyKind.Form } ? null : parameters.BodyMediaType,
            IsUrlEncodedForm = isUrlEncoded,
            Parts = parts,
            Link = body is null ? null : _links.Find(body, names.Id),
            ResponseHeaders = ResponseHeaderBinder.Bind(_scope, _types, source, names),
            Response = response,
            Error = _bodies.BindError(source),
            Outcomes = OutcomesBinder.Bind(_scope, source),
            JsonPrefix = section.JsonPrefix ?? _scope.Api?.JsonPrefix,
            Conditions = ConditionBinder.OfSection(_scope, section, parameters, parts, body),
            Linked = linked,
            DoneWhen = doneWhen,
            Choices = new GroupRuleBinder(_scope, source, parameters, body, parts).Bind(),
        };
        var paging = new PagingBinder(_scope, source, parameters, body, isUrlEncoded ? parts : [], response, operation.ResponseHeaders);
        operation = operation with { Paging = paging.Bind(), Response = response with { Items = isXml ? null : response.Items ?? paging.FindEnvelope() } };
        operation = operation with { Token = TokenBinder.Bind(_scope, names.Id, response) };
        operation = operation with { AtAddress = AddressBinder.Bind(operation, _links) };
        return parameters.Selection is { } selection ? operation with { Selection = _selections.Bind(operation, selection, source.Path) } : operation;
    }

    // Without a request line there is no method, but other sections and the program can still use the types.
    private void BindTypes(SpecSource source, SectionDeclaration section)
    {
        DoneBinder.Bind(_scope, source, _bodies.BindResponse(source));
        _bodies.BindError(source);
        OutcomesBinder.Bind(_scope, source);
        if (_bodies.BindRequest(source) is { } body)
            _scope.Records.MarkSent(body);
        var bound = new HashSet<BodyDeclaration>(ReferenceComparer<BodyDeclaration>.Instance);
        foreach (var outcome in OutcomeTable.Of(_scope, section).All)
        {
            if (outcome.Row.Response is { Kind: BodyKind.Members or BodyKind.Type } own && bound.Add(own))
                _bodies.BindStatus(source, outcome.Row, outcome.CSharpName ?? outcome.DerivedName);
        }
    }

    private string? DescribeRemarks(SectionDeclaration section)
    {
        var remarks = new List<string>();
        DocumentationText.AddEditions(remarks, section.Editions);
        foreach (var value in _scope.PrintedValues(section))
        {
            var constant = value.HasNullConstant ? "is always null" : value.Constant is null ? null : "is always '" + value.Constant + "'";
            var link = value.Link is null ? null : "points to " + value.Link;
            remarks.Add("In the response, " + value.Name + " " + string.Join(" and ", new[] { constant, link }.Where(static part => part is not null)) + ".");
        }

        if (_scope.QueryRows(section).Any(static row => row.IsRest))
            remarks.Add("The reference does not show all query parameters; ApiCallOptions.Query takes others.");
        if (section.HeaderRows.Any(static row => row.IsRest))
            remarks.Add("The reference does not show all headers; ApiCallOptions.Headers takes others.");
        return remarks.Count == 0 ? null : string.Join("\n", remarks);
    }
}
