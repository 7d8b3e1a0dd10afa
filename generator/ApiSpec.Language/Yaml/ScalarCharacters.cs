using ApiSpec.Language.Characters;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Yaml;

/// <summary>Reports the characters of keys and values that are probably unintended, and replaces them with plain ones.</summary>
internal sealed class ScalarCharacters(SpecText text, DiagnosticBag diagnostics)
{
    private const int LongestShown = 60;

    /// <summary>Checks a key, which is always a name.</summary>
    public void CheckKey(YamlScalar key) => Check(key, key.Value.Length);

    /// <summary>
    /// Reports a character that looks like a colon if rows are expected. <c>id：long</c> is plain text in YAML, so no other diagnostic applies.
    /// </summary>
    /// <returns>Whether there is such a character.</returns>
    public bool ReportColon(YamlScalar scalar, bool isStatus = false)
    {
        if (scalar.Style != ScalarStyle.Plain)
            return false;
        // YAML reads several such rows as one scalar of several lines.
        var end = 0;
        for (var start = scalar.Start; start < scalar.End; start = end + 1)
        {
            end = text.Text.IndexOf('\n', start, scalar.End - start) is >= 0 and var lineBreak ? lineBreak : scalar.End;
            var visible = start;
            while (visible < end && text.Text[visible] == ' ')
                visible++;
            if (PlainText.FindColon(text.Text, visible, end, isStatus) is not { } colon)
                continue;
            ReportColon(text, diagnostics, colon);
            scalar.IsBroken = true;
        }

        return scalar.IsBroken;
    }

    /// <summary>Reports a character that looks like the colon after a key.</summary>
    /// <param name="text">The file.</param>
    /// <param name="diagnostics">Where to report it.</param>
    /// <param name="colon">Its position in the file.</param>
    public static void ReportColon(SpecText text, DiagnosticBag diagnostics, StrayPlace colon)
    {
        var (start, end) = WordAt(text.Text, colon.Offset, text.Text.Length);
        var word = text.Text.Substring(start, end - start);
        var plain = PlainText.Plain(word.Substring(0, colon.Offset - start)) + ": " + PlainText.Plain(word.Substring(colon.Offset - start + colon.Length));
        diagnostics.Report(
            SpecRules.StrayCharacter, text.Span(colon.Offset, colon.Offset + colon.Length), word, colon.Character.ToString(), Advice(plain.TrimEnd()));
    }

    /// <summary>Whether the text has only unambiguous characters.</summary>
    public static bool IsAscii(string value)
    {
        foreach (var c in value)
        {
            if (c >= 0x80)
                return false;
        }

        return true;
    }

    /// <summary>
    /// Reports the stray characters before <paramref name="end"/>, one diagnostic per word, and replaces them with plain ones; the text after it is prose.
    /// </summary>
    /// <param name="scalar">The text.</param>
    /// <param name="end">The start of the prose.</param>
    /// <param name="isMark">Whether the last character before it is a dash that starts a description, with or without spaces.</param>
    public void Check(YamlScalar scalar, int end, bool isMark = false)
    {
        var value = scalar.Value;
        if (IsAscii(value))
            return;
        var head = value.Substring(0, end);
        // In order, because the search for each position starts at the previous one.
        var places = PlainText.Find(head).ConvertAll(place => (Place: place, Span: text.SpanOf(scalar, place.Offset, place.Length)));
        places.RemoveAll(found => IsEscaped(scalar, found.Span));
        if (isMark && places.Count > 0 && places[places.Count - 1] is var (mark, place) && mark.Offset == end - 1)
            places[places.Count - 1] = (mark with { Character = mark.Character with { Plain = " - " } }, place);
        var hasQuote = false;
        for (var i = 0; i < places.Count;)
        {
            var (start, stop) = WordAt(head, places[i].Place.Offset, end);
            var first = i;
            while (i < places.Count && places[i].Place.Offset < stop)
                i++;
            var ofWord = places.GetRange(first, i - first);
            // Quotation marks come in pairs, and one diagnostic is enough for a pair.
            if (hasQuote && ofWord.TrueForAll(static found => found.Place.Character.Kind == StrayKind.Quote))
                continue;
            hasQuote |= ofWord.Exists(static found => found.Place.Character.Kind == StrayKind.Quote);
            Report(ofWord, head.Substring(start, stop - start), start);
        }

        var all = places.ConvertAll(static found => found.Place);
        var plain = PlainText.Replace(head, all);
        if (all.Count > 0 && end == value.Length)
            plain = Unquoted(plain, all[0]);
        if (all.Count > 0 && all[0].Offset == 0)
            plain = plain.TrimStart(' ');
        if (all.Count > 0 && all[all.Count - 1].Offset + all[all.Count - 1].Length == value.Length)
            plain = plain.TrimEnd(' ');
        scalar.Rewrite(plain + PlainText.OfProse(value.Substring(end)));
    }

    // YAML removes the quotation marks around "name".
    private static string Unquoted(string plain, StrayPlace first)
        => first is { Offset: 0, Character.Kind: StrayKind.Quote } && plain.Length > 2 && plain.IndexOf(plain[0], 1) == plain.Length - 1
            ? plain.Substring(1, plain.Length - 2)
            : plain;

    private static (int Start, int End) WordAt(string value, int position, int end)
    {
        var start = position;
        while (start > 0 && !IsBreak(value[start - 1]) && position - start < LongestShown)
            start--;
        var stop = position + 1;
        while (stop < end && !IsBreak(value[stop]) && stop - position < LongestShown)
            stop++;
        if (start > 0 && char.IsLowSurrogate(value[start]))
            start--;
        return (start, stop < end && char.IsLowSurrogate(value[stop]) ? stop + 1 : stop);
    }

    private static bool IsBreak(char c) => c is ' ' or '\t' or '\n' or '\r';

    private void Report(List<(StrayPlace Place, SpecSpan Span)> places, string word, int start)
    {
        var shown = places.FindIndex(static found => found.Place.Character.Kind != StrayKind.LookAlike);
        var (first, span) = places[Math.Max(0, shown)];
        var plain = PlainText.Replace(word, places.ConvertAll(found => found.Place with { Offset = found.Place.Offset - start })).Trim(' ');
        if (shown < 0)
            diagnostics.Report(SpecRules.LookAlikeLetter, span, word, first.Character.ToString(), plain);
        else
            diagnostics.Report(
                SpecRules.StrayCharacter, span, word, first.Character.ToString(), IsLost(first) ? "write the character that the page shows" : Advice(plain));
    }

    private static bool IsLost(StrayPlace place) => place.Character.Kind == StrayKind.Lost;

    private static string Advice(string plain) => plain.Length == 0 ? "remove it" : "write '" + plain + "'";

    // In double quotes, an escape shows that the character is intended.
    private bool IsEscaped(YamlScalar scalar, SpecSpan span)
    {
        if (scalar.Style != ScalarStyle.DoubleQuoted)
            return false;
        var isWhole = span.Start == scalar.Start;
        return isWhole ? text.Text.IndexOf('\\', scalar.Start, scalar.End - scalar.Start) >= 0 : text.Text[span.Start] == '\\';
    }
}
