using System.Text.RegularExpressions;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads a sentence that says what a body is: <c>Returns an array of racks</c>, <c>The response is a list of Rack objects.</c></summary>
/// <param name="Items">The words for the items of the list.</param>
/// <param name="ListWord">The word for the list.</param>
internal sealed partial record BodyLead(string Items, string ListWord)
{
    private const int LongestLead = 200;

    /// <summary>Reads a sentence; null: it says something else.</summary>
    public static BodyLead? Read(string text)
        => text.Length <= LongestLead && ListOf().Match(text) is { Success: true } match
            ? new BodyLead(match.Groups["items"].Value, match.Groups["list"].Value)
            : null;

    /// <summary>Returns the mark of a body that a word says is a list. <c>Array</c> is the word of JSON, and a list can also be inside an object.</summary>
    public static Mark MarkOf(string listWord, string source)
        => listWord.Equals("array", StringComparison.OrdinalIgnoreCase) ? Mark.From(source) : Mark.Check("whether the body is a list");

    /// <summary>Whether rows describe the items, and not an object around the list.</summary>
    public bool FitsItems(IEnumerable<DraftRow> rows)
    {
        var items = Items.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(TableCaption.Folded).ToHashSet(StringComparer.Ordinal);
        return !rows.Any(row => row.Lists > 0 && (items.Contains(TableCaption.Folded(row.Name)) || row.Name is "items" or "data" or "results" or "entries"));
    }

    [GeneratedRegex(
        @"^((on success,? )?(the|this) [a-z ]{1,40}?(returns|is|contains|has|consists of)|(it |on success,? )?returns|response( body)?( is)?|result( is)?):? ?"
            + @"(an? |the )?(json |unordered |ordered |sorted )?(?<list>array|list|collection) (of|with|containing) (all )?(the )?(?<items>[`A-Za-z_ -]{2,60}?)"
            + @"( objects?| records?| entries| items)?`?([,.:;]| with | where | each |$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ListOf();
}
