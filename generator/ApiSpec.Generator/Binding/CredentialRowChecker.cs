using System.Globalization;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>Reports once which printed rows are not parameters of the client, because its credential fills them.</summary>
internal static class CredentialRowChecker
{
    public static void Check(ApiScope scope)
    {
        if (scope.Api is not { Authentication.Count: > 0 } api)
            return;
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var sections = 0;
        foreach (var source in scope.Sections)
        {
            var section = source.File.Section!;
            var filled = section.QueryRows.Concat(scope.RowsOfSets(section)).Where(row => CredentialParameters.FillQuery(api, section, row.Name))
                .Concat(section.HeaderRows.Where(row => CredentialParameters.FillHeader(api, section, row.Name)))
                .Select(static row => row.Name)
                .ToList();
            names.UnionWith(filled);
            if (filled.Count > 0)
                sections++;
        }

        if (sections == 0)
            return;
        scope.Report.Add(
            SpecRules.FilledByCredential,
            scope.ApiFile!.Path,
            "/authentication",
            string.Join(", ", names.Select(static name => "'" + name + "'")),
            sections.ToString(CultureInfo.InvariantCulture) + (sections == 1 ? " section" : " sections"));
    }
}
