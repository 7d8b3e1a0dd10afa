using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Rows;

/// <summary>A row on one line, read: <c>type [range] [flags] [= constant] [- text]</c>.</summary>
internal sealed class RowText
{
    /// <summary>The words that may stand between type and constant.</summary>
    public static readonly string[] Flags = ["filter", "read-only", "write-only", "slashes", "secret"];

    /// <summary>The remark that the page does not say whether a value may be left out.</summary>
    public const string RequiredNotStated = "required not stated";

    private readonly string _text;
    private int _position;

    private RowText(string text) => _text = text;

    public TypeReference? Type { get; private set; }

    public Piece TypePiece { get; private set; }

    public Piece? Range { get; private set; }

    /// <summary>The flags in the order of the text.</summary>
    public List<Piece> FlagPieces { get; } = [];

    public FilterMark Filter { get; private set; }

    public Piece? Constant { get; private set; }

    public Piece? Description { get; private set; }

    /// <summary>The operation of a description that begins with <c>link Group.Method</c>.</summary>
    public Piece? Link { get; private set; }

    public List<TextDiagnostic> Diagnostics { get; } = [];

    /// <summary>A stretch of the row's text.</summary>
    internal readonly record struct Piece(string Text, int Offset, int Length)
    {
        /// <summary>The word null, which stands for null and not for a text: that has quotation marks.</summary>
        public bool IsNull => Length == 4 && Text == "null";
    }

    public static RowText Parse(string text)
    {
        var row = new RowText(text);
        row.ParseType();
        if (row.Type is not null)
            row.ParseWords();
        row.ParseDescription();
        return row;
    }

    /// <summary>Reads what one page prints for a row that stands elsewhere: <c>[link Group.Method] [= constant] [- text]</c>.</summary>
    /// <returns>Null when the text is nothing of the kind.</returns>
    public static RowText? ParseValue(string text)
    {
        var row = new RowText(text);
        row.SkipSpaces();
        row.ParseLink();
        row.SkipSpaces();
        if (row._position < text.Length && text[row._position] == '=')
            row.ParseConstant();
        row.SkipSpaces();
        if (row._position < text.Length && !row.IsDescription(row._position))
            return null;
        row.ParseDescription();
        return row.Link is null && row.Constant is null && row.Diagnostics.Count == 0 ? null : row;
    }

    /// <summary>Takes a link off the beginning of a description.</summary>
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
        // 'link to the task' is an ordinary text.
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
        var start = _position;
        if (TryParseBareLink(start))
            return;
        var parse = TypeParser.ParseAt(_text, start);
        if (parse.Diagnostic is { } diagnostic)
            Diagnostics.Add(diagnostic);
        Type = parse.Type;
        _position = parse.Type is null ? Math.Min(start, _text.Length) : parse.End;
        TypePiece = new Piece(_text.Substring(start, _position - start), start, _position - start);
        if (Type is null)
            _position = NextMark(start);
    }

    // 'target: link Tasks.Get' is what a 'with:' row says; a row of a table has a type, and the link stands in its description.
    private bool TryParseBareLink(int start)
    {
        ParseLink();
        if (Link is not { } link)
            return false;
        var length = link.Offset + link.Length - start;
        Diagnostics.Add(new TextDiagnostic(SpecRules.InvalidType, start, length, "a link stands behind a type, as in 'url - link " + link.Text + "'"));
        return true;
    }

    private void ParseWords()
    {
        while (true)
        {
            var before = _position;
            SkipSpaces();
            if (_position == _text.Length || IsDescription(_position))
                return;
            if (_text[_position] == '=')
            {
                ParseConstant();
                return;
            }

            var start = _position;
            var word = ReadWord();
            if (before == start)
            {
                // Something touches the type: 'string!'.
                Unexpected(start);
                return;
            }

            if (word.Contains(".."))
            {
                if (Range is not null)
                    Diagnostics.Add(new TextDiagnostic(SpecRules.UnexpectedText, start, word.Length, word, ", since the row already has a range"));
                Range ??= new Piece(word, start, word.Length);
            }
            else if (Array.IndexOf(Flags, word) >= 0 || TryReadRequiredNotStated(ref word))
            {
                AddFlag(word, start);
            }
            else
            {
                Unexpected(start);
                return;
            }
        }
    }

    private bool TryReadRequiredNotStated(ref string word)
    {
        if (word != "required")
            return false;
        var after = _position;
        foreach (var next in new[] { "not", "stated" })
        {
            SkipSpaces();
            if (ReadWord() != next)
            {
                _position = after;
                return false;
            }
        }

        word = RequiredNotStated;
        return true;
    }

    private void AddFlag(string word, int start)
    {
        if (FlagPieces.Any(flag => flag.Text == word))
            Diagnostics.Add(new TextDiagnostic(SpecRules.RepeatedItem, start, _position - start, word));
        else
            FlagPieces.Add(new Piece(word, start, _position - start));
        if (word != "filter")
            return;
        Filter = FilterMark.Yes;
        var after = _position;
        SkipSpaces();
        if (string.CompareOrdinal(_text, _position, "unknown", 0, 7) == 0 && (_position + 7 == _text.Length || char.IsWhiteSpace(_text[_position + 7])))
        {
            _position += 7;
            Filter = FilterMark.Unknown;
        }
        else
        {
            _position = after;
        }
    }

    // One diagnostic for all that is left before the constant or the description.
    private void Unexpected(int start)
    {
        var end = NextMark(start);
        var text = _text.Substring(start, end - start).TrimEnd();
        var type = _text.Substring(TypePiece.Offset, TypePiece.Length);
        var hint = ForeignRowText.Hint(type, text) ?? NearestName.Hint(text, [.. Flags, RequiredNotStated]).TrimEnd('?');
        if (hint.Length == 0)
            hint = ForeignRowText.HintOfEnum(type) ?? "";
        Diagnostics.Add(new TextDiagnostic(SpecRules.UnexpectedText, start, text.Length, text, hint));
        _position = end;
        // A second constant is no more than text, and thousands of them would overflow the stack.
        if (Constant is null && _position < _text.Length && _text[_position] == '=')
            ParseConstant();
    }

    private int NextMark(int start)
    {
        for (var i = start; i < _text.Length; i++)
        {
            var isFree = i > start && char.IsWhiteSpace(_text[i - 1]) && (i + 1 == _text.Length || char.IsWhiteSpace(_text[i + 1]));
            if (isFree && _text[i] is ('-' or '='))
                return i;
        }

        return _text.Length;
    }

    private void ParseConstant()
    {
        var mark = _position++;
        SkipSpaces();
        var start = _position;
        if (start < _text.Length && _text[start] is '"' or '\'' && _text.IndexOf(_text[start], start + 1) is var close and > 0)
        {
            _position = close + 1;
            Constant = new Piece(_text.Substring(start + 1, close - start - 1), start, close + 1 - start);
            SkipSpaces();
            if (_position < _text.Length && !IsDescription(_position))
                Unexpected(_position);
            return;
        }

        while (_position < _text.Length && !(char.IsWhiteSpace(_text[_position]) && IsDescription(_position + 1)) && !(_position == start && IsDescription(start)))
            _position++;
        var text = _text.Substring(start, _position - start).TrimEnd();
        if (text.Length == 0)
            Diagnostics.Add(new TextDiagnostic(SpecRules.UnexpectedText, mark, 1, "=", ", since no value follows"));
        else
            Constant = new Piece(text, start, text.Length);
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
            Diagnostics.Add(new TextDiagnostic(SpecRules.UnexpectedText, mark, 1, "-", ", since no text follows"));
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
