using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Finds the text that a server writes before JSON, so that a browser does not run it as a script: <c>)]}'</c>, <c>while(1);</c>.</summary>
internal static class JsonPrefixDrafter
{
    private const string Key = "json prefix";

    // Longer ones first, because they can start with others.
    private static readonly string[] s_prefixes = [")]}',", ")]}'", "while(1);", "while (1);", "for(;;);", "for (;;);", "throw 1;", "{}&&", "{} &&"];

    private static readonly string[] s_words = ["prefix", "precede", "before", "start", "begin", "prepend"];

    /// <summary>Drafts the key from a sentence about the response; null: no sentence has such a text.</summary>
    public static DraftEntry? Draft(DraftingContext context)
    {
        foreach (var line in context.Section.Parts.Where(static part => !ProfileKeys.IsOfExample(part.Key) && part.Key != ProfileKeys.Skip)
            .SelectMany(static part => part.Visible).Where(static line => line.Kind == Pages.LineKind.Text))
        {
            if (Array.Find(s_prefixes, prefix => line.Text.Contains(prefix, StringComparison.Ordinal)) is not { } found
                || !Array.Exists(s_words, word => line.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))
                continue;
            context.Ledger.Use(line);
            return new DraftEntry(Key, new DraftText(found), Mark.Check("from the text"), [line]);
        }

        return null;
    }
}
