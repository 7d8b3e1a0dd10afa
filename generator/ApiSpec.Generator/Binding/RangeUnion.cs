using System.Globalization;
using ApiSpec.Generator.Code;
using ApiSpec.Language.Collections;

namespace ApiSpec.Generator.Binding;

/// <summary>Joins the ranges that alternatives of one type have.</summary>
internal static class RangeUnion
{
    /// <summary>Returns the type with the ranges: as one range if they have no gaps, and without a range if all values are valid.</summary>
    /// <param name="type">The type without a range.</param>
    /// <param name="ranges">The ranges of the alternatives, in any order.</param>
    public static CodeType Apply(CodeType type, IReadOnlyList<CodeRange> ranges)
    {
        if (ranges is [var single])
            return type with { Minimum = single.Minimum, Maximum = single.Maximum };
        if (Join(ranges, IsCounted(type)) is not { } joined)
            return type;
        return type with { Minimum = joined[0].Minimum, Maximum = joined[joined.Count - 1].Maximum, Ranges = joined.ToEquatableArray() };
    }

    // Null: there are no limits, or one of them is too large to compare.
    private static List<CodeRange>? Join(IReadOnlyList<CodeRange> ranges, bool isCounted)
    {
        var bounds = new List<(decimal Minimum, decimal Maximum, CodeRange Range)>(ranges.Count);
        foreach (var range in ranges)
        {
            if (!TryRead(range.Minimum, decimal.MinValue, out var minimum) || !TryRead(range.Maximum, decimal.MaxValue, out var maximum))
                return null;
            bounds.Add((minimum, maximum, range));
        }

        var joined = new List<CodeRange>(ranges.Count);
        var end = 0M;
        foreach (var (minimum, maximum, range) in bounds.OrderBy(static bound => bound.Minimum))
        {
            // Between 5 and 6, there is no whole number.
            var meets = joined.Count > 0 && (end == decimal.MaxValue || minimum <= end || (isCounted && minimum - 1 <= end));
            if (!meets)
                joined.Add(range);
            else if (maximum > end)
                joined[joined.Count - 1] = joined[joined.Count - 1] with { Maximum = range.Maximum };
            end = meets ? Math.Max(end, maximum) : maximum;
        }

        return joined is [{ Minimum: null, Maximum: null }] ? null : joined;
    }

    private static bool TryRead(string? bound, decimal open, out decimal value)
    {
        value = open;
        return bound is null || decimal.TryParse(bound, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsCounted(CodeType type) => type.Kind is not (CodeTypeKind.Double or CodeTypeKind.Decimal);
}
