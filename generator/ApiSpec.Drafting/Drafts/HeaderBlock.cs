using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Reads headers that a page prints as a message has them: <c>X-Auth-Token: &lt;token&gt;</c>.</summary>
internal static partial class HeaderBlock
{
    private static readonly HashSet<string> s_transport = new(StringComparer.OrdinalIgnoreCase)
        { "Connection", "Content-Length", "Date", "Host", "User-Agent", "Transfer-Encoding" };

    // The names of headers without a hyphen.
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
        { "Accept", "Authorization", "Cookie", "ETag", "Expect", "Forwarded", "From", "Location", "Origin", "Prefer", "Range", "Vary", "Warning" };

    /// <summary>Returns a row for each header. The lines are then used.</summary>
    /// <param name="context">The section.</param>
    /// <param name="lines">The lines of a part that has no rows in another form.</param>
    /// <param name="kind">The kind of the part.</param>
    public static List<DraftRow> Read(DraftingContext context, IEnumerable<PageLine> lines, string kind)
    {
        var rows = new List<DraftRow>();
        foreach (var line in lines.Where(static line => line.Kind is LineKind.Text or LineKind.Code))
        {
            if (Header().Match(Folding.WithoutBullet(line.Text).Trim('`')) is not { Success: true } match || !IsName(match.Groups["name"].Value)
                || IsSentence(match.Groups["name"].Value, match.Groups["value"].Value, context.Profile))
                continue;
            var row = new DraftRow(match.Groups["name"].Value) { Type = "string", HasDefaultPresence = true };
            row.Lines.Add(line);
            row.Doubt(Mark.From("the printed headers"));
            RowDrafter.Move(row, kind, context.Profile);
            ReadValue(context, row, match.Groups["value"].Value, line);
            context.Ledger.Use(line);
            rows.Add(row);
        }

        return rows;
    }

    // The value of an example is listed. Only a media type is sent as printed.
    private static void ReadValue(DraftingContext context, DraftRow row, string value, PageLine line)
    {
        if (value.Length == 0 || Placeholder().IsMatch(value))
            return;
        if (row.Name.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" && TypeWords.IsMediaType(value))
            row.Constant = value;
        else
            context.Ledger.Leave(line, value);
    }

    // 'Warning: do not print it.', 'From: the portal' and 'Pre-condition: the user has a key'.
    private static bool IsSentence(string name, string value, Profile profile)
        => value.Contains(' ', StringComparison.Ordinal) && !SignOfValue().IsMatch(value)
            && (profile.IsNote(name) || (char.IsUpper(name[0]) && char.IsLower(value[0]) && (s_words.Contains(name) || LowerPart().IsMatch(name))));

    [GeneratedRegex("[<{[;/=,\"]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SignOfValue();

    [GeneratedRegex("-[a-z]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LowerPart();

    // Every client sends these.
    private static bool IsName(string name) => !s_transport.Contains(name) && (name.Contains('-', StringComparison.Ordinal) || s_words.Contains(name));

    [GeneratedRegex(@"^""?(?<name>[A-Za-z][A-Za-z0-9-]{0,60})""? ?: ?(?<value>\S.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Header();

    // '<token>', 'Bearer {token}', 'YOUR_TOKEN', '...'
    [GeneratedRegex(@"^([A-Z][a-z]+ )?(<[^>]*>|\{+[^}]*\}+|\[[^\]]*\]|\$\{?[A-Za-z_]+\}?|[A-Z]+(_[A-Z]+)+|\.{3}|\u2026)$", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
