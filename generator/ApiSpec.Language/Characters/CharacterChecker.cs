using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Characters;

/// <summary>
/// Looks at every text of a file before it is read: what names something, or goes over the wire, has no character that is hardly meant, and prose loses what nobody
/// sees. A text is read as it is reported to be meant, so that one such character causes no second mistake.
/// </summary>
/// <remarks>Pasted examples and errata stay as they are: they show what the page prints. A character that is meant is written as an escape in double quotes.</remarks>
internal sealed class CharacterChecker(SpecText text, DiagnosticBag diagnostics)
{
    private const int LongestShown = 60;

    /// <summary>Checks a key, which is always a name.</summary>
    public void CheckKey(YamlScalar key) => Check(key, key.Value.Length);

    /// <summary>Checks all values of a file.</summary>
    public void CheckFile(YamlMapping root)
    {
        foreach (var entry in root.Entries)
            CheckTop(entry);
    }

    private void CheckTop(YamlEntry entry)
    {
        switch (entry.Name)
        {
            case "title" or "function" or "notes" or "deprecated" or "source":
                Clean(entry.Value);
                break;
            case "manuals":
            case "roles" when entry.Value is YamlMapping:
                Clean(entry.Value);
                break;
            case "errata":
                break;
            case "examples":
                foreach (var example in (entry.Value as YamlSequence)?.Items ?? [])
                    Clean((example as YamlMapping)?.Find("title")?.Value);
                break;
            case "path" or "query" or "headers" or "parts" or "body" or "response" or "error" or "with":
                CheckRows(entry.Value);
                break;
            case "schemas" or "sets" when entry.Value is YamlMapping tables:
                foreach (var table in tables.Entries)
                    CheckRow(table.Value);
                break;
            case "status":
                CheckStatuses(entry.Value);
                break;
            default:
                CheckAll(entry.Value);
                break;
        }
    }

    private void CheckStatuses(YamlNode node)
    {
        if (node is not YamlMapping table)
        {
            if (node is not YamlScalar scalar || !ReportColon(scalar, isStatus: true))
                CheckAll(node);
            return;
        }

        foreach (var status in table.Entries)
        {
            if (status.Value is not YamlMapping row)
            {
                Clean(status.Value);
                continue;
            }

            foreach (var entry in row.Entries)
            {
                if (entry.Name is "description" or "editions")
                    Clean(entry.Value);
                else
                    CheckRows(entry.Value);
            }
        }
    }

    // The rows of a table, or the type that stands in its place.
    private void CheckRows(YamlNode node)
    {
        if (node is not YamlMapping rows)
        {
            if (node is not YamlScalar scalar || !ReportColon(scalar))
                CheckAll(node);
            return;
        }

        foreach (var row in rows.Entries)
            CheckRow(row.Value);
    }

    private void CheckRow(YamlNode node)
    {
        if (node is YamlScalar scalar)
            CheckRowText(scalar);
        else if (node is YamlMapping mapping && RowShape.HasType(mapping))
            CheckLongRow(mapping);
        else
            CheckRows(node);
    }

    private void CheckLongRow(YamlMapping row)
    {
        foreach (var entry in row.Entries)
        {
            switch (entry.Name)
            {
                case "description" or "notes" or "when" or "deprecated":
                    Clean(entry.Value);
                    break;
                case "values" when entry.Value is YamlMapping values:
                    foreach (var value in values.Entries)
                    {
                        Clean((value.Value as YamlMapping)?.Find("description")?.Value ?? value.Value as YamlScalar);
                        CheckAll((value.Value as YamlMapping)?.Find("csharp")?.Value);
                    }

                    break;
                case "members":
                    CheckRows(entry.Value);
                    break;
                default:
                    CheckRow(entry.Value);
                    break;
            }
        }
    }

    private void CheckAll(YamlNode? node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                Check(scalar, scalar.Value.Length);
                break;
            case YamlSequence sequence:
                sequence.Items.ForEach(CheckAll);
                break;
            case YamlMapping mapping:
                mapping.Entries.ForEach(entry => CheckAll(entry.Value));
                break;
        }
    }

    private static void Clean(YamlNode? node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                scalar.Rewrite(PlainText.OfProse(scalar.Value));
                break;
            case YamlSequence sequence:
                sequence.Items.ForEach(Clean);
                break;
            case YamlMapping mapping:
                mapping.Entries.ForEach(static entry => Clean(entry.Value));
                break;
        }
    }

    // 'type flags = constant - description': all before the description, and the link that it may begin with.
    private void CheckRowText(YamlScalar scalar)
    {
        if (IsAscii(scalar.Value) || ReportColon(scalar))
            return;
        var value = scalar.Value;
        var end = EndOfRow(value);
        var start = end;
        while (start < value.Length && char.IsWhiteSpace(value[start]))
            start++;
        var description = PlainText.Plain(value.Substring(start, Math.Min(value.Length - start, 2 * CSharpNames.MaximumLength)));
        var isLink = RowText.SplitLink(new RowText.Piece(description, 0, 0)).Link is not null;
        Check(scalar, isLink ? EndOfLink(value, start) : end, isMark: !isLink && end > 0 && IsLongDash(value[end - 1]));
    }

    // 'id：long' in the place of rows: to YAML it is a text, and no more can be said of it.
    private bool ReportColon(YamlScalar scalar, bool isStatus = false)
    {
        var isOneLine = scalar.Style == ScalarStyle.Plain && scalar.End - scalar.Start == scalar.Value.Length;
        if (!isOneLine || PlainText.FindColon(scalar.Value, 0, scalar.Value.Length, isStatus) is not { } colon)
            return false;
        ReportColon(text, diagnostics, colon with { Offset = scalar.Start + colon.Offset });
        scalar.IsBroken = true;
        return true;
    }

    /// <summary>Reports what looks like the colon behind a key.</summary>
    /// <param name="text">The file.</param>
    /// <param name="diagnostics">Where to report it.</param>
    /// <param name="colon">Its place in the file.</param>
    public static void ReportColon(SpecText text, DiagnosticBag diagnostics, StrayPlace colon)
    {
        var (start, end) = WordAt(text.Text, colon.Offset, text.Text.Length);
        var word = text.Text.Substring(start, end - start);
        var plain = PlainText.Plain(word.Substring(0, colon.Offset - start)) + ": " + PlainText.Plain(word.Substring(colon.Offset - start + colon.Length));
        diagnostics.Report(
            SpecRules.StrayCharacter, text.Span(colon.Offset, colon.Offset + colon.Length), word, colon.Character.ToString(), Advice(plain.TrimEnd()));
    }

    private static bool IsAscii(string value)
    {
        foreach (var c in value)
        {
            if (c >= 0x80)
                return false;
        }

        return true;
    }

    private static int EndOfLink(string value, int start)
    {
        var end = start + "link".Length;
        while (end < value.Length && (char.IsWhiteSpace(value[end]) || StrayCharacters.Find(value[end]) is { Kind: StrayKind.Invisible }))
            end++;
        while (end < value.Length && !char.IsWhiteSpace(value[end]))
            end++;
        return end;
    }

    // No type and no name has one, and a page may set it without spaces.
    private static bool IsLongDash(char c) => c is '\u2014' or '\u2015';

    // A dash between spaces begins the description, whichever dash it is; in a constant that stands in quotes it does not.
    private static int EndOfRow(string value)
    {
        var before = '\0';
        var isFirstWord = true;
        for (var i = 0; i < value.Length; i++)
        {
            if (before == '=' && value[i] is '"' or '\'' && value.IndexOf(value[i], i + 1) is > 0 and var close)
            {
                i = close;
                before = value[i];
                continue;
            }

            if (isFirstWord && i > 0 && IsLongDash(value[i]))
                return i + 1;
            isFirstWord &= char.IsLetterOrDigit(value[i]) || value[i] is '[' or ']' or '?' or '-';
            var isDash = value[i] == '-' || StrayCharacters.Find(value[i]) is { Plain: "-" };
            if (isDash && (i == 0 || char.IsWhiteSpace(value[i - 1])) && (i + 1 == value.Length || char.IsWhiteSpace(value[i + 1])))
                return i + 1;
            if (!char.IsWhiteSpace(value[i]))
                before = before == '=' && value[i] is '"' or '\'' ? '\0' : value[i];
        }

        return value.Length;
    }

    /// <summary>Reports the stray characters before <paramref name="end"/>, one mistake a word, and puts the plain ones in their place; what comes behind is prose.</summary>
    /// <param name="scalar">The text.</param>
    /// <param name="end">Where prose begins.</param>
    /// <param name="isMark">True where the last character before it is a dash that begins a description, with or without spaces.</param>
    private void Check(YamlScalar scalar, int end, bool isMark = false)
    {
        var value = scalar.Value;
        if (IsAscii(value))
            return;
        var head = value.Substring(0, end);
        // In the order of the text, so that each place is looked for from the last one on.
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
            // Quotation marks come in pairs, which one mistake is enough for.
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

    // "name" in quotation marks is, to YAML, the name.
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
            diagnostics.Report(SpecRules.StrayCharacter, span, word, first.Character.ToString(), Advice(plain));
    }

    private static string Advice(string plain) => plain.Length == 0 ? "remove it" : "write '" + plain + "'";

    // In double quotes an escape says which character is meant.
    private bool IsEscaped(YamlScalar scalar, SpecSpan span)
    {
        if (scalar.Style != ScalarStyle.DoubleQuoted)
            return false;
        var isWhole = span.Start == scalar.Start;
        return isWhole ? text.Text.IndexOf('\\', scalar.Start, scalar.End - scalar.Start) >= 0 : text.Text[span.Start] == '\\';
    }
}
