using ApiSpec.Language.Declarations;
using ApiSpec.Testing.Pages;
using ApiSpec.Transport;

namespace ApiSpec.Testing.Loading;

/// <summary>Matches paths with a template, and orders templates so that the most specific one is first.</summary>
/// <remarks>
/// Paths are matched as they were sent: only a delimiter that is not encoded ends a value. If a value contains the delimiter after it, the last one counts:
/// <c>{a}:{b}</c> reads <c>x:y:z</c> as <c>x:y</c> and <c>z</c>.
/// </remarks>
internal sealed class PathPattern : IComparable<PathPattern>
{
    private readonly List<string> _names;
    private readonly List<PathSegment> _segments = [];

    // The segments before, between and after values with slashes.
    private readonly List<List<SegmentPart>> _runs = [[]];

    /// <param name="template">The template.</param>
    /// <param name="allowsSlashes">Whether the value of a placeholder may span several segments.</param>
    public PathPattern(PathTemplate template, Func<string, bool> allowsSlashes)
    {
        _names = [.. template.Parts.Where(static part => part.IsPlaceholder).Select(static part => part.Text)];
        var values = 0;
        foreach (var parts in SegmentsOf(template))
        {
            _segments.Add(new PathSegment(parts, allowsSlashes));
            AddRuns(parts, allowsSlashes, ref values);
        }
    }

    /// <summary>The segments.</summary>
    public IReadOnlyList<PathSegment> Segments => _segments;

    /// <summary>The decoded values of the placeholders; null: the path does not fit the template.</summary>
    /// <param name="path">A received path, normalized by <see cref="PathText.Normalize"/>.</param>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        if (Place(path) is not { } places)
            return null;
        var values = new Dictionary<string, string>(_names.Count, StringComparer.Ordinal);
        for (var i = 0; i < _names.Count; i++)
            values[_names[i]] = Uri.UnescapeDataString(path[places.Starts[i]..places.Ends[i]]);
        return values;
    }

    /// <summary>The positions of the placeholders' values in a path; empty: the path does not fit the template.</summary>
    /// <param name="path">A received path, normalized by <see cref="PathText.Normalize"/>.</param>
    public IEnumerable<(string Name, int Start, int End)> Locate(string path)
        => Place(path) is { } places ? _names.Select((name, i) => (name, places.Starts[i], places.Ends[i])) : [];

    /// <summary>
    /// Orders by the first segment that differs: fixed text, then text with placeholders (more text first), then one placeholder, then several segments.
    /// </summary>
    public int CompareTo(PathPattern? other)
    {
        if (other is null)
            return -1;
        for (var i = 0; i < _segments.Count && i < other._segments.Count; i++)
        {
            if (_segments[i].CompareTo(other._segments[i]) is not 0 and var order)
                return order;
        }

        return other._segments.Count.CompareTo(_segments.Count);
    }

    private void AddRuns(List<PathPart> parts, Func<string, bool> allowsSlashes, ref int values)
    {
        var start = 0;
        for (var i = 0; i <= parts.Count; i++)
        {
            var isEnd = i == parts.Count;
            if (!isEnd && !(parts[i].IsPlaceholder && allowsSlashes(parts[i].Text)))
                continue;
            var part = new SegmentPart(parts[start..i], values, isWhole: start == 0 && isEnd);
            _runs[^1].Add(part);
            values += part.Values;
            start = i + 1;
            if (isEnd)
                continue;
            values++;
            _runs.Add([]);
        }
    }

    /// <summary>Finds the values; null: the path does not fit.</summary>
    /// <remarks>
    /// The segments before the first value with slashes can only be at the start, and those after the last one only at the end. The segments between two such
    /// values are as near to the end as possible, as text between placeholders is.
    /// </remarks>
    private ValuePlaces? Place(string path)
    {
        var places = new ValuePlaces(_names.Count);
        var isSplit = _runs.Count > 1;
        if (PlaceAtStart(path, isSplit ? _runs[0].Count - 1 : _runs[0].Count, isSplit, places) is not { } start)
            return null;
        if (!isSplit)
            return places;
        var limit = path.Length;
        for (var i = _runs.Count - 1; i > 0; i--)
        {
            var isLast = i == _runs.Count - 1;
            if (!(isLast ? TryPlaceRun(path, start, limit, _runs[i], isAtEnd: true, places) : TryPlaceBefore(path, start, limit, _runs[i], places)))
                return null;
            limit = places.Ends[_runs[i][0].FirstValue - 1];
        }

        // The last part before the first value with slashes.
        var end = path.IndexOf('/', start) is >= 0 and var slash ? slash : path.Length;
        end = Math.Min(end, SegmentMatch.Before(path, limit, start));
        return end >= start && _runs[0][^1].TryPlace(path, start, end, isAtStart: true, isAtEnd: false, places) ? places : null;
    }

    /// <summary>Places whole segments at the start. Returns the position after them and their slash; null: they are not there.</summary>
    private int? PlaceAtStart(string path, int count, bool isContinued, ValuePlaces places)
    {
        var start = 0;
        for (var i = 0; i < count; i++)
        {
            var slash = path.IndexOf('/', start);
            var isLast = i == count - 1 && !isContinued;
            var end = slash < 0 ? path.Length : slash;
            if (isLast != slash < 0 || !_runs[0][i].TryPlace(path, start, end, isAtStart: true, isAtEnd: true, places))
                return null;
            start = end + 1;
        }

        return start;
    }

    // The value with slashes between the run and the limit has at least one character.
    private static bool TryPlaceBefore(string path, int floor, int limit, List<SegmentPart> run, ValuePlaces places)
    {
        for (var end = SegmentMatch.Before(path, limit, floor); end >= floor; end = StartOfSegment(path, floor, end) - 1)
        {
            if (TryPlaceRun(path, floor, end, run, isAtEnd: false, places))
                return true;
        }

        return false;
    }

    private static bool TryPlaceRun(string path, int floor, int end, List<SegmentPart> run, bool isAtEnd, ValuePlaces places)
    {
        for (var i = run.Count - 1; i >= 0; i--)
        {
            var start = StartOfSegment(path, floor, end);
            if ((i > 0 && start == floor) || !run[i].TryPlace(path, start, end, i > 0, isAtEnd || i < run.Count - 1, places))
                return false;
            end = start - 1;
        }

        return true;
    }

    private static int StartOfSegment(string path, int floor, int end) => floor + path.AsSpan(floor, end - floor).LastIndexOf('/') + 1;

    private static List<List<PathPart>> SegmentsOf(PathTemplate template)
    {
        var segments = new List<List<PathPart>> { new() };
        foreach (var part in template.Parts)
        {
            if (part.IsPlaceholder)
            {
                segments[^1].Add(part);
                continue;
            }

            var texts = part.Text.Split('/');
            for (var i = 0; i < texts.Length; i++)
            {
                if (i > 0)
                    segments.Add([]);
                if (texts[i].Length > 0)
                    segments[^1].Add(part with { Text = texts[i] });
            }
        }

        return segments;
    }

    /// <summary>A segment without values that have slashes, or the part of a segment before, between or after them.</summary>
    private sealed class SegmentPart
    {
        private readonly List<string> _texts = [""];
        private readonly string? _fixedText;

        public SegmentPart(List<PathPart> parts, int firstValue, bool isWhole)
        {
            FirstValue = firstValue;
            foreach (var part in parts)
            {
                if (part.IsPlaceholder)
                    _texts.Add("");
                else
                    _texts[^1] += PathText.Normalize(part.Text);
            }

            _fixedText = isWhole && Values == 0 ? PathText.DecodeDelimiters(_texts[0]) : null;
        }

        /// <summary>The number of the placeholders in the template before it.</summary>
        public int FirstValue { get; }

        /// <summary>The number of its placeholders.</summary>
        public int Values => _texts.Count - 1;

        /// <summary>Finds its text in a segment of a path, and notes where the values around them start and end.</summary>
        public bool TryPlace(string path, int start, int end, bool isAtStart, bool isAtEnd, ValuePlaces values)
        {
            if (_fixedText is not null)
                return IsFixedText(path.AsSpan(start, end - start));
            var places = new int[_texts.Count];
            if (!SegmentMatch.TryPlace(path, start, end, _texts, isAtStart, isAtEnd, places))
                return false;
            for (var i = 0; i < places.Length; i++)
            {
                if (i > 0 || !isAtStart)
                    values.Ends[FirstValue + i - 1] = places[i];
                if (i < Values || !isAtEnd)
                    values.Starts[FirstValue + i] = places[i] + _texts[i].Length;
            }

            return true;
        }

        // A segment of fixed text has no values, so both forms of its delimiters are accepted.
        private bool IsFixedText(ReadOnlySpan<char> text)
            => text.SequenceEqual(_fixedText) || (text.Contains('%') && PathText.DecodeDelimiters(text.ToString()) == _fixedText);
    }

    /// <summary>Where the values of all placeholders are in a path.</summary>
    private sealed class ValuePlaces(int count)
    {
        public int[] Starts { get; } = new int[count];

        public int[] Ends { get; } = new int[count];
    }
}
