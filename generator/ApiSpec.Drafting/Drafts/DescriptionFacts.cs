using System.Text.RegularExpressions;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Tables;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Moves facts that a page prints inside a description to the cells that other tables have for them: a type on the first line,
/// <c>(Required, string)</c> before the text, and lines such as <c>Type: string</c>.</summary>
internal sealed partial class DescriptionFacts(Profile profile, string kind, CellWords words)
{
    private const string Description = "description";
    private const int LongestLead = 60;
    private const int MostLeads = 3;

    private static readonly string[] s_leads = [". ", " - ", " \u2013 ", " \u2014 "];

    private static readonly string[] s_roles = ["type", "required", "default", "range", "values", "null", "in", "since"];

    // What two labels of one description contradict each other about.
    private string? _doubt;

    /// <summary>Returns the row with these facts in cells, and the rest as its description.</summary>
    public TableRow Expand(TableRow row)
    {
        if (!row.Cells.TryGetValue(Description, out var text) || text.Length == 0)
            return row;
        var cells = new Dictionary<string, string>(row.Cells, StringComparer.Ordinal);
        if (!row.Blocks.TryGetValue(Description, out var blocks))
        {
            cells[Description] = WithoutLabels(WithoutFacts(text, cells), cells);
            return cells[Description] == text ? row : row with { Cells = cells, Doubt = row.Doubt ?? _doubt };
        }

        var kept = new List<CellBlock>();
        foreach (var block in blocks)
        {
            if (!block.IsItem && (TakeLabelled(block.Text, cells) || (kept.Count == 0 && TakeFacts(block.Text, cells))))
                continue;
            kept.Add(block.IsItem ? block : block with { Text = WithoutLabels(kept.Count > 0 ? block.Text : WithoutFacts(block.Text, cells), cells) });
        }

        kept.RemoveAll(static block => block.Text.Length == 0);
        if (kept.Count == blocks.Count && kept.SequenceEqual(blocks))
            return row;
        cells[Description] = string.Join(' ', kept.Select(static block => block.Text));
        var others = new Dictionary<string, IReadOnlyList<CellBlock>>(row.Blocks.Where(static pair => pair.Key != Description), StringComparer.Ordinal);
        if (kept.Count > 1)
            others.Add(Description, kept);
        return row with { Cells = cells, Blocks = others, Doubt = row.Doubt ?? _doubt };
    }

    // A line that is a type, perhaps with the word for required.
    private bool TakeFacts(string text, Dictionary<string, string> cells)
    {
        if (RowFacts.Read(text, words) is not { } facts || !IsFree(facts, cells))
            return false;
        Take(facts, cells);
        return true;
    }

    private bool TakeLabelled(string text, Dictionary<string, string> cells)
    {
        if (Label().Match(text) is not { Success: true } match)
            return false;
        var title = Folding.Of(match.Groups["label"].Value);
        return profile.ColumnsOf(kind).FirstOrDefault(column => column.Titles.Contains(title))?.Role is { } role && s_roles.Contains(role)
            && (cells.GetValueOrDefault(role) is { Length: > 0 } known ? known == match.Groups["value"].Value : Set(cells, role, match.Groups["value"].Value));
    }

    private string WithoutFacts(string text, Dictionary<string, string> cells)
    {
        var rest = WithoutParentheses(text, cells);
        for (var count = 0; count < MostLeads && LeadOf(rest) is (var facts, var after) && IsFree(facts, cells); count++)
        {
            Take(facts, cells);
            rest = after;
        }

        return rest;
    }

    // 'In cm. Type: integer Default: 4 Required: no', where nothing separates the labels.
    private string WithoutLabels(string text, Dictionary<string, string> cells)
    {
        var labels = InnerLabel().Matches(text).Select(static match => (match.Index, End: match.Index + match.Length, Title: match.Groups["label"].Value))
            .ToList();
        var taken = new List<(int Start, int End, string Role, string Value)>();
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        string? doubt = null;
        for (var i = 0; i < labels.Count; i++)
        {
            var end = i + 1 < labels.Count ? labels[i + 1].Index : text.Length;
            var value = text[labels[i].End..end].Trim(' ', '*', '.');
            if (RoleOf(labels[i].Title) is not { } role || !s_roles.Contains(role))
                continue;
            // From the second 'Type:' on, the text can be about something inside the value.
            if (!known.TryAdd(role, value))
            {
                // A second default is marked where the description is read.
                doubt = known[role] == value || role == "default" ? null : "whether it is '" + known[role] + "' or '" + value + "'";
                break;
            }

            // 'Required: No Its size.'
            if (role == "required" && value.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && char.IsUpper(value[space + 1])
                && words.IsRequirement(value[..space]))
            {
                value = value[..space];
                end = text.IndexOf(value, labels[i].End, StringComparison.Ordinal) + space + 1;
            }

            if (cells.GetValueOrDefault(role) is not { Length: > 0 } && value.Length > 0
                && (role == "type" ? words.IsType(value) : role == "required" ? words.IsRequirement(value) : role == "default"))
                taken.Add((labels[i].Index, end, role, value));
        }

        // A default alone is read as a sentence.
        if (!taken.Exists(static label => label.Role is "type" or "required"))
            return text;
        _doubt ??= doubt;
        foreach (var (start, end, role, value) in Enumerable.Reverse(taken))
        {
            cells[role] = value;
            text = text.Remove(start, end - start);
        }

        return text.TrimEnd();
    }

    private string? RoleOf(string label)
        => Folding.Of(label) is var title ? profile.ColumnsOf(kind).FirstOrDefault(column => column.Titles.Contains(title))?.Role : null;

    // '(Required, string) The name.'
    private string WithoutParentheses(string text, Dictionary<string, string> cells)
    {
        if (text is not ['(', ..] || EndOfParentheses(text) is not (> 1 and var end))
            return text;
        var inside = text[1..end];
        var facts = RowFacts.ReadWithDefault(inside, words) ?? OfUnknownType(inside);
        if (facts is null || !IsFree(facts, cells))
            return text;
        Take(facts, cells);
        return Folding.WithoutSeparator(text[(end + 1)..]);
    }

    // 'Required. String. The name.', 'integer - The size.'
    private (RowFacts Facts, string After)? LeadOf(string text)
    {
        foreach (var separator in s_leads)
        {
            var end = text.IndexOf(separator, StringComparison.Ordinal);
            var isWhole = end < 0 && separator == ". " && text.EndsWith('.');
            if (isWhole)
                end = text.Length - 1;
            if (end is <= 0 or > LongestLead || RowFacts.ReadWithDefault(text[..end], words) is not { } facts)
                continue;
            // 'Link - The address' starts with a word, and not with a type.
            if (separator != ". " && (facts.Type.Length == 0 || !char.IsLower(text[0])))
                continue;
            return (facts, isWhole ? "" : text[(end + separator.Length)..].TrimStart());
        }

        return null;
    }

    // '(Optional, time units)', if the profile does not know the type.
    private RowFacts? OfUnknownType(string inside)
    {
        var comma = inside.IndexOf(", ", StringComparison.Ordinal);
        return comma > 1 && words.IsRequirement(inside[..comma]) && inside.IndexOf(',', comma + 1) < 0
            ? new RowFacts(inside[(comma + 2)..], inside[..comma])
            : null;
    }

    private static int EndOfParentheses(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth == 0)
                return i;
        }

        return -1;
    }

    private static bool IsFree(RowFacts facts, Dictionary<string, string> cells)
        => (facts.Type.Length == 0 || cells.GetValueOrDefault("type") is not { Length: > 0 })
            && (facts.Required.Length == 0 || cells.GetValueOrDefault("required") is not { Length: > 0 });

    private void Take(RowFacts facts, Dictionary<string, string> cells)
    {
        if (facts.Type.Length > 0)
            cells["type"] = facts.Type;
        if (facts.Required.Length > 0)
            cells["required"] = facts.Required;
        else if (facts.IsOptional && profile.Optional.Count > 0)
            cells.TryAdd("required", profile.Optional[0]);
        if (facts.Default.Length > 0)
            cells.TryAdd("default", facts.Default);
    }

    private static bool Set(Dictionary<string, string> cells, string role, string value)
    {
        cells[role] = value;
        return true;
    }

    [GeneratedRegex(@"(?<=^|[\s.*])(?<label>[A-Z][a-z]{1,19}( [a-z]{1,19}){0,2}):\*{0,2} ", RegexOptions.CultureInvariant)]
    private static partial Regex InnerLabel();

    [GeneratedRegex(@"^(?<label>[A-Z][A-Za-z/ -]{0,39}?) ?: (?<value>\S.*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
