namespace ApiSpec.Drafting.Drafts;

/// <summary>A cell of types that says more than the type: <c>string, optional</c>, <c>integer (default 10)</c>, <c>required string</c>.</summary>
/// <param name="Type">The type as printed.</param>
/// <param name="Others">What else the cell says, in its order.</param>
internal sealed record TypeCell(string Type, IReadOnlyList<string> Others)
{
    private const int LongestCell = 200;
    private const int MostParts = 6;

    // The units that pages print next to a type of numbers.
    private static readonly HashSet<string> s_units = new(StringComparer.OrdinalIgnoreCase)
    {
        "%", "A", "bits", "bytes", "\u00B0C", "Celsius", "cm", "days", "degrees", "GB", "GiB", "Hz", "hours", "KB", "kHz", "KiB", "kW", "kWh", "mA", "MB",
        "MHz", "MiB", "microseconds", "milliseconds", "minutes", "mm", "ms", "percent", "percentage", "pixels", "ppm", "px", "rpm", "s", "sec", "seconds",
        "V", "VA", "volts", "W", "watts", "Wh",
    };

    /// <summary>Whether a part of a cell is the unit of the value, which says nothing about the type.</summary>
    public static bool IsUnit(string part) => s_units.Contains(part.StartsWith("in ", StringComparison.Ordinal) ? part[3..] : part);

    /// <summary>Splits a cell; null: it does not contain exactly one type that the profile knows.</summary>
    /// <param name="printed">The text of the cell.</param>
    /// <param name="isType">Returns whether the profile knows a type.</param>
    /// <param name="isRequirement">Returns whether a string means required or optional.</param>
    public static TypeCell? Read(string printed, Func<string, bool> isType, Func<string, bool> isRequirement)
    {
        if (printed.Length is 0 or > LongestCell)
            return null;
        var parts = Split(printed).SelectMany(part => Divide(part, isType, isRequirement)).ToList();
        if (parts.Count is < 2 or > MostParts)
            return null;
        var types = parts.FindAll(part => isType(part));
        // 'string, date-time' prints a type and its format.
        if (types.Count == 2 && isType(types[0] + " (" + types[1] + ")"))
            return new TypeCell(types[0] + " (" + types[1] + ")", parts.FindAll(part => !types.Contains(part)));
        return types.Count == 1 ? new TypeCell(types[0], parts.FindAll(part => part != types[0])) : null;
    }

    // Separators inside of brackets separate the arguments of a type.
    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isGroup = text[i] == '(' && depth == 0 && i > start;
            var isEnd = depth == 0 && text[i] is ',' or ';' or '\u00B7' or '\u2022';
            if (isGroup || (isEnd && depth == 0))
            {
                if (Plain(text[start..i]) is { Length: > 0 } part)
                    yield return part;
                start = isGroup ? i : i + 1;
            }

            depth += text[i] is '(' or '<' or '[' ? 1 : text[i] is ')' or '>' or ']' ? -1 : 0;
        }

        if (Plain(text[start..]) is { Length: > 0 } rest)
            yield return rest;
    }

    // '(optional)', and also '(default: 10' after a separator inside of the parentheses.
    private static string Plain(string text)
    {
        var plain = text.Trim();
        return plain is ['(', .., ')'] ? plain[1..^1].Trim() : plain;
    }

    private static string[] Divide(string part, Func<string, bool> isType, Func<string, bool> isRequirement)
    {
        if (isType(part))
            return [part];
        // '(optional, max 64 characters)'.
        if (part.Contains(',', StringComparison.Ordinal) || part.Contains(';', StringComparison.Ordinal))
            return part.Split([", ", "; "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var first = part.IndexOf(' ', StringComparison.Ordinal);
        var last = part.LastIndexOf(' ');
        // 'integer 0-100', 'string [1..64]', 'string[64]'.
        var digits = part.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '[', '<', '>', '\u2264', '\u2265']);
        if (digits > 0 && isType(part[..digits].Trim()) && PrintedRange.Read(part[digits..]) is not null)
            return [part[..digits].Trim(), part[digits..].Trim('[', ']')];
        if (first > 0 && isRequirement(part[..first]))
            return [part[..first], part[(first + 1)..].Trim()];
        if (last > 0 && isRequirement(part[(last + 1)..]))
            return [part[..last].Trim(), part[(last + 1)..]];
        return [part];
    }
}
