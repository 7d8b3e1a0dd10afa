using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Rows;

/// <content>What is written behind a type: how its values are written (<c>as</c>), and what may be there in place of one (<c>or</c>).</content>
internal sealed partial class TypeParser
{
    private const string As = "as";
    private const string Or = "or";

    /// <summary>Whether a word begins a suffix of a type.</summary>
    public static bool IsSuffix(string word) => word is As or Or;

    /// <summary>Reads the <c>as</c> or <c>or</c> at <paramref name="position"/>, and puts it around a type.</summary>
    /// <param name="text">The text of the row.</param>
    /// <param name="start">Where the type begins.</param>
    /// <param name="position">Where the word begins.</param>
    /// <param name="type">The type.</param>
    public static TypeParse ParseSuffixAt(string text, int start, int position, TypeReference type)
    {
        var parser = new TypeParser(text, start) { _position = position };
        return parser.Result(parser.ParseSuffix(type, parser.PeekWord()));
    }

    // Inside parentheses and '<>' a range is that of the value there.
    private TypeReference? ParseNested()
    {
        SkipSpaces();
        return ParseUnion() is { } type ? ParseSuffixes(type, withRange: true) : null;
    }

    private TypeReference? ParseSuffixes(TypeReference type, bool withRange)
    {
        TypeReference? result = type;
        while (result is not null)
        {
            var end = _position;
            SkipSpaces();
            var word = _position == end ? "" : PeekWord();
            if (IsSuffix(word))
            {
                result = ParseSuffix(result, word);
            }
            else if (withRange && word.Contains(".."))
            {
                result = ParseRange(result, word);
            }
            else
            {
                _position = end;
                return result;
            }
        }

        return null;
    }

    private TypeReference? ParseRange(TypeReference type, string word)
    {
        var offset = _position;
        _position += word.Length;
        var end = _position;
        SkipSpaces();
        if (_position > end && PeekWord() == RangeText.Bytes)
            _position += RangeText.Bytes.Length;
        else
            _position = end;
        var core = CoreOf(type);
        return WithRange(core, _text.Substring(offset, _position - offset), offset) is { } ranged ? WithCore(type, ranged) : null;
    }

    private TypeReference? ParseSuffix(TypeReference type, string word)
    {
        var start = _position;
        _position += word.Length;
        SkipSpaces();
        return word == As ? ParseForm(type, start) : ParseAlternative(type, start);
    }

    private TypeReference? ParseForm(TypeReference type, int start)
    {
        var from = _position;
        var form = PeekWord();
        _position += form.Length;
        if (form.Length == 0)
            return Fail(start, As.Length, "nothing follows 'as'; write " + WrittenForm.Known);
        if (WrittenForm.KindOf(form) is not { } kind)
            return Fail(from, form.Length, "'as " + form + "' is unknown" + (NearestName.Find(form, WrittenForm.Names) is { } near ? "; did you mean 'as " + near + "'?" : "; write " + WrittenForm.Known));
        var core = CoreOf(type);
        if (core.Kind == kind || WrittenForm.Of(core.Kind) is not null)
            return Fail(start, _position - start, "a type has one 'as'");
        if (kind == TypeKind.Quoted)
            return WithCore(type, Make(kind, _start + core.Start, [core]));
        if (core.Kind != TypeKind.List)
            return Fail(start, _position - start, "'as " + form + "' is for a list, as in 'string[] as " + form + "'");
        return WithCore(type, Make(kind, _start + core.Start, [core.Arguments[0]]) with { Range = core.Range });
    }

    private TypeReference? ParseAlternative(TypeReference type, int start)
    {
        var from = _position;
        var word = PeekWord();
        if (word != "null")
            return Fail(word.Length == 0 ? start : from, Math.Max(word.Length, Or.Length), "write 'or null' for what may be null; alternatives of a type are joined with '|'");
        _position += word.Length;
        return type.Kind == TypeKind.Nullable ? Fail(start, _position - start, "write 'or null' once") : Make(TypeKind.Nullable, _start + type.Start, [type]);
    }

    // What 'or' has put around the type; a form and a range are about the value that is there.
    private static TypeReference CoreOf(TypeReference type) => type.Kind == TypeKind.Nullable ? type.Arguments[0] : type;

    private static TypeReference WithCore(TypeReference type, TypeReference core)
        => type.Kind == TypeKind.Nullable ? type with { Arguments = new[] { core }.ToEquatableArray() } : core;

    private string PeekWord()
    {
        var end = _position;
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]) && _text[end] is not (')' or '>' or ',' or ']'))
            end++;
        return _text.Substring(_position, end - _position);
    }
}
