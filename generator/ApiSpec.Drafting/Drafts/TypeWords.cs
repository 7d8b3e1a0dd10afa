using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Language.Characters;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Turns the type names of a manual into types of a spec.</summary>
internal sealed class TypeWords(Profile profile, KnownSpecs known, IReadOnlyCollection<string> captions)
{
    private const int Deepest = 6;
    private const int LongestMediaType = 80;

    // Words that manuals use for several types: a time of day or a date with a time, text or a number.
    private static readonly HashSet<string> s_doubtful = new(StringComparer.OrdinalIgnoreCase)
    {
        "duration", "flag", "hash", "time", "timestamp", "timestamps",
    };

    /// <summary>Returns the type for a printed one.</summary>
    /// <returns>The type, followed by a range if one is printed, and its certainty.</returns>
    public (string Type, Mark Mark) Of(string printed)
    {
        var plain = PlainText.Plain(PageText.Of(printed));
        var type = Of(plain, 0);
        // 'Number.' as a sentence.
        return type.Mark.Certainty == Certainty.Guessed && plain.Length > 1 && plain[^1] == '.' && plain[^2] != '.' && Of(plain[..^1], 0) is
            { Mark.Certainty: not Certainty.Guessed } other ? other : type;
    }

    /// <summary>Whether the page has a table with this name.</summary>
    public bool IsDefined(string name) => captions.Contains(name);

    /// <summary>Whether a string is a media type: <c>application/json</c>.</summary>
    public static bool IsMediaType(string text)
        => text.Length < LongestMediaType && text.Split('/') is [{ Length: > 0 } type, { Length: > 0 } subtype]
            && IsTopLevel(type) && !IsTopLevel(subtype) && !subtype.Contains(' ', StringComparison.Ordinal);

    // RFC 6838, 4.2. 'audio/video' are two values.
    private static bool IsTopLevel(string type) => type is "text" or "application" or "image" or "multipart" or "audio" or "video";

    /// <summary>Returns values as the values of an enum.</summary>
    public static string Join(IEnumerable<string> values)
        => string.Join('|', values.Distinct(StringComparer.Ordinal).Select(static value => value.Any(static c => TypeParser.IsEndOfValue(c))
            || value is "null" or TypeParser.Rest || value[0] is '"' or '\'' ? Quote(value) : value));

    /// <summary>Whether a string is ordinary words. Values of several words are in quotation marks, or start with a capital.</summary>
    public static bool IsPhrase(string value)
    {
        var words = (value.StartsWith("or ", StringComparison.Ordinal) ? value[3..] : value).Split(' ');
        return words.Length > 1 && value[0] is not ('"' or '\'' or '`' or '\u201C' or '(')
            && (!char.IsUpper(value[0]) || words.Length > 3 || words[0] is "The" or "A" or "An" or "Any");
    }

    private static string Quote(string value) => value.Contains('"', StringComparison.Ordinal) ? "'" + value + "'" : "\"" + value + "\"";

    // The words of the manual come first, then the tables of the page and of the other specs, and then the words that manuals share: a page can define 'uri'.
    private (string Type, Mark Mark) Of(string printed, int depth)
    {
        if (printed.Length == 0 || depth > Deepest)
            return (TypeParser.Unknown, Mark.Printed);
        if (OfPattern(printed, depth, isCommon: false) is { } ofManual)
            return ofManual;
        if (profile.IsNothing(printed))
            return (TypeParser.Unknown, Mark.Printed);
        var isTable = known.IsType(printed) || captions.Contains(printed);
        if (isTable && TypeParser.ReservedBecause(printed.ToLowerInvariant()) is null)
            return (printed, Mark.Printed);
        // 'Rack object', 'object (Rack)'.
        if (TypeDefinitions.NameIn(printed) is var (name, isList) && (known.IsType(name) || captions.Contains(name))
            && TypeParser.ReservedBecause(name.ToLowerInvariant()) is null)
            return (name + (isList ? "[]" : ""), Mark.Printed);
        if (OfPattern(printed, depth, isCommon: true) is { } common)
            return s_doubtful.Contains(printed) ? (common.Type, Mark.Check("type '" + printed + "'")) : common;
        return (isTable ? (printed, Mark.Printed) : (TypeParser.Unknown, Mark.Check("type '" + printed + "'")));
    }

    private (string Type, Mark Mark)? OfPattern(string printed, int depth, bool isCommon)
    {
        foreach (var (pattern, type) in profile.Types.Where(type => type.IsCommon == isCommon))
        {
            if (pattern.Match(printed) is not { } gaps)
                continue;
            var mark = Mark.Printed;
            var filled = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, text) in gaps)
            {
                if (name == "T")
                    (filled[name], mark) = Of(text, depth + 1);
                else
                    filled[name] = (name is "min" or "max" ? PrintedNumbers.Read(text) : name == "values" ? PrintedValues.Read(text)?.Text : null) ?? text;
            }

            if (filled.TryGetValue("T", out var inner) && inner.Contains(' ', StringComparison.Ordinal) && !type.StartsWith("{T} ", StringComparison.Ordinal))
                filled["T"] = "(" + inner + ")";
            return (TextPattern.Fill(type, filled), mark);
        }

        return null;
    }
}
