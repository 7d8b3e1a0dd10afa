using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Markup;

/// <summary>A field: <c>:name: text</c>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Lines">The text.</param>
internal sealed partial record RstField(string Name, IReadOnlyList<SourceLine> Lines)
{
    /// <summary>The line of the file.</summary>
    public int Line { get; private init; }

    /// <summary>Whether the text starts on the line of the name.</summary>
    public bool IsOnOneLine { get; private init; }

    /// <summary>The line of the name.</summary>
    public string FirstLine => ":" + Name + ":" + (IsOnOneLine ? " " + Lines[0].Text : "");

    /// <summary>The text on one line.</summary>
    public string Text => string.Join(' ', Lines.Where(static line => !line.IsBlank).Select(static line => line.Text.Trim()));

    /// <summary>Returns the name and the text on a line; null: no field starts there. A role such as <c>:ref:`x`</c> is text.</summary>
    public static (string Name, string Text)? At(SourceLine line)
        => line.Text is [':', ..] && Form().Match(line.Text) is { Success: true } match ? (match.Groups["name"].Value, match.Groups["text"].Value.Trim())
            : null;

    /// <summary>Reads fields that follow each other.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="index">The index of the first field.</param>
    /// <param name="next">The index after the last one.</param>
    public static List<RstField> Read(IReadOnlyList<SourceLine> lines, int index, out int next)
    {
        var fields = new List<RstField>();
        next = index;
        for (var i = index; i < lines.Count; i++)
        {
            if (lines[i].IsBlank)
                continue;
            if (At(lines[i]) is not (var name, var text))
                break;
            var end = SourceLine.EndOfIndented(lines, i + 1, 1);
            var content = SourceLine.Dedent([.. lines.Skip(i + 1).Take(end - i - 1)]);
            // The paragraph on the line of the name continues below it.
            if (text.Length > 0)
                content.Insert(0, lines[i] with { Text = text });
            fields.Add(new RstField(name, content) { Line = lines[i].Number, IsOnOneLine = text.Length > 0 });
            next = end;
            i = end - 1;
        }

        return fields;
    }

    [GeneratedRegex(@"^:(?<name>[^:` ]([^:`]|\\:){0,120}):( (?<text>.*))?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
