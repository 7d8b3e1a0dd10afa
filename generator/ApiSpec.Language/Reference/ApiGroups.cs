using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>The files that one client is generated from.</summary>
/// <param name="Id">The id of the API; null: no file has one.</param>
/// <param name="ClientName">The class name of the client.</param>
/// <param name="ApiFile">The API file, or null.</param>
/// <param name="Files">All files, the API file included.</param>
internal sealed record ApiGroup(string? Id, string ClientName, SpecSource? ApiFile, IReadOnlyList<SpecSource> Files);

/// <summary>Groups the files of a project by API.</summary>
internal static class ApiGroups
{
    /// <summary>Groups the files.</summary>
    /// <param name="files">The files that can be read. Groups have them in this order.</param>
    /// <param name="report">Receives the reasons why a file does not belong to an API.</param>
    /// <returns>The groups. Groups with an API file come first.</returns>
    public static IReadOnlyList<ApiGroup> Of(IReadOnlyList<SpecSource> files, IDiagnosticSink report)
    {
        var apiFiles = files.Where(static file => file.File.Kind == SpecFileKind.Api).ToList();
        var byId = new Dictionary<string, SpecSource>(StringComparer.Ordinal);
        foreach (var apiFile in apiFiles)
        {
            var id = apiFile.File.ApiId ?? "";
            if (byId.TryGetValue(id, out var other))
            {
                report.Add(SpecRules.DuplicateApi, apiFile.Path, "/api", id, FileName.Of(other.Path, apiFile.Path));
                report.Add(SpecRules.DuplicateApi, other.Path, "/api", id, FileName.Of(apiFile.Path, other.Path));
            }
            else
            {
                byId.Add(id, apiFile);
            }
        }

        var members = byId.Values.ToDictionary(static file => file, static file => new List<SpecSource> { file }, ReferenceComparer<SpecSource>.Instance);
        var alone = new List<SpecSource>();
        var unclaimed = new List<(SpecSource ApiFile, string Id, SpecSource File)>();
        foreach (var file in files)
        {
            if (file.File.Kind == SpecFileKind.Api)
                continue;
            if (FindApi(file, byId, report, unclaimed) is { } api)
                members[api].Add(file);
            else
                alone.Add(file);
        }

        if (unclaimed.Count > 0)
            report.Add(SpecRules.ApiFileWithoutId, unclaimed[0].ApiFile.Path, "/client", FileName.Of(unclaimed[0].File.Path), unclaimed[0].Id);

        return
        [
            .. members.Select(static pair => new ApiGroup(pair.Key.File.ApiId, pair.Key.File.Api!.Client, pair.Key, pair.Value)),
            .. GroupAlone(alone),
        ];
    }

    private static SpecSource? FindApi(
        SpecSource file, Dictionary<string, SpecSource> apis, IDiagnosticSink report, List<(SpecSource ApiFile, string Id, SpecSource File)> unclaimed)
    {
        if (apis.Count == 0)
            return null;
        if (file.File.ApiId is { } id)
        {
            if (apis.TryGetValue(id, out var named))
                return named;
            // A section of another vendor is valid next to an API file, as in a separate project. An id that nearly matches is probably an error.
            if (NearestName.Hint(id, apis.Keys) is { Length: > 0 } suggestion)
                report.Add(SpecRules.UnknownApi, file.Path, "/api" + SpecLocations.Value, id, suggestion);
            else if (apis.TryGetValue("", out var nameless))
                unclaimed.Add((nameless, id, file));
            return null;
        }

        if (apis.Count == 1)
            return apis.Values.First();
        report.Add(SpecRules.AmbiguousApi, file.Path, file.File.Kind == SpecFileKind.Section ? "/request" : "/schemas", string.Join(", ", apis.Keys));
        return null;
    }

    // Without an API file, the name of a client must follow from each section alone: from the API's id and the first segment of the path. A group of the same
    // name must not change it, or sections with the same first segment would be split into several clients.
    private static IEnumerable<ApiGroup> GroupAlone(List<SpecSource> files)
    {
        var sections = files
            .Where(static file => file.File.Section is not null)
            .GroupBy(static file => (file.File.ApiId, Client: ClientName(file.File.Section!)));
        foreach (var group in sections)
        {
            var schemas = files.Where(file => file.File.Section is null && string.Equals(file.File.ApiId, group.Key.ApiId, StringComparison.Ordinal));
            yield return new ApiGroup(group.Key.ApiId, group.Key.Client, null, [.. group, .. schemas]);
        }
    }

    private static string ClientName(SectionDeclaration section)
    {
        var word = FirstWord(section.Path);
        return word + (ImplicitUsingTypes.FindNamespace(word + "Client") is null ? "Client" : "ApiClient");
    }

    private static string FirstWord(PathTemplate path)
    {
        var literal = path.Parts.FirstOrDefault(static part => !part.IsPlaceholder)?.Text ?? "";
        var word = literal.Split(['/'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return word is not null && Uri.UnescapeDataString(word) is var text && CSharpName.HasWords(text) ? CSharpName.Pascal(text) : "Api";
    }
}
