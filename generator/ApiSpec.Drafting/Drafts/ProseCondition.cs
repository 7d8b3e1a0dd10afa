using System.Text.RegularExpressions;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads words such as <c>size is given</c> or <c>kind is set to "box"</c> as a condition on another row.</summary>
/// <param name="rows">The rows that a condition can name, by their names.</param>
internal sealed partial class ProseCondition(IReadOnlyDictionary<string, DraftRow> rows)
{
    private const int LongestText = 200;

    /// <summary>Returns the condition in the form of a spec; null: the words say something else, or name no row.</summary>
    /// <param name="words">The words after <c>if</c>.</param>
    /// <param name="isNegated">Whether the words before it turn the condition around: <c>unless</c>.</param>
    public string? Of(string words, bool isNegated)
    {
        if (words.Length > LongestText)
            return null;
        var parts = words.Split(" and ");
        // 'Unless a and b' is an alternative, for which a spec has no form.
        if (isNegated && parts.Length > 1)
            return null;
        var clauses = Array.ConvertAll(parts, part => ClauseOf(part.Trim(), isNegated));
        return Array.TrueForAll(clauses, static clause => clause is not null) ? string.Join(" and ", clauses) : null;
    }

    private string? ClauseOf(string text, bool isNegated)
    {
        if (Absent().Match(text) is { Success: true } absent && rows.ContainsKey(absent.Groups["name"].Value))
            return Presence(absent.Groups["name"].Value, isGiven: isNegated);
        if (Clause().Match(text) is not { Success: true } match || !rows.TryGetValue(match.Groups["name"].Value, out var row))
            return null;
        var isDenied = match.Groups["not"].Success != isNegated;
        if (match.Groups["given"].Success || match.Groups["missing"].Success)
            return Presence(row.Name, isGiven: match.Groups["given"].Success != isDenied);
        var values = Separator().Split(match.Groups["values"].Value).Select(static value => value.Trim()).Where(static value => value.Length > 0).ToList();
        if (values.Count == 0 || !values.TrueForAll(value => IsValue(row, value)))
            return null;
        return ConditionText.Quoted(row.Name) + (isDenied ? " != " : " = ") + string.Join('|', values.ConvertAll(static value => Quoted(value)));
    }

    private static string Presence(string name, bool isGiven) => ConditionText.Quoted(name) + (isGiven ? " is given" : " is missing");

    private static string Quoted(string value)
    {
        var plain = PrintedDefault.Unquoted(value);
        return plain is "given" or "missing" or "and" || plain.Any(static c => char.IsWhiteSpace(c) || c is '=' or '|') ? "\"" + plain + "\"" : plain;
    }

    // In 'if size is big', the last word only describes the value, unless the page prints it as a value or lists it.
    private static bool IsValue(DraftRow row, string printed)
    {
        var value = PrintedDefault.Unquoted(printed);
        return value.Length > 0 && !value.Contains('"', StringComparison.Ordinal) && row.Type switch
        {
            "boolean" => value is "true" or "false",
            "int" or "long" => value.All(char.IsAsciiDigit),
            { } type when type.StartsWith("enum ", StringComparison.Ordinal) && type != "enum ..." => type["enum ".Length..].Split('|').Contains(value),
            _ => value.Length < printed.Length || value is "true" or "false" || value.All(char.IsAsciiDigit) || row.IsCode(value)
                || (value.Length > 1 && value.All(static c => char.IsAsciiLetterUpper(c) || c == '_')),
        };
    }

    private const string Name = "[`\"'\u201C]?(?<name>[A-Za-z_$@][A-Za-z0-9_.$-]{0,119})[`\"'\u201D]?( (query |body |path )?(parameter|argument|option|field|"
        + "attribute|property|member|flag|setting|value))?";

    private const string Given = "(specified|given|present|provided|passed|supplied|included|used|sent|defined|set(?! to))";

    [GeneratedRegex(
        "^(the )?(value of |parameter |field |option )?(the )?" + Name + " (is|are|has been|was|isn['\u2019]t|=|equals) ?(?<not>not |"
            + "n['\u2019]t )?(also )?((?<given>"
            + Given + ")|(?<missing>missing|omitted|absent|left out|empty)|((set to|equal to|equals) )?(either )?(?<values>\\S.*))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clause();

    [GeneratedRegex("^(no |there is no )" + Name + "( (is|has been|was) " + Given + ")?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Absent();

    [GeneratedRegex(",? or |, |\\|", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
