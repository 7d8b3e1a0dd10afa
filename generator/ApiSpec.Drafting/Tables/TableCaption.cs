using System.Text;
using System.Text.RegularExpressions;

namespace ApiSpec.Drafting.Tables;

/// <summary>Finds the name of the object in the caption of its table: <c>owner</c> of <c>The owner object</c>, <c>Attributes of owner</c> and <c>Each owner has
/// these fields:</c>.</summary>
internal static partial class TableCaption
{
    private const int LongestCaption = 120;
    private const int MostWords = 16;
    private const int MostWordsOfName = 4;

    private static readonly string[] s_plurals = ["sses", "xes", "ches"];
    private static readonly char[] s_around = [.. ":,.;()\"'`*\u201C\u201D\u2018\u2019\uFF1A\u2014\u2013"];

    // The words around the name.
    private static readonly HashSet<string> s_fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "each", "every", "all", "any", "this", "these", "its", "of", "in", "for", "from", "inside", "under", "within", "with", "as", "is",
        "are", "has", "have", "can", "may", "contains", "contain", "containing", "includes", "include", "comprises", "consists", "describes", "lists", "shows",
        "supports", "where", "following", "below", "follows", "-", "\u2013", "\u2014", "json", "object", "objects", "field", "fields", "parameter",
        "parameters", "property", "properties", "attribute", "attributes", "member", "members", "element", "elements", "key", "keys", "value", "values",
        "array", "list", "item", "items", "entry", "entries", "record", "records", "structure", "structures", "struct", "schema", "model", "type", "types",
        "data", "table", "description", "descriptions", "definition", "definitions", "details", "detail", "format", "content", "contents", "information",
        "body", "request", "response", "result", "nested", "sub", "sub-object", "subobject", "sub-attributes", "sub-fields", "sub-properties",
        "sub-parameters", "subfields", "child", "inner", "embedded",
        "return", "returns", "returned", "single", "see",
    };

    private static readonly HashSet<string> s_prepositions = new(StringComparer.OrdinalIgnoreCase) { "for", "from", "as", "can", "may" };

    private static readonly HashSet<string> s_structures = new(StringComparer.OrdinalIgnoreCase)
    {
        "object", "objects", "field", "fields", "parameter", "parameters", "property", "properties", "attribute", "attributes", "member", "members", "element",
        "elements", "structure", "schema", "contains", "includes", "has", "have", "table",
    };

    // Their tables are parts of the section.
    private static readonly HashSet<string> s_messages = new(StringComparer.OrdinalIgnoreCase) { "request", "response", "body", "query", "header", "headers" };

    /// <summary>Returns the name in a caption; null: the text is not a caption, or it names nothing that is known.</summary>
    /// <param name="text">The text.</param>
    /// <param name="find">Returns what a word names; null: nothing.</param>
    public static string? NameIn(string text, Func<string, string?> find)
    {
        if (text.Length is 0 or > LongestCaption)
            return null;
        var words = Number().Replace(text, "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static word => LastOf(word.Trim(s_around)))
            .Where(static word => word.Length > 0).ToList();
        if (words.Count is 0 or > MostWords)
            return null;
        var names = words.FindAll(static word => !s_fillers.Contains(word));
        // 'For owners' and 'The data fields in the request' are not about members called 'owners' and 'data'.
        if (words.Exists(s_prepositions.Contains) && !words.Exists(s_structures.Contains)
            || (names.Count == 0 && words.Exists(s_messages.Contains)))
            return null;
        if (names.Count == 0)
        {
            // The object itself can be called 'items' or 'data'.
            var named = words.Select(word => s_fillers.TryGetValue(word, out var filler) && filler == word ? find(word) : null).OfType<string>()
                .Distinct(StringComparer.Ordinal).ToList();
            return named is [var only] ? only : null;
        }

        // 'Backup policy object' for 'backupPolicy'. Words between its own belong to a sentence.
        var first = words.IndexOf(names[0]);
        return names.Count <= MostWordsOfName && words.Count >= first + names.Count && words.Skip(first).Take(names.Count).SequenceEqual(names)
            ? find(string.Concat(names)) : null;
    }

    /// <summary>Returns a name without case, separators and the ending of a plural, for comparison.</summary>
    public static string Folded(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Where(char.IsLetterOrDigit))
            folded.Append(char.ToLowerInvariant(c));
        var plain = folded.ToString();
        return plain.Length < 4 || !plain.EndsWith('s') || plain.EndsWith("ss", StringComparison.Ordinal) ? plain
            : plain.EndsWith("ies", StringComparison.Ordinal) ? plain[..^3] + "y"
            : s_plurals.Any(plural => plain.EndsWith(plural, StringComparison.Ordinal)) ? plain[..^2]
            : plain[..^1];
    }

    // 'owner' of 'volume.owner' and 'items[].owner', and 'items' of 'items[]'.
    private static string LastOf(string word)
    {
        var name = word.EndsWith("[]", StringComparison.Ordinal) ? word[..^2] : word;
        return name[(name.LastIndexOf('.') + 1)..];
    }

    // 'Table 3: '.
    [GeneratedRegex("^Table [0-9]+([.-][0-9]+)*[.:]? +", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
