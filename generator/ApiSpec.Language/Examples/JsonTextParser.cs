using System.Globalization;
using System.Text;
using ApiSpec.Language.Characters;
using ApiSpec.Language.Reference;

namespace ApiSpec.Language.Examples;

/// <summary>
/// Reads the JSON of usage examples with positions. The generator must not depend on a JSON library, because its dependencies could conflict with other
/// analyzers.
/// </summary>
internal sealed class JsonTextParser
{
    private const int MaxDepth = 64;

    private readonly string _text;
    private int _position;
    private int _depth;

    /// <summary>The end of the value that was read last.</summary>
    private int _end;

    /// <summary>The first typographic quotation mark in the string that was read last.</summary>
    private int? _quote;

    private readonly List<(string Message, int Offset)> _misprints = [];

    private JsonTextParser(string text) => _text = text;

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The pasted body.</param>
    /// <param name="diagnostic">The error and its position, or null.</param>
    public static JsonText? Parse(string text, out (string Message, int Offset, int Length)? diagnostic) => Parse(text, out diagnostic, out _);

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The pasted body.</param>
    /// <param name="diagnostic">The error and its position, or null.</param>
    /// <param name="misprints">
    /// Errors that are not JSON but have only one possible meaning: a comma too many or too few, or a backslash before punctuation.
    /// </param>
    public static JsonText? Parse(
        string text, out (string Message, int Offset, int Length)? diagnostic, out IReadOnlyList<(string Message, int Offset)> misprints)
    {
        var parser = new JsonTextParser(text);
        misprints = parser._misprints;
        try
        {
            diagnostic = null;
            var value = parser.ReadValue();
            parser.SkipSpace();
            if (parser.TakeElision())
                parser.SkipSpace();
            if (parser._position < text.Length)
                throw parser.Wrong(
                    value.Kind == JsonTextKind.Object && text[parser._position] == '{'
                        ? "several values follow each other; if the server sends them so, write a media type such as 'application/x-ndjson' as the body"
                        : "the text after the JSON value is unexpected");
            return value;
        }
        catch (JsonSyntaxException wrong)
        {
            diagnostic = (wrong.Message, wrong.Offset, Math.Min(1, text.Length - wrong.Offset));
            return null;
        }
    }

    private JsonText ReadValue()
    {
        SkipSpace();
        if (_position >= _text.Length)
            throw Wrong("the JSON ends too early");
        var start = _position;
        _quote = null;
        if (TakeElision())
            return new JsonText(JsonTextKind.Elided, start) { End = _end = _position };

        var value = _text[_position] switch
        {
            '{' => ReadObject(),
            '[' => ReadArray(),
            '"' => ReadText(start),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            't' => ReadWord("true", JsonTextKind.True),
            'f' => ReadWord("false", JsonTextKind.False),
            'n' => ReadWord("null", JsonTextKind.Null),
            _ => throw Wrong("a JSON value is expected here"),
        };
        value.End = _end = _position;
        return value;
    }

    private JsonText ReadText(int start)
    {
        var text = ReadString();
        return new JsonText(JsonTextKind.String, start) { Text = text, IsElided = Elision.Is(text) };
    }

    private JsonText ReadObject()
    {
        var result = new JsonText(JsonTextKind.Object, _position);
        Enter();
        while (!TakeEnd('}', result))
        {
            var start = _position;
            if (_text[_position] != '"')
                throw Wrong("a member name in double quotes is expected here");
            var name = ReadString();
            var end = _position;
            SkipSpace();
            if (_position >= _text.Length || _text[_position] != ':')
                throw Wrong("':' is expected after a member name", _quote);
            _position++;
            result.Add(new JsonMember(name, start, end - start, ReadValue()));
            TakeComma('}', result);
        }

        return result;
    }

    private JsonText ReadArray()
    {
        var result = new JsonText(JsonTextKind.Array, _position);
        Enter();
        while (!TakeEnd(']', result))
        {
            result.Add(ReadValue());
            TakeComma(']', result);
        }

        return result;
    }

    private void Enter()
    {
        _position++;
        if (++_depth > MaxDepth)
            throw Wrong("the JSON is nested more than " + MaxDepth.ToString(CultureInfo.InvariantCulture) + " levels deep");
    }

    private bool TakeEnd(char end, JsonText container)
    {
        SkipSpace();
        while (TakeElision())
        {
            container.IsElided = true;
            SkipSpace();
            if (_position < _text.Length && _text[_position] == ',')
                _position++;
            SkipSpace();
        }

        if (_position >= _text.Length)
            throw Wrong("the JSON ends before '" + end + "'");
        if (_text[_position] != end)
            return false;
        _position++;
        _depth--;
        return true;
    }

    private void TakeComma(char end, JsonText container)
    {
        SkipSpace();
        if (_position < _text.Length && _text[_position] == ',')
        {
            var comma = _position++;
            SkipSpace();
            if (_position < _text.Length && _text[_position] == end)
                _misprints.Add(("a comma is not allowed before '" + end + "'", comma));
            return;
        }

        if (TakeElision())
            container.IsElided = true;
        else if (_position < _text.Length && _text[_position] != end)
            MissComma(end);
    }

    // Between two values on separate lines, only a comma can be missing.
    private void MissComma(char end)
    {
        var before = _position - 1;
        while (before >= 0 && _text[before] is ' ' or '\r' or '\t')
            before--;
        var isNext = before >= 0 && _text[before] == '\n'
            && (_text[_position] == '"' || (end == ']' && _text[_position] is '{' or '[' or '-' or (>= '0' and <= '9')));
        if (!isNext)
            throw Wrong("',' or '" + end + "' is expected here", _quote);
        _misprints.Add(("a comma is missing after this value", _end - 1));
    }

    private JsonText ReadNumber()
    {
        var start = _position;
        while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] is '-' or '+' or '.'))
            _position++;
        var number = _text.Substring(start, _position - start);
        if (IsNumber(number))
            return new JsonText(JsonTextKind.Number, start) { Text = number };
        _position = start;
        throw Wrong("'" + number + "' is not a number");
    }

    // RFC 8259, section 6.
    private static bool IsNumber(string text)
    {
        var position = text.StartsWith("-", StringComparison.Ordinal) ? 1 : 0;
        var digits = CountDigits(text, position);
        if (digits == 0 || (digits > 1 && text[position] == '0'))
            return false;
        position += digits;
        if (position < text.Length && text[position] == '.')
        {
            digits = CountDigits(text, position + 1);
            if (digits == 0)
                return false;
            position += digits + 1;
        }

        if (position < text.Length && text[position] is 'e' or 'E')
        {
            position += position + 1 < text.Length && text[position + 1] is '+' or '-' ? 2 : 1;
            digits = CountDigits(text, position);
            if (digits == 0)
                return false;
            position += digits;
        }

        return position == text.Length;
    }

    private static int CountDigits(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] is >= '0' and <= '9')
            end++;
        return end - start;
    }

    private JsonText ReadWord(string word, JsonTextKind kind)
    {
        var start = _position;
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0)
            throw Wrong("a JSON value is expected here");
        _position += word.Length;
        return new JsonText(kind, start);
    }

    private string ReadString()
    {
        var start = _position++;
        var value = new StringBuilder();
        _quote = null;
        while (_position < _text.Length && _text[_position] is not ('"' or '\n'))
        {
            if (_quote is null && StrayCharacters.Find(_text[_position]) is { Kind: StrayKind.Quote, Plain: "\"" })
                _quote = _position;
            var c = _text[_position++];
            value.Append(c == '\\' ? ReadEscape() : c);
        }

        if (_position < _text.Length && _text[_position] == '"')
        {
            _position++;
            return value.ToString();
        }

        _position = start;
        throw Wrong("the string is not closed on its line", _quote);
    }

    private char ReadEscape()
    {
        var c = _position < _text.Length ? _text[_position++] : ' ';
        switch (c)
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case '"' or '\\' or '/':
                return c;
            case 'u' when _position + 4 <= _text.Length
                && ushort.TryParse(_text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            // Markdown and other formats escape punctuation like this: '\_'.
            case (< 'a' or > 'z') and (< 'A' or > 'Z') and (< '0' or > '9') and > ' ' and < '\x7F':
                _misprints.Add(("'\\" + c + "' is not an escape sequence of JSON", _position - 2));
                return c;
            default:
                _position -= 2;
                throw Wrong("'\\" + c + "' is not an escape sequence of JSON");
        }
    }

    private bool TakeElision()
    {
        var length = Elision.LengthAt(_text, _position);
        _position += length;
        if (length == 0)
            return false;
        // Pages also say what they leave out: '...other members...'.
        var end = _position;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is ' ' or '-' or '\'' or '/'))
            end++;
        if (end > _position)
            _position = end + Elision.LengthAt(_text, end) is var after && after > end ? after : _position;
        return true;
    }

    private void SkipSpace() => _position = SkipSpace(_text, _position);

    /// <summary>
    /// Returns the position of the next character after white space and comments. JSON has no comments, but pages explain members in them: '//' to the end of
    /// the line.
    /// </summary>
    internal static int SkipSpace(string text, int position)
    {
        while (position < text.Length)
        {
            if (text[position] is ' ' or '\n' or '\r' or '\t')
                position++;
            else if (string.CompareOrdinal(text, position, "//", 0, 2) == 0)
                position = text.IndexOf('\n', position) is >= 0 and var end ? end : text.Length;
            else
                break;
        }

        return position;
    }

    /// <summary>Returns the error at the current position.</summary>
    /// <param name="message">The error, unless there is a typographic character.</param>
    /// <param name="quote">The position at which such a character can be instead of the closing quotation mark of a string.</param>
    private JsonSyntaxException Wrong(string message, int? quote = null)
    {
        var position = quote ?? _position;
        if (position < _text.Length && StrayCharacters.FindAt(_text, position, out _) is { } stray)
            return new("This is not JSON: it contains " + stray + (stray.Kind == StrayKind.Quote ? "; write '\"'"
                : stray.Plain.Trim().Length == 0 ? "; use spaces (U+0020)"
                : "; write '" + stray.Plain + "'"), position);
        return new("This is not JSON: " + message, Math.Max(0, Math.Min(_position, _text.Length - 1)));
    }

    private sealed class JsonSyntaxException(string message, int offset) : Exception(message)
    {
        public int Offset { get; } = offset;
    }
}
