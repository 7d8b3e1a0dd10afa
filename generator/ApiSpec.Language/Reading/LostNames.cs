using ApiSpec.Language.Collections;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads keys line by line from a file that is not valid YAML.</summary>
internal static class LostNames
{
    // The file already has one diagnostic, and a hundred in other files would hide it. No real file declares more tables.
    private const int Most = 2000;

    /// <summary>Returns the possible names of schemas, without their type parameters, and the name of the operation.</summary>
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
