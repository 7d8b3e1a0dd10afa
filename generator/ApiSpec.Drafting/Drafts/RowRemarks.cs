using System.Text.RegularExpressions;
using ApiSpec.Language.Rows;

namespace ApiSpec.Drafting.Drafts;

/// <summary>Applies remarks to rows.</summary>
internal static partial class RowRemarks
{
    /// <summary>Applies a remark in the form of a spec, such as <c>default 10</c>.</summary>
    /// <returns>Whether the row can have it.</returns>
    public static bool Apply(DraftRow row, string remark)
    {
        if (remark.Length == 0)
            return true;
        switch (remark)
        {
            case "or null":
                row.IsNullable = true;
                return true;
            case "optional":
                (row.IsOptional, row.IsPresenceUnknown, row.HasDefaultPresence) = (true, false, false);
                return true;
            case "required":
                (row.IsOptional, row.IsPresenceUnknown, row.HasDefaultPresence) = (false, false, false);
                return true;
        }

        if (remark.StartsWith("enum ", StringComparison.Ordinal))
        {
            // The values of the items of a list in one string.
            if (row.Type is { } list && list.StartsWith("string[] as ", StringComparison.Ordinal))
            {
                row.Type = "(" + remark + ")" + list["string".Length..];
                return true;
            }

            if (row.Type is not ("string" or TypeParser.Unknown) || remark["enum ".Length..].Trim('"').Contains("  ", StringComparison.Ordinal))
                return false;
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
            // In a list in one string, the printed type is that of an item.
            var item = row.Type ?? TypeParser.Unknown;
            row.Type = remark == "as string" || item.Contains(" as ", StringComparison.Ordinal)
                ? item + " " + remark
                : (item.Contains(' ', StringComparison.Ordinal) ? "(" + item + ")" : item) + "[] " + remark;
            row.Lists = 0;
            return true;
        }

        if (Bounds().IsMatch(remark) || (remark.Contains("..", StringComparison.Ordinal) && char.IsAsciiDigit(remark[^1]))
            || remark.EndsWith("bytes", StringComparison.Ordinal) || remark.EndsWith("..", StringComparison.Ordinal))
        {
            if (!CanHaveRange(row))
                return false;
            SetRange(row, remark);
        }
        else
            row.Remarks.Add(remark);
        return true;
    }

    /// <summary>Whether the type of a row can have a range. An unknown type has none.</summary>
    public static bool CanHaveRange(DraftRow row) => row.Type != TypeParser.Unknown || row.Lists > 0;

    /// <summary>Sets the range of a row. A list has the number of its items in its brackets.</summary>
    public static void SetRange(DraftRow row, string range)
    {
        if (row.Lists > 0)
            row.ItemRange = Joined(row.ItemRange, range);
        else
            row.Range = Joined(row.Range, range);
    }

    // 'Max value: 120' and 'Min value: 0' form one range.
    private static string Joined(string? known, string range)
        => known is { Length: > 2 } && known.StartsWith("..", StringComparison.Ordinal) && range.EndsWith("..", StringComparison.Ordinal) ? range + known[2..]
            : known is { Length: > 2 } && known.EndsWith("..", StringComparison.Ordinal) && range.StartsWith("..", StringComparison.Ordinal)
                ? known + range[2..]
            : range;

    /// <summary>Matches two limits: <c>1 to 20</c>, <c>1..20</c>.</summary>
    [GeneratedRegex(
        @"^(?<min>-?[0-9]+(\.[0-9]+)?) *(to|-|\u2013|\u301C|~|\.\.) *(?<max>-?[0-9]+(\.[0-9]+)?)$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    public static partial Regex Bounds();
}
