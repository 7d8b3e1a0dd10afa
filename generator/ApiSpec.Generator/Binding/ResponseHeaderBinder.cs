using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using ApiSpec.Language.Rows;

namespace ApiSpec.Generator.Binding;

/// <summary>Determines the headers that the status table describes: one accessor per name, for any number of statuses.</summary>
internal static class ResponseHeaderBinder
{
    public static ResponseHeaderReaders? Bind(ApiScope scope, TypeBinder types, SpecSource source, SectionNames names)
    {
        var className = names.Stem + "Headers";
        var memberNames = new MemberNames(scope.Report, source.Path, className, ReservedNames.OfHeaders);
        var headers = new Dictionary<string, ResponseHeaderReader>(StringComparer.OrdinalIgnoreCase);
        var rows = Rows(scope, source).ToList();
        var codes = rows.ToLookup(static row => row.Row.Name, static row => row.Status.Code, StringComparer.OrdinalIgnoreCase);
        // The page of the section is more specific than rows that all sections share.
        foreach (var (_, row, path) in rows.OrderBy(row => row.Path != source.Path))
        {
            if (headers.ContainsKey(row.Name))
                continue;
            if (memberNames.Take(row.Name, memberNames.Free("Get" + (row.CSharpName ?? CSharpName.Pascal(row.Name))), row.Pointer, path) is not { } name)
                continue;
            var type = types.BindRow(row, scope.PlaceOf(source, path), className, table: TableKind.Headers);
            if (type.IsEmbedded)
                scope.Records.MarkRead(type);
            var parts = NamePattern.Split(row.Name) is var (prefix, suffix) ? new FieldNames(prefix, suffix) : null;
            if (IsReadable(type) && (parts is null || type.Kind != CodeTypeKind.List || type.IsEmbedded))
                headers.Add(
                    row.Name,
                    new ResponseHeaderReader(
                        row.Name, name, type, types.DocumentationOf(row, types.InlineName(className, row)),
                        codes[row.Name].Distinct().ToEquatableArray())
                    {
                        Names = parts,
                        Others = parts is null ? [] : Others(row.Name, [.. rows.Select(static other => other.Row.Name)]),
                    });
            else if (!type.IsUnread)
                scope.Report.Add(
                    SpecRules.NotGenerated, path, row.Pointer, "A header that is neither one value nor a list of values",
                    "write 'as json' after its type if the value is JSON, or 'string'");
        }

        return headers.Count > 0
            && scope.TypeNames.TryTake(className, GeneratedTypeKind.Class, "the response headers of " + names.Id, source.Path, "/operation")
            ? new ResponseHeaderReaders(className, headers.Values.ToEquatableArray())
            : null;
    }

    // A header belongs to the row with exactly its name, and then to the first row that fits.
    private static EquatableArray<string> Others(string pattern, IReadOnlyList<string> names)
        => names.Where(name => NamePattern.Split(name) is null && NamePattern.Matches(pattern, name, StringComparison.OrdinalIgnoreCase))
            .Concat(names.TakeWhile(name => !name.Equals(pattern, StringComparison.OrdinalIgnoreCase)).Where(name => NamePattern.Overlap(pattern, name)))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToEquatableArray();

    private static IEnumerable<(StatusDeclaration Status, RowDeclaration Row, string Path)> Rows(ApiScope scope, SpecSource source)
    {
        var table = OutcomeTable.Of(scope, source.File.Section!);
        foreach (var outcome in table.All.Where(static outcome => outcome.Error is null))
        {
            foreach (var row in outcome.Headers.Where(static row => !row.IsRest))
                yield return (outcome.Row, row, outcome.IsHeaderOfApi(row) ? scope.ApiFile!.Path : source.Path);
        }

        foreach (var status in table.Classes)
        {
            foreach (var row in status.Headers.Where(static row => !row.IsRest))
                yield return (status, row, scope.ApiFile!.Path);
        }
    }

    private static bool IsReadable(CodeType type) => type.Kind switch
    {
        _ when type.IsEmbedded => true,
        CodeTypeKind.List => type.Element is { IsCollection: false, IsEmbedded: false } && IsReadable(type.Element),
        CodeTypeKind.Record or CodeTypeKind.Map or CodeTypeKind.Element or CodeTypeKind.Union or CodeTypeKind.Csv => false,
        _ => true,
    };
}
