using System.Globalization;
using System.Text;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;

namespace ApiSpec.Testing.Responses;

/// <summary>Checks a request body against the documented one.</summary>
internal sealed class RequestBodyCheck(StubOperation operation, ParameterCheck parameters)
{
    // A large body of a described table costs some comparisons a byte.
    private const int MinimumBudget = 200_000;
    private const int BudgetOfByte = 64;
    private readonly TypeResolver _types = new(operation.Api);

    /// <summary>Why the body is not what the reference shows; null: it is, or the reference shows nothing that can be checked.</summary>
    public string? FindViolation(ReceivedRequest request)
    {
        var (api, section, body) = (operation.Api, operation.Declaration, operation.Body);
        var bytes = request.Body;
        if (body is { Kind: BodyKind.Form })
            return FormCheck.FindViolation(parameters, this, body, request, name => CredentialParameters.FillForm(api.Api, section, name));
        if (CredentialParameters.Relaxed(api.Api, section, BodyReference.Resolve(api, body, isRequest: true)) is not { Kind: BodyKind.Members or BodyKind.Type } documented)
            return null;
        if (bytes.IsEmpty)
            return "the body is missing";
        if (JsonBody.Read(bytes) is not { } json)
            return "the body is not JSON";
        return FindViolation(documented, json, bytes.Length);
    }

    /// <summary>Whether the value of a form's row is JSON text.</summary>
    public bool IsJson(RowDeclaration row) => FormFields.IsJson(_types, row);

    /// <summary>Why the JSON text of a form's field is not a value of its row; null: it is one.</summary>
    public string? FindFieldViolation(RowDeclaration row, ReadOnlyMemory<byte> text)
    {
        if (JsonBody.Read(text) is not { } value)
            return $"the part '{row.Name}' is not JSON";
        var fields = new JsonText(JsonTextKind.Object, 0);
        fields.Add(new JsonMember(row.Name, 0, 0, value));
        return FindViolation(new BodyDeclaration { Kind = BodyKind.Members, Members = [row], Pointer = row.Pointer }, fields, text.Length);
    }

    private string? FindViolation(BodyDeclaration documented, JsonText json, int length)
    {
        var check = new ValueCheck(operation.Api, isRequest: true, new WorkBudget(MinimumBudget + ((long)BudgetOfByte * length)))
        {
            ReadEmbedded = static text => JsonBody.Read(Encoding.UTF8.GetBytes(text)),
        };
        return check.Find(documented, json, "the body", limit: 1) is [var violation] ? Describe(violation) : null;
    }

    /// <summary>The names of the members of a body; none when it is not a JSON object.</summary>
    public static IEnumerable<string> FindNames(ReceivedRequest request)
        => request.Body.IsEmpty ? [] : JsonBody.Read(request.Body)?.Members.Select(static member => member.Name) ?? [];

    private static string Describe(Violation violation)
    {
        var path = violation.Path.IsBody ? "the body" : violation.Path.ToString();
        var json = violation.Value;
        return violation.Kind switch
        {
            ViolationKind.MissingMember => $"{violation.Path}.{violation.Member} is missing",
            ViolationKind.WrongKind => $"{path} is not {violation.Reason}, but {json.Describe()}",
            ViolationKind.NotTheConstant => $"{path} is not {violation.Reason}, but {(json.Scalar is { } text ? $"'{text}'" : json.Describe())}",
            _ when json.Scalar is { } text => $"{path} has the value '{text}': {violation.Reason}",
            ViolationKind.OutsideRange => string.Create(CultureInfo.InvariantCulture, $"{path} has {json.Items.Count + json.Members.Count} elements: {violation.Reason}"),
            _ => $"{path} is {json.Describe()}: {violation.Reason}",
        };
    }
}
