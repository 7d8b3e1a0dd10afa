using ApiSpec.Language.Collections;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>The keys of a text that is no YAML as a whole, read line by line.</summary>
internal static class LostNames
{
    // One diagnostic is told of the file; a hundred of the others would hide it. Nobody declares more tables in one file.
    private const int Most = 2000;

    /// <summary>What may be the name of a schema, without its type parameters, and the name of the operation.</summary>
    public static EquatableArray<string> Of(SpecText text)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var line = 0; line < text.LineCount && names.Count < Most; line++)
        {
            var start = text.FirstVisible(line);
            var end = start;
            while (end < text.LineEnd(line) && (char.IsLetterOrDigit(text.Text[end]) || text.Text[end] == '_'))
                end++;
            if (end == start || end == text.LineEnd(line) || text.Text[end] is not (':' or '<'))
                continue;
            var name = text.Text.Substring(start, end - start);
            names.Add(name == "operation" ? text.Text.Substring(end + 1, Math.Min(text.LineEnd(line) - end - 1, 2 * CSharpNames.MaximumLength)).Trim() : name);
        }

        return names.OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray();
    }
}
