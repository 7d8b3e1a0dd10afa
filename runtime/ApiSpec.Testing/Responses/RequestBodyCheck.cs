using System.Globalization;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;
using ApiSpec.Testing.Recording;

namespace ApiSpec.Testing.Responses;

/// <summary>Checks a request body against the documented one.</summary>
internal sealed class RequestBodyCheck(StubOperation operation, ParameterCheck parameters)
{
    private readonly TypeResolver _types = new(operation.Api);

    /// <summary>The violation in the body, or null. Null also if the reference shows nothing that can be checked.</summary>
    /// <param name="request">The request.</param>
    /// <param name="conditions">Its parameters, for conditions that name them; null: nothing has conditions.</param>
    public string? FindViolation(ReceivedRequest request, RequestConditions? conditions)
    {
        var (api, section, body) = (operation.Api, operation.Declaration, operation.Body);
        var bytes = request.Body;
        if (body is { Kind: BodyKind.Form })
            return FormCheck.FindViolation(
                parameters, this, body.Format, operation.FieldRows, request, conditions, name => CredentialParameters.FillForm(api.Api, section, name),
                name => SecretParameters.OfForm(operation).IsSecret(name) == true);
        if (Documented() is not { } documented)
            return null;
        if (bytes.IsEmpty)
            return "the body is missing";
        var contentType = request.Headers["Content-Type"];
        if (documented.Format == BodyFormat.Xml && !BodyFormats.IsXml(contentType))
            return $"the body is not XML, but {contentType ?? "of no content type"}";
        if (BodyValues.Of(request, operation) is not { } json)
            return documented.Format == BodyFormat.Xml ? "the body is not XML" : "the body is not JSON";
        return FindViolation(documented, json, bytes.Length, conditions);
    }

    /// <summary>Whether the value of a form's row is JSON text.</summary>
    public bool IsJson(RowDeclaration row) => FormFields.IsJson(_types, row);

    /// <summary>Returns why a field of a form cannot occur so often; null: it can.</summary>
    public string? FindFieldCount(RowDeclaration row, int count) => FormFields.FindCount(_types, row, count) switch
    {
        null => null,
        FormFields.Once => string.Create(CultureInfo.InvariantCulture, $"is there {count} times"),
        var outside => string.Create(CultureInfo.InvariantCulture, $"has {count} values: {outside}"),
    };

    /// <summary>Why the JSON text of a form's field is not a value of its row; null: it is one.</summary>
    public string? FindFieldViolation(RowDeclaration row, ReadOnlyMemory<byte> text, RequestConditions? conditions)
    {
        if (JsonBody.Read(text) is not { } value)
            return $"the part '{row.Name}' is not JSON";
        return Check(text.Length, conditions).FindInField(row, value, limit: 1) is [var violation] ? Describe(violation) : null;
    }

    private string? FindViolation(BodyDeclaration documented, JsonText json, int length, RequestConditions? conditions)
        => Check(length, conditions).Find(documented, json, "the body", limit: 1) is [var violation] ? Describe(violation) : null;

    /// <summary>The name of a member that the body lacks only because of a condition, or null.</summary>
    public string? FindMissing(ReceivedRequest request, RequestConditions conditions)
        => Documented() is { } documented && BodyValues.Of(request, operation) is { } json
            ? Check(request.Body.Length, conditions).Find(documented, json, "the body", limit: 8)
                .FirstOrDefault(static violation => violation.Kind == ViolationKind.MissingWhereRequired)?.Member
            : null;

    private BodyDeclaration? Documented()
        => CredentialParameters.Relaxed(operation.Api.Api, operation.Declaration, BodyReference.Resolve(operation.Api, operation.Body, isRequest: true))
            is { Kind: BodyKind.Members or BodyKind.Type } documented ? documented : null;

    private ValueCheck Check(int length, RequestConditions? conditions)
        => new(operation.Api, isRequest: true, WorkBudget.OfLength(length))
        {
            ReadEmbedded = JsonBody.Read,
            Parameters = conditions?.Parameters,
        };

    private string Describe(Violation violation)
        => violation.Describe("the body", violation.Value.Scalar is not null && IsSecret(violation) ? Redaction.Placeholder : null);

    private bool IsSecret(Violation violation)
    {
        var rows = new ReachableRows(operation.Api);
        rows.Add(BodyReference.Resolve(operation.Api, operation.Body, isRequest: true));
        var secret = rows.Visit().Where(static row => row.IsSecret).ToList();
        return IsNamed(violation.Name) || violation.Path.IsWithin(IsNamed);

        bool IsNamed(string name) => secret.Exists(row => RowNames.Has(row, name));
    }
}
