using System.Text;
using ApiSpec.Drafting.Pages;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reference;

namespace ApiSpec.Drafting.Samples;

/// <summary>JSON as a page prints it: a schema or an example.</summary>
/// <param name="Value">The value; null: it cannot be read.</param>
/// <param name="Text">The text as printed, with its indentation.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="IsCutOff">Whether the page ends before the value does.</param>
internal sealed record JsonSample(JsonText? Value, string Text, IReadOnlyList<PageLine> Lines, bool IsCutOff)
{
    /// <summary>The positions, in <see cref="ReadText"/>, of values that the page prints without quotation marks.</summary>
    public IReadOnlySet<int> BareWords { get; private init; } = new HashSet<int>();

    /// <summary>The text that positions refer to, without comments, repaired if the printed text is not JSON. Its lines are the lines of the page.</summary>
    public string ReadText { get; private init; } = Text;

    /// <summary>Whether the page leaves out the end: <c>[ { "size": 4 }, ...</c>.</summary>
    public bool EndsElided => IsElided(Text);

    /// <summary>The text without comments, before it is repaired.</summary>
    public string PlainText { get; private init; } = Text;

    /// <summary>The comments, with their positions in <see cref="PlainText"/>.</summary>
    public IReadOnlyList<SampleComment> Comments { get; private init; } = [];

    /// <summary>Returns the object that a value is, or the first object of the list that it is; null: it does not have one.</summary>
    public static JsonText? ObjectIn(JsonText json) => json.Kind switch
    {
        JsonTextKind.Object => json,
        JsonTextKind.Array => json.Items.FirstOrDefault(static item => item.Kind == JsonTextKind.Object),
        _ => null,
    };

    /// <summary>Reads the sample that starts at a line; null: no sample starts there.</summary>
    /// <param name="lines">The lines of a part.</param>
    /// <param name="index">The index of the line.</param>
    /// <param name="next">The index of the line after the sample.</param>
    public static JsonSample? Read(IReadOnlyList<PageLine> lines, int index, out int next)
    {
        next = index;
        if (!IsStart(lines[index].Text) || IsRow(lines[index]))
            return null;
        var depth = 0;
        var isInString = false;
        var sample = new List<PageLine>();
        for (var i = index; i < lines.Count; i++)
        {
            if (IsRow(lines[i]) || (lines[index].Kind == LineKind.Code && lines[i].Kind != LineKind.Code && !lines[i].IsBlank))
                break;
            sample.Add(lines[i]);
            next = i + 1;
            // A string never continues on the next line, even if its quotation marks are wrong.
            isInString = false;
            var text = SampleComments.Blank(lines[i].Text, out _);
            foreach (var (c, position) in text.Select(static (c, position) => (c, position)))
            {
                if (c is '"' && (position == 0 || text[position - 1] != '\\'))
                    isInString = !isInString;
                else if (!isInString)
                    depth += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
            }

            if (depth <= 0)
                break;
        }

        while (sample.Count > 1 && sample[^1].IsBlank)
            sample.RemoveAt(sample.Count - 1);
        return Of(TextOf(sample), depth > 0) with { Lines = [.. sample.Where(static line => !line.IsBlank)] };
    }

    /// <summary>Parses JSON, and repairs the text that a manual prints instead of values. A text that ends with an ellipsis is read up to there.</summary>
    public static JsonText? Parse(string text) => Of(text, IsElided(text)).Value;

    private static JsonSample Of(string text, bool isCutOff)
    {
        var plain = SampleComments.Blank(Language.Characters.PlainText.Plain(text), out var comments);
        if (JsonTextParser.Parse(plain, out _) is { } value)
            return new JsonSample(value, text, [], isCutOff) { ReadText = plain, PlainText = plain, Comments = comments };
        var repaired = JsonRepair.Repair(plain, isCutOff, out var bareWords);
        return new JsonSample(JsonTextParser.Parse(repaired, out _), text, [], isCutOff)
        {
            ReadText = repaired,
            PlainText = plain,
            BareWords = bareWords,
            Comments = comments,
        };
    }

    /// <summary>Returns the lines as one string, without their common indentation.</summary>
    public static string TextOf(IReadOnlyList<PageLine> lines)
    {
        var visible = lines.Where(static line => !line.IsBlank).ToList();
        var margin = visible.Count == 0 ? 0 : visible.Min(static line => line.Indent);
        var text = new StringBuilder();
        foreach (var line in lines)
            text.Append(line.IsBlank ? "" : line.Indented[margin..]).Append('\n');
        return text.ToString();
    }

    private static bool IsElided(string text) => text.TrimEnd() is [.., '.', '.', '.'] or [.., '\u2026'];

    // A cell can start with a brace, but JSON is not printed in several cells.
    private static bool IsRow(PageLine line) => line.Kind == LineKind.Row && line.Table > 0;

    // '[Response body]' is a heading.
    private static bool IsStart(string text)
        => text.Length > 0 && (text[0] == '{'
            || (text[0] == '[' && (text.Length == 1 || text[1..].TrimStart() is "" or ['{' or '"' or ']' or '[' or '-' or '.' or (>= '0' and <= '9'), ..])));
}
