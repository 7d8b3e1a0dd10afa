using System.Globalization;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>
/// Checks references to authentication schemes in sections. Also reports, once, printed rows that are not parameters of the client because its credential fills
/// them.
/// </summary>
internal static class CredentialRowChecker
{
    public static void Check(ApiScope scope)
    {
        foreach (var source in scope.Sections)
            CheckReferences(scope, source);
        if (scope.Api is not { Authentication.Count: > 0 } api)
            return;
        var filling = new List<EquatableArray<string>>(scope.Sections.Count);
        foreach (var source in scope.Sections)
            filling.Add(FindFilled(scope, source));
        if (filling.TrueForAll(static filled => filled.Count == 0))
            return;
        // If most sections print the parameters of the credential, the reference evidently tells every caller to send them.
        var names = filling.SelectMany(static filled => filled).GroupBy(static name => name, StringComparer.Ordinal)
            .Where(group => 2 * group.Count() <= scope.Sections.Count(source => CredentialParameters.Fill(api, source.File.Section!, group.Key)))
            .Select(static group => group.Key).OrderBy(static name => name, StringComparer.Ordinal).ToList();
        var sections = filling.Count(filled => filled.Any(names.Contains));
        if (sections == 0)
            return;
        scope.Report.Add(
            SpecRules.FilledByCredential,
            scope.ApiFile!.Path,
            "/authentication",
            string.Join(", ", names.Select(static name => "'" + name + "'")),
            sections.ToString(CultureInfo.InvariantCulture) + (sections == 1 ? " section" : " sections"));
    }

    /// <summary>Returns the names of printed parameters that the credential fills.</summary>
    public static EquatableArray<string> FindFilled(ApiScope scope, SpecSource source)
        => scope.Steps.Run(source, new FilePart(FilePartKind.Credentials), (scope, source), static input => FilledBy(input.scope, input.source));

    // Headers are not included: a header of a credential has one meaning, but a parameter such as 'user' can be a different user.
    private static EquatableArray<string> FilledBy(ApiScope scope, SpecSource source)
    {
        var api = scope.Api!;
        var section = source.File.Section!;
        return scope.QueryRows(section).Where(row => CredentialParameters.FillQuery(api, section, row.Name))
            .Concat((section.Body is { Kind: BodyKind.Form } form ? form.Members : []).Where(row => CredentialParameters.FillForm(api, section, row.Name)))
            .Select(static row => row.Name)
            .Concat(FilledMembers(api, section, BodyReference.TableOf(scope, BodyReference.Resolve(scope, section.Body, isRequest: true))?.Rows ?? [], ""))
            .Distinct(StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static IEnumerable<string> FilledMembers(ApiDeclaration api, SectionDeclaration section, EquatableArray<RowDeclaration> rows, string path)
        => rows.SelectMany(row => CredentialParameters.FillBody(api, section, path + row.Name)
            ? [path + row.Name]
            : FilledMembers(api, section, row.Members, path + row.Name + "."));

    private static void CheckReferences(ApiScope scope, SpecSource source)
    {
        foreach (var scheme in source.File.Section!.Authentication ?? [])
        {
            if (scheme.IsReference && !(scope.Api?.Authentication ?? []).Any(candidate => CredentialParameters.IsMeant(scheme, candidate)))
                scope.Report.Add(SpecRules.InvalidAuthentication, source.Path, scheme.Pointer, scheme.Word, "a way to log in from the API file, or 'none'");
        }
    }
}
