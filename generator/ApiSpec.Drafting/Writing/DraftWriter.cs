using ApiSpec.Drafting.Drafts;
using ApiSpec.Drafting.Pages;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Drafting.Writing;

/// <summary>Writes a draft in the usual style of specs.</summary>
internal sealed class DraftWriter
{
    private const int LongestQuote = 120;
    private const int MostUnread = 2_000;

    // Keys after a blank line.
    private static readonly HashSet<string> s_paragraphs = new(StringComparer.Ordinal)
    {
        "function", "roles", "path", "query", "headers", "body", "body form", "body multipart", "status", "response", "error", "error codes",
        "examples", "schemas",
    };

    private readonly List<WrittenLine> _lines = [];

    /// <summary>Writes a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="complaints">The ids of diagnostics from the check of an earlier attempt, by line, counted from zero.</param>
    public static WrittenDraft Write(Draft draft, IReadOnlyDictionary<int, string>? complaints = null)
    {
        var writer = new DraftWriter();
        writer.WriteAll(draft);
        foreach (var (index, complaint) in complaints ?? new Dictionary<int, string>())
            writer.Doubt(index, complaint);
        return new WrittenDraft(
            [.. writer._lines.Select(static line => line.Mark.Reason is { } reason ? line with { Text = line.Text + "  # " + Comment(reason) } : line)]);
    }

    // In a pasted block, the mark goes to the key.
    private void Doubt(int index, string complaint)
    {
        if (_lines.Count == 0)
            return;
        index = Math.Clamp(index, 0, _lines.Count - 1);
        while (index > 0 && (_lines[index].IsPasted || _lines[index].Text.Length == 0))
            index--;
        _lines[index] = _lines[index] with { Mark = _lines[index].Mark.And(Mark.Check(complaint)) };
    }

    private void WriteAll(Draft draft)
    {
        foreach (var entry in draft.Entries)
        {
            if (s_paragraphs.Contains(entry.Key) && _lines.Count > 0 && !IsPair(entry.Key))
                Add("", Mark.Printed, []);
            WriteEntry(entry, 0);
        }

        if (draft.Notes.Count + draft.Unread.Count + draft.LeftOut.Count > 0)
            Add("", Mark.Printed, []);
        foreach (var note in draft.Notes)
            Add("# " + Comment(note), Mark.Printed, []);
        AddUnused("left out", [.. draft.LeftOut.Select(static left => left.Line)], index => " with '" + Comment(draft.LeftOut[index].Part) + "'");
        AddUnused("not read", draft.Unread, static _ => "");
    }

    private void AddUnused(string what, IReadOnlyList<PageLine> lines, Func<int, string> reason)
    {
        for (var i = 0; i < Math.Min(lines.Count, MostUnread); i++)
            Add("# " + what + reason(i) + ", " + lines[i].Place + ": " + Comment(lines[i].Text), Mark.Printed, [lines[i]]);
        // Otherwise a long page would make the file too large to be read as a spec.
        if (lines.Count > MostUnread)
            Add("# " + what + ", " + lines[MostUnread].Place + " to " + lines[^1].Place + ": "
                + (lines.Count - MostUnread).ToString(System.Globalization.CultureInfo.InvariantCulture) + " lines",
                Mark.Printed, [.. lines.Skip(MostUnread)]);
    }

    // The request line follows the roles, and values follow the response that they belong to.
    private bool IsPair(string key) => key == "roles" && _lines.Count > 0 && _lines[^1].Text.Length == 0;

    private void WriteEntry(DraftEntry entry, int indent)
    {
        var key = new string(' ', indent) + KeyOf(entry.Key) + ":";
        switch (entry.Value)
        {
            // A status without a description.
            case DraftText { Text.Length: 0 }:
                Add(key, entry);
                break;
            case DraftText text:
                Add(key + " " + YamlText.Of(text.Text, ScalarStyle.Plain, isInFlow: false), entry);
                break;
            case DraftWords words:
                Add(key + " [" + string.Join(", ", words.Words.Select(static word => YamlText.Of(word, ScalarStyle.Plain, isInFlow: true))) + "]", entry);
                break;
            case DraftBlock block:
                WriteBlock(key, block.Text, indent, entry);
                break;
            case DraftTable table:
                Add(key, entry);
                foreach (var child in table.Entries)
                    WriteEntry(child, indent + 2);
                break;
            case DraftItems items:
                Add(key, entry);
                foreach (var item in items.Items)
                    WriteItem(item, indent + 2);
                break;
        }
    }

    private void WriteItem((DraftValue Value, Mark Mark, IReadOnlyList<PageLine> Lines) item, int indent)
    {
        var dash = new string(' ', indent) + "- ";
        if (item.Value is DraftText text)
        {
            Add(dash + YamlText.Of(text.Text, ScalarStyle.Plain, isInFlow: false), item.Mark, item.Lines);
            return;
        }

        var first = _lines.Count;
        foreach (var entry in ((DraftTable)item.Value).Entries)
            WriteEntry(entry, indent + 2);
        _lines[first] = _lines[first] with { Text = dash + _lines[first].Text[(indent + 2)..] };
    }

    private void WriteBlock(string key, string text, int indent, DraftEntry entry)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        // Text that a block scalar cannot contain is written with escapes.
        if (lines.Any(static line => line.Any(char.IsControl)) || lines[0].Length == 0)
        {
            Add(key + " " + YamlText.Of(text.Trim('\n'), ScalarStyle.DoubleQuoted, isInFlow: false), entry);
            return;
        }

        // An indented first line would otherwise define the indentation of the block.
        Add(key + (lines[0][0] == ' ' ? " |2" : " |"), entry);
        var margin = new string(' ', indent + 2);
        for (var i = 0; i < lines.Length; i++)
            _lines.Add(new WrittenLine(
                lines[i].Length == 0 ? "" : margin + lines[i], Mark.Printed, i < entry.Lines.Count ? [entry.Lines[i]] : []) { IsPasted = true });
    }

    private static string KeyOf(string key) => key == "..." ? key : YamlText.OfKey(key);

    private void Add(string text, DraftEntry entry) => Add(text, entry.Mark, entry.Lines);

    private void Add(string text, Mark mark, IReadOnlyList<PageLine> lines) => _lines.Add(new WrittenLine(text, mark, lines));

    // A comment ends with its line, so text of a page must not contain a line break.
    private static string Comment(string text)
    {
        var line = PageText.Of(text);
        return line.Length <= LongestQuote ? line : line[..(char.IsHighSurrogate(line[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)] + "...";
    }
}
