using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Loading;

/// <summary>Puts spec files together to the APIs they describe.</summary>
internal sealed class SpecLoader
{
    private readonly SpecDiagnostics _diagnostics = new();
    private readonly Dictionary<SpecSource, ParsedSpec> _parsed = new(ReferenceComparer<SpecSource>.Instance);

    public static IReadOnlyList<StubApi> Load(IEnumerable<SpecDocument> documents)
    {
        var loader = new SpecLoader();
        var files = documents.Select(loader.Read).OfType<SpecSource>().ToList();
        loader._diagnostics.ThrowIfAny();
        // What shows between the files is left to the build: a test may load some of them.
        var apis = ApiReference.Of(files, new DiagnosticList()).Select(loader.Load).ToList();
        loader._diagnostics.ThrowIfAny();
        return apis;
    }

    private SpecSource? Read(SpecDocument document)
    {
        var parsed = SpecReader.Read(document.FileName, FieldText.ToUnicode(document.Text), CancellationToken.None);
        _diagnostics.AddErrors(document.FileName, parsed);
        if (parsed.File is not { } file)
            return null;
        var source = new SpecSource(document.FileName, file);
        _parsed.Add(source, parsed);
        return source;
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
    {
        var section = source.File.Section!;
        var examples = new List<DocumentedExample>();
        foreach (var example in section.Examples)
        {
            ExampleRequest? request = null;
            var message = PastedMessage.Of(example.RequestHeader, example.RequestBody);
            if (example.RequestHeader is not null || message.IsHeadInBody)
            {
                request = PastedHttp.ReadRequest(message, section.HttpMethod, out var diagnostic);
                Report(source, example.Pointer + "/request ", message, example.RequestHeader, example.RequestBody, diagnostic);
            }

            examples.Add(new DocumentedExample(section.Id, section.Section, example.Title, request, ReadResponse(source, example)));
        }

        return examples;
    }

    private ExampleResponse? ReadResponse(SpecSource source, ExampleDeclaration example)
    {
        var message = PastedMessage.Of(example.ResponseHeader, example.ResponseBody);
        if (example.ResponseHeader is not null || message.IsHeadInBody)
        {
            var response = PastedHttp.ReadResponse(message, out var diagnostic);
            Report(source, example.Pointer + "/response ", message, example.ResponseHeader, example.ResponseBody, diagnostic);
            return response;
        }

        if (example.ResponseBody is null)
            return null;
        var success = source.File.Section!.Statuses.Success;
        return new ExampleResponse(success?.FirstCode ?? 200, success?.Message, FieldCollection.Headers([]), example.ResponseBody);
    }

    private void Report(SpecSource source, string pointer, PastedMessage message, string? header, string? body, UnreadableLine? diagnostic)
    {
        if (diagnostic is { } line)
            _diagnostics.Add(source.Path, _parsed[source], pointer + (message.IsHeadInBody ? "body" : "header"), (message.IsHeadInBody ? body : header)!, line);
    }
}
