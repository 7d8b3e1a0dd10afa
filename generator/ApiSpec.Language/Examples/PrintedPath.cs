using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Examples;

/// <summary>Matches the path in an example with the path of a section.</summary>
internal static class PrintedPath
{
    // The maximum number of segments that an example can leave out.
    private const int MostSegments = 32;

    /// <summary>Returns the values of the path's placeholders in order; null: this is not the path of the section.</summary>
    public static IReadOnlyList<(RowDeclaration Row, PastedPart Value)>? Match(SectionDeclaration section, PastedPart path)
        => Match(section, path, 0) ?? (section.Path is { AddedBase.Length: > 0, SaysBase: false } ? MatchBelowBase(section, path) : null);

    /// <summary>Returns the values of the path's placeholders if the example only prints the part after the base address.</summary>
    public static IReadOnlyList<(RowDeclaration Row, PastedPart Value)>? MatchBelowBase(SectionDeclaration section, PastedPart path)
        => Match(section, path, section.Path.AddedBase.Length);

    /// <summary>Returns the values of the path's placeholders if the example leaves out the start of the path: <c>.../tasks/12</c>.</summary>
    public static IReadOnlyList<(RowDeclaration Row, PastedPart Value)>? MatchEnd(SectionDeclaration section, PastedPart path)
    {
        var start = section.Path.Parts is [{ IsPlaceholder: false } first, ..] ? first.Text : "";
        var slashes = 0;
        for (var slash = start.IndexOf('/'); slash >= 0 && slashes < MostSegments; slash = start.IndexOf('/', slash + 1))
        {
            slashes++;
            if (Match(section, path, slash) is { } values)
                return values;
        }

        return null;
    }

    // A reference that leaves the path of its base out of the request line can also leave it out of examples.
    private static List<(RowDeclaration Row, PastedPart Value)>? Match(SectionDeclaration section, PastedPart path, int skipped)
    {
        if (skipped == 0 && path.Length == 0)
            path = new PastedPart(UriPath.Root, path.Offset);
        var values = new List<(RowDeclaration Row, PastedPart Value)>();
        var parts = section.Path.Parts;
        var position = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            if (!parts[i].IsPlaceholder)
            {
                var from = i == 0 ? skipped : 0;
                var length = parts[i].Text.Length - from;
                if (SkipLiteral(path.Text, position, parts[i].Text.Substring(from, length)) is not { } next)
                    return null;
                position = next;
                continue;
            }

            var row = section.PathRows.FirstOrDefault(row => string.Equals(row.Name, parts[i].Text, StringComparison.Ordinal));
            var end = EndOfValue(path.Text, position, i + 1 < parts.Count ? parts[i + 1].Text : null, row is { AllowsSlashes: true });
            if (end <= position)
                return null;
            if (row is not null)
                values.Add((row, path.Slice(position, end - position)));
            position = end;
        }

        return position == path.Length ? values : null;
    }

    // Whole segments of the path can be elided, as in '/api/<version>/tasks' or '.../tasks'.
    private static int? SkipLiteral(string path, int position, string literal)
    {
        for (var i = 0; i < literal.Length;)
        {
            if (position < path.Length && path[position] == literal[i])
            {
                position++;
                i++;
                continue;
            }

            var start = position == 0 ? 0 : path.LastIndexOf('/', position - 1) + 1;
            var literalStart = i == 0 ? 0 : literal.LastIndexOf('/', i - 1) + 1;
            var length = Elision.LengthAt(path, start);
            var end = literal.IndexOf('/', i);
            if (length == 0 || literalStart == 0 || position - start != i - literalStart || (start + length < path.Length && path[start + length] != '/'))
                return null;
            // This segment is elided in the request line as well, so it has been compared already.
            if (start + length == position && end == i)
                return null;
            position = start + length;
            i = end < 0 ? literal.Length : end;
        }

        return position;
    }

    /// <summary>Returns the path and query of a URL, or the whole text if it starts with the path.</summary>
    public static PastedPart WithoutAuthority(PastedPart address)
    {
        var scheme = address.Text.IndexOf("://", StringComparison.Ordinal);
        if (scheme is < 0 or > 8)
            return address;
        var path = address.Text.IndexOfAny(['/', '?', '#'], scheme + 3);
        return address.Slice(path < 0 ? address.Length : path);
    }

    private static int EndOfValue(string path, int start, string? next, bool allowsSlashes)
    {
        var end = next is null ? path.Length : path.IndexOf(next, Math.Min(start, path.Length), StringComparison.Ordinal);
        var slash = path.IndexOf('/', Math.Min(start, path.Length));
        return allowsSlashes || slash < 0 || (end >= 0 && end <= slash) ? end : slash;
    }
}
