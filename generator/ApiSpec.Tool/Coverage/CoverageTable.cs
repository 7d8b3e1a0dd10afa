using System.Text.RegularExpressions;
using ApiSpec.Drafting.Sections;
using ApiSpec.Generator.Code;
using ApiSpec.Generator.Emit;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Reference;
using ApiSpec.Testing;
using ApiSpec.Testing.Loading;
using ApiSpec.Tool.Specs;

namespace ApiSpec.Tool.Coverage;

/// <summary>The transcribed sections of one reference.</summary>
/// <param name="Api">The reference.</param>
/// <param name="Rows">The sections, by number.</param>
internal sealed partial record CoverageTable(ApiReference Api, IReadOnlyList<CoverageRow> Rows)
{
    // Parameters have the same names for all target frameworks.
    private static readonly TypeText s_types = new(new TargetFramework(HasInit: true, HasDateOnly: true));

    /// <summary>The name of the reference.</summary>
    public string Title => Api.Api?.Title ?? SpecProject.NameOf(Api);

    /// <summary>The number of sections with a usage example.</summary>
    public int WithExample => Rows.Count(static row => row.ExampleParts.Count > 0);

    /// <summary>Lists the sections of a reference.</summary>
    /// <param name="view">The reference, and its edition.</param>
    /// <param name="operations">The generated operations, by the key of their source.</param>
    public static CoverageTable Of(EditionView view, IReadOnlyDictionary<string, GeneratedOperation> operations)
        => new(view.Reference,
        [
            .. view.Sections.GroupBy(static source => source.Path, StringComparer.Ordinal)
                .Select(sources => RowOf(view, [.. sources], operations))
                .OrderBy(static row => row.Number is null)
                .ThenBy(static row => SectionNumber.SortKey(row.Number), StringComparer.Ordinal)
                .ThenBy(static row => row.File, StringComparer.Ordinal),
        ]);

    // A section whose request or response has several formats has a source for each.
    private static CoverageRow RowOf(EditionView view, IReadOnlyList<SpecSource> sources, IReadOnlyDictionary<string, GeneratedOperation> operations)
    {
        var source = sources[0];
        var section = source.File.Section!;
        var examples = sources.SelectMany(static form => DocumentedExamples.Of(form.File.Section!)).ToList();
        return new CoverageRow
        {
            File = source.Path,
            Number = SectionNumber.AtStartOf(source.File.Name) ?? section.Section,
            Title = section.Title,
            Page = NewestPage(view, section),
            Operation = source.Operation,
            Method = section.IsRequestUnknown ? null : section.HttpMethod,
            Path = section.IsRequestUnknown ? null : section.Path.ToString(),
            CSharp = [.. sources.Select(form => operations.GetValueOrDefault(form.Key)).OfType<GeneratedOperation>().SelectMany(MethodsOf)],
            Roles = section.Roles,
            ExampleParts = PartsOf(examples),
            WhyNoExample = WhyNone(section.Notes),
        };
    }

    // Manuals are listed from the oldest to the newest. Without a list, citations usually are too.
    private static string? NewestPage(EditionView view, SectionDeclaration section)
    {
        var order = view.Reference.Api?.Manuals.Select(static manual => manual.Key).ToList() ?? [];
        return section.Sources.Where(source => view.Edition is null || source.Manual == view.Edition).Reverse()
            .MaxBy(source => order.IndexOf(source.Manual))?.Text;
    }

    private static IEnumerable<string> MethodsOf(GeneratedOperation operation)
    {
        var signature = new OperationSignature(operation, s_types);
        var own = signature.Parameters(followsLink: false).Select(NameOf);
        if (signature.CanFollowLink)
            yield return Method("Async", signature.Parameters(followsLink: true).Select(NameOf));
        yield return Method("Async", own);
        if (operation.Paging is not null || operation.Response.Items is not null)
            yield return Method("ItemsAsync", own);
        if (operation.Paging is not null)
            yield return Method("PagesAsync", own);
        if (operation.DoneWhen.Count > 0)
            yield return Method(GeneratedOperation.UntilDone + "Async", WaitEmitter.Parameters(signature).Select(NameOf));
        foreach (var (method, parameters) in operation.Actions.SelectMany(action => ActionEmitter.Methods(signature, action)))
            yield return Call(operation.Group, method, parameters.Select(static parameter => NameOf(parameter.Name, parameter.IsOptional)));
        foreach (var method in new[] { operation.AtAddress, operation.Selection }.OfType<GeneratedOperation>().SelectMany(MethodsOf))
            yield return method;

        string Method(string suffix, IEnumerable<string> parameters) => Call(operation.Group, operation.Method + suffix, parameters);
    }

    private static string Call(string group, string method, IEnumerable<string> parameters) => $"{group}.{method}({string.Join(", ", parameters)})";

    private static string NameOf(SignatureParameter parameter) => NameOf(parameter.Name, parameter.IsOptional);

    private static string NameOf(string name, bool isOptional) => name.TrimStart('@') + (isOptional ? "?" : "");

    private static List<string> PartsOf(List<(ExampleDeclaration Declaration, DocumentedExample Example)> examples)
    {
        // The build also compares a body that the page prints without its request.
        var hasRequest = examples.Exists(static example => example.Example.Request is not null);
        var hasBody = examples.Exists(static example => example.Example.Request?.Body is not null
            || (example.Example.Request is null && example.Declaration.RequestBody is not null));
        return [.. Enumerable.Empty<string?>()
            .Append(hasRequest ? "request" : null)
            .Append(hasBody ? hasRequest ? "its body" : "request body" : null)
            .Append(examples.Exists(static example => example.Example.Response is { Headers.Count: > 0 }) ? "response headers" : null)
            .Append(examples.Exists(static example => example.Example.Response?.Body is not null) ? "response body" : null)
            .OfType<string>()];
    }

    // The notes explain why the page's example is not in the spec.
    private static string? WhyNone(string? notes)
        => Sentences().Split(notes ?? "").FirstOrDefault(static sentence => ExampleWord().IsMatch(sentence))?.TrimEnd().TrimEnd('.');

    [GeneratedRegex(@"(?<=\.)\s+(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\bexample\b(?! of a query)", RegexOptions.CultureInvariant)]
    private static partial Regex ExampleWord();
}

/// <summary>A transcribed section.</summary>
internal sealed record CoverageRow
{
    /// <summary>The path of the file as shown.</summary>
    public required string File { get; init; }

    /// <summary>The number of the section; null: neither the file's name nor its text has one.</summary>
    public string? Number { get; init; }

    public string? Title { get; init; }

    /// <summary>The page of the newest edition; null: the spec does not name a page.</summary>
    public string? Page { get; init; }

    /// <summary>The operation: <c>Tasks.GetRerunStart</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The HTTP method; null: the page does not show the request line.</summary>
    public string? Method { get; init; }

    public string? Path { get; init; }

    /// <summary>The generated methods with the names of their parameters; empty: the operation cannot be called.</summary>
    public IReadOnlyList<string> CSharp { get; init; } = [];

    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The parts of the usage examples; empty: no examples.</summary>
    public IReadOnlyList<string> ExampleParts { get; init; } = [];

    /// <summary>The sentence of the notes about the example; null: no such sentence.</summary>
    public string? WhyNoExample { get; init; }

    /// <summary>The description of the example.</summary>
    public string Example
        => ExampleParts.Count > 0 ? "yes: " + string.Join(", ", ExampleParts) : WhyNoExample is { } reason ? "no: " + reason : "no";
}
