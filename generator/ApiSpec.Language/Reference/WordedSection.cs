using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>
/// A section with the fixed words and the base of the API in its request line, and without its prefix in the examples. The reader sees one file only, and the
/// API file defines these.
/// </summary>
/// <param name="Words">The fixed words.</param>
/// <param name="Base">The base; null: the API has none.</param>
/// <param name="JsonPrefix">The text before the JSON of responses; null: the API has none.</param>
/// <param name="Source">The section; the file itself if the result is not a request line.</param>
/// <param name="Diagnostic">The reason why the result is not a request line; null: it is one.</param>
internal sealed record WordedSection(
    EquatableArray<WordReplacement> Words, string? Base, string? JsonPrefix, SpecSource Source, TextDiagnostic? Diagnostic)
{
    public static WordedSection Of(SpecSource source, ApiDeclaration api)
    {
        var section = source.File.Section!;
        if (section.JsonPrefix is null && api.JsonPrefix is { } prefix)
        {
            section = section with { Examples = PrintedPrefix.Without(section.Examples, prefix) };
            source = source.With(source.File with { Section = section });
        }

        if (!Has(api) || section.IsRequestUnknown)
            return new(api.Words, api.Base, api.JsonPrefix, source, null);
        return RequestLine.Parse(section.RequestText, section.Version, api.Words, api.Base, out var diagnostic) is { } request
            ? new(api.Words, api.Base, api.JsonPrefix, source.With(source.File with { Section = section with { Path = request.Path } }), null)
            : new(api.Words, api.Base, api.JsonPrefix, source, diagnostic);
    }

    /// <summary>Whether an API has words or a base, which its request lines can contain.</summary>
    public static bool Has(ApiDeclaration api) => api.Words.Count > 0 || api.Base is not null;

    /// <summary>Whether the section has the words and the base of this API.</summary>
    public bool IsIn(ApiDeclaration api) => Words.Equals(api.Words) && Base == api.Base && JsonPrefix == api.JsonPrefix;
}
