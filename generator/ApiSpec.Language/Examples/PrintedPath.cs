using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;
using ApiSpec.Transport;

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
        => new PathReading(section, skipped == 0 && path.Length == 0 ? new PastedPart(UriPath.Root, path.Offset) : path, skipped).Run();

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

    /// <summary>Reads one path. Fakes and links find the same values, because all of them use <see cref="SegmentMatch"/>.</summary>
    /// <param name="section">The section.</param>
    /// <param name="path">The path in the example.</param>
    /// <param name="skipped">The length of the start of the path that the example leaves out.</param>
    private sealed class PathReading(SectionDeclaration section, PastedPart path, int skipped)
    {
        // Ends the search in a hostile path. No real path has that many places for a value with slashes.
        private const int MostTries = 1_000;

        private readonly EquatableArray<PathPart> _parts = section.Path.Parts;
        private readonly List<(RowDeclaration Row, PastedPart Value)> _values = [];
        private int _tries;

        /// <summary>Returns the values of the placeholders; null: this is not the path of the section.</summary>
        public List<(RowDeclaration Row, PastedPart Value)>? Run() => ReadFrom(0, 0) ? _values : null;

        private bool ReadFrom(int index, int position)
        {
            while (index < _parts.Count)
            {
                if (!_parts[index].IsPlaceholder)
                {
                    if (SkipLiteral(path.Text, position, _parts[index].Text.Substring(index == 0 ? skipped : 0)) is not { } next)
                        return false;
                    position = next;
                    index++;
                }
                else if (HasSlashes(index))
                {
                    return ReadLong(index, position);
                }
                else if (!ReadSegment(ref index, ref position))
                {
                    return false;
                }
            }

            return position == path.Length;
        }

        // The values that only text without a slash separates.
        private bool ReadSegment(ref int index, ref int position)
        {
            var texts = new List<string> { "" };
            var last = index;
            for (; last < _parts.Count && !(_parts[last].IsPlaceholder && HasSlashes(last)); last++)
            {
                if (_parts[last].IsPlaceholder)
                {
                    texts.Add("");
                    continue;
                }

                var slash = _parts[last].Text.IndexOf('/');
                texts[texts.Count - 1] = slash < 0 ? _parts[last].Text : _parts[last].Text.Substring(0, slash);
                if (slash >= 0)
                    break;
            }

            var isContinued = last < _parts.Count && _parts[last].IsPlaceholder;
            var end = path.Text.IndexOf('/', Math.Min(position, path.Length));
            end = end < 0 ? path.Length : end;
            // A value with slashes follows, and has at least one character.
            if (isContinued)
                end = Math.Min(end, SegmentMatch.Before(path.Text, path.Length, position));
            var places = new int[texts.Count];
            if (end < position || !SegmentMatch.TryPlace(path.Text, position, end, texts, isAtStart: true, isAtEnd: !isContinued, places))
                return false;
            for (var i = 1; i < texts.Count; i++)
            {
                Add(index, position, places[i]);
                position = places[i];
                index++;
                // The last text can continue after the segment, and the rest of it can be elided.
                if (index < last && !_parts[index].IsPlaceholder)
                {
                    position += texts[i].Length;
                    index++;
                }
            }

            return true;
        }

        // A value with slashes is as long as possible.
        private bool ReadLong(int index, int position)
        {
            if (index + 1 == _parts.Count)
            {
                Add(index, position, path.Length);
                return position < path.Length;
            }

            if (_parts[index + 1] is not { IsPlaceholder: false, Text: var next })
                return false;
            var kept = _values.Count;
            for (var end = LastBefore(next, path.Length); end > position && _tries++ < MostTries; end = LastBefore(next, end + next.Length - 1))
            {
                Add(index, position, end);
                if (ReadFrom(index + 1, end))
                    return true;
                _values.RemoveRange(kept, _values.Count - kept);
            }

            return false;
        }

        private int LastBefore(string text, int limit) => limit < text.Length ? -1 : path.Text.LastIndexOf(text, limit - 1, StringComparison.Ordinal);

        private bool HasSlashes(int index) => RowOf(index) is { AllowsSlashes: true };

        private RowDeclaration? RowOf(int index)
            => section.PathRows.FirstOrDefault(row => string.Equals(row.Name, _parts[index].Text, StringComparison.Ordinal));

        private void Add(int index, int start, int end)
        {
            if (RowOf(index) is { } row)
                _values.Add((row, path.Slice(start, end - start)));
        }
    }
}
