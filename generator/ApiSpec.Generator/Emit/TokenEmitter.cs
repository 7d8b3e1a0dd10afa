using System.Globalization;
using ApiSpec.Generator.Code;

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
            ? "global::System.TimeSpan.FromSeconds(" + seconds.ToString(CultureInfo.InvariantCulture) + ")"
            : "null";
        var parameters = signature.Parameters(followsLink: false)
            .Select(static parameter => parameter.Type + " " + parameter.Name + (parameter.IsOptional ? " = null" : ""))
            .Prepend(operation.Context.GlobalPrefix + operation.ClientInterface + " " + client)
            .Append("global::System.TimeProvider? " + clock + " = null");
        writer.WriteSummary("Makes a credential of the token that this operation issues: it is called for the first request, when the token has expired, and when a server refuses it.");
        writer.WriteElement("param", " name=\"" + client.TrimStart('@') + "\"", "What calls the operation, with a credential of its own where logging in needs one. Clients made by its With may use the result.");
        foreach (var parameter in signature.Parameters(followsLink: false))
            writer.WriteElement("param", " name=\"" + parameter.Name.TrimStart('@') + "\"", parameter.Value?.Documentation.Summary ?? "What the operation is called with.");
        writer.WriteElement("param", " name=\"" + clock + "\"", "The clock that the lifetime goes by; null: the system's.");
        writer.Open("public static global::ApiSpec.TokenCredential Credential(" + string.Join(", ", parameters) + ")");
        writer.Write("global::ApiSpec.Generated.ApiArgument.NotNull(" + client + ", " + SafeText.Literal(client.TrimStart('@')) + ");");
        var arguments = signature.Parameters(followsLink: false).Select(static parameter => parameter.Name).Append(cancellation);
        writer.Open("return new global::ApiSpec.TokenCredential(async " + cancellation + " =>");
        writer.Write(
            "var " + response + " = await " + client + "." + operation.Group + "." + operation.Method + "WithResponseAsync("
            + string.Join(", ", arguments) + ").ConfigureAwait(false);");
        writer.Write(token.IssuedIn is { } header
            ? "return global::ApiSpec.Generated.ApiToken.FromHeader(" + response + ", " + SafeText.Literal(header) + ");"
            : "return global::ApiSpec.Generated.ApiToken.FromMember(" + response + ", " + response + ".Body?." + token.Property + ", " + SafeText.Literal(token.Member) + ");");
        writer.Close(", " + SafeText.Literal(token.Header) + ", " + SafeText.Literal(token.Scheme) + ", " + lifetime + ", " + clock + ");");
        writer.Close();
    }
}
