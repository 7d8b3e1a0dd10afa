using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ApiSpec.Language.Declarations;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Loading;

/// <summary>Matches paths with a template, and orders templates so that the most specific one is first.</summary>
/// <remarks>
/// Paths are matched as they were sent: only a delimiter that is not encoded ends a value. If a value contains the delimiter after it, the last one counts:
/// <c>{a}:{b}</c> reads <c>x:y:z</c> as <c>x:y</c> and <c>z</c>.
/// </remarks>
internal sealed class PathPattern : IComparable<PathPattern>
{
    private readonly Regex _path;
    private readonly List<string> _names;
    private readonly List<Segment> _segments = [];

    /// <param name="template">The template.</param>
    /// <param name="allowsSlashes">Whether the value of a placeholder may span several segments.</param>
    public PathPattern(PathTemplate template, Func<string, bool> allowsSlashes)
    {
        _names = [.. template.Parts.Where(static part => part.IsPlaceholder).Select(static part => part.Text)];
        var pattern = new StringBuilder("^");
        foreach (var parts in SegmentsOf(template))
        {
            if (_segments.Count > 0)
                pattern.Append('/');
            var isFixed = !parts.Exists(static part => part.IsPlaceholder);
            foreach (var part in parts)
                pattern.Append(!part.IsPlaceholder ? PatternOf(PathText.Normalize(part.Text), isFixed) : allowsSlashes(part.Text) ? "(.+)" : "([^/]+)");
            _segments.Add(new Segment(parts, allowsSlashes));
        }

        _path = new Regex(pattern.Append('$').ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>The decoded values of the placeholders; null: the path does not fit the template.</summary>
    /// <param name="path">A received path, normalized by <see cref="PathText.Normalize"/>.</param>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var match = _path.Match(path);
        if (!match.Success)
            return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < _names.Count; i++)
            values[_names[i]] = Uri.UnescapeDataString(match.Groups[i + 1].Value);
        return values;
    }

    /// <summary>The positions of the placeholders' values in a path; empty: the path does not fit the template.</summary>
    /// <param name="path">A received path, normalized by <see cref="PathText.Normalize"/>.</param>
    public IEnumerable<(string Name, int Start, int End)> Locate(string path)
    {
        var match = _path.Match(path);
        return match.Success
            ? _names.Select((name, i) => (name, match.Groups[i + 1].Index, match.Groups[i + 1].Index + match.Groups[i + 1].Length))
            : [];
    }

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

    // A segment of fixed text has no values, so both forms of its delimiters are accepted.
    private static string PatternOf(string literal, bool isFixed)
    {
        if (!isFixed)
            return Regex.Escape(literal);
        var pattern = new StringBuilder();
        for (var i = 0; i < literal.Length; i++)
        {
            var isEncoded = literal[i] == '%';
            var code = isEncoded ? literal.Substring(i + 1, 2) : ((int)literal[i]).ToString("X2", CultureInfo.InvariantCulture);
            var character = (char)int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (PathText.Delimiters.Contains(character, StringComparison.Ordinal))
                pattern.Append("(?:").Append(Regex.Escape(character.ToString())).Append("|%").Append(code).Append(')');
            else
                pattern.Append(isEncoded ? "%" + code : Regex.Escape(character.ToString()));
            i += isEncoded ? 2 : 0;
        }

        return pattern.ToString();
    }

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

    private sealed class Segment(List<PathPart> parts, Func<string, bool> allowsSlashes) : IComparable<Segment>
    {
        private readonly int _rank = parts.Exists(part => part.IsPlaceholder && allowsSlashes(part.Text)) ? 3
            : !parts.Exists(static part => part.IsPlaceholder) ? 0
            : parts.Count > 1 ? 1
            : 2;

        private readonly string _text = string.Concat(parts.Select(static part => part.IsPlaceholder ? "\uffff" : PathText.Normalize(part.Text)));
        private readonly int _placeholders = parts.Count(static part => part.IsPlaceholder);

        private int Literals => _text.Length - _placeholders;

        public int CompareTo(Segment? other)
        {
            if (other is null)
                return -1;
            if (_rank.CompareTo(other._rank) is not 0 and var rank)
                return rank;
            // Two fixed segments never fit the same path, so their length does not matter.
            if (_rank > 0 && other.Literals.CompareTo(Literals) is not 0 and var literals)
                return literals;
            return _placeholders.CompareTo(other._placeholders) is not 0 and var placeholders ? placeholders : string.CompareOrdinal(_text, other._text);
        }
    }
}
