using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Loading;

/// <summary>Groups spec files by the APIs that they describe.</summary>
internal sealed class SpecLoader
{
    private readonly SpecDiagnostics _diagnostics = new();
    private readonly Dictionary<SpecSource, ParsedSpec> _parsed = new(ReferenceComparer<SpecSource>.Instance);

    public static IReadOnlyList<StubApi> Load(IEnumerable<SpecDocument> documents)
    {
        var loader = new SpecLoader();
        var files = documents.SelectMany(loader.Read).ToList();
        loader._diagnostics.ThrowIfAny();
        // Errors between files are only reported by the build, because a test can load some of the files.
        var apis = ApiReference.Of(files, new DiagnosticList()).Select(loader.Load).ToList();
        loader._diagnostics.ThrowIfAny();
        return apis;
    }

    private EquatableArray<SpecSource> Read(SpecDocument document)
    {
        var parsed = SpecReader.Read(document.FileName, FieldText.ToUnicode(document.Text), CancellationToken.None);
        _diagnostics.AddErrors(document.FileName, parsed);
        if (parsed.File is not { } file)
            return [];
        var sources = SectionForms.SourcesOf(document.FileName, file);
        foreach (var source in sources)
            _parsed.Add(source, parsed);
        return sources;
    }

    private StubApi Load(ApiReference reference)
    {
        var api = new StubApi(reference);
        var sections = reference.Group.Files.Where(static file => file.File.Section is not null).Zip(reference.Sections);
        foreach (var (source, worded) in sections.Where(static section => !section.First.File.Section!.IsRequestUnknown))
            api.Add(new StubOperation(api, worded.File.Section!, ReadExamples(source)));
        return api;
    }

    private List<DocumentedExample> ReadExamples(SpecSource source)
        => [.. DocumentedExamples
            .Of(source.File.Section!, unreadable => _diagnostics.Add(source.Path, _parsed[source], unreadable.Pointer, unreadable.Text, unreadable.Line))
            .Select(static example => example.Example)];
}
