using ApiSpec.Language.Characters;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Yaml;

/// <summary>Explains lines that are meant as the text of a key: the key has no <c>|</c>, or the text is not indented under it.</summary>
internal static class BlockTexts
{
    /// <summary>The advice about a short value that starts with a bracket.</summary>
    public const string Quote = "put the value in quotes";

    // A longer line is cut in a message, because readers recognise it by its start.
    private const int LongestShown = 60;

    // JSON starts with these characters, and no key does.
    private const string Brackets = "{}[]";

    /// <summary>Returns the advice about a value that YAML does not read as text, after the key or on the next lines.</summary>
    public static string AdviceOnOneLine(string key)
        => FormatWords.IsPasted(key) ? "put '|' after '" + key + ":', and all its text on the next lines" : Quote;

    /// <summary>Returns the start of a line for a message.</summary>
    public static string Shown(string content) => content.Length > LongestShown ? content.Remove(LongestShown) + "…" : content;

    /// <summary>Reports a line that cannot be read if it is meant as text of a key above.</summary>
    /// <returns>Whether it is.</returns>
    public static bool Explain(SpecText text, int line, DiagnosticBag diagnostics)
    {
        if (ContentOf(text, line).Length == 0 || FindHead(text, line) is not { } head)
            return false;
        var first = FirstBelow(text, head.Line);
        var isBegun = head.HasMark && first < line && YamlTraps.IndentationAt(text, first) > head.Column;
        // Without a mark, the first line of the text that is not a key by itself shows best that the lines are text.
        var shown = isBegun ? FirstOutside(text, head, line) : head.HasMark ? first : FirstWithoutKey(text, first, line);
        var isIndented = YamlTraps.IndentationAt(text, shown) > head.Column;
        var advice = (head.HasMark, isIndented) switch
        {
            (true, true) => "indent the whole text of '" + head.Key + ":' like its first line",
            (true, false) => "indent the text further than '" + head.Key + ":'",
            (false, true) => "put '|' after '" + head.Key + ":'",
            (false, false) => "put '|' after '" + head.Key + ":', and indent the text further",
        };
        var start = text.FirstVisible(shown);
        var content = text.Text.Substring(start, text.LineEnd(shown) - start).TrimEnd();
        var span = text.Span(start, start + content.Length);
        if (IsKey(content) && !head.HasMark && !StartsAsJson(content))
            return false;
        if (IsKey(content) && head.HasMark)
            diagnostics.Report(SpecRules.WrongIndentation, span, YamlTraps.IndentationOf(text, shown, isIndented ? first : head.Line), advice);
        else
            diagnostics.Report(SpecRules.MissingColon, span, Shown(content), advice);
        return true;
    }

    // The nearest key above that the line can belong to. Lines of JSON between them belong to it as well.
    private static Head? FindHead(SpecText text, int line)
    {
        var least = YamlTraps.IndentationAt(text, line);
        var hasText = false;
        for (var i = line - 1; i >= 0; i--)
        {
            if (!YamlTraps.HasText(text, i))
                continue;
            // JSON directly under its key, but indented less.
            if (!hasText && StartsWithBracket(text, line) && HeadAt(text, i) is { } nearest)
                return nearest;
            hasText = true;
            if (YamlTraps.IndentationAt(text, i) > least)
                continue;
            if (HeadAt(text, i) is { } head)
                return !IsNextKey(text, head, line) && IsMeant(text, head, line) ? head : null;
            var content = ContentOf(text, i);
            if (IsKey(content) && content[0] != '"')
                return null;
            least = YamlTraps.IndentationAt(text, i);
        }

        return null;
    }

    // If the text has started, a line that ends it can also be a misspelt key.
    private static bool IsMeant(SpecText text, Head head, int line)
    {
        var first = FirstBelow(text, head.Line);
        if (!head.HasMark || first == line || YamlTraps.IndentationAt(text, first) <= head.Column || YamlTraps.IndentationAt(text, line) > head.Column)
            return true;
        return StartsWithBracket(text, line) || (ContentOf(text, line)[0] == '"' && FormatWords.IsPasted(head.Key));
    }

    // The key of an empty text has nothing below it, so the line is the key after it.
    private static bool IsNextKey(SpecText text, Head head, int line)
    {
        var content = WithoutDash(ContentOf(text, line));
        var indentation = YamlTraps.IndentationAt(text, line);
        if (indentation > head.Column || !IsKey(content) || StartsAsJson(content))
            return false;
        var key = content.Substring(0, content.IndexOf(':')).TrimEnd();
        return indentation == 0 ? Array.IndexOf(FormatWords.SectionKeys, key) >= 0 || Array.IndexOf(FormatWords.ApiKeys, key) >= 0
            : FormatWords.IsPasted(head.Key) ? Array.IndexOf(FormatWords.ExampleKeys, key) >= 0
            // A row can have any name.
            : FirstBelow(text, head.Line) == line;
    }

    private static bool StartsWithBracket(SpecText text, int line) => Brackets.IndexOf(ContentOf(text, line)[0]) >= 0;

    private static bool StartsAsJson(string content) => content[0] == '"' || Brackets.IndexOf(content[0]) >= 0;

    private static string WithoutDash(string content)
    {
        while (content.StartsWith("- ", StringComparison.Ordinal))
            content = content.Substring(2).TrimStart();
        return content;
    }

    private static Head? HeadAt(SpecText text, int line)
    {
        var content = ContentOf(text, line);
        var column = YamlTraps.IndentationAt(text, line);
        var item = WithoutDash(content);
        column += content.Length - item.Length;
        content = item;
        var colon = content.IndexOf(':');
        if (colon <= 0)
            return null;
        var key = content.Substring(0, colon);
        var value = content.Substring(colon + 1).Trim();
        if (value.Length is > 0 and <= 3 && value[0] is '|' or '>')
            return new Head(line, column, key, HasMark: true);
        return value.Length == 0 && IsText(text, line, column, key) ? new Head(line, column, key, HasMark: false) : null;
    }

    // A row can also be called 'notes' or 'description'. Only a row in long form has a text of that name.
    private static bool IsText(SpecText text, int line, int column, string key)
        => FormatWords.IsPasted(key)
            || (key is "function" or "notes" && column == 0)
            || (key is "description" or "notes" && HasType(text, line, column));

    private static bool HasType(SpecText text, int line, int column)
    {
        for (var i = line - 1; i >= 0; i--)
        {
            if (!YamlTraps.HasText(text, i))
                continue;
            if (YamlTraps.IndentationAt(text, i) < column)
                return false;
            if (YamlTraps.IndentationAt(text, i) == column && ContentOf(text, i).StartsWith("type:", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static int FirstBelow(SpecText text, int line)
    {
        do
            line++;
        while (text.FirstVisible(line) == text.LineEnd(line));
        return line;
    }

    // The first line that ends the text can be above the line that cannot be read.
    private static int FirstOutside(SpecText text, Head head, int line)
    {
        for (var i = head.Line + 1; i < line; i++)
        {
            if (YamlTraps.HasText(text, i) && YamlTraps.IndentationAt(text, i) <= head.Column)
                return i;
        }

        return line;
    }

    private static int FirstWithoutKey(SpecText text, int first, int line)
    {
        for (var i = first; i <= line; i++)
        {
            if (YamlTraps.HasText(text, i) && (ContentOf(text, i) is var content && (!IsKey(content) || StartsAsJson(content))))
                return i;
        }

        return first;
    }

    private static string ContentOf(SpecText text, int line)
    {
        var start = text.FirstVisible(line);
        return text.Text.Substring(start, text.LineEnd(line) - start).TrimEnd();
    }

    /// <summary>Whether a line has a key with its colon.</summary>
    public static bool IsKey(string content) => content.Contains(": ") || content.EndsWith(":", StringComparison.Ordinal);

    /// <summary>A line with a key and without text after it, the column of the key, and whether it has <c>|</c> or <c>&gt;</c>.</summary>
    private readonly record struct Head(int Line, int Column, string Key, bool HasMark);
}
