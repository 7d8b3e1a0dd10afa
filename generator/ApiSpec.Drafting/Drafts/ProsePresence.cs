using System.Text.RegularExpressions;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads a sentence of a row that only says whether it is required: <c>The size parameter is required</c>, <c>It must be provided</c>.</summary>
internal static partial class ProsePresence
{
    private const int LongestSentence = 200;

    /// <summary>Returns what the sentence says of the row; null: it says more, or is about another row.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="name">The name of the row.</param>
    public static Requirement? Read(string sentence, string name)
    {
        if (sentence.Length > LongestSentence)
            return null;
        var text = OwnName.AsThis(sentence.Trim(), name);
        if (Stated().Match(text) is not { Success: true } match)
            return null;
        var isOptional = match.Groups["optional"].Success;
        return match.Groups["not"].Success == isOptional ? Requirement.Required : Requirement.Optional;
    }

    [GeneratedRegex(
        "^((it|((the|this|these|all( of)?( these)?) )?((query|body|path|request|input|form) )?(parameters?|arguments?|options?|fields?|members?|attributes?|"
            + "propert(y|ies)|values?|keys?|settings?|headers?|elements?)|(the )?this( (parameter|argument|option|field|member|attribute|property|value|key|"
            + "setting|header|element))?) )?((is|are) (?<not>not |never )?(always |strictly )?((?<required>required|mandatory|compulsory|obligatory)|"
            + "(?<optional>optional|omittable))|(?<required>(must|has to|have to|needs? to) (always |also )?be (specified|provided|given|present|set|supplied|"
            + "included|passed|sent))|(?<optional>(can|may) (also )?be (omitted|left out|skipped)|need not be (specified|provided|given|present|set|supplied|"
            + "included|passed|sent)))[.\u3002]?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Stated();
}
