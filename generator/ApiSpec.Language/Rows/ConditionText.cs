using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;

namespace ApiSpec.Language.Rows;

/// <summary>
/// The grammar of conditions, for all keys and rows: <c>name = value</c>, <c>name = a|b</c>, <c>name != a</c>, <c>list has value</c>, <c>name is given</c>
/// and <c>name is missing</c>, joined by <c>and</c>.
/// </summary>
internal sealed class ConditionText
{
    /// <summary>How a condition is written, for messages.</summary>
    public const string Form = "write 'name = value', 'name != value', 'list has value', 'name is given' or 'name is missing', joined by 'and'";

    private const string Quote = "put a value with a space, or one of the words 'given', 'missing' and 'and', in quotation marks";

    // Pages print two or three. A client keeps the results for all clauses in one number.
    private const int MaxClauses = 16;

    private readonly string _text;
    private readonly List<ConditionClause> _clauses = [];
    private readonly List<(int Start, int Length)> _names = [];
    private int _at;
    private bool _hasOperator;

    private ConditionText(string text) => _text = text;

    /// <summary>The condition; null: the text is not one.</summary>
    public Condition? Condition { get; private set; }

    /// <summary>The positions of the names of the clauses.</summary>
    public IReadOnlyList<(int Start, int Length)> Names => _names;

    /// <summary>The advice, as the end of a message; empty if the text is a condition.</summary>
    public string Advice { get; private set; } = "";

    /// <summary>Whether the text has an operator of the grammar, which means that it is a condition and not prose.</summary>
    public bool IsMeant => _hasOperator || _text.IndexOf('=') >= 0;

    /// <summary>The end of the condition in the text.</summary>
    public int End { get; private set; }

    /// <summary>Reads a condition.</summary>
    public static ConditionText Parse(string text) => Read(text, static _ => false);

    /// <summary>Reads the condition at the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isEnd">
    /// Returns whether the condition ends at a position. It is only called after a whole part, so that values can be words that end it elsewhere.
    /// </param>
    public static ConditionText Read(string text, Func<int, bool> isEnd)
    {
        var parsed = new ConditionText(text);
        if (parsed.Read(isEnd) is { } advice)
            parsed.Advice = advice;
        else
            parsed.Condition = new Condition(text.Substring(0, parsed.End).Trim(), parsed._clauses.ToEquatableArray());
        return parsed;
    }

    /// <summary>Returns a name for use in a condition, in quotation marks if it would otherwise end too early.</summary>
    public static string Quoted(string name) => name.Any(static c => char.IsWhiteSpace(c) || c == '=') ? "\"" + name + "\"" : name;

    private bool IsAtEnd => _at >= _text.Length;

    private string? Read(Func<int, bool> isEnd)
    {
        while (true)
        {
            if (_clauses.Count == MaxClauses)
                return "a condition has at most 16 parts";
            if (ReadClause() is { } advice)
                return advice;
            SkipSpaces();
            End = _text.Substring(0, _at).TrimEnd().Length;
            if (IsAtEnd || isEnd(_at))
                return null;
            if (!TakeWord("and"))
                return Quote;
        }
    }

    private string? ReadClause()
    {
        SkipSpaces();
        var start = _at;
        if (ReadName() is not { Length: > 0 } name)
            return Form;
        _names.Add((start, _at - start));
        SkipSpaces();
        ConditionOperator? found = Take("!=") ? ConditionOperator.IsNot
            : Take("=") ? ConditionOperator.Is
            : TakeWord("has") ? ConditionOperator.Has
            : TakeWords("is", "given") ? ConditionOperator.IsGiven
            : TakeWords("is", "missing") ? ConditionOperator.IsMissing
            : null;
        if (found is not { } kind)
            return Form;
        _hasOperator = true;
        var values = new List<string>();
        if (kind is ConditionOperator.Is or ConditionOperator.IsNot or ConditionOperator.Has)
        {
            do
            {
                SkipSpaces();
                if (ReadValue() is not { } value)
                    return Quote;
                values.Add(value);
                SkipSpaces();
            }
            while (Take("|"));
        }

        _clauses.Add(new ConditionClause(name, kind, values.ToEquatableArray()));
        return null;
    }

    private string? ReadName()
    {
        if (ReadQuoted() is { } quoted)
            return quoted;
        var start = _at;
        while (!IsAtEnd && !char.IsWhiteSpace(_text[_at]) && _text[_at] != '=' && !IsAt("!="))
            _at++;
        return _text.Substring(start, _at - start);
    }

    // Returns null if there is no value, or if it needs quotation marks.
    private string? ReadValue()
    {
        if (ReadQuoted() is { } quoted)
            return quoted;
        var start = _at;
        while (!IsAtEnd && !char.IsWhiteSpace(_text[_at]) && _text[_at] is not ('|' or '=' or '"'))
            _at++;
        var value = _text.Substring(start, _at - start);
        return value is "" or "given" or "missing" or "and" ? null : value;
    }

    private string? ReadQuoted()
    {
        if (IsAtEnd || _text[_at] is not ('"' or '\''))
            return null;
        var end = _text.IndexOf(_text[_at], _at + 1);
        if (end < 0)
            return null;
        var quoted = _text.Substring(_at + 1, end - _at - 1);
        _at = end + 1;
        return quoted;
    }

    private void SkipSpaces()
    {
        while (!IsAtEnd && char.IsWhiteSpace(_text[_at]))
            _at++;
    }

    private bool IsAt(string sign) => string.CompareOrdinal(_text, _at, sign, 0, sign.Length) == 0;

    private bool Take(string sign)
    {
        if (!IsAt(sign))
            return false;
        _at += sign.Length;
        return true;
    }

    private bool TakeWord(string word)
    {
        var end = _at + word.Length;
        if (!IsAt(word) || (end < _text.Length && !char.IsWhiteSpace(_text[end])))
            return false;
        _at = end;
        return true;
    }

    private bool TakeWords(string first, string second)
    {
        var start = _at;
        if (TakeWord(first))
        {
            SkipSpaces();
            if (TakeWord(second))
                return true;
        }

        _at = start;
        return false;
    }
}
