using System.Text;

namespace ApiSpec.Json;

/// <summary>Regular expressions of JSON Schema for values and member names that clients and exported documents describe alike.</summary>
internal static class SchemaPattern
{
    /// <summary>The name of the format of <see cref="LocalTime"/> in the registry of OpenAPI. The format <c>time</c> requires a zone (RFC 3339, 5.6).</summary>
    public const string LocalTimeFormat = "time-local";

    /// <summary>A time of day without a zone.</summary>
    public const string LocalTime = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?$";

    /// <summary>
    /// A duration in ISO 8601 with parts of a fixed length. The format <c>duration</c> allows neither a sign nor a fraction (RFC 3339, appendix A).
    /// </summary>
    public const string Duration = "^-?P(" + Days + "(T(" + Clock + "))?|T(" + Clock + "))$";

    private const string Days = "([0-9]+W([0-9]+D)?|[0-9]+D)";

    private const string Seconds = "[0-9]+(\\.[0-9]+)?S";

    private const string Clock = "[0-9]+H([0-9]+M)?(" + Seconds + ")?|[0-9]+M(" + Seconds + ")?|" + Seconds;

    /// <summary>Returns an expression for exactly this text.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            // A slash ends an expression in some languages.
            if (c is '\\' or '^' or '$' or '.' or '|' or '?' or '*' or '+' or '(' or ')' or '[' or ']' or '{' or '}' or '/')
                escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>
    /// Returns an expression for the names with a start and an end; null: for all names. JSON Schema applies every expression that fits a name, so the
    /// expression excludes the names that belong to another row.
    /// </summary>
    /// <param name="prefix">The start.</param>
    /// <param name="suffix">The end.</param>
    /// <param name="names">The names of the other members.</param>
    /// <param name="earlier">The start and the end of the names of rows that come first.</param>
    public static string? OfNames(string prefix, string suffix, IEnumerable<string> names, IEnumerable<(string Prefix, string Suffix)> earlier)
    {
        // The keyword 'additionalProperties' has the same exceptions.
        if (prefix.Length + suffix.Length == 0)
            return null;
        var others = new List<string>();
        foreach (var name in names)
        {
            if (name.Length > prefix.Length + suffix.Length && name.StartsWith(prefix, StringComparison.Ordinal)
                && name.EndsWith(suffix, StringComparison.Ordinal))
                others.Add(Escape(name));
        }

        foreach (var other in earlier)
        {
            if (CanMeet(prefix, other.Prefix, static (text, part) => text.StartsWith(part, StringComparison.Ordinal))
                && CanMeet(suffix, other.Suffix, static (text, part) => text.EndsWith(part, StringComparison.Ordinal)))
                others.Add(Between(other.Prefix, other.Suffix));
        }

        return "^" + (others.Count == 0 ? "" : "(?!(" + string.Join("|", others) + ")$)") + Between(prefix, suffix) + "$";
    }

    private static string Between(string prefix, string suffix) => Escape(prefix) + ".+" + Escape(suffix);

    private static bool CanMeet(string one, string other, Func<string, string, bool> hasPart) => hasPart(one, other) || hasPart(other, one);
}
