using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;
using ApiSpec.Language.Yaml;

namespace ApiSpec.Language.Reading;

/// <summary>Checks the rows of a table that is written as an array. There, a value only has a position, and only the last values can be missing.</summary>
internal static class TupleRows
{
    private const string OfObject = "for members of an object; an array has positions and no names";

    /// <summary>Reports what the row of an array cannot have, and returns the rows without it.</summary>
    public static EquatableArray<RowDeclaration> Check(ReadingContext context, YamlMapping mapping, string pointer, EquatableArray<RowDeclaration> rows)
    {
        var checkedRows = new List<RowDeclaration>(rows.Count);
        var entries = mapping.Entries.ToLookup(entry => pointer + "/" + entry.Name, StringComparer.Ordinal);
        var lastRequired = rows.ToList().FindLastIndex(static row => row is { IsOptional: false, IsPattern: false } && WhyAbsent(row) is null);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var key = entries[row.Pointer].FirstOrDefault()?.Key;
            if (key is null || row.IsRest)
            {
                checkedRows.Add(row);
                continue;
            }

            if (row.IsPattern)
            {
                context.Report(SpecRules.FlagNotAllowed, key, row.Name, OfObject);
                continue;
            }

            foreach (var (flag, place) in Unfit(row))
                context.Report(SpecRules.FlagNotAllowed, key, flag, place);
            if (i < lastRequired && WhyAbsent(row) is { } reason)
                context.Report(SpecRules.FlagNotAllowed, key, reason, "for the last rows of an array; write 'or null' if a null can be in its place");
            checkedRows.Add(i < lastRequired
                ? Plain(row) with { IsOptional = false, IsPresenceUnknown = false, When = null, Editions = EditionRange.All }
                : Plain(row));
        }

        return checkedRows.ToEquatableArray();
    }

    private static IEnumerable<(string Flag, string Place)> Unfit(RowDeclaration row)
    {
        if (row.Aliases.Count > 0)
            yield return (RowReader.Alias, OfObject);
        if (row.IsReadOnly)
            yield return ("read-only", OfObject);
        if (row.IsWriteOnly)
            yield return ("write-only", OfObject);
        if (row.IsSecret)
            yield return ("secret", "for the row that has the array, because an array has no names");
        if (row.RequiredWhen is not null && !ReferenceEquals(row.RequiredWhen, row.OnlyWhen))
            yield return (RowText.RequiredWhenWords, OfObject);
        if (row.OnlyWhen is not null)
            yield return (RowText.OnlyWhenWords, OfObject);
    }

    // Why a value can be missing, as the row says it.
    private static string? WhyAbsent(RowDeclaration row)
        => row.IsPresenceUnknown ? RowText.RequiredNotStated
            : row is { IsOptional: true, RequiredWhen: null, OnlyWhen: null } ? "?"
            : row.When is not null ? "when"
            : row.Editions == EditionRange.All ? null
            : row.Editions.Since is not null ? "since"
            : row.Editions.Until is not null ? "until"
            : row.Editions.Before is not null ? EditionRemarks.Before
            : row.Editions.Only is not null ? "only"
            : "except";

    private static RowDeclaration Plain(RowDeclaration row)
        => row with { Aliases = [], IsReadOnly = false, IsWriteOnly = false, IsSecret = false, RequiredWhen = null, OnlyWhen = null };
}
