using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;

namespace ApiSpec.Drafting.Drafts;

/// <summary>A sentence above a list that says of which parameter the items are values: <c>The `kind` parameter can be any of:</c></summary>
internal static partial class ValueLead
{
    private const int LongestSentence = 200;

    /// <summary>Returns the name of the parameter; null: the line is no such sentence.</summary>
    public static string? NameIn(PageLine line)
        => line is { Kind: LineKind.Text, IsItem: false, IsAside: false, Text.Length: <= LongestSentence }
            && Sentence().Match(line.Text) is { Success: true } match
            && match.Groups["name"].Value is var name
            && (match.Groups["noun"].Success || match.Groups["quote"].Success || line.Codes.Contains(name) || line.Italics.Contains(name)) ? name : null;

    private const string Noun = "( (query |path |body |request )?(parameter|argument|option|field|attribute|property|member|value))";

    [GeneratedRegex(
        "^((the )?((possible|allowed|valid|accepted|supported|available|permitted) )?values? (of|for) )?(the )?(?<quote>[`\"\u201C])?"
            + "(?<name>[A-Za-z_$@][A-Za-z0-9_.$-]{0,59})[`\"\u201D]?(?<noun>" + Noun + ")?,? "
            + "((can|may|must|should|has to|is|are|needs to|takes|accepts|contains|supports|allows|have|be|contain|hold|take|accept|equal|set to) )+"
            + "(any|one|either|some|all|a combination|one or more)( one)?( of)?( the following)?( values)?:$"
            + "|^(the )?(possible|allowed|valid|accepted|supported|available|permitted) values (of|for) (the )?(?<quote>[`\"\u201C])?"
            + "(?<name>[A-Za-z_$@][A-Za-z0-9_.$-]{0,59})[`\"\u201D]?(?<noun>" + Noun + ")?( (are|is)|:)( the following)?:?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Sentence();
}
