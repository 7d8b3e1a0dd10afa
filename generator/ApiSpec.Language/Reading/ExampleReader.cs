using ApiSpec.Language.Characters;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads usage examples. Their content stays exactly as pasted; other types check whether it agrees with the file.</summary>
internal static class ExampleReader
{
    private static readonly char[] KeptLineEnds = ['\u2028', '\u2029'];

    public static readonly string[] Keys = FormatWords.ExampleKeys;

    public static EquatableArray<ExampleDeclaration> Read(ReadingContext context, MappingReader keys)
    {
        var examples = new List<ExampleDeclaration>();
        foreach (var (item, pointer) in keys.Mappings("examples", "request header"))
        {
            item.CheckKeys(Keys);
            var example = new ExampleDeclaration
            {
                Title = item.Text("title"),
                RequestHeader = item.Verbatim("request header"),
                RequestBody = item.Verbatim("request body"),
                ResponseHeader = item.Verbatim("response header"),
                ResponseBody = item.Verbatim("response body"),
                Pointer = pointer,
            };
            if (!item.Mapping.Entries.Exists(static entry => entry.Name != "title"))
                context.Report(
                    SpecRules.MissingKey, context.Text.SpanOf(item.Mapping), "An example", "request header",
                    "; write it, or 'request body:', 'response header:' or 'response body:'");
            foreach (var key in Keys)
                LocateText(context, item, key);
            examples.Add(example);
        }

        return examples.ToEquatableArray();
    }

    // The lines of a block scalar start after its header, at the column of the first line that is not empty.
    private static void LocateText(ReadingContext context, MappingReader item, string key)
    {
        if (item.Find(key)?.Value is not YamlScalar { Style: ScalarStyle.Literal } block)
            return;
        var text = context.Text.Text;
        var first = text.IndexOf('\n', block.Start) + 1;
        // The parser keeps these ends of lines in the value, where they do not end a line. Diagnostics are then at the key.
        if (first == 0 || block.Value.IndexOfAny(KeptLineEnds) >= 0)
            return;
        var content = first;
        while (content < block.End && text[content] is ' ' or '\n' or '\r')
            content++;
        // The first line can be empty, and shorter than the indentation. Any indentation beyond the block's is part of the content.
        var start = block.Value.TrimStart('\n', '\r');
        var indent = content - (text.LastIndexOf('\n', Math.Max(0, content - 1)) + 1) - (start.Length - start.TrimStart(' ').Length);
        var line = context.Text.LineAt(first);
        context.Locate(
            item.PointerOf(key) + SpecLocations.Text, new SpecSpan(Math.Min(first + indent, context.Text.LineEnd(line)), 0, line, indent, line, indent));
    }
}
