using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Rows;

/// <content>The values of an enum.</content>
internal sealed partial class TypeParser
{
    private TypeReference? ParseEnum(int start)
    {
        var values = new List<EnumValue>();
        var afterName = _position;
        SkipSpaces();
        // A space separates values from the keyword. Other text after the keyword ('= x', '- text') starts with a different character than a value.
        if (_position == afterName || _position == _text.Length || IsEndOfValue(_text[_position]) || IsMark(_position))
        {
            _position = afterName;
            return Make(TypeKind.Enum, start, []);
        }

        // 'enum default on' lists its values elsewhere; 'enum default|fast' lists them here.
        var first = PeekValue();
        if (RowText.IsRemark(first.Word) && !first.HasBar)
        {
            _position = afterName;
            return Make(TypeKind.Enum, start, []);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isOpen = false;
        var hasNull = false;
        do
        {
            SkipSpaces();
            var from = _position;
            if (isOpen)
                return Fail(from, 1, "'...' comes after the last value of an enum");
            if (TrySkipRest())
            {
                isOpen = true;
                continue;
            }

            if (ReadValue() is not { } value)
                return null;
            if (value == "null" && _position - from == value.Length)
            {
                Tolerate(from, value.Length, NullInEnum);
                hasNull = true;
                continue;
            }

            if (seen.Add(value))
                values.Add(new EnumValue(value, null) { Start = from - _start, Length = _position - from });
            else
                _tolerated ??= new TextDiagnostic(SpecRules.RepeatedValue, from, _position - from, value);
        }
        while (TrySkip('|'));
        var type = Make(TypeKind.Enum, start, []) with { Values = values.ToEquatableArray(), IsOpen = isOpen };
        return hasNull ? Make(TypeKind.Nullable, start, [type]) : type;
    }

    private (string Word, bool HasBar) PeekValue()
    {
        var end = _position;
        while (end < _text.Length && !IsEndOfValue(_text[end]))
            end++;
        var next = end;
        while (next < _text.Length && char.IsWhiteSpace(_text[next]))
            next++;
        return (_text.Substring(_position, end - _position), next < _text.Length && _text[next] == '|');
    }

    private bool TrySkipRest()
    {
        var end = _position + Rest.Length;
        if (string.CompareOrdinal(_text, _position, Rest, 0, Rest.Length) != 0 || (end < _text.Length && !IsEndOfValue(_text[end])))
            return false;
        _position = end;
        return true;
    }

    private string? ReadValue()
    {
        var from = _position;
        if (_position < _text.Length && _text[_position] is '"' or '\'')
        {
            var close = _text.IndexOf(_text[_position], _position + 1);
            if (close < 0)
            {
                Fail(from, _text.Length - from, "the quotation mark of an enum value is not closed");
                return null;
            }

            _position = close + 1;
            return _text.Substring(from + 1, close - from - 1);
        }

        while (_position < _text.Length && !IsEndOfValue(_text[_position]))
            _position++;
        if (_position > from)
            return _text.Substring(from, _position - from);
        Fail(Math.Min(from, Math.Max(_start, _text.Length - 1)), 1, "an enum value is missing");
        return null;
    }

    /// <summary>Whether a value of an enum ends before the character, unless it is in quotation marks.</summary>
    public static bool IsEndOfValue(char c) => char.IsWhiteSpace(c) || c is '|' or '?' or '[' or ']' or '<' or '>' or '(' or ')' or ',';

    private bool IsMark(int position)
        => _text[position] is '-' or '=' && (position + 1 == _text.Length || char.IsWhiteSpace(_text[position + 1]));
}
