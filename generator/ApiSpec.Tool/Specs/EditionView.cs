using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;

namespace ApiSpec.Tool.Specs;

/// <summary>One edition of a reference.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Edition">The edition; null: all editions.</param>
internal sealed record EditionView(ApiReference Reference, string? Edition)
{
    private readonly IReadOnlyList<string> _order = [.. Reference.Api?.Manuals.Select(static manual => manual.Key) ?? []];

    /// <summary>The sections of the edition, in the order of the files.</summary>
    public IEnumerable<SpecSource> Sections => Reference.Sections.Where(source => Includes(source.File.Section!.Editions));

    /// <summary>Whether the edition has something.</summary>
    public bool Includes(EditionRange editions) => Edition is null || Of(editions).Include(Edition, _order);

    /// <summary>Returns the rows of the edition, without the row that marks a table as cut off.</summary>
    public IEnumerable<RowDeclaration> Shown(EquatableArray<RowDeclaration> rows) => rows.Where(row => !row.IsRest && Includes(row.Editions));

    /// <summary>Converts the editions of a spec to the type of the runtime library.</summary>
    public static ApiEditions Of(EditionRange editions) => new(editions.Since, editions.Until, editions.Only, [.. editions.Except], editions.Before);

    /// <summary>Returns why the reference has no edition with this name, as a sentence; null: it has one.</summary>
    public static string? WhyUnknown(ApiReference reference, string edition)
    {
        var known = reference.Api?.Manuals.Select(static manual => manual.Key).ToList() ?? [];
        return known.Contains(edition) ? null
            : known.Count == 0 ? "The API file lists no 'manuals', so there are no editions to choose from."
            : $"The reference has no edition '{edition}'; its manuals are {string.Join(", ", known)}.";
    }
}
