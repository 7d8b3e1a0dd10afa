using System.Text.RegularExpressions;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Applies remarks to rows.</summary>
internal static partial class RowRemarks
{
    /// <summary>The doubt about a range that can belong to a value, its length or the number of values.</summary>
    public const string DoubtfulLimit = "what the range limits";

    private static readonly string[] s_single = [PrintedDefault.Keyword, "always ", "since ", "until ", "before "];

    /// <summary>Applies a remark in the form of a spec, such as <c>default 10</c>.</summary>
    /// <returns>Whether the row can have it.</returns>
    public static bool Apply(DraftRow row, string remark)
    {
        if (remark.Length == 0)
            return true;
        switch (remark)
        {
            case "or null":
                if (row.IsNeverNull)
                    row.Doubt(Mark.Check("null"));
                row.IsNullable |= !row.IsNeverNull;
                return !row.IsNeverNull;
            case "optional" or "required":
                return ApplyPresence(row, isOptional: remark == "optional");
        }

        if (remark.StartsWith("enum ", StringComparison.Ordinal))
        {
            // The values of the items of a list in one string.
            if (row.Type is { } list && list.StartsWith("string[] as ", StringComparison.Ordinal))
            {
                row.Type = "(" + remark + ")" + list["string".Length..];
                return true;
            }

            if (!row.TakesValues || remark["enum ".Length..].Trim('"').Contains("  ", StringComparison.Ordinal))
                return HasValues(row, remark);
            row.Type = remark;
            // Copied text can lose the line breaks between values.
            if (!remark.Contains('|', StringComparison.Ordinal) && remark.AsSpan("enum ".Length).Contains(' '))
                row.Doubt(Mark.Check("where each value ends"));
            return true;
        }

        if (remark.StartsWith('[') && remark.EndsWith(']'))
        {
            if (row.Lists == 0)
                return false;
            row.ItemRange = remark[1..^1];
            return true;
        }

        if (remark.StartsWith("as ", StringComparison.Ordinal))
        {
            // In a list in one string, the printed type is the type of an item.
            var item = row.Type ?? TypeParser.Unknown;
            row.Type = remark == "as string" || item.Contains(" as ", StringComparison.Ordinal)
                ? item + " " + remark
                : (item.Contains(' ', StringComparison.Ordinal) ? "(" + item + ")" : item) + "[] " + remark;
            row.Lists = 0;
            return true;
        }

        return !Array.Exists(s_single, word => remark.StartsWith(word, StringComparison.Ordinal)) && Range().IsMatch(remark)
            ? CanHaveRange(row) && SetPlainRange(row, remark)
            : AddOnce(row, remark);
    }

    // Without brackets, the range of a list can also be the range of its values.
    private static bool SetPlainRange(DraftRow row, string range)
    {
        if (!SetRange(row, range))
            return false;
        if (row.Lists > 0)
            row.Doubt(Mark.Check(DoubtfulLimit));
        return true;
    }

    /// <summary>Whether the type of a row can have a range. An unknown type has none.</summary>
    public static bool CanHaveRange(DraftRow row) => row.Type != TypeParser.Unknown || row.Lists > 0;

    /// <summary>Sets the range of a row. A list has the number of its items in its brackets. What the row has already comes first.</summary>
    /// <returns>Whether the row has the range then. It is marked if the page prints two.</returns>
    public static bool SetRange(DraftRow row, string range)
    {
        // Not every type has a range.
        if (row.Lists == 0 && row.Type is { } type && TypeParser.ParseAt(type, 0).Type is { } parsed && RangeText.Parse(range, parsed, out _) is null)
            return false;
        var known = row.Lists > 0 ? row.ItemRange : row.Range ?? "";
        if (Joined(known, range) is not { } joined)
        {
            row.Doubt(Mark.Check("whether the range is '" + known + "' or '" + range + "'"));
            return false;
        }

        if (row.Lists > 0)
            row.ItemRange = joined;
        else
            row.Range = joined;
        return true;
    }

    // The cell of a column comes before a sentence that says something else.
    private static bool ApplyPresence(DraftRow row, bool isOptional)
    {
        var isOpen = row.HasDefaultPresence || row.IsPresenceUnknown;
        if (!isOpen && row.IsOptional != isOptional)
        {
            row.Doubt(Mark.Check("whether it is required"));
            return false;
        }

        (row.IsOptional, row.IsPresenceUnknown, row.HasDefaultPresence) = (isOptional, false, false);
        return true;
    }

    // Whether the row has these values already, in any order.
    private static bool HasValues(DraftRow row, string remark)
    {
        if (row.Type?.StartsWith("enum ", StringComparison.Ordinal) != true)
            return false;
        var isSame = row.Type["enum ".Length..].Split('|').ToHashSet(StringComparer.Ordinal).SetEquals(remark["enum ".Length..].Split('|'));
        if (!isSame)
            row.Doubt(Mark.Check("the values"));
        return isSame;
    }

    // A spec has one value for each of these words.
    private static bool AddOnce(DraftRow row, string remark)
    {
        if (row.Remarks.Contains(remark))
            return true;
        var word = s_single.FirstOrDefault(word => remark.StartsWith(word, StringComparison.Ordinal));
        if (word is null || row.Remarks.Find(known => known.StartsWith(word, StringComparison.Ordinal)) is not { } other)
        {
            row.Remarks.Add(remark);
            return true;
        }

        row.Doubt(Mark.Check("whether it is '" + other + "' or '" + remark + "'"));
        return false;
    }

    // 'Max value: 120' and 'Min value: 0' form one range. Null: the two contradict each other.
    private static string? Joined(string known, string range)
    {
        if (known.Length == 0 || known == range)
            return range;
        if (known.Contains(' ', StringComparison.Ordinal) || range.Contains(' ', StringComparison.Ordinal))
            return null;
        var (minimum, maximum) = (known[..known.IndexOf("..", StringComparison.Ordinal)], known[(known.IndexOf("..", StringComparison.Ordinal) + 2)..]);
        var (low, high) = (range[..range.IndexOf("..", StringComparison.Ordinal)], range[(range.IndexOf("..", StringComparison.Ordinal) + 2)..]);
        return (minimum.Length > 0 && low.Length > 0 && minimum != low) || (maximum.Length > 0 && high.Length > 0 && maximum != high)
            ? null
            : (minimum.Length > 0 ? minimum : low) + ".." + (maximum.Length > 0 ? maximum : high);
    }

    [GeneratedRegex(@"^([-+]?[0-9][0-9.]*)?\.\.([-+]?[0-9][0-9.]*)?( bytes)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Range();
}
