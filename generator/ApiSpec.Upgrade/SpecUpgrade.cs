using ApiSpec.Language.Characters;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Upgrade;

/// <summary>Rewrites one spec, or a part of one, to the form of this version. Comments and layout are kept, and text that cannot be read is not
/// changed.</summary>
internal sealed class SpecUpgrade
{
    // A longer row is easier to read with its description on a separate line.
    private const int LongestLine = 160;

    private static readonly string[] RowTables =
    [
        "path", "query", "headers", SectionReader.OldParts, .. FormatWords.BodyKeys, .. FormatWords.ResponseKeys, .. FormatWords.ErrorKeys,
    ];

    // Remarks to add to rows, by the position of their key.
    private readonly Dictionary<int, string> _needed = [];
    private readonly SpecText _text;
    private readonly TextEdits _edits;

    private SpecUpgrade(SpecText text)
    {
        _text = text;
        _edits = new TextEdits(text.Text);
    }

    /// <summary>Returns the text in the form of this version.</summary>
    public static string Upgrade(string text) => TryUpgrade(text) ?? text;

    /// <summary>Returns the text in the form of this version; null: it is not YAML, or not a table.</summary>
    public static string? TryUpgrade(string text)
    {
        var spec = new SpecText(text);
        if (YamlLoader.Load(spec, new DiagnosticBag(), CancellationToken.None) is not { } root)
            return null;
        var upgrade = new SpecUpgrade(spec);
        upgrade.File(root);
        return upgrade._edits.Apply();
    }

    private void File(YamlMapping root)
    {
        Requires(root);
        if (!root.Entries.Exists(
            static entry => entry.Value is YamlMapping && (Array.IndexOf(FileKeys.Section, entry.Name) >= 0 || Array.IndexOf(FileKeys.Api, entry.Name) >= 0))
            && root.Find("request") is null && root.Find("client") is null)
        {
            Rows(root);
            return;
        }

        Form(root);
        foreach (var entry in root.Entries)
        {
            if (Array.IndexOf(RowTables, entry.Name) >= 0)
                Table(entry.Value, root.IsFlow);
            else if (entry is { Name: "schemas", Value: YamlMapping schemas })
                schemas.Entries.ForEach(schema => Schema(schema, schemas.IsFlow));
            else if (entry is { Name: "sets", Value: YamlMapping sets })
                sets.Entries.ForEach(set => Table(set.Value, sets.IsFlow));
            else if (entry is { Name: "types", Value: YamlMapping types })
                types.Entries.ForEach(type => Type(type.Value, types.IsFlow));
            else if (entry is { Name: "date-time", Value: YamlMapping { Entries: [{ Name: "write", Value: YamlScalar form }] } moment })
                _edits.Replace(_text.Text.IndexOf(':', entry.Key.End) + 1, moment.IsFlow ? moment.End : form.End, " " + _text.Text[form.Start..form.End]);
            else if (entry is { Name: "paging", Value: YamlMapping paging } && paging.Find("previous") is { } previous)
                Remove(paging, previous);
            else if (entry is { Name: "with", Value: YamlMapping with })
                with.Entries.ForEach(member => Value(member.Value, with.IsFlow));
            else if (entry is { Name: "status", Value: YamlMapping statuses })
                statuses.Entries.ForEach(Status);
        }
    }

    // In version 0.1, the rows of a form were under 'parts:', and its media type was the value of 'body:'. An unusual media type now needs a Content-Type row.
    private void Form(YamlMapping root)
    {
        if (root.IsFlow || root.Find(SectionReader.OldParts) is not { } fields || root.Find(FormatWords.Body) is not { Value: YamlScalar body } entry
            || FormKeyOf(body.Value) is not { } key)
            return;
        RemoveLines(entry);
        _edits.Replace(fields.Key.Start, fields.Key.End, key);
    }

    /// <summary>Returns the key for the rows of a form with this media type; null: no key implies the media type.</summary>
    public static string? FormKeyOf(string mediaType)
        => BodyFormats.FormOf(mediaType) is { } format && BodyFormats.MediaTypeOf(format) == mediaType.Trim() ? BodyFormats.RequestKeyOf(format) : null;

    // A row now states itself when it is required. A rule about rows of another file, or about two values that need the same one, is left to the writer.
    private void Requires(YamlMapping root)
    {
        if (root.Find(OldRequires.Key) is not { Value: YamlMapping rules } entry)
            return;
        var rows = new[] { "query", "headers", SectionReader.OldParts, FormatWords.Body }.Select(key => root.Find(key)?.Value).OfType<YamlMapping>()
            .SelectMany(static table => table.Entries)
            .GroupBy(static row => RowName.Parse(row.Name).Name, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        var found = OldRequires.Of(rules).ToList();
        if (found.Count == 0 || found.Select(static rule => rule.Needed).Distinct(StringComparer.Ordinal).Count() < found.Count
            || found.Exists(
                rule => !rows.TryGetValue(rule.Needed, out var row) || row.Value is not YamlScalar scalar || Read(scalar) is not { RequiredWhen: null }))
            return;
        foreach (var (name, needed) in found)
            _needed[rows[needed].Key.Start] = RowText.RequiredWhenWords + " " + ConditionText.Quoted(name) + " is given";
        RemoveLines(entry);
    }

    private void Status(YamlEntry status)
    {
        if (status.Value is not YamlMapping row)
            return;
        foreach (var entry in row.Entries)
        {
            if (entry.Name == "headers" || Array.IndexOf(FormatWords.ResponseKeys, entry.Name) >= 0)
                Table(entry.Value, row.IsFlow);
        }
    }

    private void Table(YamlNode node, bool isInFlow)
    {
        if (node is YamlMapping rows)
            Rows(rows);
        else
            Type(node, isInFlow);
    }

    private void Rows(YamlMapping rows) => rows.Entries.ForEach(row => Row(row, rows.IsFlow));

    private void Row(YamlEntry entry, bool isInFlow)
    {
        if (entry.Value is YamlScalar scalar)
            OneLine(entry, scalar, isInFlow);
        else if (entry.Value is YamlMapping mapping)
        {
            if (RowShape.HasType(mapping) && (RowShape.IsLongForm(mapping, RowReader.LongKeys) || OldRow.IsLongForm(mapping)))
                LongRow(entry, mapping, isInFlow);
            else
                Rows(mapping);
        }
    }

    private void OneLine(YamlEntry entry, YamlScalar scalar, bool isInFlow)
    {
        if (Read(scalar) is not { } row)
            return;
        var name = RowName.Parse(entry.Name);
        var isNeeded = _needed.TryGetValue(entry.Key.Start, out var needed);
        if (!OldRow.IsOld(name, row) && !HasOldNumber(scalar) && !isNeeded)
            return;
        Count(entry, name, row);
        if (isNeeded)
            row = RowText.Parse(RowWriter.Write(row, withDescription: false, more: needed)
                + (scalar.Value.IndexOf(" - ", StringComparison.Ordinal) is >= 0 and var dash ? scalar.Value[dash..] : ""));
        Replace(scalar, RowWriter.Write(row, withRange: name.Counts.Count == 0), isInFlow);
    }

    // The number of items goes into the brackets of the name: 'steps[1..10]'.
    private void Count(YamlEntry entry, RowName name, RowText row)
    {
        var end = entry.Key.Start;
        for (var i = _text.Text.IndexOf("[]", entry.Key.Start, StringComparison.Ordinal); i >= 0
            && i < entry.Key.End; i = _text.Text.IndexOf("[]", i + 2, StringComparison.Ordinal))
            end = i;
        if (name.Counts.Count > 0 && row.Range is { } range && end > entry.Key.Start)
            _edits.Replace(end + 1, end + 1, range.Text);
    }

    private void LongRow(YamlEntry entry, YamlMapping mapping, bool isInFlow)
    {
        if (mapping.Find("members")?.Value is YamlMapping members)
            Rows(members);
        if (mapping.Find(OldRow.Pattern) is { Value: YamlScalar } pattern)
        {
            Rename(entry, mapping, pattern, isInFlow);
            return;
        }

        var name = RowName.Parse(entry.Name);
        var type = mapping.Find("type")?.Value as YamlScalar;
        var composed = OldRow.HasOldKeys(mapping) ? OldRow.Compose(null, mapping) : type?.Value;
        var isOld = OldRow.HasOldKeys(mapping) || (type is not null && HasOldNumber(type));
        if (composed is null || RowText.Parse(OldNumber.Replace(composed)) is not { Type: not null, Diagnostics.Count: 0 } row
            || (!isOld && !OldRow.IsOld(name, row)))
            return;
        Count(entry, name, row);
        var text = RowWriter.Write(row, withRange: name.Counts.Count == 0);
        if (OneLineOf(entry, mapping, text) is { } line)
        {
            var colon = _text.Text.IndexOf(':', entry.Key.End);
            _edits.Replace(colon + 1, mapping.IsFlow ? mapping.End : mapping.Entries[^1].Value.End, " " + YamlText.Of(line, ScalarStyle.Plain, isInFlow));
            return;
        }

        for (var i = 0; i < mapping.Entries.Count; i++)
        {
            var key = mapping.Entries[i];
            if (OldRow.IsKey(key.Name))
                Remove(mapping, key);
        }

        if (type is not null)
            Replace(type, text, mapping.IsFlow);
        else if (mapping.IsFlow)
            _edits.Replace(mapping.Entries[0].Key.Start, mapping.Entries[0].Key.Start, "type: " + YamlText.Of(text, ScalarStyle.Plain, isInFlow: true) + ", ");
        else
            _edits.Replace(
                mapping.Entries[0].Key.Start, mapping.Entries[0].Key.Start, "type: " + text + "\n" + new string(' ', Column(mapping.Entries[0].Key.Start)));
    }

    private void Remove(YamlMapping mapping, YamlEntry key)
    {
        var position = mapping.Entries.IndexOf(key);
        if (!mapping.IsFlow)
            RemoveLines(key);
        else if (position > 0)
            _edits.Replace(mapping.Entries[position - 1].Value.End, key.Value.End, "");
        else if (mapping.Entries.Count > 1)
            _edits.Replace(key.Key.Start, mapping.Entries[1].Key.Start, "");
    }

    // The row is named after its pattern, and the program keeps the old name in 'csharp:'.
    private void Rename(YamlEntry entry, YamlMapping mapping, YamlEntry pattern, bool isInFlow)
    {
        var name = OldRow.Rename(RowName.Parse(entry.Name), mapping) with { IsOptional = false };
        _edits.Replace(
            entry.Key.Start, entry.Key.End, YamlText.Of(name.Name, isInFlow || name.Name[0] == '{' ? ScalarStyle.DoubleQuoted : ScalarStyle.Plain, isInFlow));
        if (mapping.Find("csharp") is null && CSharpNames.IsIdentifier(entry.Name))
            _edits.Replace(pattern.Key.Start, pattern.Value.End, "csharp: " + entry.Name);
        else
            Remove(mapping, pattern);
    }

    // Returns the row in short form, if that contains everything.
    private string? OneLineOf(YamlEntry entry, YamlMapping mapping, string text)
    {
        if (mapping.Entries.Exists(static key => key.Name is not ("type" or "description") && !OldRow.IsKey(key.Name)) || HasComment(entry, mapping))
            return null;
        var line = text;
        if (mapping.Find("description") is { } description)
        {
            if (description.Value is not YamlScalar { Style: ScalarStyle.Plain or ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted } said
                || said.Value.Contains('\n', StringComparison.Ordinal))
                return null;
            line += " - " + said.Value;
        }

        // A value with several lines ends after its line break.
        return mapping.Entries[^1].Value is YamlScalar { Style: ScalarStyle.Literal or ScalarStyle.Folded }
            || Column(entry.Key.Start) + entry.Name.Length + 2 + line.Length > LongestLine ? null : line;
    }

    private bool HasComment(YamlEntry entry, YamlMapping mapping)
    {
        for (var line = _text.LineAt(entry.Key.Start); line <= _text.LineAt(mapping.Entries[^1].Value.End); line++)
        {
            var content = _text.Text[_text.LineStart(line).._text.LineEnd(line)];
            if (content.TrimStart().StartsWith('#') || content.Contains(" #", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // A comment after the key is kept on a separate line.
    private void RemoveLines(YamlEntry key)
    {
        var first = _text.LineAt(key.Key.Start);
        var last = _text.LineAt(Math.Max(key.Key.End, key.Value.End - 1));
        var end = last + 1 < _text.LineCount ? _text.LineStart(last + 1) : _text.Text.Length;
        var rest = _text.Text[Math.Min(key.Value.End, _text.LineEnd(last)).._text.LineEnd(last)].TrimStart();
        if (rest.StartsWith('#'))
        {
            _edits.Replace(key.Key.Start, _text.LineEnd(last), rest);
            return;
        }

        // Without this, a blank line on each side would become two.
        if (IsBlank(first - 1) && IsBlank(last + 1))
            end = last + 2 < _text.LineCount ? _text.LineStart(last + 2) : _text.Text.Length;
        _edits.Replace(_text.LineStart(first), end, "");
    }

    private bool IsBlank(int line) => line >= 0 && line < _text.LineCount && string.IsNullOrWhiteSpace(_text.Text[_text.LineStart(line).._text.LineEnd(line)]);

    private void Schema(YamlEntry entry, bool isInFlow)
    {
        if (entry.Value is YamlScalar scalar && Read(scalar) is { } row && (row.IsOld || HasOldNumber(scalar)))
            Replace(scalar, RowWriter.Write(row), isInFlow);
        if (entry.Value is not YamlMapping mapping)
            return;
        if (!RowShape.IsLongForm(mapping, SchemaReader.LongKeys))
        {
            Rows(mapping);
            return;
        }

        if (mapping.Find("members")?.Value is YamlMapping members)
            Rows(members);
        if (mapping.Find("type")?.Value is { } type)
            Type(type, mapping.IsFlow);
    }

    private void Type(YamlNode node, bool isInFlow)
    {
        if (node is not YamlScalar scalar)
            return;
        var text = OldNumber.Replace(scalar.Value);
        if (TypeParser.ParseAt(text, 0) is { Type: { } type, Diagnostic: null } parse && parse.End == text.Length && (parse.IsOld || text != scalar.Value))
            Replace(scalar, RowWriter.Write(type), isInFlow);
    }

    private void Value(YamlNode node, bool isInFlow)
    {
        if (node is YamlScalar scalar && RowText.ParseValue(scalar.Value) is { IsOld: true, Diagnostics.Count: 0 } value)
            Replace(scalar, RowWriter.WriteValue(value), isInFlow);
    }

    private static bool HasOldNumber(YamlScalar scalar) => OldNumber.Replace(scalar.Value) != scalar.Value;

    private static RowText? Read(YamlScalar scalar)
        => RowText.Parse(OldNumber.Replace(scalar.Value)) is { Type: not null, Diagnostics.Count: 0 } row ? row : null;

    private void Replace(YamlScalar scalar, string text, bool isInFlow)
    {
        if (scalar.Style is not (ScalarStyle.Literal or ScalarStyle.Folded) && !text.Contains('\n', StringComparison.Ordinal))
            _edits.Replace(scalar.Start, scalar.End, YamlText.Of(text, scalar.Style, isInFlow));
    }

    private int Column(int position) => position - _text.LineStart(_text.LineAt(position));
}
