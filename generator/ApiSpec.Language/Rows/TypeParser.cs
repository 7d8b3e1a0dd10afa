using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Rows;

/// <summary>Reads a type as written in a row: <c>(Schedule | PropertyValue)[]?</c>.</summary>
/// <remarks>
/// An alternative binds weakest, <c>[]</c> and <c>?</c> strongest; the values of an enum belong to it, so that <c>enum a|b[]</c> is a list of
/// an enum. Offsets are counted from the beginning of the type.
/// </remarks>
internal sealed class TypeParser
{
    /// <summary>The word for what a page does not show: a type, a table, or the request line.</summary>
    public const string Unknown = "unknown";

    /// <summary>What stands in the place of the rows and values that a page does not show.</summary>
    public const string Rest = "...";

    private const int MaximumDepth = 32;

    private static readonly Dictionary<string, TypeKind> Simple = new(StringComparer.Ordinal)
    {
        ["string"] = TypeKind.String,
        ["boolean"] = TypeKind.Boolean,
        ["int"] = TypeKind.Int,
        ["long"] = TypeKind.Long,
        ["float"] = TypeKind.Float,
        ["double"] = TypeKind.Double,
        ["decimal"] = TypeKind.Decimal,
        ["date"] = TypeKind.Date,
        ["time"] = TypeKind.Time,
        ["date-time"] = TypeKind.DateTime,
        ["duration"] = TypeKind.Duration,
        ["url"] = TypeKind.Url,
        ["uuid"] = TypeKind.Uuid,
        ["bytes"] = TypeKind.Bytes,
        ["object"] = TypeKind.Object,
        ["any"] = TypeKind.Any,
        [Unknown] = TypeKind.Unknown,
        ["flag"] = TypeKind.Flag,
        ["hql-filter"] = TypeKind.HqlFilter,
        ["hql-sort"] = TypeKind.HqlSort,
        ["hql-fields"] = TypeKind.HqlFields,
    };

    private static readonly Dictionary<string, TypeKind> Wrapping = new(StringComparer.Ordinal)
    {
        ["map"] = TypeKind.Map,
        ["csv"] = TypeKind.Csv,
        ["comma"] = TypeKind.Comma,
        ["space"] = TypeKind.Space,
        ["repeat"] = TypeKind.Repeat,
        ["pipe"] = TypeKind.Pipe,
        ["brackets"] = TypeKind.Brackets,
        ["quoted"] = TypeKind.Quoted,
    };

    private readonly string _text;
    private readonly int _start;
    private int _position;
    private int _depth;
    private int _wrapped;
    private TextDiagnostic? _diagnostic;
    private TextDiagnostic? _repeated;

    private TypeParser(string text, int start)
    {
        _text = text;
        _start = start;
        _position = start;
    }

    /// <summary>The names that no schema and no alias can have.</summary>
    public static IEnumerable<string> BuiltInNames { get; } = [.. Simple.Keys, .. Wrapping.Keys, "enum"];

    /// <summary>What a kind is called in a spec.</summary>
    public static string NameOf(TypeKind kind)
    {
        foreach (var pair in Simple.Concat(Wrapping))
        {
            if (pair.Value == kind)
                return pair.Key;
        }

        return kind switch
        {
            TypeKind.Enum => "enum",
            TypeKind.List => "list",
            TypeKind.Union => "type with alternatives",
            _ => "type",
        };
    }

    /// <summary>Reads the type that begins at <paramref name="start"/>, and tells where it ends.</summary>
    public static TypeParse ParseAt(string text, int start)
    {
        var parser = new TypeParser(text, start);
        var type = parser.ParseUnion();
        return parser._diagnostic is { } diagnostic
            ? new TypeParse(null, diagnostic.Offset, diagnostic)
            : new TypeParse(type, parser._position, parser._repeated);
    }

    private TypeReference? ParseUnion()
    {
        if (++_depth > MaximumDepth)
            return Fail(_position, 1, "it nests more than 32 levels deep");
        SkipSpaces();
        var start = _position;
        var first = ParsePostfix();
        if (first is null)
            return null;
        var alternatives = new List<TypeReference> { first };
        while (TrySkip('|'))
        {
            SkipSpaces();
            if (ParsePostfix() is not { } next)
                return null;
            alternatives.Add(next);
        }

        if (alternatives.Count > 1 && alternatives.Find(static alternative => alternative is { Kind: TypeKind.Named, Name: "null" }) is { } none)
            return Fail(_start + none.Start, none.Length, "what may be null has '?' behind its type, as in 'string?'");

        _depth--;
        return alternatives.Count == 1 ? first : Make(TypeKind.Union, start, alternatives);
    }

    private TypeReference? ParsePostfix()
    {
        var start = _position;
        var type = ParsePrimary();
        while (type is not null && _position < _text.Length)
        {
            if (_text[_position] == '?')
            {
                if (type.Kind == TypeKind.Nullable)
                    return Fail(_position, 1, "one '?' is enough");
                _position++;
                type = Make(TypeKind.Nullable, start, [type]);
            }
            else if (_text[_position] == '[')
            {
                if (_position + 1 >= _text.Length || _text[_position + 1] != ']')
                    return Fail(_position, 1, "a list is written '[]'");
                _position += 2;
                if (++_wrapped > MaximumDepth)
                    return Fail(start, 1, "it nests more than 32 levels deep");
                type = Make(TypeKind.List, start, [type]);
            }
            else
            {
                break;
            }
        }

        return type;
    }

    private TypeReference? ParsePrimary()
    {
        var start = _position;
        if (_position == _text.Length)
            return Fail(Math.Max(_start, _position - 1), 1, "a type is missing");
        if (_text[_position] == '(')
        {
            _position++;
            var inner = ParseUnion();
            if (inner is null)
                return null;
            return TrySkip(')') ? inner with { Start = start - _start, Length = _position - start }
                : Fail(start, 1, "')' is missing" + ForeignRowText.HintOfEnum(_text.Substring(start, _position - start)));
        }

        var name = ReadName();
        if (name.Length == 0)
        {
            return Fail(_position, 1, _text[_position] == '[' ? "a list is written behind its type, as in 'string[]'"
                : _text[_position] is '-' or '=' ? "a type stands before '" + _text[_position] + "'"
                : "a type cannot begin with '" + _text[_position] + "'");
        }

        if (name == "enum")
            return ParseEnum(start);
        if (Wrapping.TryGetValue(name, out var wrapping))
            return ParseArguments(start, name) is not { } inner ? null
                : inner.Count == 1 ? Make(wrapping, start, inner)
                : Fail(start, _position - start, inner.Count == 0 ? "write '" + name + "<...>'" : "'" + name + "' takes one type" + (inner[0].Kind == TypeKind.Enum ? ForeignRowText.HintOfEnum("enum") : null));
        if (Simple.TryGetValue(name, out var simple))
            return _position < _text.Length && _text[_position] == '<'
                ? Fail(_position, 1, "'" + name + "' takes no type in '<>'")
                : Make(simple, start, []);
        if (ParseArguments(start, name) is not { } arguments)
            return null;
        if (name is "list" or "array" or "List" && arguments.Count == 1)
            return Fail(start, _position - start, "a list is written behind its type, as in 'string[]'");
        return Make(TypeKind.Named, start, arguments) with { Name = name };
    }

    private List<TypeReference>? ParseArguments(int start, string name)
    {
        var arguments = new List<TypeReference>();
        if (_position == _text.Length || _text[_position] != '<')
            return arguments;
        _position++;
        do
        {
            if (ParseUnion() is not { } argument)
                return null;
            arguments.Add(argument);
        }
        while (TrySkip(','));
        if (TrySkip('>'))
            return arguments;
        Fail(start, _position - start, "'>' is missing behind '" + name + "<'");
        return null;
    }

    private TypeReference? ParseEnum(int start)
    {
        var values = new List<EnumValue>();
        var afterName = _position;
        SkipSpaces();
        // Values stand apart from the word, and what else may stand there ('= x', '- text') does not begin like one.
        if (_position == afterName || _position == _text.Length || IsEndOfValue(_text[_position]) || IsMark(_position))
        {
            _position = afterName;
            return Make(TypeKind.Enum, start, []);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isOpen = false;
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
                return Fail(from, value.Length, "an enum that may be null has '?' behind its last value; the text null stands in quotation marks");
            if (seen.Add(value))
                values.Add(new EnumValue(value, null) { Start = from - _start, Length = _position - from });
            else
                _repeated ??= new TextDiagnostic(SpecRules.RepeatedValue, from, _position - from, value);
        }
        while (TrySkip('|'));
        return Make(TypeKind.Enum, start, []) with { Values = values.ToEquatableArray(), IsOpen = isOpen };
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

    private static bool IsEndOfValue(char c) => char.IsWhiteSpace(c) || c is '|' or '?' or '[' or ']' or '<' or '>' or '(' or ')' or ',';

    private bool IsMark(int position)
        => _text[position] is '-' or '=' && (position + 1 == _text.Length || char.IsWhiteSpace(_text[position + 1]));

    private string ReadName()
    {
        var from = _position;
        if (_position < _text.Length && (char.IsLetter(_text[_position]) || _text[_position] == '_'))
        {
            while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] is '_' or '-' or '.'))
            {
                // 'string..255' is a type and a range without the space between them.
                if (_text[_position] == '.' && _position + 1 < _text.Length && _text[_position + 1] == '.')
                    break;
                _position++;
            }
        }

        return _text.Substring(from, _position - from);
    }

    private void SkipSpaces()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
            _position++;
    }

    // Spaces belong to the type only when what they lead to does.
    private bool TrySkip(char expected)
    {
        var position = _position;
        while (position < _text.Length && char.IsWhiteSpace(_text[position]))
            position++;
        if (position == _text.Length || _text[position] != expected)
            return false;
        _position = position + 1;
        return true;
    }

    private TypeReference Make(TypeKind kind, int start, List<TypeReference> arguments)
        => new() { Kind = kind, Arguments = arguments.ToEquatableArray(), Start = start - _start, Length = _position - start };

    private TypeReference? Fail(int offset, int length, string reason)
    {
        _diagnostic ??= new TextDiagnostic(SpecRules.InvalidType, offset, Math.Max(1, length), reason);
        return null;
    }
}

/// <summary>A type and where it ends in its text. The diagnostic is fatal when there is no type.</summary>
internal readonly record struct TypeParse(TypeReference? Type, int End, TextDiagnostic? Diagnostic);
