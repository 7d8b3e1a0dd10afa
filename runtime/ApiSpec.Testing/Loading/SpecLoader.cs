using ApiSpec.Language.Declarations;
using ApiSpec.Language.Examples;
using ApiSpec.Language.Reading;
using ApiSpec.Language.Rows;
using ApiSpec.Testing.Pages;

namespace ApiSpec.Testing.Loading;

/// <summary>Puts spec files together to the APIs they describe.</summary>
internal sealed class SpecLoader
{
    private readonly SpecMistakes _mistakes = new();
    private readonly Dictionary<string, StubApi> _apis = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StubApi> _alone = new(StringComparer.Ordinal);

    public static IReadOnlyList<StubApi> Load(IEnumerable<SpecDocument> documents)
    {
        var loader = new SpecLoader();
        var files = documents.Select(loader.Read).OfType<ReadFile>().ToList();
        loader._mistakes.ThrowIfAny();
        foreach (var file in files.Where(static file => file.Spec.Kind == SpecFileKind.Api))
            loader._apis.TryAdd(file.Spec.ApiId ?? "", new StubApi(file.Spec.ApiId, file.Spec.Api));
        foreach (var file in files)
            loader.Add(file);
        loader._mistakes.ThrowIfAny();
        return [.. loader._apis.Values, .. loader._alone.Values];
    }

    private ReadFile? Read(SpecDocument document)
    {
        var parsed = SpecReader.Read(document.FileName, FieldText.ToUnicode(document.Text), CancellationToken.None);
        _mistakes.AddErrors(document.FileName, parsed);
        return parsed.File is null or { Kind: SpecFileKind.Unreadable } ? null : new ReadFile(document.FileName, parsed, parsed.File);
    }

    private void Add(ReadFile file)
    {
        var api = ApiOf(file.Spec);
        foreach (var schema in file.Spec.Schemas)
            api.Add(schema);
        if (file.Spec.Section is not { } section)
            return;
        if (section.IsRequestUnknown)
        {
            api.AddWithoutRequest(section);
            return;
        }

        // The reader sees one file at a time; the API's words and base address are known only here.
        var request = RequestLine.Parse(section.RequestText, section.Version, api.Words, api.Base, out _);
        api.Add(new StubOperation(api, section, request?.Path ?? section.Path, ReadExamples(file, section)));
    }

    private StubApi ApiOf(SpecFile file)
    {
        if (file.ApiId is null && _apis.Count == 1)
            return _apis.Values.First();
        var id = file.ApiId ?? "";
        if (_apis.TryGetValue(id, out var api))
            return api;
        if (!_alone.TryGetValue(id, out api))
            _alone.Add(id, api = new StubApi(file.ApiId, null));
        return api;
    }

    private List<DocumentedExample> ReadExamples(ReadFile file, SectionDeclaration section)
    {
        var examples = new List<DocumentedExample>();
        foreach (var example in section.Examples)
        {
            ExampleRequest? request = null;
            var message = PastedMessage.Of(example.RequestHeader, example.RequestBody);
            if (example.RequestHeader is not null || message.IsHeadInBody)
            {
                request = PastedHttp.ReadRequest(message, out var mistake);
                Report(file, example.Pointer + "/request ", message, example.RequestHeader, example.RequestBody, mistake);
            }

            examples.Add(new DocumentedExample(
                section.Group + "." + section.Method, section.Section, example.Title, request, ReadResponse(file, section, example)));
        }

        return examples;
    }

    private ExampleResponse? ReadResponse(ReadFile file, SectionDeclaration section, ExampleDeclaration example)
    {
        var message = PastedMessage.Of(example.ResponseHeader, example.ResponseBody);
        if (example.ResponseHeader is not null || message.IsHeadInBody)
        {
            var response = PastedHttp.ReadResponse(message, out var mistake);
            Report(file, example.Pointer + "/response ", message, example.ResponseHeader, example.ResponseBody, mistake);
            return response;
        }

        if (example.ResponseBody is null)
            return null;
        var success = section.Statuses.Rows.FirstOrDefault(static row => row.Code is >= 200 and < 300);
        return new ExampleResponse(success?.Code ?? 200, success?.Message, FieldCollection.Headers([]), example.ResponseBody);
    }

    private void Report(ReadFile file, string pointer, PastedMessage message, string? header, string? body, UnreadableLine? mistake)
    {
        if (mistake is { } line)
            _mistakes.Add(file.Name, file.Parsed, pointer + (message.IsHeadInBody ? "body" : "header"), (message.IsHeadInBody ? body : header)!, line);
    }

    private sealed record ReadFile(string Name, ParsedSpec Parsed, SpecFile Spec);
}
