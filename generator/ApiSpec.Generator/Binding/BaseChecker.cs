using System.Globalization;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Binding;

/// <summary>Reports request lines that silently get the path of <c>base:</c>, once per API.</summary>
/// <remarks>For <c>GET /login</c> and <c>base: /api</c>, the client calls <c>/api/login</c>, which the transcriber possibly did not intend.</remarks>
internal static class BaseChecker
{
    public static void Check(ApiScope scope)
    {
        var added = scope.Sections.Where(static source => source.File.Section!.Path is { AddedBase.Length: > 0, SaysBase: false }).ToList();
        if (added.Count == 0)
            return;
        var section = added[0].File.Section!;
        var path = section.Path.ToString().Substring(section.Path.AddedBase.Length);
        var line = "'" + section.HttpMethod + " " + path + "'";
        var lines = added.Count == 1 ? line : added.Count.ToString(CultureInfo.InvariantCulture) + " request lines such as " + line;
        scope.Report.Add(
            SpecRules.BaseAddedToPath, scope.ApiFile!.Path, "/base" + SpecLocations.Value, section.Path.AddedBase, lines,
            section.HttpMethod + " base-URL" + path);
    }
}
