using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Declarations;
using static ApiSpec.Generator.Emit.RuntimeTypes;

namespace ApiSpec.Generator.Emit;

/// <summary>Writes the credential that calls an operation for a token.</summary>
internal static class TokenEmitter
{
    public static void Write(CodeWriter writer, OperationSignature signature, IssuedToken token)
    {
        var operation = signature.Operation;
        var client = signature.Local("client");
        var response = signature.Local("response");
        var clock = signature.Local("timeProvider");
        var cancellation = signature.Local("cancellation");
        var lifetime = token.LifetimeSeconds is { } seconds
            ? $"global::System.TimeSpan.FromSeconds({seconds.ToString(CultureInfo.InvariantCulture)})"
            : "null";
        var parameters = signature.Parameters(followsLink: false)
            .Select(static parameter => $"{parameter.Type} {parameter.Name}{(parameter.IsOptional ? " = null" : "")}")
            .Prepend($"{operation.Context.GlobalPrefix}{operation.ClientInterface} {client}")
            .Append($"global::System.TimeProvider? {clock} = null");
        writer.WriteSummary("Creates a credential from the token that this operation issues. The operation is called for the first request, if the token has "
            + "expired, and if a server refuses it.");
        writer.WriteElement(
            "param",
            $" name=\"{client.TrimStart('@')}\"",
            "What calls the operation, with a credential of its own where logging in needs one. Clients made by its With may use the result.");
        foreach (var parameter in signature.Parameters(followsLink: false))
            writer.WriteElement(
                "param", $" name=\"{parameter.Name.TrimStart('@')}\"", parameter.Value?.Documentation.Summary ?? "The argument of the operation.");
        writer.WriteElement("param", $" name=\"{clock}\"", "The clock that the lifetime goes by; null: the system's.");
        var arguments = signature.Parameters(followsLink: false).Select(static parameter => parameter.Name).Append(cancellation);
        var call = $"{client}.{operation.Group}.{operation.Method}WithResponseAsync({string.Join(", ", arguments)})";
        var place = token is { IsOfCookies: false, Place: CredentialPlace.Header } ? $", {SafeText.Literal(token.Name)}, {SafeText.Literal(token.Scheme)}" : "";
        var renewal = token.Expired.Count == 0 ? "" : $".RenewedWhen({ConditionEmitter.Expression(token.Expired)}, Operation)";
        writer.Write($$"""
            public static {{TokenCredential}} Credential({{string.Join(", ", parameters)}})
            {
                {{ApiArgument}}.NotNull({{client}}, {{SafeText.Literal(client.TrimStart('@'))}});
                return {{Start(token)}}async {{cancellation}} =>
                {
                    var {{response}} = await {{call}}.ConfigureAwait(false);
                    return {{ApiToken}}.{{Read(token, response)}};
                }{{place}}, {{lifetime}}, {{clock}}){{renewal}};
            }
            """);
    }

    private static string Start(IssuedToken token)
        => token.IsOfCookies ? $"{TokenCredential}.OfCookies("
            : token.Place == CredentialPlace.Header ? $"new {TokenCredential}("
            : $"{TokenCredential}.In({ApiCredentialPlace}.{token.Place}, {SafeText.Literal(token.Name)}, ";

    private static string Read(IssuedToken token, string response)
    {
        if (token.IsOfCookies)
            return $"FromCookies({response})";
        if (token.IssuedIn is { } header)
            return $"FromHeader({response}, {SafeText.Literal(header)})";
        var method = token.Place == CredentialPlace.Header ? "FromMember" : "TextFromMember";
        return $"{method}({response}, {response}.Body?{token.Expression}, {SafeText.Literal(token.Member)})";
    }
}
