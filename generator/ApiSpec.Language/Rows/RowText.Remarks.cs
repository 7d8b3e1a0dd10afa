using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Rows;

/// <content>The remarks between type and description, in any order.</content>
internal sealed partial class RowText
{
    /// <summary>The remarks of a single word.</summary>
    public static readonly string[] Flags = ["filter", "read-only", "write-only", "slashes", "secret"];

    /// <summary>The remark that the page does not say whether a value is optional.</summary>
    public const string RequiredNotStated = "required not stated";

    /// <summary>The remark before a constant.</summary>
    public const string Always = "always";

    private const string DefaultWord = "default";
    private const string Required = "required";
    private const string WhenWord = "when";
    private const string Except = "except";

    /// <summary>The remark that a value is required if a condition is true.</summary>
    public const string RequiredWhenWords = Required + " " + WhenWord;

    /// <summary>The remark that a value only applies if a condition is true.</summary>
    public const string OnlyWhenWords = "only " + WhenWord;

    // A value ends before one of these words. A value that contains one is written in quotation marks.
    private static readonly HashSet<string> RemarkWords = new(
        [.. Flags, Always, DefaultWord, Required, WhenWord, "since", "until", EditionRemarks.Before, "only", Except, "as", "or"], StringComparer.Ordinal);

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <summary>The words with which a remark starts.</summary>
    public static IEnumerable<string> Remarks => RemarkWords;

    /// <summary>Whether a remark starts with the word, so that it needs quotation marks in a value.</summary>
    public static bool IsRemark(string word) => RemarkWords.Contains(word);

    private void ParseRemarks()
    {
        while (true)
        {
            var before = _position;
            SkipSpaces();
            if (_position == _text.Length || IsDescription(_position))
                return;
            var start = _position;
            if (_text[start] == '=' && before < start)
            {
                ParseOldConstant();
                continue;
            }

            var word = ReadWord();
            // Text that touches the type is not a remark: 'string!'.
            if (before == start || !TryParseRemark(word, start))
            {
                Unexpected(start);
                if (_position == _text.Length || _text[_position] != '=')
                    return;
            }
        }
    }

    private bool TryParseRemark(string word, int start)
    {
        if (TypeParser.IsSuffix(word))
            ParseSuffix(start);
        else if (word.Contains(".."))
            ParseRange(word, start);
        else if (word == Always)
            ParseConstant(start);
        else if (word == DefaultWord)
            ParseDefault(start);
        else if (word == "only" && TakeNext(WhenWord))
            OnlyWhen = ParseCondition(OnlyWhenWords, start) ?? OnlyWhen;
        else if (word is "since" or "until" or EditionRemarks.Before or "only" or Except)
            ParseEdition(word, start);
        else if (word == WhenWord)
            ParseWhen(start);
        else if (word == Required && TakeNext(WhenWord))
            RequiredWhen = ParseCondition(RequiredWhenWords, start) ?? RequiredWhen;
        else if (word == Required)
            return TryParseRequired(start);
        else if (Array.IndexOf(Flags, word) >= 0)
            AddFlag(word, start);
        else
            return false;
        return true;
    }

    // Returns whether this is the first such remark. A second one is reported and ignored.
    private bool Take(string remark, int start)
    {
        if (_given.Add(remark))
            return true;
        Diagnostics.Add(new TextDiagnostic(SpecRules.RepeatedItem, start, _position - start, remark));
        return false;
    }

    private void ParseSuffix(int start)
    {
        var parse = TypeParser.ParseSuffixAt(_text, _typeStart, start, Type!);
        if (parse.Type is { } type)
        {
            Type = type;
            _position = parse.End;
            if (_text.Substring(TypePiece.Offset + TypePiece.Length, start - TypePiece.Offset - TypePiece.Length).Trim().Length == 0)
                TypePiece = new Piece(_text.Substring(TypePiece.Offset, _position - TypePiece.Offset), TypePiece.Offset, _position - TypePiece.Offset);
            return;
        }

        Diagnostics.Add(parse.Diagnostic!);
        HasInvalidSuffix = true;
        _position = Math.Min(_text.Length, Math.Max(_position, parse.Diagnostic!.Offset + parse.Diagnostic.Length));
        while (_position < _text.Length && !char.IsWhiteSpace(_text[_position]))
            _position++;
    }

    private void ParseRange(string word, int start)
    {
        var end = _position;
        SkipSpaces();
        if (ReadWord() != RangeText.Bytes)
            _position = end;
        if (Range is null)
        {
            Range = new Piece(_text.Substring(start, _position - start), start, _position - start);
            // The number of items of a list goes into its brackets. In version 0.1 it followed them.
            var core = Type!.Kind == TypeKind.Nullable ? Type.Arguments[0] : Type;
            IsOld |= core.Kind == TypeKind.List || WrittenForm.IsList(core.Kind);
        }
        else
        {
            Diagnostics.Add(new TextDiagnostic(SpecRules.UnexpectedText, start, word.Length, word, "; the row already has a range"));
        }
    }

    private void ParseConstant(int start)
    {
        var isFirst = Take(Always, start);
        if (ReadValue(Always, start) is { } value && isFirst)
            Constant = value;
        CheckExclusive(start);
    }

    private void ParseDefault(int start)
    {
        var isFirst = Take(DefaultWord, start);
        if (ReadValue(DefaultWord, start) is { } value && isFirst)
            Default = value;
        CheckExclusive(start);
    }

    private void CheckExclusive(int start)
    {
        if (_given.Contains(Always) && _given.Contains(DefaultWord) && _given.Add(Always + DefaultWord))
            Diagnostics.Add(new TextDiagnostic(SpecRules.Contradiction, start, _position - start, "'" + Always + "'", "'" + DefaultWord + "'"));
    }

    // Reads one or more words, up to the next remark or the description. A value that contains a remark is in quotation marks.
    private Piece? ReadValue(string remark, int start)
    {
        SkipSpaces();
        var from = _position;
        if (from < _text.Length && _text[from] is '"' or '\'' && _text.IndexOf(_text[from], from + 1) is var close and > 0)
        {
            _position = close + 1;
            var quoted = new Piece(_text.Substring(from + 1, close - from - 1), from, close + 1 - from);
            if (_position < _text.Length && !char.IsWhiteSpace(_text[_position]))
                Unexpected(_position);
            return quoted;
        }

        var end = from;
        while (_position < _text.Length && !IsDescription(_position))
        {
            var word = ReadWord();
            if (RemarkWords.Contains(word))
            {
                _position -= word.Length;
                break;
            }

            end = _position;
            SkipSpaces();
        }

        if (end > from)
        {
            _position = end;
            return new Piece(_text.Substring(from, end - from), from, end - from);
        }

        var stopped = _position < _text.Length && _text[_position] != '-' ? PeekWord() : null;
        var hint = stopped is null ? "; write a value after it" : "; put a value that contains '" + stopped + "' in quotation marks";
        Diagnostics.Add(new TextDiagnostic(SpecRules.UnexpectedText, start, remark.Length, remark, hint));
        return null;
    }

    private string PeekWord()
    {
        var start = _position;
        var word = ReadWord();
        _position = start;
        return word;
    }

    private void ParseEdition(string word, int start)
    {
        var isFirst = Take(word, start);
        var names = new List<string>();
        do
        {
            if (ReadEdition(word, start) is not { } name)
                return;
            names.Add(name.TrimEnd(','));
            if (!name.EndsWith(",", StringComparison.Ordinal))
                break;
        }
        while (word == Except);
        if (!isFirst)
            return;
        Editions = word switch
        {
            "since" => Editions with { Since = names[0] },
            "until" => Editions with { Until = names[0] },
            EditionRemarks.Before => Editions with { Before = names[0] },
            "only" => Editions with { Only = names[0] },
            _ => Editions with { Except = names.SelectMany(static name => name.Split(',')).Where(static name => name.Length > 0).ToEquatableArray() },
        };
        if (EditionRemarks.Clash(Editions) is var (first, second) && _given.Add(first + ", " + second))
            Diagnostics.Add(new TextDiagnostic(SpecRules.Contradiction, start, _position - start, "'" + first + "'", "'" + second + "'"));
    }

    // Reads one word, because the next one is another remark. A name with spaces is in quotation marks.
    private string? ReadEdition(string remark, int start)
    {
        SkipSpaces();
        var from = _position;
        if (from < _text.Length && _text[from] is '"' or '\'')
            return ReadValue(remark, start)?.Text;
        if (IsDescription(from) || RemarkWords.Contains(PeekWord()))
            return ReadValue(remark, start)?.Text;
        var word = ReadWord();
        if (word.Length > 0)
            return word;
        Diagnostics.Add(new TextDiagnostic(SpecRules.UnexpectedText, start, remark.Length, remark, "; write an edition after it"));
        return null;
    }

    // The condition is prose, so it continues to the description.
    private void ParseWhen(int start)
    {
        var isFirst = Take(WhenWord, start);
        SkipSpaces();
        var from = _position;
        if (from < _text.Length && _text[from] is '"' or '\'')
        {
            if (ReadValue(WhenWord, start) is { } quoted && isFirst)
                When = quoted;
            return;
        }

        _position = EndOfWords(from);
        var text = _text.Substring(from, _position - from).TrimEnd();
        if (text.Length == 0)
            Diagnostics.Add(new TextDiagnostic(SpecRules.UnexpectedText, start, WhenWord.Length, WhenWord, "; write a condition after it"));
        else if (isFirst)
            When = new Piece(text, from, text.Length);
        if (text.IndexOf('=') >= 0)
            Diagnostics.Add(new TextDiagnostic(
                SpecRules.UncheckedCondition, from, text.Length, text, "write '" + RequiredWhenWords + "' or '" + OnlyWhenWords + "' before a condition"));
    }

    private bool TakeNext(string word)
    {
        var after = _position;
        SkipSpaces();
        if (ReadWord() == word)
            return true;
        _position = after;
        return false;
    }

    // A condition ends before the next remark. If the words are not a condition, they end before the description.
    private ConditionPiece? ParseCondition(string remark, int start)
    {
        var isFirst = Take(remark, start);
        SkipSpaces();
        var from = _position;
        var parsed = ConditionText.Read(_text.Substring(from), at => IsDescription(from + at) || IsRemarkAt(from + at));
        var end = parsed.Condition is null ? EndOfWords(from) : from + parsed.End;
        _position = end;
        var text = _text.Substring(from, end - from).TrimEnd();
        if (text.Length == 0)
        {
            Diagnostics.Add(new TextDiagnostic(SpecRules.UnexpectedText, start, remark.Length, remark, "; write a condition after it"));
            return null;
        }

        if (parsed.Condition is null && text.IndexOf('=') >= 0)
            Diagnostics.Add(new TextDiagnostic(SpecRules.UncheckedCondition, from, text.Length, text, parsed.Advice));
        return isFirst ? new ConditionPiece(new Piece(text, from, text.Length), parsed.Condition ?? new Condition(text, [])) : null;
    }

    private bool IsRemarkAt(int position)
    {
        var before = _position;
        _position = position;
        var word = ReadWord();
        _position = before;
        // 'or' does not join clauses of a condition, so here it is an error and not a remark.
        return (RemarkWords.Contains(word) && word != "or") || word.Contains("..");
    }

    private int EndOfWords(int from)
    {
        var end = from;
        while (end < _text.Length && !(IsDescription(end) && char.IsWhiteSpace(_text[end - 1])))
            end++;
        return end;
    }

    private bool TryParseRequired(int start)
    {
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

        AddFlag(RequiredNotStated, start);
        return true;
    }

    private void AddFlag(string word, int start)
    {
        if (Take(word, start))
            FlagPieces.Add(new Piece(word, start, _position - start));
        if (word != "filter")
            return;
        Filter = FilterMark.Yes;
        var after = _position;
        SkipSpaces();
        if (ReadWord() == TypeParser.Unknown)
            Filter = FilterMark.Unknown;
        else
            _position = after;
    }

    // '= search' of version 0.1 continues to the description.
    private void ParseOldConstant()
    {
        var mark = _position++;
        SkipSpaces();
        var start = _position;
        IsOld = true;
        if (start < _text.Length && _text[start] is '"' or '\'' && _text.IndexOf(_text[start], start + 1) is var close and > 0)
        {
            _position = close + 1;
            Constant ??= new Piece(_text.Substring(start + 1, close - start - 1), start, close + 1 - start);
            return;
        }

        while (_position < _text.Length && !(char.IsWhiteSpace(_text[_position]) && IsDescription(_position + 1))
            && !(_position == start && IsDescription(start)))
            _position++;
        var text = _text.Substring(start, _position - start).TrimEnd();
        if (text.Length == 0)
            Diagnostics.Add(new TextDiagnostic(SpecRules.UnexpectedText, mark, 1, "=", "; write a value after it"));
        else
            Constant ??= new Piece(text, start, text.Length);
    }
}
