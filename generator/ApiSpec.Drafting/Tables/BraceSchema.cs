using System.Text;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tables;

/// <summary>Reads a schema in braces, which has types in place of values: <c>{ name: string, size?: integer // In cm. }</c>.</summary>
internal sealed class BraceSchema
{
    private const int LongestSchema = 65_536;
    private const int Deepest = 24;
    private const string Nested = "object";

    private readonly string _text;
    private readonly IReadOnlyList<PageLine> _lines;
    private readonly CellWords _words;
    private readonly string _required;
    private readonly List<Member> _members = [];
    private readonly StringBuilder _above = new();
    private int _position;
    private readonly int[] _starts;
    private bool _hasComments;
    private bool _hasPlainNames;
    private bool _hasTypes;

    private BraceSchema(string text, IReadOnlyList<PageLine> lines, CellWords words, Profile profile)
    {
        (_text, _lines, _words) = (text, lines, words);
        _starts = [0, .. Enumerable.Range(0, text.Length).Where(index => text[index] == '\n').Select(static index => index + 1)];
        _required = profile.Required.Count > 0 ? profile.Required[0] : "";
    }

    /// <summary>Reads the schema that starts at a line; null: no such schema starts there. JSON is not one.</summary>
    /// <param name="lines">The lines of a part.</param>
    /// <param name="index">The index of the line.</param>
    /// <param name="words">The types, and the words for required.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="next">The index of the line after the schema.</param>
    public static (IReadOnlyList<TableRow> Rows, IReadOnlyList<PageLine> Lines)? Read(
        IReadOnlyList<PageLine> lines, int index, CellWords words, Profile profile, out int next)
    {
        next = index;
        if (lines[index].Text is not ['{', ..] || EndOf(lines, index) is not { } end)
            return null;
        var printed = lines.Skip(index).Take(end - index).ToList();
        var text = string.Join('\n', printed.Select(static line => line.Text));
        var schema = new BraceSchema(text, printed, words, profile);
        if (text.Length > LongestSchema || !schema.ReadAll())
            return null;
        next = end;
        return (schema.Rows(), [.. printed.Where(static line => line.Text.Trim('{', '}', '[', ']', ',', ';', ' ').Length == 0 || line.Text[0] is '/' or '*')]);
    }

    // The line after the one that closes the first brace.
    private static int? EndOf(IReadOnlyList<PageLine> lines, int index)
    {
        var depth = 0;
        for (var i = index; i < lines.Count && lines[i].Kind is LineKind.Text or LineKind.Code; i++)
        {
            foreach (var c in lines[i].Text)
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth <= 0)
                return i + 1;
        }

        return null;
    }

    private bool ReadAll()
    {
        _position = 1;
        if (!ReadMembers(0) || _members.Count == 0)
            return false;
        SkipSpace();
        // JSON with the names of types as values is read as a sample.
        return _text[_position..].Trim(';', ' ', '\n', ',') is "" or "[]" && _hasTypes && (_hasPlainNames || _hasComments);
    }

    // After the opening brace, up to the one that closes it.
    private bool ReadMembers(int depth)
    {
        if (depth > Deepest)
            return false;
        while (true)
        {
            SkipSpace();
            if (_position >= _text.Length)
                return false;
            var c = _text[_position];
            if (c == '}')
            {
                _position++;
                return true;
            }

            if (c is ',' or ';')
                _position++;
            else if (IsComment())
                ReadComment();
            else if (!ReadMember(depth) && !ReadDescription(depth))
                return false;
        }
    }

    // 'name?: string', '"name": [string]', 'name* string'.
    private bool ReadMember(int depth)
    {
        var start = _position;
        var at = start;
        if (_text.AsSpan(at).StartsWith("readonly ", StringComparison.Ordinal))
            at += "readonly ".Length;
        var quote = _text[at] is '"' or '\'' ? _text[at] : '\0';
        var end = quote == '\0' ? at : _text.IndexOf(quote, at + 1);
        while (quote == '\0' && end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '$' or '@' or '-' or '.'))
            end++;
        if (end <= at || end >= _text.Length)
            return false;
        var name = quote == '\0' ? _text[at..end] : _text[(at + 1)..end];
        end += quote == '\0' ? 0 : 1;
        var sign = end < _text.Length && _text[end] is '?' or '*' ? _text[end..(end + 1)] : "";
        end += sign.Length;
        while (end < _text.Length && _text[end] == ' ')
            end++;
        var hasColon = end < _text.Length && _text[end] == ':';
        if (!CellWords.IsName(name) || (!hasColon && quote != '\0'))
            return false;
        var member = new Member(name + sign, depth, LineAt(start)) { HasSign = sign == "?" };
        _members.Add(member);
        member.Description.Append(_above);
        _above.Clear();
        _position = hasColon ? end + 1 : end;
        if (ReadType(member, depth, hasColon))
        {
            _hasPlainNames |= quote == '\0';
            return true;
        }

        _members.RemoveRange(_members.IndexOf(member), _members.Count - _members.IndexOf(member));
        _position = start;
        return false;
    }

    private bool ReadType(Member member, int depth, bool hasColon)
    {
        while (_position < _text.Length && _text[_position] == ' ')
            _position++;
        var rest = _text.AsSpan(_position);
        var opening = rest.StartsWith("[", StringComparison.Ordinal) && rest[1..].TrimStart().StartsWith("{", StringComparison.Ordinal) ? "]"
            : rest.StartsWith("Array<{", StringComparison.OrdinalIgnoreCase) ? ">"
            : rest.StartsWith("{", StringComparison.Ordinal) ? ""
            : null;
        if (opening is not null)
        {
            _position = _text.IndexOf('{', _position) + 1;
            if (!ReadMembers(depth + 1))
                return false;
            SkipSpace();
            var isList = opening.Length > 0;
            if (isList && (_position >= _text.Length || _text[_position++] != opening[0]))
                return false;
            if (!isList && _text.AsSpan(_position).StartsWith("[]", StringComparison.Ordinal))
            {
                isList = true;
                _position += 2;
            }

            member.Type = isList ? Nested + "[]" : Nested;
            return true;
        }

        var type = TextOfType(hasColon);
        if (type is ['[', .., ']'])
            type = type[1..^1].Trim() + "[]";
        type = WithoutRequirement(type, member);
        // A page can put quotation marks around the types of a schema with comments.
        if (type is ['"', _, .., '"'] && _words.IsType(type[1..^1]))
            type = type[1..^1];
        var known = _words.IsType(type) ? type : ChoiceOf(type) ?? NullableOf(type);
        _hasTypes |= known is not null;
        // The name of another type starts with a capital. One type must be known, because values without quotation marks can look the same.
        if (known is null && !(hasColon && type.Length > 1 && char.IsUpper(type[0]) && type.All(static c => char.IsAsciiLetterOrDigit(c) || c is '[' or ']')))
            return false;
        member.Type = known ?? type;
        return true;
    }

    // The text up to the separator, the comment or the end of the line.
    private string TextOfType(bool hasColon)
    {
        var start = _position;
        var depth = 0;
        for (; _position < _text.Length && _text[_position] != '\n' && !IsComment(); _position++)
        {
            var c = _text[_position];
            if (depth == 0 && (c == '}' || (hasColon && c is ',' or ';')))
                break;
            depth += c is '<' or '(' or '[' ? 1 : c is '>' or ')' or ']' ? -1 : 0;
        }

        return _text[start.._position].Trim();
    }

    // 'string, required' has a comma before the word, and 'string required' does not.
    private string WithoutRequirement(string type, Member member)
    {
        var space = type.LastIndexOfAny([' ', '(']);
        if (space <= 0 || type[(space + 1)..].Trim('(', ')') is not { Length: > 1 } word || !_words.IsRequirement(word))
            return type;
        member.Required = word;
        return type[..space].TrimEnd(' ', '(', ',');
    }

    // '"asc" | "desc"'.
    private static string? ChoiceOf(string type)
    {
        var values = type.Split('|', StringSplitOptions.TrimEntries);
        return values.Length > 1 && values.All(static value => value.Length > 2 && value[0] is '"' or '\'' && value[^1] == value[0])
            ? "enum: " + string.Join(" | ", values)
            : null;
    }

    // 'string | null'.
    private string? NullableOf(string type)
    {
        var parts = type.Split('|', StringSplitOptions.TrimEntries);
        return parts.Length == 2 && parts.Contains("null") && parts.First(static part => part != "null") is { } other && _words.IsType(other)
            ? other + " or null" : null;
    }

    // If each member is on its own line, another line describes the one above.
    private bool ReadDescription(int depth)
    {
        var end = _text.IndexOf('\n', _position);
        var line = _text[_position..(end < 0 ? _text.Length : end)];
        if (end < 0 || line.AsSpan().IndexOfAny('{', '}', '"') >= 0 || (_position > 0 && _text[_position - 1] != '\n')
            || line.Contains(": ", StringComparison.Ordinal) || !line.Contains(' ', StringComparison.Ordinal))
            return false;
        if (_members.Count > 0 && _members[^1].Depth == depth)
            _members[^1].Add(line, LineAt(_position));
        _position = end;
        return true;
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\n')
            _position++;
    }

    private bool IsComment()
        => _position + 1 < _text.Length && _text[_position] == '/' && _text[_position + 1] is '/' or '*'
            && (_position == 0 || _text[_position - 1] != ':');

    // A comment on the line of a member belongs to it. A comment on its own line belongs to the next.
    private void ReadComment()
    {
        var isBlock = _text[_position + 1] == '*';
        var end = _text.IndexOf(isBlock ? "*/" : "\n", _position, StringComparison.Ordinal);
        end = end < 0 ? _text.Length : end;
        // Of a schema on one line, the comment does not contain the end.
        while (!isBlock && end == _text.TrimEnd().Length && end > _position && _text[end - 1] is '}' or ' ')
            end--;
        var line = LineAt(_position);
        var comment = string.Join(' ', _text[_position..end].Split('\n').Select(static text => text.Trim('/', '*', ' ')).Where(static text => text.Length > 0));
        _position = Math.Min(_text.Length, isBlock ? end + 2 : end);
        _hasComments = true;
        if (_members.Count > 0 && ReferenceEquals(_members[^1].Lines[^1], line))
            _members[^1].Add(comment, line);
        else
            _above.Append(_above.Length == 0 ? "" : " ").Append(comment);
    }

    private PageLine LineAt(int position)
    {
        var found = Array.BinarySearch(_starts, position);
        return _lines[found >= 0 ? found : ~found - 1];
    }

    // A question mark says which members are optional, so the others are required.
    private List<TableRow> Rows()
    {
        var hasSigns = _members.Exists(static member => member.HasSign);
        return _members.ConvertAll(member =>
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = member.Name, ["type"] = member.Type };
            if (member.Required.Length > 0 || (hasSigns && !member.HasSign))
                cells["required"] = member.Required.Length > 0 ? member.Required : _required;
            if (member.Description.Length > 0)
                cells["description"] = member.Description.ToString();
            return new TableRow(cells, member.Depth, [.. member.Lines.Distinct()]);
        });
    }

    private sealed class Member(string name, int depth, PageLine line)
    {
        public string Name => name;

        public int Depth => depth;

        public List<PageLine> Lines { get; } = [line];

        public string Type { get; set; } = "";

        public string Required { get; set; } = "";

        public bool HasSign { get; init; }

        public StringBuilder Description { get; } = new();

        public void Add(string text, PageLine other)
        {
            Description.Append(Description.Length == 0 ? "" : " ").Append(text);
            Lines.Add(other);
        }
    }
}
