using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>Settles which values in the response of a section end a wait.</summary>
internal static class DoneBinder
{
    private const string Key = "/" + SectionReader.DoneWhen;
    private const string Pointer = Key + SpecLocations.Value;

    /// <summary>The clauses of <c>done when</c>; empty: there are none, or they cannot be checked, which is reported.</summary>
    public static EquatableArray<StatedClause> Bind(ApiScope scope, SpecSource source, OperationResponse response)
    {
        var section = source.File.Section!;
        if (section.DoneWhen is null || response.Type is { IsUnread: true } || (response.Type is null && section.Response is { Kind: BodyKind.SameAs }))
            return [];
        // Without a body, any JSON would be no value at all, and the loop has nothing to test.
        if (response is not { Kind: ResponseKind.Json, Type.Kind: CodeTypeKind.Record or CodeTypeKind.Element or CodeTypeKind.Map }
            || response is { Type.Kind: CodeTypeKind.Element, MayLackBody: true })
        {
            scope.Report.Add(
                SpecRules.NotGenerated, source.Path, Pointer, "A wait for what is not one JSON object", "leave it out, and wait with ApiPolling.UntilAsync");
            return [];
        }

        var clauses = BodyOutcomes.Done(
            scope,
            section,
            unknown => OutcomesBinder.Report(scope, source.Path, Key, unknown, "'response'", advice: null),
            (name, value) => OutcomesBinder.Report(scope, source.Path, Pointer, name, value));
        return (clauses ?? []).Select(StatedClause.OfResponse).ToEquatableArray();
    }
}
