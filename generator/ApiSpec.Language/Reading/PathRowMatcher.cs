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
    private const string AsSegment = ", with a '/' before it, because it stands for the server here";

    /// <summary>
    /// Returns the line, with braces where they are forgotten, and a row for each placeholder in the order of the path. Reports each placeholder without a row,
    /// and each row without a placeholder.
    /// </summary>
    public static (string Line, RequestLine Request, EquatableArray<RowDeclaration> Rows) Match(
        ReadingContext context, RequestLine request, YamlScalar requestScalar, EquatableArray<RowDeclaration> rows, MappingReader keys, string? version)
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
        var forgotten = new List<RequestLine.Piece>();
        foreach (var piece in request.Pieces)
        {
            if (piece.IsPlaceholder || !leftNames.Remove(piece.Name))
                continue;
            context.Report(SpecRules.ForgottenBraces, SpanOf(piece), piece.Name);
            forgotten.Add(piece);
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
                context.Report(SpecRules.RowWithoutPlaceholder, entry.Key, name, IsTakenForServer(requestScalar.Value, name) ? AsSegment : "");
        }

        if (HasDotSegment(request, rowsByName))
            context.Report(SpecRules.InvalidRequest, context.Text.SpanOf(requestScalar), "a constant under 'path:' makes a segment of its path '.' or '..'");

        var line = WithBraces(requestScalar.Value, forgotten);
        var meant = RequestLine.Parse(line, version, [], null, out _) ?? request;
        return (line, meant, meant.Pieces.Where(static piece => piece.IsPlaceholder)
            .Select(piece => rowsByName.TryGetValue(piece.Name, out var row) ? row : Untyped(piece.Name, keys))
            .ToEquatableArray());
    }

    // A placeholder without a slash before it is the server, as in '{api_host}/things'.
    private static bool IsTakenForServer(string line, string name)
        => new[] { "{" + name + "}", "<" + name + ">", "[" + name + "]" }.Any(line.Contains);

    // Examples and other files are compared with the path that the line means.
    private static string WithBraces(string line, List<RequestLine.Piece> forgotten)
    {
        foreach (var piece in forgotten.OrderByDescending(static piece => piece.Offset))
            line = line.Substring(0, piece.Offset) + "{" + piece.Name + "}" + line.Substring(piece.Offset + piece.Length);
        return line;
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
