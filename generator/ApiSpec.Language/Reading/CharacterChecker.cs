using ApiSpec.Language.Characters;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>
/// Checks every string of a file before it is read. It reports unintended characters in names and in values that are sent, and removes invisible characters
/// from prose. Readers see the intended string, so one such character does not cause a second diagnostic.
/// </summary>
/// <remarks>Pasted examples and errata are not changed, because they show the printed text. A character that is intended can be written as an escape in
/// double quotes.</remarks>
internal sealed class CharacterChecker(SpecText text, DiagnosticBag diagnostics)
{
    private readonly ScalarCharacters _scalars = new(text, diagnostics);

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
            case "path" or "query" or "headers" or "with" or SectionReader.OldParts:
            case var key when FormatWords.IsKeyOfBody(key):
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
            if (node is not YamlScalar scalar || !_scalars.ReportColon(scalar, isStatus: true))
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

    // The rows of a table, or the type that replaces it.
    private void CheckRows(YamlNode node)
    {
        if (node is not YamlMapping rows)
        {
            if (node is not YamlScalar scalar || !_scalars.ReportColon(scalar))
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
                _scalars.Check(scalar, scalar.Value.Length);
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

    // 'type remarks - description': checks everything before the description, and the link at its start.
    private void CheckRowText(YamlScalar scalar)
    {
        if (ScalarCharacters.IsAscii(scalar.Value) || _scalars.ReportColon(scalar))
            return;
        var value = scalar.Value;
        var end = EndOfRow(value);
        var start = end;
        while (start < value.Length && char.IsWhiteSpace(value[start]))
            start++;
        var description = PlainText.Plain(value.Substring(start, Math.Min(value.Length - start, 2 * CSharpNames.MaximumLength)));
        var isLink = RowText.SplitLink(new RowText.Piece(description, 0, 0)).Link is not null;
        _scalars.Check(scalar, isLink ? EndOfLink(value, start) : end, isMark: !isLink && end > 0 && IsLongDash(value[end - 1]));
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

    // No type or name contains such a dash, and a page can print it without spaces.
    private static bool IsLongDash(char c) => c is '\u2014' or '\u2015';

    // A dash of any kind between spaces starts the description, except inside quotation marks.
    private static int EndOfRow(string value)
    {
        var isWordStart = true;
        var isFirstWord = true;
        for (var i = 0; i < value.Length; i++)
        {
            if (isWordStart && i > 0 && value[i] is '"' or '\'' && value.IndexOf(value[i], i + 1) is > 0 and var close)
            {
                i = close;
                isWordStart = false;
                continue;
            }

            if (isFirstWord && i > 0 && IsLongDash(value[i]))
                return i + 1;
            isFirstWord &= char.IsLetterOrDigit(value[i]) || value[i] is '[' or ']' or '-';
            var isDash = value[i] == '-' || StrayCharacters.Find(value[i]) is { Plain: "-" };
            if (isDash && isWordStart && (i + 1 == value.Length || char.IsWhiteSpace(value[i + 1])))
                return i + 1;
            isWordStart = char.IsWhiteSpace(value[i]);
        }

        return value.Length;
    }
}
