using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Rows;

/// <summary>A parsed row in short form: <c>type [as form] [or alternative] [range] [remarks] [- description]</c>.</summary>
internal sealed partial class RowText
{
    private readonly string _text;
    private int _position;
    private int _typeStart;

    private RowText(string text) => _text = text;

    public TypeReference? Type { get; private set; }

    public Piece TypePiece { get; private set; }

    public Piece? Range { get; private set; }

    /// <summary>The flags in the order of the text.</summary>
    public List<Piece> FlagPieces { get; } = [];

    public FilterMark Filter { get; private set; }

    /// <summary>The constant after <c>always</c>.</summary>
    public Piece? Constant { get; private set; }

    /// <summary>The value after <c>default</c>.</summary>
    public Piece? Default { get; private set; }

    /// <summary>The editions of <c>since</c>, <c>until</c>, <c>before</c>, <c>only</c> and <c>except</c>.</summary>
    public EditionRange Editions { get; private set; } = EditionRange.All;

    /// <summary>The words after <c>when</c>.</summary>
    public Piece? When { get; private set; }

    /// <summary>The text after <c>required when</c>.</summary>
    public ConditionPiece? RequiredWhen { get; private set; }

    /// <summary>The text after <c>only when</c>.</summary>
    public ConditionPiece? OnlyWhen { get; private set; }

    public Piece? Description { get; private set; }

    /// <summary>The operation of a description that starts with <c>link Group.Method</c>.</summary>
    public Piece? Link { get; private set; }

    /// <summary>
    /// Whether an <c>as</c> or <c>or</c> after the type could not be read. The type without it can be one that its table does not allow, which would be a
    /// second diagnostic.
    /// </summary>
    public bool HasInvalidSuffix { get; private set; }

    /// <summary>Whether the row has a form that only version 0.1 had. It is read, so that a message can show the new form.</summary>
    public bool IsOld { get; private set; }

    public List<TextDiagnostic> Diagnostics { get; } = [];

    /// <summary>A part of the row's text.</summary>
    internal readonly record struct Piece(string Text, int Offset, int Length)
    {
        /// <summary>Whether the value is the keyword null. The string 'null' needs quotation marks.</summary>
        public bool IsNull => Length == 4 && Text == "null";
    }

    /// <summary>A condition and its position in the row's text.</summary>
    internal readonly record struct ConditionPiece(Piece Piece, Condition Condition);

    public static RowText Parse(string text)
    {
        var row = new RowText(text);
        row.ParseType();
        if (row.Type is not null)
            row.ParseRemarks();
        row.ParseDescription();
        return row;
    }

    /// <summary>Returns the row without the possibility of null; null if its value cannot be null.</summary>
    public RowText? WithoutNull()
    {
        if (Type is not { Kind: TypeKind.Nullable, RefusesNull: false } type)
            return null;
        var present = (RowText)MemberwiseClone();
        present.Type = type.Substitutes.Count > 0 ? type with { RefusesNull = true } : type.Arguments[0];
        return present;
    }

    /// <summary>Reads the facts of one page about a row of a schema: <c>[link Group.Method] [always constant] [- text]</c>.</summary>
    /// <returns>Null if the text has a different form.</returns>
    public static RowText? ParseValue(string text)
    {
        var row = new RowText(text);
        row.SkipSpaces();
        row.ParseLink();
        row.SkipSpaces();
        var start = row._position;
        if (start < text.Length && text[start] == '=')
            row.ParseOldConstant();
        else if (row.ReadWord() == Always)
            row.ParseConstant(start);
        else
            row._position = start;
        row.SkipSpaces();
        if (row._position < text.Length && !row.IsDescription(row._position))
            return null;
        row.ParseDescription();
        return row.Link is null && row.Constant is null && row.Diagnostics.Count == 0 ? null : row;
    }

    /// <summary>Splits the link off the start of a description.</summary>
    public static (Piece? Link, Piece? Description) SplitLink(Piece description)
    {
        const string mark = "link ";
        var text = description.Text;
        if (!text.StartsWith(mark, StringComparison.Ordinal))
            return (null, description);
        var end = mark.Length;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.'))
            end++;
        var name = text.Substring(mark.Length, end - mark.Length).TrimEnd('.');
        // 'link to the task' is ordinary text.
        if (!OperationName.IsReference(name))
            return (null, description);
        var rest = mark.Length + name.Length;
        while (rest < text.Length && (char.IsWhiteSpace(text[rest]) || text[rest] is '-' or ',' or ';' or ':' or '.'))
            rest++;
        var link = new Piece(name, description.Offset + mark.Length, name.Length);
        return (link, rest == text.Length ? null : new Piece(text.Substring(rest), description.Offset + rest, text.Length - rest));
    }

    private void ParseType()
    {
        SkipSpaces();
        var start = _typeStart = _position;
        if (TryParseBareLink(start) || TryParseBareValue(start))
            return;
        var parse = TypeParser.ParseAt(_text, start, withSuffixes: false);
        if (parse.Diagnostic is { } diagnostic)
            Diagnostics.Add(diagnostic);
        IsOld = parse.IsOld;
        Type = parse.Type;
        _position = parse.Type is null ? Math.Min(start, _text.Length) : parse.End;
        TypePiece = new Piece(_text.Substring(start, _position - start), start, _position - start);
        if (Type is null)
            _position = NextMark(start);
        else
            TakeCount();
    }

    // The number of items of the row's list is the range of the row, and so is a printed length.
    private void TakeCount()
    {
        var core = Type!.Kind == TypeKind.Nullable ? Type.Arguments[0] : Type;
        if (core.Range is not { } range)
            return;
        if (_text[_position - 1] == ')' && _text[_typeStart] != '(')
        {
            var start = _text.LastIndexOf('(', _position - 1);
            Range = new Piece(range.Minimum + ".." + range.Maximum, start, _position - start);
            Type = core with { Range = null };
            return;
        }

        if (_text[_position - 1] != ']')
            return;
        var open = _text.LastIndexOf('[', _position - 1);
        Range = new Piece(_text.Substring(open + 1, _position - open - 2), open + 1, _position - open - 2);
        Type = core with { Range = null };
    }

    // 'target: link Tasks.Get' is a 'with:' row. A row of a table has a type, and its link is in the description.
    private bool TryParseBareLink(int start)
    {
        ParseLink();
        if (Link is not { } link)
            return false;
        var length = link.Offset + link.Length - start;
        Diagnostics.Add(new TextDiagnostic(SpecRules.InvalidType, start, length, "write a link after a type, as in 'url - link " + link.Text + "'"));
        return true;
    }

    // 'mode: always search' has no type.
    private bool TryParseBareValue(int start)
    {
        var word = ReadWord();
        var isBare = word is Always or DefaultWord && _text.Substring(_position).Trim() is { Length: > 0 } rest && rest[0] != '-';
        _position = start;
        if (!isBare)
            return false;
        Diagnostics.Add(new TextDiagnostic(SpecRules.InvalidType, start, word.Length, "write a type before '" + word + "'"));
        _position = NextMark(start);
        return true;
    }

    private int NextMark(int start)
    {
        for (var i = start; i < _text.Length; i++)
        {
            var isFree = i > start && char.IsWhiteSpace(_text[i - 1]) && (i + 1 == _text.Length || char.IsWhiteSpace(_text[i + 1]));
            if (isFree && _text[i] is '-' or '=')
                return i;
        }

        return _text.Length;
    }

    // Reports everything up to the constant or the description as one diagnostic.
    private void Unexpected(int start)
    {
        var end = NextMark(start);
        var text = _text.Substring(start, end - start).TrimEnd();
        var type = _text.Substring(TypePiece.Offset, TypePiece.Length);
        var known = ForeignRowText.Hint(type, text);
        if (known is null && Type is { Kind: TypeKind.Named, Arguments.Count: 0 } && text[0] is '/' or ',' && WordList.OfPrinted(type + text) is { } words)
        {
            // The values are read as they are meant, so that they are not reported as unknown types as well.
            Type = words.Values.Count > 1 ? words : new TypeReference { Kind = TypeKind.String };
            var length = start + text.Length - TypePiece.Offset;
            Diagnostics.Add(new TextDiagnostic(SpecRules.InvalidType, TypePiece.Offset, length, WordList.AdviceOfPrinted(words)));
            _position = end;
            return;
        }

        var first = text.Split(' ')[0];
        if (first == "link" && OperationName.IsReference(text.Substring(first.Length).Trim()))
            known ??= "; write ' - " + text + "', at the start of the description";
        var hint = known ?? NearestName.Hint(text, [.. Flags, RequiredNotStated]);
        if (hint.Length == 0)
            hint = NearestName.Hint(first, RemarkWords.Where(static word => word.Length > 3));
        if (hint.Length == 0 && text[0] == '|' && Range is { } range)
            hint = "; put the type and its range in parentheses, as in '(" + type + " " + range.Text + ") " + text + "'";
        if (hint.Length == 0)
            hint = ForeignRowText.HintOfEnum(type) ?? "; start a description with ' - '";
        Diagnostics.Add(new TextDiagnostic(SpecRules.UnexpectedText, start, text.Length, text, hint));
        _position = end;
    }

    private void ParseDescription()
    {
        SkipSpaces();
        if (!IsDescription(_position))
            return;
        var mark = _position++;
        SkipSpaces();
        var text = _text.Substring(_position).TrimEnd();
        if (text.Length == 0)
        {
            Diagnostics.Add(new TextDiagnostic(SpecRules.UnexpectedText, mark, 1, "-", "; write a description after it"));
            return;
        }

        var (link, description) = SplitLink(new Piece(text, _position, text.Length));
        Link ??= link;
        Description = description;
    }

    private void ParseLink()
    {
        var start = _position;
        if (ReadWord() == "link")
        {
            SkipSpaces();
            var offset = _position;
            var name = ReadWord();
            if (OperationName.IsReference(name))
            {
                Link = new Piece(name, offset, name.Length);
                return;
            }
        }

        _position = start;
    }

    private bool IsDescription(int position)
        => position < _text.Length && _text[position] == '-' && (position + 1 == _text.Length || char.IsWhiteSpace(_text[position + 1]));

    private string ReadWord()
    {
        var start = _position;
        while (_position < _text.Length && !char.IsWhiteSpace(_text[_position]))
            _position++;
        return _text.Substring(start, _position - start);
    }

    private void SkipSpaces()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
            _position++;
    }
}
