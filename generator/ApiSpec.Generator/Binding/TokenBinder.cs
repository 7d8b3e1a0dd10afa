using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>Determines the tokens that operations issue.</summary>
internal static class TokenBinder
{
    /// <summary>Reports tokens whose operation no section describes.</summary>
    public static void CheckOperations(ApiScope scope)
    {
        foreach (var scheme in scope.Api?.Authentication ?? [])
        {
            if (scheme.ExpiredWhen is { } condition)
                BodyOutcomes.Expiry(scope, condition, unknown => OutcomesBinder.Report(
                    scope, scope.ApiFile!.Path, scheme.Pointer + "/" + AuthenticationReader.ExpiredWhen, unknown, scope.Api!.Error is not null));
        }

        foreach (var scheme in Schemes(scope).Where(scheme => !scope.HasSection(scheme.Operation!)))
            scope.ReportUnresolved(
                scope.ApiFile!.Path, scheme.Pointer, scheme.Operation!,
                scheme.Kind == AuthenticationKind.Token ? "its token cannot be asked for" : "its cookies cannot be asked for");
    }

    /// <summary>Returns the token that an operation issues; null if it does not issue one.</summary>
    public static IssuedToken? Bind(ApiScope scope, string operationId, OperationResponse response)
    {
        if (Schemes(scope).FirstOrDefault(scheme => string.Equals(scheme.Operation, operationId, StringComparison.Ordinal)) is not { } scheme)
            return null;
        var token = new IssuedToken
        {
            Place = scheme.Place,
            Name = scheme.Names.Count > 0 ? scheme.Names[0] : scheme.Header ?? "Authorization",
            Scheme = scheme.Scheme ?? "",
            LifetimeSeconds = scheme.LifetimeSeconds,
            Expired = scheme.ExpiredWhen is { } condition
                ? (BodyOutcomes.Expiry(scope, condition, null) ?? []).Select(StatedClause.OfResponse).ToEquatableArray() : [],
        };
        if (scheme.Kind != AuthenticationKind.Token)
            return token with { IsOfCookies = true };
        if (scheme.IssuedIn is { } header)
            return token with { IssuedIn = header };

        if (response.Type is { IsUnread: true })
            return null;
        var type = response is { Kind: ResponseKind.Json } ? response.Type : null;
        if (type is not null && MemberPath.Find(scope, type, scheme.Member!) is { Type.Kind: CodeTypeKind.String } found)
            return token with { Member = scheme.Member, Expression = found.Expression };
        var members = type is not null && scope.Records.Find(type) is { } record ? record.Members : [];
        var texts = members.Where(static member => member.Type.Kind == CodeTypeKind.String).Select(static member => member.WireName);
        scope.Report.Add(
            SpecRules.NameWithoutRow, scope.ApiFile!.Path, scheme.Pointer + "/member", scheme.Member!, "text in the response of " + operationId,
            scope.Report.Hint(scheme.Member!, texts));
        return null;
    }

    private static IEnumerable<AuthenticationScheme> Schemes(ApiScope scope)
        => (scope.Api?.Authentication ?? []).Where(
            static scheme => scheme.Operation is not null && (scheme.Kind != AuthenticationKind.Token || (scheme.Member ?? scheme.IssuedIn) is not null));
}
