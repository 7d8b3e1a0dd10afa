namespace ApiSpec.Transport;

/// <summary>The printed form of a text: <c>ERR {code}</c>. Words in braces stand for any characters, but at least one.</summary>
internal sealed class TextForm
{
    /// <summary>The name of the whole text of a body in conditions, and in the values of the body.</summary>
    public const string Whole = "text";

    /// <summary>The name of the error code in a form, and in the values of a body.</summary>
    public const string Code = "code";

    /// <summary>The name of the error message in a form, and in the values of a body.</summary>
    public const string Message = "message";

    // One more than the names: the text before, between and after them.
    private readonly List<string> _literals = [];
    private readonly List<string> _names = [];

    private TextForm()
    {
    }

    /// <summary>The words in braces, in their order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Reads a form. Braces around anything but a word are part of the text.</summary>
    public static TextForm Parse(string text)
    {
        var form = new TextForm();
        var start = 0;
        var open = text.IndexOf('{');
        while (open >= 0)
        {
            var close = open + 1;
            while (close < text.Length && (char.IsLetterOrDigit(text[close]) || text[close] is '_' or '-' or '.' or ' '))
                close++;
            if (close == open + 1 || close == text.Length || text[close] != '}')
            {
                open = text.IndexOf('{', open + 1);
                continue;
            }

            form._literals.Add(text.Substring(start, open - start));
            form._names.Add(text.Substring(open + 1, close - open - 1));
            start = close + 1;
            open = start == text.Length ? -1 : text.IndexOf('{', start);
        }

        form._literals.Add(text.Substring(start));
        return form;
    }

    /// <summary>Whether a body says as text whether the call succeeded. An empty one says nothing, and neither does JSON.</summary>
    /// <param name="text">The body.</param>
    /// <param name="isJson">Whether a text that starts like an object or a list is one.</param>
    public static bool IsStatement(string text, Func<string, bool> isJson)
        => text.Trim() is { Length: > 0 } trimmed && !(trimmed[0] is '{' or '[' && isJson(trimmed));

    /// <summary>Whether a text has the form.</summary>
    public bool IsMatch(string text) => Match(text) is not null;

    /// <summary>Returns the characters in place of a name in the first line that has the form; null: no line has it.</summary>
    public string? FindInLines(string text, string name)
    {
        var at = _names.IndexOf(name);
        if (at < 0)
            return null;
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            if (Match(text.Substring(start, end - start).Trim()) is { } values)
                return values[at];
            start = end + 1;
        }

        return null;
    }

    /// <summary>Returns the text with values in place of the names.</summary>
    public string Fill(Func<string, string> valueOf)
    {
        var text = _literals[0];
        for (var i = 0; i < _names.Count; i++)
            text += valueOf(_names[i]) + _literals[i + 1];
        return text;
    }

    // The first occurrence of each part leaves the most for the parts after it, so no other has to be tried.
    private string[]? Match(string text)
    {
        if (_names.Count == 0)
            return string.Equals(text, _literals[0], StringComparison.Ordinal) ? [] : null;
        if (!text.StartsWith(_literals[0], StringComparison.Ordinal))
            return null;
        var values = new string[_names.Count];
        var start = _literals[0].Length;
        for (var i = 0; i < values.Length; i++)
        {
            var literal = _literals[i + 1];
            if (start >= text.Length)
                return null;
            var end = i < values.Length - 1 ? text.IndexOf(literal, start + 1, StringComparison.Ordinal) : text.Length - literal.Length;
            if (end <= start || (i == values.Length - 1 && !text.EndsWith(literal, StringComparison.Ordinal)))
                return null;
            values[i] = text.Substring(start, end - start);
            start = end + literal.Length;
        }

        return values;
    }
}
