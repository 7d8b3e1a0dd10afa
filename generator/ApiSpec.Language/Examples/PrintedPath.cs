using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Examples;

/// <summary>Lays the path that an example prints over the path of a section.</summary>
internal static class PrintedPath
{
    /// <summary>What stands in the places of the path's names, in their order; null: this is not the path of the section.</summary>
    public static IReadOnlyList<(RowDeclaration Row, PastedPart Value)>? Match(SectionDeclaration section, PastedPart path)
        => Match(section, path, 0) ?? (section.Path.AddedBase.Length > 0 ? Match(section, path, section.Path.AddedBase.Length) : null);

    // A reference that leaves the path of its base out of a request line may leave it out of its examples, too.
    private static List<(RowDeclaration Row, PastedPart Value)>? Match(SectionDeclaration section, PastedPart path, int skipped)
    {
        var values = new List<(RowDeclaration Row, PastedPart Value)>();
        var parts = section.Path.Parts;
        var position = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            if (!parts[i].IsPlaceholder)
            {
                var from = i == 0 ? skipped : 0;
                var length = parts[i].Text.Length - from;
                if (string.CompareOrdinal(path.Text, position, parts[i].Text, from, length) != 0)
                    return null;
                position += length;
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

    /// <summary>The path and query of an address; the whole of what begins with its path.</summary>
    public static PastedPart WithoutAuthority(PastedPart address)
    {
        var scheme = address.Text.IndexOf("://", StringComparison.Ordinal);
        if (scheme is < 0 or > 8)
            return address;
        var path = address.Text.IndexOf('/', scheme + 3);
        return path < 0 ? address.Slice(address.Length) : address.Slice(path);
    }

    private static int EndOfValue(string path, int start, string? next, bool allowsSlashes)
    {
        var end = next is null ? path.Length : path.IndexOf(next, Math.Min(start, path.Length), StringComparison.Ordinal);
        var slash = path.IndexOf('/', Math.Min(start, path.Length));
        return allowsSlashes || slash < 0 || (end >= 0 && end <= slash) ? end : slash;
    }
}
