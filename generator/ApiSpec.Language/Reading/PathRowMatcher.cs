using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;
using ApiSpec.Transport;

namespace ApiSpec.Language.Reading;

/// <summary>Pairs the placeholders of the request line with the rows of <c>path:</c>.</summary>
internal static class PathRowMatcher
{
    /// <summary>Returns a row for each placeholder, in the order of the path. Reports each placeholder without a row, and each row without a
    /// placeholder.</summary>
    public static EquatableArray<RowDeclaration> Match(
        ReadingContext context, RequestLine request, YamlScalar requestScalar, EquatableArray<RowDeclaration> rows, MappingReader keys)
    {
        // If the page cuts the table off, the remaining placeholders have no rows.
        var isCut = rows.Any(static row => row.IsRest);
        rows = rows.Where(static row => !row.IsRest).ToEquatableArray();
        SpecSpan SpanOf(RequestLine.Piece piece) => context.Text.SpanOf(requestScalar, piece.Offset, piece.Length);
        var placeholders = request.Pieces.Where(static piece => piece.IsPlaceholder).ToDictionary(static piece => piece.Name, StringComparer.Ordinal);
        var rowsByName = rows.ToDictionary(static row => row.Name, StringComparer.Ordinal);
        var left = rows.Where(row => !placeholders.ContainsKey(row.Name)).Select(static row => row.Name).ToList();
        var missing = placeholders.Keys.Where(name => !rowsByName.ContainsKey(name)).ToList();

        var leftNames = new HashSet<string>(left, StringComparer.Ordinal);
        foreach (var piece in request.Pieces)
        {
            if (!piece.IsPlaceholder && leftNames.Remove(piece.Name))
                context.Report(SpecRules.ForgottenBraces, SpanOf(piece), piece.Name);
        }

        // Without a table of rows, or if it could not be read, no row is left over.
        var isUnread = keys.Find("path") is { Value: not YamlMapping } or { Value.IsBroken: true };
        foreach (var name in isUnread || isCut ? [] : missing)
        {
            // A row with nearly the same name is probably the intended one, and one diagnostic is enough for both.
            var nearest = left.Count == 1 && missing.Count == 1 ? left[0] : context.Nearest(name, left);
            if (nearest is not null)
                leftNames.Remove(nearest);
            var hint = nearest is not null ? "; did you mean '" + nearest + "'?"
                : name == "version" && keys.Find("version") is null ? "; or add 'version:', which also fills it"
                : "";
            context.Report(SpecRules.PlaceholderWithoutRow, SpanOf(placeholders[name]), name, hint);
        }

        foreach (var entry in (keys.Find("path")?.Value as YamlMapping)?.Entries ?? [])
        {
            var name = RowName.Parse(entry.Name).Name;
            if (leftNames.Remove(name))
                context.Report(SpecRules.RowWithoutPlaceholder, entry.Key, name, "");
        }

        if (HasDotSegment(request, rowsByName))
            context.Report(SpecRules.InvalidRequest, context.Text.SpanOf(requestScalar), "a constant under 'path:' makes a segment of its path '.' or '..'");

        return request.Pieces.Where(static piece => piece.IsPlaceholder)
            .Select(piece => rowsByName.TryGetValue(piece.Name, out var row) ? row : Untyped(piece.Name, keys))
            .ToEquatableArray();
    }

    // The request line alone has been checked. A constant can be a dot segment, or become one together with the text around it.
    private static bool HasDotSegment(RequestLine request, Dictionary<string, RowDeclaration> rows)
    {
        string? ConstantOf(PathPart part) => part.IsPlaceholder && rows.TryGetValue(part.Text, out var row) ? row.Constant : null;
        return request.Path.Parts.Any(part => ConstantOf(part) is not null)
            && DotSegments.AreIn(string.Concat(request.Path.Parts.Select(part => ConstantOf(part) ?? (part.IsPlaceholder ? "{}" : part.Text))).AsSpan());
    }

    private static RowDeclaration Untyped(string name, MappingReader keys)
        => new() { Name = name, Type = new TypeReference { Kind = TypeKind.Unknown }, Pointer = keys.PointerOf("request") };
}
