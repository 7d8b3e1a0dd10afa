using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Examples;

/// <summary>A section in one format of its request and one of its response. Facts that only concern the other formats are left out.</summary>
/// <param name="section">The section.</param>
/// <param name="body">The request body; null: there is none.</param>
/// <param name="responseFormats">The names of the formats of the response; empty: the section has only one.</param>
/// <param name="responseFormatsOfBody">The formats in which the section describes responses to this request body.</param>
/// <param name="responseFormat">The name of the format of this response; null: the section has only one.</param>
internal sealed class SectionForm(
    SectionDeclaration section, BodyDeclaration? body,
    IReadOnlyList<string> responseFormats, IReadOnlyList<string> responseFormatsOfBody, string? responseFormat)
{
    private const string Accept = "Accept";
    private const string ContentType = "Content-Type";

    private readonly List<BodyDeclaration> _bodies = [.. section.Bodies];
    private readonly List<BodyDeclaration> _responses = [.. section.Responses];

    // A server sends the first format to a request that asks for none.
    private readonly bool _isAsked = responseFormat is not null && responseFormat != responseFormats[0];

    /// <summary>Returns the section as an operation.</summary>
    public SectionDeclaration ToSection()
    {
        var response = InFormat(section.Response, section.OtherResponses);
        return section with
        {
            Body = body,
            OtherBodies = Except(_bodies, body),
            Response = response,
            OtherResponses = Except(_responses, response),
            Error = InFormat(section.Error, section.OtherErrors),
            Outcomes = section.OtherErrors.Count == 0 ? section.Outcomes : section.Outcomes with
            {
                SuccessWhen = section.Outcomes.SuccessWhen?.Clauses.All(clause => IsInError(clause.Name)) == true ? section.Outcomes.SuccessWhen : null,
                ErrorCodeIn = section.Outcomes.ErrorCodeIn is { } code && IsInError(code) ? code : null,
                ErrorMessageIn = section.Outcomes.ErrorMessageIn is { } message && IsInError(message) ? message : null,
            },
            Statuses = section.Statuses with
            {
                Rows = section.Statuses.Rows.Select(row => row with { Response = InFormat(row.Response, row.OtherResponses) }).ToEquatableArray(),
            },
            QueryRows = InForm(section.QueryRows),
            HeaderRows = [.. InForm(section.HeaderRows).Select(row => InForm(row, response)).OfType<RowDeclaration>(), .. HeadersOf(response)],
            Examples = section.Examples.Where(IsIn).ToEquatableArray(),
            OtherExamples = section.Examples.Where(example => !IsIn(example)).ToEquatableArray(),
            Choices = section.Choices.Select(InForm).OfType<ParameterChoice>().ToEquatableArray(),
            Paging = HasPages(response) ? section.Paging : null,
            DoneWhen = section.DoneWhen?.Clauses.All(clause => IsKnown(response, clause.Name)) == true ? section.DoneWhen : null,
            ResponseValues = response is { Kind: BodyKind.Type } || !_responses.Exists(static other => other.Kind == BodyKind.Type)
                ? section.ResponseValues : [],
        };
    }

    private static EquatableArray<BodyDeclaration> Except(List<BodyDeclaration> all, BodyDeclaration? one)
        => all.Where(other => !ReferenceEquals(other, one)).ToEquatableArray();

    private BodyDeclaration? InFormat(BodyDeclaration? first, EquatableArray<BodyDeclaration> others)
        => others.FirstOrDefault(other => FormatName.Of(other) == responseFormat) ?? first;

    // The headers that tell a server the formats, with the values that the page prints.
    private IEnumerable<RowDeclaration> HeadersOf(BodyDeclaration? response)
    {
        if (_bodies.Count > 1 && body is { Kind: BodyKind.Media, MediaType: { } sent })
            yield return Constant(ContentType, sent, body, body.Pointer);
        if (_isAsked)
            yield return Constant(Accept, MediaTypeOf(response), response, response?.Pointer ?? "/request");
    }

    private string MediaTypeOf(BodyDeclaration? response)
        => response is { Kind: BodyKind.Media, MediaType: { } mediaType } ? mediaType
            : BodyFormats.MediaTypeOf(responseFormat == nameof(BodyFormat.Xml) ? BodyFormat.Xml : BodyFormat.Json);

    private RowDeclaration Constant(string name, string mediaType, BodyDeclaration? of, string pointer)
    {
        var printed = section.HeaderRows.FirstOrDefault(row => IsNamed(row, name));
        var values = printed is null ? [] : printed.Constant is { } only ? [only] : printed.Type.Values.Select(static value => value.Value).ToList();
        return new RowDeclaration
        {
            Name = printed?.Name ?? name,
            Type = new TypeReference { Kind = TypeKind.String },
            Constant = values.Find(value => NameOf(value) == (of is null ? responseFormat : FormatName.Of(of))) ?? mediaType,
            Description = printed?.Description,
            Pointer = printed?.Pointer ?? pointer,
        };
    }

    // A page prints the media types of all formats in one row.
    private RowDeclaration? InForm(RowDeclaration row, BodyDeclaration? response)
    {
        if (IsNamed(row, ContentType) && _bodies.Count > 1)
            return body is { Kind: BodyKind.Media } ? null : Without(row, FormatName.Of(body!), _bodies);
        if (IsNamed(row, Accept) && responseFormat is not null)
            return _isAsked ? null : Without(row, response is null ? responseFormat : FormatName.Of(response), _responses);
        return row;
    }

    private static RowDeclaration? Without(RowDeclaration row, string? name, List<BodyDeclaration> all)
    {
        // A range such as '*/*' includes this format. A media type that no format has is reported later.
        bool IsOther(string mediaType) => NameOf(mediaType) is { } other && other != name
            && (BodyFormats.Of(mediaType) is not null || all.Exists(body => FormatName.Of(body) == other));
        if (row.Constant is { } only)
            return IsOther(only) ? null : row;
        if (row.Default is { } usual && IsOther(usual))
            row = row with { Default = null };
        var values = row.Type.Values.Where(value => !IsOther(value.Value)).ToEquatableArray();
        return values.Count == row.Type.Values.Count ? row
            : values.Count == 0 ? null
            : row with { Type = row.Type with { Values = values } };
    }

    private static bool IsNamed(RowDeclaration row, string name) => string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase);

    private static string? NameOf(string mediaType) => mediaType.IndexOf('/') > 0 ? FormatName.OfMediaType(mediaType) : null;

    // A field that this format lacks is missing in every request.
    private EquatableArray<RowDeclaration> InForm(EquatableArray<RowDeclaration> rows)
        => _bodies.Count < 2 ? rows : rows.Select(row => InForm(row)).OfType<RowDeclaration>().ToEquatableArray();

    private RowDeclaration? InForm(RowDeclaration row)
    {
        // A row that only applies sometimes is required only then.
        var isImplied = ReferenceEquals(row.RequiredWhen, row.OnlyWhen);
        if (row.OnlyWhen is { IsChecked: true } only)
        {
            if (IsNeverTrue(only))
                return null;
            row = row with { OnlyWhen = Left(only) };
        }

        if (row.RequiredWhen is not { IsChecked: true } required)
            return row;
        return IsNeverTrue(required) ? row with { RequiredWhen = null }
            : (isImplied ? row.OnlyWhen : Left(required)) is { } left ? row with { RequiredWhen = left }
            : row with { RequiredWhen = null, IsOptional = false };
    }

    private bool IsNeverTrue(Condition condition)
        => condition.Clauses.Any(clause => clause.Operator != ConditionOperator.IsMissing && !IsKnown(clause.Name));

    private Condition? Left(Condition condition)
    {
        var clauses = condition.Clauses.Where(clause => IsKnown(clause.Name)).ToEquatableArray();
        return clauses.Count == condition.Clauses.Count ? condition
            : clauses.Count == 0 ? null
            : condition with { Clauses = clauses };
    }

    // A rule still applies to the names that this format has. 'Exactly one' of one name is that name.
    private ParameterChoice? InForm(ParameterChoice choice)
    {
        var names = choice.Names.Where(IsKnown).ToEquatableArray();
        return names.Count > 1 || (names.Count == 1 && choice.Kind != GroupRuleKind.AtMostOne) ? choice with { Names = names } : null;
    }

    private bool IsIn(ExampleDeclaration example)
    {
        var request = PastedMessage.Of(example.RequestHeader, example.RequestBody);
        var response = PastedMessage.Of(example.ResponseHeader, example.ResponseBody);
        return IsIn(FormatOf(request, ContentType, _bodies), body, _bodies)
            && (responseFormat is null
                || IsIn(FormatOf(response, ContentType, _responses) ?? FormatOf(request, Accept), responseFormat, responseFormatsOfBody));
    }

    // An example without a body, or with a body in a format that the section does not describe, belongs to the first operation.
    private static bool IsIn(string? format, BodyDeclaration? body, List<BodyDeclaration> all)
        => all.Count < 2 || IsIn(format, FormatName.Of(body!)!, [.. all.Select(static other => FormatName.Of(other)!)]);

    private static bool IsIn(string? format, string own, IReadOnlyList<string> all)
        => format == own || (own == all[0] && (format is null || !all.Contains(format)));

    private static string? FormatOf(PastedMessage message, string header)
    {
        var stated = message.Head?.Headers.LastOrDefault(stated => string.Equals(stated.Name.Text, header, StringComparison.OrdinalIgnoreCase));
        return stated?.Value.Text is { } value ? NameOf(value) : null;
    }

    private static string? FormatOf(PastedMessage message, string header, List<BodyDeclaration> all)
    {
        if (FormatOf(message, header) is { } stated)
            return stated;
        if (message.Head is { Fields.Count: > 0 })
            return nameof(BodyFormat.Multipart);
        if (message.Body is not { } printed || printed.Text.Trim().Length == 0)
            return null;
        var name = PastedFormat.OfOther(printed.Text);
        foreach (var known in new[] { BodyFormat.Xml, BodyFormat.Form, BodyFormat.Multipart })
        {
            if (name == BodyFormats.NameOf(known))
                return known.ToString();
        }

        // Text that has no known format is in the one that is not described by a table.
        return name is null ? nameof(BodyFormat.Json) : all.Find(static other => other.Kind == BodyKind.Media) is { } media ? FormatName.Of(media) : null;
    }

    // Text has no items, and without the key 'items', only a list has pages. If no response fits, the first one reports it.
    private bool HasPages(BodyDeclaration? response)
        => section.Paging is { Roles: var roles }
            && roles.All(role => IsOfRequest(role) ? IsKnown(role.Name) : IsKnown(response, role.Name))
            && (response is not ({ Kind: BodyKind.Media } or null) || _responses.TrueForAll(static other => other.Kind == BodyKind.Media))
            && (response is not { Kind: BodyKind.Members } || roles.Any(static role => role.Role == "items")
                || !_responses.Exists(static other => other.Kind == BodyKind.Type));

    private static bool IsOfRequest(PagingRole role) => Array.IndexOf(PagingDeclaration.RequestRoles, role.Role) >= 0;

    // A name is only unknown to a format if another format has it. Rows in other files are looked up where all files are known.
    private bool IsKnown(string name)
        => Has(body?.Members ?? [], name) || !_bodies.Exists(other => Has(other.Members, name))
            || Has(section.PathRows, name) || Has(section.QueryRows, name) || Has(section.HeaderRows, name);

    private bool IsKnown(BodyDeclaration? response, string name)
        => Has(response?.Members ?? [], name) || !_responses.Exists(other => Has(other.Members, name));

    private bool IsInError(string name)
        => Has(InFormat(section.Error, section.OtherErrors)!.Members, name)
            || !section.OtherErrors.Prepend(section.Error!).Any(other => Has(other.Members, name));

    private static bool Has(EquatableArray<RowDeclaration> rows, string name)
    {
        var dot = name.IndexOf('.');
        var outer = dot > 0 ? name.Substring(0, dot) : name;
        return rows.Any(row => row.Name == name || row.Name == outer);
    }
}
