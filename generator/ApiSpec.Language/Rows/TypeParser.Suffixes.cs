using System.Text.RegularExpressions;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Rows;

/// <content>The suffixes of a type: the form of its values (<c>as</c>), and replacements of a value (<c>or</c>).</content>
internal sealed partial class TypeParser
{
    // 'varchar(255)' and 'string(1-255)', as in the columns of a database.
    private static readonly Regex PrintedLength = new(@"\G\((?:(?<low>\d{1,9})(?:-|\.\.))?(?<high>\d{1,9})\)", RegexOptions.CultureInvariant);

    private const string As = "as";
    private const string Or = "or";

    /// <summary>The names of the members that the caller wants.</summary>
    private const string Selection = Field + "[] as comma";

    /// <summary>The item of <see cref="Selection"/>.</summary>
    private const string Field = "field";

    /// <summary>Whether a keyword starts a suffix of a type.</summary>
    public static bool IsSuffix(string word) => word is As or Or;

    /// <summary>Reads the <c>as</c> or <c>or</c> at <paramref name="position"/>, and applies it to a type.</summary>
    /// <param name="text">The text of the row.</param>
    /// <param name="start">The start of the type.</param>
    /// <param name="position">The start of the word.</param>
    /// <param name="type">The type.</param>
    public static TypeParse ParseSuffixAt(string text, int start, int position, TypeReference type)
    {
        var parser = new TypeParser(text, start) { _position = position };
        return parser.Result(parser.ParseSuffix(type, parser.PeekWord()));
    }

    private TypeReference? WithPrintedLength(TypeReference? type)
    {
        if (type is null || _position == _text.Length || _text[_position] != '(' || type.Arguments.Count > 0 || _text[_position - 1] == ')')
            return type;
        var kind = type.Kind == TypeKind.Named ? ForeignTypeNames.Meaning(type.Name!)?.Kind : type.Kind;
        if (kind is not (TypeKind.String or TypeKind.Url) || PrintedLength.Match(_text, _position) is not { Success: true } length
            || RangeText.Parse(length.Groups["low"].Value + ".." + length.Groups["high"].Value, type, out _) is not { } range)
            return type;
        _position += length.Length;
        return type with { Range = range, Length = type.Length + length.Length };
    }

    // Only built-in types have these forms, so the name of such a type is not that of a schema.
    private static TypeReference WithMeaning(TypeReference type)
        => CoreOf(type) is { Kind: TypeKind.Named, Name: { } name, Arguments.Count: 0, Range: null } core
            && ForeignTypeNames.Meaning(name) is { Kind: TypeKind.Boolean or TypeKind.DateTime } meant
                ? WithCore(type, meant with { Start = core.Start, Length = core.Length })
                : type;

    // Inside parentheses and '<>', a range belongs to the type there.
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
        if (from < _text.Length && _text[from] is '"' or '\'')
            return ParseQuotedForm(WithMeaning(type), start);
        var form = PeekWord();
        _position += form.Length;
        if (WrittenForm.KindOf(form) is null)
            type = WithMeaning(type);
        if (form.Length == 0)
            return Fail(start, As.Length, "nothing follows 'as'; write " + WrittenForm.Known);
        var core = CoreOf(type);
        if (core.Kind == TypeKind.Boolean && form.IndexOf('|') is > 0 and var bar && WrittenForm.KindOf(form) is null)
            return WithWords(type, form.Substring(0, bar), form.Substring(bar + 1), areQuoted: false, start);
        if (form == WrittenForm.Sum)
            return HasForm(core) ? Fail(start, _position - start, "a type has one 'as'")
                : core.Kind is TypeKind.Int or TypeKind.Long ? WithCore(type, core with { IsSum = true })
                : Fail(start, _position - start, "'as sum' is for 'int' and 'long'; list the numbers under 'values:'");
        if (form == WrittenForm.Array)
            return ParseTuple(type, core, start);
        if (string.Equals(form, "xml", StringComparison.OrdinalIgnoreCase))
            return Fail(start, _position - start, "XML in a string is passed on as text; write 'string', and parse it in the program");
        if (WrittenForm.KindOf(form) is not { } kind)
        {
            if (core.Kind == TypeKind.List && ListForm.IsUnquoted(form))
                return Fail(from, form.Length, "put the form of a list in quotation marks, as in " + ListForm.Known);
            return IsMoment(core.Kind) && !form.Contains('|')
                ? WithFormat(type, form, start)
                : Fail(from, form.Length, "'as " + form + "' is unknown"
                    + (NearestName.Find(form, WrittenForm.Names) is { } near ? "; did you mean 'as " + near + "'?" : "; write " + WrittenForm.Known));
        }

        if (core.Kind == kind || WrittenForm.Of(core.Kind) is not null || HasForm(core))
            return Fail(start, _position - start, "a type has one 'as'");
        if (kind is TypeKind.Quoted or TypeKind.Embedded)
            return WithCore(type, Make(kind, _start + core.Start, [core]));
        if (core.Kind != TypeKind.List)
            return Fail(start, _position - start, "'as " + form + "' is for a list, as in 'string[] as " + form + "'");
        if (IsSelection(core))
        {
            return kind == TypeKind.Comma && core.Range is null
                ? WithCore(type, Make(TypeKind.HqlFields, _start + core.Start, []) with { PrintedFormat = Selection })
                : FailSelection(core);
        }

        return WithListForm(type, kind, enclosure: null);
    }

    private TypeReference? ParseTuple(TypeReference type, TypeReference core, int start)
        => core.Kind == TypeKind.Object ? WithCore(type, core with { Kind = TypeKind.Tuple })
            : core.Kind == TypeKind.Named
                ? Fail(
                    start, _position - start, "'as array' belongs to a table; write 'type: object as array' and 'members:' in the schema '" + core.Name + "'")
            : core.Kind == TypeKind.Tuple || HasForm(core) || WrittenForm.Of(core.Kind) is not null ? Fail(start, _position - start, "a type has one 'as'")
            : Fail(start, _position - start, "'as array' is for 'object' with rows under 'members:'; a list is written 'string[]'");

    private static bool IsSelection(TypeReference list) => list.Arguments is [{ Kind: TypeKind.Named, Name: Field, Arguments.Count: 0 }];

    private TypeReference? FailSelection(TypeReference list)
        => Fail(_start + list.Start, _position - _start - list.Start, "names of members are written '" + Selection + "'");

    // '"YYYY/MM/DD hh:mm"' of a date and time, '"1"|"0"' of a boolean, or '"[a,b]"' of a list.
    private TypeReference? ParseQuotedForm(TypeReference type, int start)
    {
        if (ReadQuoted() is not { } first)
            return null;
        var core = CoreOf(type);
        if (core.Kind == TypeKind.Boolean && _position + 1 < _text.Length && _text[_position] == '|' && _text[_position + 1] is '"' or '\'')
        {
            _position++;
            return ReadQuoted() is { } second ? WithWords(type, first, second, areQuoted: true, start) : null;
        }

        return IsMoment(core.Kind) ? WithFormat(type, first, start)
            : core.Kind == TypeKind.List ? WithEnclosure(type, first, start)
            : WrittenForm.IsList(core.Kind) ? Fail(start, _position - start, "a type has one 'as'")
            : Fail(start, _position - start, "a form in quotation marks is for lists, 'date-time', 'date' and 'time'; write " + WrittenForm.Known);
    }

    private TypeReference? WithEnclosure(TypeReference type, string form, int start)
    {
        var core = CoreOf(type);
        if (IsSelection(core))
            return FailSelection(core);
        return ListForm.Parse(form) is var (kind, enclosure)
            ? WithListForm(type, kind, enclosure)
            : Fail(start, _position - start, "'" + form + "' is not the form of a list; write " + ListForm.Known);
    }

    private TypeReference WithListForm(TypeReference type, TypeKind kind, string? enclosure)
    {
        var core = CoreOf(type);
        return WithCore(type, Make(kind, _start + core.Start, [core.Arguments[0]]) with { Range = core.Range, Enclosure = enclosure });
    }

    private string? ReadQuoted()
    {
        var close = _text.IndexOf(_text[_position], _position + 1);
        if (close < 0)
        {
            Fail(_position, _text.Length - _position, "the quotation mark is not closed");
            return null;
        }

        var text = _text.Substring(_position + 1, close - _position - 1);
        _position = close + 1;
        return text;
    }

    private TypeReference? WithFormat(TypeReference type, string form, int start)
    {
        var core = CoreOf(type);
        if (HasForm(core))
            return Fail(start, _position - start, "a type has one 'as'");
        return MomentForm.Parse(form, core.Kind, out var problem) is { } format
            ? WithCore(type, core with { Format = format, PrintedFormat = form })
            : Fail(start, _position - start, "'" + form + "' cannot be read: " + problem);
    }

    private TypeReference? WithWords(TypeReference type, string first, string second, bool areQuoted, int start)
    {
        var core = CoreOf(type);
        if (HasForm(core))
            return Fail(start, _position - start, "a type has one 'as'");
        return BooleanWords.IsYesFirst(first, second) is { } isYesFirst
            ? WithCore(type, core with
            {
                Words = new[] { isYesFirst ? first : second, isYesFirst ? second : first }.ToEquatableArray(),
                AreWordsQuoted = areQuoted,
            })
            : Fail(start, _position - start, "'" + first + "|" + second + "' are not known values for true and false; write 'enum " + first + "|" + second
                + "', or one of " + BooleanWords.Known);
    }

    private static bool IsMoment(TypeKind kind) => kind is TypeKind.DateTime or TypeKind.Date or TypeKind.Time;

    private static bool HasForm(TypeReference type) => (type.Format is not null && type.Kind != TypeKind.Epoch) || type.Words.Count > 0 || type.IsSum;

    private TypeReference? ParseAlternative(TypeReference type, int start)
    {
        var from = _position;
        if (from < _text.Length && _text[from] is '"' or '\'')
        {
            if (ReadQuoted() is not { } substitute)
                return null;
            var isFirst = type.Kind != TypeKind.Nullable;
            var inner = isFirst ? Make(TypeKind.Nullable, _start + type.Start, [type]) with { RefusesNull = true } : type;
            return inner.Substitutes.Contains(substitute, StringComparer.Ordinal)
                ? Fail(start, _position - start, "'" + substitute + "' is repeated")
                : inner with { Substitutes = inner.Substitutes.Append(substitute).ToEquatableArray(), Length = _position - start + inner.Length };
        }

        var word = PeekWord();
        if (word is MomentForm.Seconds or MomentForm.Milliseconds)
            type = WithMeaning(type);
        var core = CoreOf(type);
        if (word is MomentForm.Seconds or MomentForm.Milliseconds && core is { Kind: TypeKind.DateTime, AlsoEpoch: null })
        {
            _position += word.Length;
            return WithCore(type, core with { AlsoEpoch = word });
        }

        if (word != "null")
            return Fail(word.Length == 0 ? start : from, word.Length == 0 ? Or.Length : word.Length, AlternativeAdvice(core, word));

        _position += word.Length;
        if (type.Kind != TypeKind.Nullable)
            return Make(TypeKind.Nullable, _start + type.Start, [type]);
        return type.RefusesNull ? type with { RefusesNull = false } : Fail(start, _position - start, "write 'or null' once");
    }

    private static string AlternativeAdvice(TypeReference type, string word)
    {
        if (word is MomentForm.Seconds or MomentForm.Milliseconds)
            return type.Kind == TypeKind.DateTime ? "write 'or epoch' or 'or epoch-ms' once" : "'or " + word + "' is for 'date-time'";
        var epoch = type is { Kind: TypeKind.DateTime, AlsoEpoch: null } ? "'or epoch', 'or epoch-ms', " : "";
        return "write 'or null', " + epoch + "or 'or' and a quoted value, as in 'or \"\"'; join alternatives of a type with '|'";
    }

    // Returns the type without 'or'. A form and a range apply to the value if it is present.
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
