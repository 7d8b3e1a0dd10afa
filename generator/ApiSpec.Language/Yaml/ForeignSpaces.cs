using ApiSpec.Language.Characters;
using ApiSpec.Language.Diagnostics;

namespace ApiSpec.Language.Yaml;

/// <summary>Finds spaces other than U+0020 before the text of a line, or after its colon or dash. YAML treats them as part of the text.</summary>
internal static class ForeignSpaces
{
    /// <summary>Returns the positions of such spaces, in order.</summary>
    public static List<int> Find(SpecText text)
    {
        var positions = new List<int>();
        for (var line = 0; line < text.LineCount; line++)
        {
            var end = text.LineEnd(line);
            var position = Skip(text.Text, text.LineStart(line), end, positions);
            if (position + 1 < end && text.Text[position] == '-')
                position = SkipForeign(text.Text, position + 1, end, positions);
            if (EndOfKey(text.Text, position, end) is { } colon)
                SkipForeign(text.Text, colon + 1, end, positions);
        }

        return positions;
    }

    /// <summary>Returns the text with plain spaces instead.</summary>
    public static string Replace(string text, List<int> positions)
    {
        var characters = text.ToCharArray();
        foreach (var position in positions)
            characters[position] = ' ';
        return new string(characters);
    }

    /// <summary>Reports the first such space of each line. Lines inside a longer text are skipped, because spaces mean nothing there.</summary>
    public static void Report(SpecText text, List<int> positions, YamlNode root, DiagnosticBag diagnostics)
    {
        var texts = new List<YamlScalar>();
        Collect(text, root, texts);
        texts.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        var next = 0;
        var lastLine = -1;
        foreach (var position in positions)
        {
            while (next < texts.Count && texts[next].End <= position)
                next++;
            var line = text.LineAt(position);
            if (line == lastLine || (next < texts.Count && texts[next].Start < position))
                continue;
            lastLine = line;
            var visible = text.Text.IndexOf('#', text.LineStart(line), text.LineEnd(line) - text.LineStart(line));
            if (visible >= 0 && text.Text.Substring(text.LineStart(line), visible - text.LineStart(line)).Trim().Length == 0)
                continue;
            diagnostics.Report(
                SpecRules.StrayCharacter, text.Span(position, position + 1), Shown(text, line), StrayCharacters.Find(text.Text[position])!.ToString(),
                "use spaces (U+0020)");
        }
    }

    private static string Shown(SpecText text, int line)
    {
        var content = text.Text.Substring(text.LineStart(line), text.LineEnd(line) - text.LineStart(line)).Trim();
        return content.Length > 60 ? content.Remove(60) + "…" : content;
    }

    private static int Skip(string text, int position, int end, List<int> positions)
    {
        while (position < end && (text[position] is ' ' or '\t' || IsForeign(text[position])))
        {
            if (IsForeign(text[position]))
                positions.Add(position);
            position++;
        }

        return position;
    }

    private static int SkipForeign(string text, int position, int end, List<int> positions)
        => position < end && IsForeign(text[position]) ? Skip(text, position, end, positions) : position;

    // Returns the first colon of the line, unless a colon that YAML itself recognises comes before it.
    private static int? EndOfKey(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] == ':' && i + 1 < end && text[i + 1] == ' ')
                return null;
            if (text[i] == ':' && i + 1 < end && IsForeign(text[i + 1]))
                return i;
        }

        return null;
    }

    private static void Collect(SpecText text, YamlNode node, List<YamlScalar> texts)
    {
        switch (node)
        {
            case YamlScalar scalar when scalar.End > scalar.Start && text.LineAt(scalar.Start) != text.LineAt(scalar.End - 1):
                texts.Add(scalar);
                break;
            case YamlSequence sequence:
                sequence.Items.ForEach(item => Collect(text, item, texts));
                break;
            case YamlMapping mapping:
                mapping.Entries.ForEach(entry => Collect(text, entry.Value, texts));
                break;
        }
    }

    private static bool IsForeign(char c) => c >= 0x80 && StrayCharacters.Find(c) is { Kind: StrayKind.Space };
}
