using ApiSpec.Generator.Diagnostics;
using ApiSpec.Generator.Model;
using ApiSpec.Generator.Parsing.Yaml;

namespace ApiSpec.Generator.Parsing;

/// <summary>Pairs the placeholders of the request line with the rows of <c>path:</c>.</summary>
internal static class PathRowMatcher
{
    /// <summary>A row for each placeholder, in the order of the path; what has no partner is reported.</summary>
    public static EquatableArray<RowDeclaration> Match(
        ReadingContext context, RequestLine request, YamlScalar requestScalar, EquatableArray<RowDeclaration> rows, MappingReader keys)
    {
        SpecSpan SpanOf(RequestLine.Piece piece) => context.Text.SpanOf(requestScalar, piece.Offset, piece.Length);
        var placeholders = request.Pieces.Where(static piece => piece.IsPlaceholder).ToList();
        var byName = rows.ToDictionary(static row => row.Name, StringComparer.Ordinal);
        var left = rows.Where(row => !placeholders.Exists(piece => piece.Name == row.Name)).ToList();
        var missing = placeholders.Where(piece => !byName.ContainsKey(piece.Name)).ToList();

        foreach (var row in left)
        {
            var bare = request.Pieces.FirstOrDefault(piece => !piece.IsPlaceholder && piece.Name == row.Name);
            if (bare.Length > 0)
                context.Report(SpecRules.ForgottenBraces, SpanOf(bare), row.Name);
            else
                context.Report(
                    SpecRules.RowWithoutPlaceholder, RowKey(keys, row), row.Name, Other(row.Name, missing.Select(static piece => piece.Name)));
        }

        foreach (var piece in missing)
        {
            var hint = piece.Name == "version" && keys.Find("version") is null
                ? "; 'version:' fills it, too" : Other(piece.Name, left.Select(static row => row.Name));
            context.Report(SpecRules.PlaceholderWithoutRow, SpanOf(piece), piece.Name, hint);
        }

        return placeholders.Select(piece => byName.TryGetValue(piece.Name, out var row) ? row : Untyped(piece.Name, keys)).ToEquatableArray();
    }

    // The name is matched exactly, so a difference in case alone is the likeliest cause of two that are left over.
    private static string Other(string name, IEnumerable<string> others)
        => NearestName.Find(name, others) is { } near ? " ('" + near + "' is left over, too)" : "";

    private static YamlScalar RowKey(MappingReader keys, RowDeclaration row)
        => ((YamlMapping)keys.Find("path")!.Value).Entries.Find(entry => RowName.Parse(entry.Name).Name == row.Name)!.Key;

    private static RowDeclaration Untyped(string name, MappingReader keys)
        => new() { Name = name, Type = new TypeReference { Kind = TypeKind.String }, Pointer = keys.PointerOf("request") };
}
