using System.Text;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Transport;

namespace ApiSpec.Language.Rows;

/// <summary>Splits the path of a request line at its placeholders. They are in braces or angle brackets, or follow a colon at the start of a segment.</summary>
/// <param name="text">The request line.</param>
/// <param name="start">The start of its path.</param>
/// <param name="end">The end of its path.</param>
/// <param name="bracket">The position of a closing bracket that was opened before the path, or -1.</param>
/// <param name="version">The replacement for <c>{version}</c>; null: it is an ordinary placeholder.</param>
internal sealed class PathParser(string text, int start, int end, int bracket, string? version)
{
    private static readonly char[] Special = ['/', '{', '}', '<', '>'];

    private readonly List<PathPart> _parts = [];
    private readonly List<RequestLine.Piece> _pieces = [];
    private readonly StringBuilder _literal = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private string _addedBase = "";
    private bool _saysBase;
    private int _position;

    public IReadOnlyList<RequestLine.Piece> Pieces => _pieces;

    /// <summary>Whether the path has the placeholder <c>{version}</c>.</summary>
    public bool HasVersion { get; private set; }

    /// <summary>The path, or <see cref="UriPath.Root"/> for a line without one.</summary>
    public PathTemplate ToTemplate() => new(_parts.Count == 0 ? [new PathPart(UriPath.Root, false)] : _parts.ToEquatableArray(), _addedBase, _saysBase);

    /// <summary>Reads the path.</summary>
    /// <returns>The reason why it cannot be read; null: it is valid.</returns>
    public TextDiagnostic? Read()
    {
        _position = start;
        while (_position < end)
        {
            var diagnostic = text[_position] switch
            {
                '{' => ReadPlaceholder('{', '}'),
                '<' => ReadPlaceholder('<', '>'),
                '}' => RequestLine.Invalid(_position, 1, "'}' has no '{' before it"),
                '>' when _position != bracket => RequestLine.Invalid(_position, 1, "'>' has no '<' before it"),
                '>' => Skip(),
                '/' => ReadSlash(),
                ':' when NameAfterColon() is { } name => AddPlaceholder(name, name.Length + 1),
                _ => ReadSegment(),
            };
            if (diagnostic is not null)
                return diagnostic;
        }

        Flush();
        return null;
    }

    /// <summary>Adds the path of the base address before the path.</summary>
    /// <param name="basePath">The path of the base address.</param>
    /// <param name="isBelowBase">Whether the line says that it continues the base address.</param>
    /// <returns>The reason why the whole path is invalid; null: it is valid.</returns>
    public TextDiagnostic? AddBase(string basePath, bool isBelowBase)
    {
        var adds = basePath.Length > 0 && (isBelowBase || _parts.Count == 0 || _parts[0].IsPlaceholder || !UriPath.StartsWith(_parts[0].Text, basePath));
        if (adds && _parts.Count > 0 && !_parts[0].IsPlaceholder)
            _parts[0] = new PathPart(basePath + _parts[0].Text, false);
        else if (adds)
            _parts.Insert(0, new PathPart(basePath, false));
        _addedBase = adds ? basePath : "";
        _saysBase = isBelowBase;
        return CheckWhole();
    }

    private TextDiagnostic? CheckWhole()
    {
        if (_parts.Sum(static part => part.Text.Length) > RequestLine.MaximumLength)
            return RequestLine.TooLong(start, end - start);
        // Text from 'version:', 'words:' and 'base:' can complete a dot segment. The braces are a stand-in that cannot.
        return DotSegments.AreIn(string.Concat(_parts.Select(static part => part.IsPlaceholder ? "{}" : part.Text)).AsSpan())
            ? RequestLine.Invalid(start, end - start, "its path has a segment '.' or '..'")
            : null;
    }

    private TextDiagnostic? ReadPlaceholder(char opening, char closing)
    {
        var isDoubled = _position + 1 < end && text[_position + 1] == opening;
        var open = isDoubled ? 2 : 1;
        var close = text.IndexOf(closing, _position, end - _position);
        var name = close < _position + open ? "" : text.Substring(_position + open, close - _position - open);
        if (close < 0)
            return RequestLine.Invalid(_position, end - _position, "'" + opening + "' is not closed by '" + closing + "'");
        if (name.Length == 0 || name.IndexOfAny(Special) >= 0 || (isDoubled && (close + 1 >= end || text[close + 1] != closing)))
            return RequestLine.Invalid(_position, 1, "write a name between '" + opening + "' and '" + closing + "'");
        return AddPlaceholder(name, close + open - _position);
    }

    // Routers and many pages write '/projects/{id}' as '/projects/:id'. A colon inside a segment is part of the path.
    private string? NameAfterColon()
    {
        if (_position == start || text[_position - 1] != '/')
            return null;
        var last = _position;
        for (var i = _position + 1; i < end && (char.IsLetterOrDigit(text[i]) || text[i] is '_' or '-'); i++)
            last = text[i] == '-' ? last : i;
        return last > _position && char.IsLetter(text[_position + 1]) ? text.Substring(_position + 1, last - _position) : null;
    }

    private TextDiagnostic? AddPlaceholder(string name, int length)
    {
        if (name == "version" && version is not null)
        {
            HasVersion = true;
            // The placeholder can be repeated. A path that is already too long does not have to grow further.
            if (_literal.Length <= RequestLine.MaximumLength)
                UriPath.AppendEncoded(_literal, version);
        }
        else if (!_seen.Add(name))
        {
            return RequestLine.Invalid(_position, length, "'{" + name + "}' is in the path twice");
        }
        else
        {
            Flush();
            HasVersion |= name == "version";
            _parts.Add(new PathPart(name, true));
            _pieces.Add(new RequestLine.Piece(name, true, _position, length));
        }

        _position += length;
        return null;
    }

    private TextDiagnostic? ReadSegment()
    {
        var stop = text.IndexOfAny(Special, _position, end - _position);
        if (stop < 0)
            stop = end;
        // Scripts and template languages write '{id}' as '${id}'.
        var length = stop - _position;
        if (stop < end && text[stop] == '{' && text[stop - 1] == '$')
            length--;
        if (OptionalPart.Find(text, _position, stop, end) is { } part)
            return RequestLine.Invalid(part.Start, part.Length, OptionalPart.Advice(text, start, end, part));
        var segment = text.Substring(_position, length);
        var isWhole = (_position == 0 || text[_position - 1] == '/') && (stop == end || stop == bracket || text[stop] == '/');
        if (isWhole && DotSegments.AreIn(segment.AsSpan()))
            return RequestLine.Invalid(_position, segment.Length, "'" + segment + "' cannot be a segment of a path");
        if (isWhole)
            _pieces.Add(new RequestLine.Piece(segment, false, _position, segment.Length));
        UriPath.AppendEncoded(_literal, segment);
        _position = stop;
        return null;
    }

    private TextDiagnostic? ReadSlash()
    {
        _literal.Append('/');
        return Skip();
    }

    private TextDiagnostic? Skip()
    {
        _position++;
        return null;
    }

    private void Flush()
    {
        if (_literal.Length == 0)
            return;
        _parts.Add(new PathPart(_literal.ToString(), false));
        _literal.Clear();
    }
}
