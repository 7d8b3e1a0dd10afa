using ApiSpec.Language.Collections;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Rows;

namespace ApiSpec.Language.Examples;

/// <summary>
/// Splits a section whose request or response has several formats. It becomes one operation for each: the first has the name of the section, and the others
/// have the name of their format after it, as in <c>Jobs.Resume</c> and <c>Jobs.ResumeXml</c>. They have the same method and path, and servers distinguish them
/// by the content type of the request and by its <c>Accept</c> header.
/// </summary>
internal static class SectionForms
{
    /// <summary>Returns the sources of a file: the file itself, or a source for each format of its section.</summary>
    /// <param name="path">The file.</param>
    /// <param name="file">Its content.</param>
    public static EquatableArray<SpecSource> SourcesOf(string path, SpecFile file)
    {
        if (file.Section is not { } section)
            return [new SpecSource(path, file)];
        var responseFormats = ResponseFormatsOf(section);
        if (section.OtherBodies.Count == 0 && responseFormats.Count == 0)
            return [new SpecSource(path, file)];
        var forms = FormsOf(section, responseFormats);
        var operations = forms.ConvertAll(
            form => new SectionForm(section, form.Body, responseFormats, ResponseFormatsTo(form.Body), form.ResponseFormat).ToSection());
        // The schemas of the file are declared once.
        return forms.Zip(operations, (form, operation) => form.Word is { } word
            ? new SpecSource(path, file with { Section = Named(operation, word), Schemas = [] }, word)
            : new SpecSource(path, file with { Section = operation })).ToEquatableArray();

        List<string> ResponseFormatsTo(BodyDeclaration? body)
            => forms.Where(form => ReferenceEquals(form.Body, body)).Select(static form => form.ResponseFormat).OfType<string>().ToList();

        SectionDeclaration Named(SectionDeclaration operation, string word) => operation with
        {
            Method = section.Method + word,
            CSharpName = section.CSharpName is { } name ? name + word : null,
            Response = ReferenceEquals(operation.Response, operations[0].Response) ? Same(section, operation.Response) : operation.Response,
        };
    }

    // A request gets a response in its own format, if the page describes one. Every format of the response has an operation.
    private static List<(string? Word, BodyDeclaration? Body, string? ResponseFormat)> FormsOf(SectionDeclaration section, List<string> responseFormats)
    {
        var bodies = section.Body is null ? [null] : section.Bodies.ToArray<BodyDeclaration?>();
        var forms = bodies.Select(FormOf).ToList();
        foreach (var responseFormat in responseFormats)
        {
            if (!forms.Exists(form => form.ResponseFormat == responseFormat))
                forms.Add((responseFormat, section.Body, responseFormat));
        }

        return forms;

        (string? Word, BodyDeclaration? Body, string? ResponseFormat) FormOf(BodyDeclaration? body)
        {
            var name = body is null ? null : FormatName.Of(body);
            var responseFormat = bodies.Length > 1 && name is not null && responseFormats.Contains(name) ? name : responseFormats.FirstOrDefault();
            return (ReferenceEquals(body, section.Body) ? null : name, body, responseFormat);
        }
    }

    // The formats that a caller can ask for. The bodies of single statuses and of failures follow them.
    private static List<string> ResponseFormatsOf(SectionDeclaration section)
    {
        var bodies = section.OtherResponses.Count > 0
            ? section.Responses
            : section.Statuses.Rows.Where(static row => row.OtherResponses.Count > 0).Select(static row => row.OtherResponses.Prepend(row.Response!))
                .FirstOrDefault();
        return bodies?.Select(static body => FormatName.Of(body)!).ToList() ?? [];
    }

    // The operations return the same type.
    private static BodyDeclaration? Same(SectionDeclaration section, BodyDeclaration? response)
        => response is { Kind: BodyKind.Members or BodyKind.Type }
            ? new BodyDeclaration { Kind = BodyKind.SameAs, SameAs = section.Id, Format = response.Format, Pointer = response.Pointer }
            : response;
}
