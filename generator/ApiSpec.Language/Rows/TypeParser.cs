using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Rows;

/// <summary>Reads a type as written in a row: <c>(Schedule | PropertyValue)[1..5] or null</c>.</summary>
/// <remarks>
/// <c>as</c> and <c>or</c> bind weakest, then alternatives, and <c>[]</c> binds strongest. The values of an enum belong to it, so <c>enum a|b[]</c> is a list
/// of an enum. Offsets are relative to the start of the type. The parser also reads the forms of version 0.1, so that the message about them can show the new
/// form.
/// </remarks>
internal sealed partial class TypeParser
{
    /// <summary>The word for a part that the page does not show: a type, a table, or the request line.</summary>
    public const string Unknown = "unknown";

    /// <summary>The placeholder for rows and values that a page does not show.</summary>
    public const string Rest = "...";

    private const int MaximumDepth = 32;
    private const string Null = "null";
    private const string Of = "of";
    private const string NullAsType = "write 'or null' after the type, as in 'string or null'";
    private const string NullInEnum = "write 'or null' after the values, or the text null in quotation marks";
    private const string NullTwice = "write 'or null' once, as in 'string or null'";

    private static readonly Dictionary<string, TypeKind> Simple = new(StringComparer.Ordinal)
    {
        ["string"] = TypeKind.String,
        ["boolean"] = TypeKind.Boolean,
        ["int"] = TypeKind.Int,
        ["long"] = TypeKind.Long,
        ["double"] = TypeKind.Double,
        ["decimal"] = TypeKind.Decimal,
        ["date"] = TypeKind.Date,
        ["time"] = TypeKind.Time,
        ["date-time"] = TypeKind.DateTime,
        [MomentForm.Seconds] = TypeKind.Epoch,
        [MomentForm.Milliseconds] = TypeKind.Epoch,
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

    // The prefixes of version 0.1, and the forms that replace them.
    private static readonly Dictionary<string, TypeKind> OldForms = new(StringComparer.Ordinal)
    {
        ["csv"] = TypeKind.Comma,
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
    private bool _isOld;
    private TextDiagnostic? _diagnostic;
    private TextDiagnostic? _tolerated;

    private TypeParser(string text, int start)
    {
        _text = text;
        _start = start;
        _position = start;
    }

    /// <summary>The names of built-in types.</summary>
    public static IEnumerable<string> BuiltInNames { get; } = [.. Simple.Keys, .. OldForms.Keys, "map", "enum"];

    /// <summary>Returns why no schema and no alias can have a name; null: the name is free.</summary>
    public static string? ReservedBecause(string name) => BuiltInNames.Contains(name, StringComparer.Ordinal) ? "it is the name of a built-in type"
        : name == Field ? "it is a part of the type '" + Selection + "'"
        : null;

    /// <summary>Returns the name of a kind in a spec.</summary>
    public static string NameOf(TypeKind kind)
    {
        foreach (var pair in Simple)
        {
            if (pair.Value == kind)
                return pair.Key;
        }

        return kind switch
        {
            TypeKind.Map => "map",
            TypeKind.Tuple => NameOf(TypeKind.Object) + " as " + WrittenForm.Array,
            TypeKind.Nullable => "or null",
            TypeKind.Enum => "enum",
            _ when WrittenForm.Of(kind) is { } form => "as " + form,
            TypeKind.List => "list",
            TypeKind.Union => "type with alternatives",
            _ => "type",
        };
    }

    /// <summary>Returns the name of a type in a spec, as the page prints it if there are several.</summary>
    public static string NameOf(TypeReference type) => type is { Kind: TypeKind.HqlFields, PrintedFormat: { } printed } ? printed
        : type.Enclosure is not null ? "as " + WrittenForm.Of(type)
        : NameOf(type.Kind);

    /// <summary>Whether a diagnostic says how to write that a value can be null.</summary>
    public static bool IsAboutNull(TextDiagnostic diagnostic) => diagnostic.Arguments is [NullAsType or NullInEnum or NullTwice];

    /// <summary>Reads the type that starts at <paramref name="start"/>, and returns its end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The start of the type.</param>
    /// <param name="withSuffixes">Whether <c>as</c> and <c>or</c> after the type are read. A row reads them among its remarks.</param>
    public static TypeParse ParseAt(string text, int start, bool withSuffixes = true)
    {
        var parser = new TypeParser(text, start);
        var type = parser.ParseUnion();
        if (withSuffixes && type is not null)
            type = parser.ParseSuffixes(type, withRange: false);
        return parser.Result(type);
    }

    private TypeParse Result(TypeReference? type) => _diagnostic is { } diagnostic
        ? new TypeParse(null, diagnostic.Offset, diagnostic)
        : new TypeParse(type, _position, _tolerated) { IsOld = _isOld };

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

        _depth--;
        if (alternatives.Count > 1 && alternatives.Find(static alternative => alternative is { Kind: TypeKind.Named, Name: Null }) is { } none)
        {
            Tolerate(_start + none.Start, none.Length, NullAsType);
            alternatives.RemoveAll(static alternative => alternative is { Kind: TypeKind.Named, Name: Null });
            if (alternatives.Count > 0)
                return Make(TypeKind.Nullable, start, [alternatives.Count == 1 ? alternatives[0] : Make(TypeKind.Union, start, alternatives)]);
            alternatives.Add(first);
        }

        return alternatives.Count == 1 ? first : Make(TypeKind.Union, start, alternatives);
    }

    private TypeReference? ParsePostfix()
    {
        var start = _position;
        var type = WithPrintedLength(ParsePrimary());
        while (type is not null && _position < _text.Length)
        {
            if (_text[_position] == '?')
            {
                if (type.Kind == TypeKind.Nullable)
                    Tolerate(_position, 1, NullTwice);
                _position++;
                _isOld = true;
                type = type.Kind == TypeKind.Nullable ? type : Make(TypeKind.Nullable, start, [type]);
            }
            else if (_text[_position] == '[')
            {
                type = ParseList(type, start);
            }
            else
            {
                break;
            }
        }

        return type is null ? null : ParseForeignList(type, start);
    }

    // '[]', or '[1..100]' with the number of items.
    private TypeReference? ParseList(TypeReference item, int start)
    {
        var open = _position;
        var close = _text.IndexOf(']', open);
        var count = close < 0 ? "" : _text.Substring(open + 1, close - open - 1);
        if (close < 0 || (count.Length > 0 && count.IndexOf("..", StringComparison.Ordinal) < 0))
            return Fail(open, 1, "write a list as '[]', or as '[1..100]' with its number of items");
        _position = close + 1;
        if (++_wrapped > MaximumDepth)
            return Fail(start, 1, "it nests more than 32 levels deep");
        var list = Make(TypeKind.List, start, [item]);
        return count.Length == 0 ? list : WithRange(list, count, open + 1);
    }

    private TypeReference? WithRange(TypeReference type, string text, int offset)
    {
        if (type.Range is not null)
            return Fail(offset, text.Length, "it has two ranges; write the range of an item in parentheses, as in '(string 1..255)[..100]'");
        if (RangeText.Parse(text, type, out var diagnostic) is { } range)
            return type with { Range = range };
        _diagnostic ??= diagnostic! with { Offset = offset + diagnostic.Offset };
        return null;
    }

    private TypeReference? ParsePrimary()
    {
        var start = _position;
        if (_position == _text.Length)
            return Fail(Math.Max(_start, _position - 1), 1, "a type is missing");
        if (_text[_position] == '(')
        {
            _position++;
            var inner = ParseNested();
            if (inner is null)
                return null;
            return TrySkip(')') ? inner with { Start = start - _start, Length = _position - start }
                : Fail(start, 1, "')' is missing" + ForeignRowText.HintOfEnum(_text.Substring(start, _position - start)));
        }

        var name = ReadName();
        if (name.Length == 0)
        {
            return Fail(_position, 1, _text[_position] == '[' ? "write '[]' after the type of a list, as in 'string[]'"
                : _text[_position] is '-' or '=' ? "write a type before '" + _text[_position] + "'"
                : "a type cannot start with '" + _text[_position] + "'");
        }

        if (name == "enum")
            return ParseEnum(start);
        if (name == "map")
            return ParseOne(start, name) is not { } value ? null : Make(TypeKind.Map, start, [value]);
        if (OldForms.TryGetValue(name, out var form) && _position < _text.Length && _text[_position] == '<')
        {
            _isOld = true;
            return ParseOne(start, name) is not { } old ? null : Make(form, start, [old]);
        }

        if (Simple.TryGetValue(name, out var simple))
            return _position < _text.Length && _text[_position] == '<'
                ? Fail(_position, 1, "'" + name + "' takes no type in '<>'")
                : Make(simple, start, []) with { Format = simple == TypeKind.Epoch ? name : null };
        if (ForeignTypeNames.IsList(name) && TrySkipWord(Of))
            return ParseListOf(start);
        if (ParseArguments(start, name) is not { } arguments)
            return null;
        if (arguments is [var item] && ForeignTypeNames.IsGenericList(name))
            return ListOf(item, start);
        return Make(TypeKind.Named, start, arguments) with { Name = name };
    }

    // 'list of Job', and 'array of strings'.
    private TypeReference? ParseListOf(int start)
    {
        SkipSpaces();
        if (++_wrapped > MaximumDepth)
            return Fail(start, 1, "it nests more than 32 levels deep");
        return ParsePostfix() is { } item ? ListOf(item, start) : null;
    }

    // 'Job list' and 'Job array'. In 'string[] List of tags', the dash before the description is missing.
    private TypeReference ParseForeignList(TypeReference type, int start)
    {
        var end = _position;
        if (type.Kind == TypeKind.List || !(TrySkipWord("list") || TrySkipWord("array")))
            return type;
        if (IsEndOfType())
            return ListOf(type, start);
        _position = end;
        return type;
    }

    // The end of the type, and not a description without a dash.
    private bool IsEndOfType()
    {
        var rest = _text.Substring(_position).TrimStart();
        return rest.Length == 0 || rest.StartsWith("- ", StringComparison.Ordinal) || !char.IsLetter(rest[0])
            || RowText.IsRemark(rest.Split(' ')[0]);
    }

    private TypeReference ListOf(TypeReference written, int start)
    {
        var item = ForeignTypeNames.Singular(written);
        var list = Make(TypeKind.List, start, [item]);
        var shown = item.IsUnread ? ForeignTypeNames.Suggestion(written.Name ?? "") + "[]" : RowWriter.Write(list);
        Tolerate(start, _position - start, "write '[]' after the type of a list, as in '" + shown + "'");
        return list;
    }

    private TypeReference? ParseOne(int start, string name) => ParseArguments(start, name) switch
    {
        null => null,
        [var one] => one,
        [] => Fail(start, _position - start, "write '" + name + "<...>'"),
        [var first, ..]
            => Fail(start, _position - start, "'" + name + "' takes one type" + (first.Kind == TypeKind.Enum ? ForeignRowText.HintOfEnum("enum") : null)),
    };

    private List<TypeReference>? ParseArguments(int start, string name)
    {
        var arguments = new List<TypeReference>();
        if (_position == _text.Length || _text[_position] != '<')
            return arguments;
        _position++;
        do
        {
            if (ParseNested() is not { } argument)
                return null;
            arguments.Add(argument);
        }
        while (TrySkip(','));
        if (TrySkip('>'))
            return arguments;
        Fail(start, _position - start, "'>' is missing after '" + name + "<'");
        return null;
    }

    private string ReadName()
    {
        var from = _position;
        if (_position < _text.Length && (char.IsLetter(_text[_position]) || _text[_position] == '_'))
        {
            while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] is '_' or '-' or '.'))
            {
                // 'string..255' is a type and a range without a space between them.
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

    // Spaces belong to the type only if the expected character follows them.
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

    // Skips a word that follows after a space, if a space or the end of the text follows it.
    private bool TrySkipWord(string word)
    {
        var position = _position;
        while (position < _text.Length && char.IsWhiteSpace(_text[position]))
            position++;
        var end = position + word.Length;
        if (position == _position || string.Compare(_text, position, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0
            || (end < _text.Length && !char.IsWhiteSpace(_text[end])))
            return false;
        _position = end;
        return true;
    }

    private TypeReference Make(TypeKind kind, int start, List<TypeReference> arguments)
        => new() { Kind = kind, Arguments = arguments.ToEquatableArray(), Start = start - _start, Length = _position - start };

    // Reports an error whose meaning is clear. The type is read as it is meant, so that code that uses it still compiles.
    private void Tolerate(int offset, int length, string reason)
        => _tolerated ??= new TextDiagnostic(SpecRules.InvalidType, offset, Math.Max(1, length), reason);

    private TypeReference? Fail(int offset, int length, string reason)
    {
        _diagnostic ??= new TextDiagnostic(SpecRules.InvalidType, offset, Math.Max(1, length), reason);
        return null;
    }
}

/// <summary>A type and its end in the text. Without a type, the row cannot be read.</summary>
internal readonly record struct TypeParse(TypeReference? Type, int End, TextDiagnostic? Diagnostic)
{
    /// <summary>Whether the type has a form that only version 0.1 had.</summary>
    public bool IsOld { get; init; }
}
