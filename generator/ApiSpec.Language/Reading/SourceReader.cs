using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Reads the citation of a file (<c>source:</c>), and the misprints of its page (<c>errata:</c>).</summary>
internal static class SourceReader
{
    public static readonly string[] ErratumKeys = ["printed", "here", "omitted"];

    public static EquatableArray<SourceCitation> Read(ReadingContext context, MappingReader keys)
    {
        if (keys.Find("source") is not { } entry || entry.Value.IsBroken)
            return [];
        var citations = new List<SourceCitation>();
        switch (entry.Value)
        {
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                {
                    if (keys.RequireScalar(item, "source", item) is { } line)
                        Add(citations, line);
                }

                break;
            case YamlMapping:
                context.Report(SpecRules.WrongShape, entry.Key, "source", "a line such as 'V12 2.4.6 AOCR0066', or a list of them", "a mapping");
                break;
            default:
                if (keys.Scalar("source") is { } scalar)
                {
                    context.Locate(ReadingContext.ItemPointer(keys.PointerOf("source"), 0), context.Text.SpanOf(scalar));
                    Add(citations, scalar);
                }

                break;
        }

        return citations.ToEquatableArray();
    }

    public static EquatableArray<Erratum> ReadErrata(ReadingContext context, MappingReader keys)
    {
        var errata = new List<Erratum>();
        foreach (var (item, pointer) in keys.Mappings("errata", "printed"))
        {
            item.CheckKeys(ErratumKeys);
            if (item.Text("omitted") is { } omitted)
            {
                errata.Add(new Erratum(null, omitted) { Pointer = pointer + "/omitted" });
                continue;
            }

            foreach (var key in new[] { "printed", "here" })
            {
                if (item.Find(key) is null)
                    context.Report(SpecRules.MissingKey, context.Text.SpanOf(item.Mapping), "An erratum", key, "");
            }

            var printed = item.Text("printed");
            var here = item.Text("here");
            if (printed is not null && here is not null)
                errata.Add(new Erratum(printed, here) { Pointer = pointer + "/here" });
        }

        return errata.ToEquatableArray();
    }

    private static void Add(List<SourceCitation> citations, YamlScalar line)
    {
        var text = line.Value.Trim();
        var words = text.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return;
        // A section number starts with a digit (9.6.8), or is one letter and a number (B.2). Anything else is a page.
        var hasSection = words.Length > 1 && IsSection(words[1]);
        var page = string.Join(" ", words.Skip(hasSection ? 2 : 1));
        citations.Add(new SourceCitation(words[0], hasSection ? words[1] : null, page.Length == 0 ? null : page, text));
    }

    /// <summary>Whether a string is the number of a section.</summary>
    public static bool IsSection(string word) => word.Length > 0 && char.IsDigit(word[0]) || (word.Length > 2 && char.IsLetter(word[0]) && word[1] == '.');
}
