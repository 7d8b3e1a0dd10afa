using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using ApiSpec.Testing;

namespace ApiSpec.Specs.Tests.Support;

/// <summary>Writes the <c>README.md</c> of a transcribed reference: which sections are transcribed, and how they are called.</summary>
/// <param name="title">The title of the page.</param>
/// <param name="introduction">What the page says after the number of sections.</param>
/// <param name="folder">The folder of the specs.</param>
/// <param name="client">The interface of the generated client.</param>
/// <param name="operations">The operations of the reference.</param>
internal sealed partial class CoverageTable(string title, string introduction, string folder, Type client, IReadOnlyList<ApiOperation> operations)
{
    private readonly ExampleCatalog _catalog = ExampleCatalog.Load(folder);

    public string Write()
    {
        var files = Files();
        var rows = operations
            .Select(operation => (Operation: operation, File: files[operation.Id]))
            .OrderBy(static row => NumberOf(row.File))
            .ToList();
        var text = new StringBuilder();
        text.Append(string.Create(CultureInfo.InvariantCulture, $"""
            # {title}

            {rows.Count} sections of the reference, each a file, and each a typed method of `{client.Name[1..]}`. {introduction}

            This page is written from the specs and checked by `CoverageTests`.

            | Section | Newest page | Operation | C# | Roles | Example replayed |
            | --- | --- | --- | --- | --- | --- |

            """));
        foreach (var (operation, file) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| [{SectionOf(file)}]({file}) {operation.Title} | {NewestSource(operation)} ");
            text.Append(CultureInfo.InvariantCulture, $"| {operation.Method} `{operation.PathTemplate}` | {Methods(operation)} | {string.Join(", ", operation.Roles)} | {Example(operation)} |\n");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private Dictionary<string, string> Files()
        => Directory.EnumerateFiles(folder, "*.apispec.yaml", SearchOption.AllDirectories)
            .Select(file => (Name: OperationLine().Match(File.ReadAllText(file)), Path: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .Where(static file => file.Name.Success)
            .ToDictionary(static file => file.Name.Groups["id"].Value, static file => file.Path, StringComparer.Ordinal);

    private static string SectionOf(string file) => SectionNumber().Match(Path.GetFileName(file)).Value;

    private static (int, int, int) NumberOf(string file)
    {
        var numbers = SectionOf(file).Split('.').Select(static number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return (numbers[0], numbers[1], numbers[2]);
    }

    private static string NewestSource(ApiOperation operation)
        => operation.Sources.MaxBy(static source => int.Parse(Edition().Match(source).Groups["number"].Value, CultureInfo.InvariantCulture))!;

    private string Methods(ApiOperation operation)
    {
        var group = client.GetProperty(operation.Group)!;
        string[] names = [operation.Name + "Async", operation.Name + "ItemsAsync"];
        return string.Join("<br>", group.PropertyType.GetMethods()
            .Where(method => names.Contains(method.Name, StringComparer.Ordinal))
            .OrderBy(static method => method.Name, StringComparer.Ordinal)
            .ThenBy(static method => method.GetParameters().Length)
            .Select(method => $"`{group.Name}.{method.Name}({string.Join(", ", method.GetParameters().Where(static parameter => parameter.Name != "cancellationToken").Select(Parameter))})`"));
    }

    private static string Parameter(ParameterInfo parameter) => parameter.Name + (parameter.IsOptional ? "?" : "");

    private string Example(ApiOperation operation)
    {
        var examples = _catalog.Examples.Where(example => example.OperationId == operation.Id).ToList();
        if (examples.Count == 0)
            return WhyNone(operation);
        var parts = Enumerable.Empty<string?>()
            .Append(examples.Any(static example => example.Request is not null) ? "request" : null)
            .Append(examples.Any(static example => example.Request?.Body is not null) ? "its body" : null)
            .Append(examples.Any(static example => example.Response is { Headers.Count: > 0 }) ? "response headers" : null)
            .Append(examples.Any(static example => example.Response?.Body is not null) ? "response body" : null);
        return "yes: " + string.Join(", ", parts.OfType<string>());
    }

    // The transcriber says in the notes what became of the page's example.
    private static string WhyNone(ApiOperation operation)
        => Sentences().Split(operation.Notes ?? "").FirstOrDefault(static sentence => ExampleWord().IsMatch(sentence)) is { } sentence
            ? "no: " + sentence.TrimEnd('.').Replace('|', ' ')
            : throw new InvalidOperationException($"{operation} has no example, and its notes do not say what became of the page's.");

    [GeneratedRegex(@"^operation: (?<id>[A-Za-z.]+)$", RegexOptions.Multiline)]
    private static partial Regex OperationLine();

    [GeneratedRegex(@"^\d+\.\d+\.\d+")]
    private static partial Regex SectionNumber();

    [GeneratedRegex(@"^V(?<number>\d+) ")]
    private static partial Regex Edition();

    [GeneratedRegex(@"(?<=\.)\s+(?=[A-Z])")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\bexample\b(?! of a query)")]
    private static partial Regex ExampleWord();
}
