using System.Globalization;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Generator.Binding;

/// <summary>Reports the request lines that get the path of <c>base:</c> although they do not say so, once an API.</summary>
/// <remarks>A transcriber can have meant <c>base: /api</c> as an example, next to <c>GET /login</c>; the client calls <c>/api/login</c>.</remarks>
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
