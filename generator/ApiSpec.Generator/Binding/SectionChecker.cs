using System.Globalization;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reference;

namespace ApiSpec.Generator.Binding;

/// <summary>
/// Compares the sections of an API with each other, because part of a section can be a leftover from a copied one. All of these diagnostics are information.
/// </summary>
internal static class SectionChecker
{
    // With fewer sections, it is not clear which version is the usual one.
    private const int FewestOfUsualVersion = 5;

    public static void Check(ApiScope scope)
    {
        CheckNumbers(scope);
        CheckVersions(scope);
        foreach (var source in scope.Sections)
        {
            if (source.IsFirstForm)
                CheckVersionIsUsed(scope, source);
        }
    }

    /// <summary>Reports a link in a schema to an operation whose request body is a different schema.</summary>
    /// <param name="scope">The API.</param>
    /// <param name="table">The schema that contains the link.</param>
    /// <param name="operation">The linked operation.</param>
    /// <param name="path">The file of the link.</param>
    /// <param name="pointer">The row of the link.</param>
    public static void CheckLink(ApiScope scope, string? table, string operation, string path, string pointer)
    {
        if (table is null || scope.FindBodySchema(operation) is not { } body)
            return;
        if (!string.Equals(table, body, StringComparison.Ordinal) && scope.IsTable(table) && scope.IsTable(body))
            Report(scope, path, pointer, operation, "takes the body '" + body + "', but this link is in '" + table + "'");
    }

    private static void CheckNumbers(ApiScope scope)
    {
        var first = new Dictionary<string, SpecSource>(scope.Sections.Count, StringComparer.Ordinal);
        foreach (var source in scope.Sections)
        {
            if (source.File.Section!.Section is not { Length: > 0 } number || !source.IsFirstForm || !scope.IsFirst(source))
                continue;
            if (first.TryGetValue(number, out var other))
                Report(scope, source.Path, "/section" + SpecLocations.Value, number, "is also the section of " + FileName.Of(other.Path, source.Path));
            else
                first.Add(number, source);
        }
    }

    private static void CheckVersions(ApiScope scope)
    {
        var uses = new Dictionary<string, (SpecSource First, int Count)>(StringComparer.Ordinal);
        foreach (var source in scope.Sections)
        {
            if (source.IsFirstForm && VersionOf(source) is { } version)
                uses[version] = uses.TryGetValue(version, out var known) ? (known.First, known.Count + 1) : (source, 1);
        }

        if (uses.Count != 2)
            return;
        var versions = uses.Select(static use => (Version: use.Key, use.Value.First, use.Value.Count)).OrderByDescending(static use => use.Count).ToList();
        if (versions[0].Count < FewestOfUsualVersion || versions[1].Count != 1)
            return;
        var odd = versions[1];
        var pointer = odd.First.File.Section!.Version is null ? "/request" : "/version";
        Report(
            scope, odd.First.Path, pointer + SpecLocations.Value, odd.Version,
            "is the version of this section alone; " + versions[0].Count.ToString(CultureInfo.InvariantCulture) + " others have '" + versions[0].Version + "'");
    }

    // Returns the value of 'version:', or the first part of the path that can only be a version: v1, v2.0.
    private static string? VersionOf(SpecSource source)
        => source.File.Section!.Version ?? source.RequestPath.Split('/')
            .FirstOrDefault(static part => part.Length > 1 && part[0] is 'v' or 'V' && part.Skip(1).All(static c => c is '.' or (>= '0' and <= '9')));

    /// <summary>Reports a version that no part of the request contains.</summary>
    public static void CheckVersionIsUsed(ApiScope scope, SpecSource source)
    {
        var section = source.File.Section!;
        if (section.IsRequestUnknown || section.Version is not { Length: > 0 } version || Contains(source.RequestPath, version))
            return;
        // Most request lines contain their version. The other places are a step, because collecting all rows at every edit would take long.
        scope.Steps.Check(source, new FilePart(FilePartKind.Version), (scope, source), static input => CheckVersionIsInRows(input.scope, input.source));
    }

    private static void CheckVersionIsInRows(ApiScope scope, SpecSource source)
    {
        var section = source.File.Section!;
        var version = section.Version!;
        var rows = scope.ParameterRows(section).Concat(scope.Api?.Headers ?? [])
            .SelectMany(static row => row.Type.Values.Select(static value => value.Value).Append(row.Constant).Append(row.Default));
        var places = rows.Concat(
            [Uri.UnescapeDataString(source.RequestPath), scope.Api?.Base, .. section.Bodies.Concat(section.Responses).Select(static body => body.MediaType)]);
        // 'version' without braces has been reported, and the version would belong there.
        if (!places.Any(place => place is not null && Contains(place, version)) && !Contains(section.RequestText, "version"))
            Report(scope, source.Path, "/version" + SpecLocations.Value, version, "is not used, because the request has no '{version}'");
    }

    private static bool Contains(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    private static void Report(ApiScope scope, string path, string pointer, string value, string problem)
        => scope.Report.Add(SpecRules.ContradictedValue, path, pointer, value, problem);
}
