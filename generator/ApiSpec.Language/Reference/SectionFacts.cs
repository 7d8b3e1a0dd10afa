using System.Runtime.CompilerServices;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Reference;

/// <summary>Facts about a section file. They are kept until the file changes, because an editor needs all of them at every keystroke.</summary>
internal sealed class SectionFacts
{
    private static readonly ConditionalWeakTable<SpecSource, SectionFacts> Known = new();

    private WordedSection? _worded;

    private SectionFacts(SpecSource source)
    {
        if (source.File.Section is not { } section)
            return;
        Id = section.Id;
        Path = section.Path.ToString();
        Request = section.HttpMethod + " " + Path;
    }

    /// <summary>The operation, <c>Group.Method</c>; empty for a file that is not a section.</summary>
    public string Id { get; } = "";

    /// <summary>The path as a template; empty for a file that is not a section.</summary>
    public string Path { get; } = "";

    /// <summary>The method and the path; empty for a file that is not a section.</summary>
    public string Request { get; } = "";

    public static SectionFacts Of(SpecSource source) => Known.GetValue(source, static source => new SectionFacts(source));

    /// <summary>
    /// Returns the section with the fixed words and the base of the API in its request line. The reader sees one file only, and the API file defines these
    /// words.
    /// </summary>
    /// <param name="source">The section.</param>
    /// <param name="api">The API file, or null.</param>
    /// <param name="diagnostic">The reason why the result is not a request line; null: it is one.</param>
    /// <returns>The file itself if the API changes nothing, or if the result is not a request line.</returns>
    public static SpecSource WithWords(SpecSource source, ApiDeclaration? api, out TextDiagnostic? diagnostic)
    {
        diagnostic = null;
        if (source.File.Section!.IsRequestUnknown || api is null || (api.Words.Count == 0 && api.Base is null))
            return source;
        var facts = Of(source);
        var known = Volatile.Read(ref facts._worded);
        if (known is null || !known.Words.Equals(api.Words) || known.Base != api.Base)
            Volatile.Write(ref facts._worded, known = WordedSection.Of(source, api));
        diagnostic = known.Diagnostic;
        return known.Source;
    }

    private sealed record WordedSection(EquatableArray<WordReplacement> Words, string? Base, SpecSource Source, TextDiagnostic? Diagnostic)
    {
        public static WordedSection Of(SpecSource source, ApiDeclaration api)
        {
            var section = source.File.Section!;
            return RequestLine.Parse(section.RequestText, section.Version, api.Words, api.Base, out var diagnostic) is { } request
                ? new(api.Words, api.Base, source with { File = source.File with { Section = section with { Path = request.Path } } }, null)
                : new(api.Words, api.Base, source, diagnostic);
        }
    }
}
