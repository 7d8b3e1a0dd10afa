using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;

namespace ApiSpec.Generator.Binding;

/// <summary>Compares the editions that files name with the manuals of the API file.</summary>
internal sealed class EditionChecker
{
    private readonly BindingReport _report;
    private readonly string _path;
    private readonly HashSet<string> _editions;

    private EditionChecker(BindingReport report, string path, HashSet<string> editions)
    {
        _report = report;
        _path = path;
        _editions = editions;
    }

    public static void Check(ApiScope scope, IReadOnlyList<SpecSource> files)
    {
        var editions = new HashSet<string>(scope.Api?.Manuals.Select(static manual => manual.Key) ?? [], StringComparer.Ordinal);
        if (editions.Count == 0)
            return;
        foreach (var file in files)
        {
            var checker = new EditionChecker(scope.Report, file.Path, editions);
            scope.Steps.Check(file, new FilePart(FilePartKind.Editions), (checker, file.File), static input => input.checker.Check(input.File));
        }
    }

    private void Check(SpecFile file)
    {
        CheckSources(file.Section?.Sources ?? file.Sources);
        foreach (var schema in file.Schemas)
        {
            CheckRange(schema.Editions, schema.Pointer);
            CheckRows(schema.Members);
        }

        if (file.Api is { } api)
        {
            CheckRows(api.QueryRows);
            CheckRows(api.Headers);
            foreach (var set in api.Sets)
                CheckRows(set.Rows);
        }

        if (file.Section is not { } section)
            return;
        CheckRange(section.Editions, "");
        CheckRows(section.PathRows);
        CheckRows(section.QueryRows);
        CheckRows(section.HeaderRows);
        CheckBody(section.Body);
        CheckBody(section.Response);
        CheckBody(section.Error);
        foreach (var status in section.Statuses.Rows)
        {
            CheckRange(status.Editions, status.Pointer);
            CheckRows(status.Headers);
            CheckBody(status.Response);
            foreach (var wording in status.OtherEditions)
                Report(wording.Edition, status.Pointer + "/editions/" + wording.Edition, 0);
        }
    }

    private void CheckSources(EquatableArray<SourceCitation> sources)
    {
        for (var i = 0; i < sources.Count; i++)
            Report(sources[i].Manual, ReadingContext.ItemPointer("/source", i), sources[i].Manual.Length);
    }

    private void CheckBody(BodyDeclaration? body)
    {
        CheckRows(body?.Members ?? []);
    }

    private void CheckRows(EquatableArray<RowDeclaration> rows)
    {
        foreach (var row in rows)
        {
            CheckRange(row.Editions, row.Pointer);
            CheckRows(row.Members);
        }
    }

    private void CheckRange(EditionRange range, string pointer)
    {
        CheckVersion(range.Since, pointer + "/since");
        CheckVersion(range.Until, pointer + "/until");
        CheckVersion(range.Before, pointer + "/before");
        CheckVersion(range.Only, pointer + "/only");
        for (var i = 0; i < range.Except.Count; i++)
            Report(range.Except[i], ReadingContext.ItemPointer(pointer + "/except", i), 0);
    }

    // These can also be versions of the product, which no file lists. Only a name that resembles an edition is reported.
    private void CheckVersion(string? version, string pointer)
    {
        if (version is not null && !_editions.Contains(version) && _report.Hint(version, _editions) is { Length: > 0 } hint)
            _report.AddPart(SpecRules.UnknownEdition, _path, pointer + SpecLocations.Value, 0, 0, version, hint);
    }

    private void Report(string edition, string pointer, int length)
    {
        if (!_editions.Contains(edition))
            _report.AddPart(SpecRules.UnknownEdition, _path, pointer, 0, length, edition, _report.Hint(edition, _editions));
    }
}
