using System.CommandLine;
using System.Text;
using ApiSpec.Drafting.Pages;
using ApiSpec.Drafting.Sections;
using ApiSpec.Language.Reference;
using ApiSpec.Testing.Loading;
using ApiSpec.Tool.Drafting;
using ApiSpec.Tool.Specs;

namespace ApiSpec.Tool.Coverage;

/// <summary><c>apispec coverage</c>: lists transcribed and missing sections.</summary>
internal static class CoverageCommand
{
    public const string Name = "coverage";

    /// <summary>The examples after the options in the help.</summary>
    public const string Examples = """
        Examples:
          apispec coverage specs
          apispec coverage specs/jp1ao --contents contents.html --edition V12 --chapter 2
          apispec coverage specs/jp1ao --format markdown > coverage.md
          apispec coverage specs/jp1ao --update specs/jp1ao/README.md

        Exit codes:
          0  the sections were listed
          1  with --strict: a section of the contents is missing
          2  wrong arguments, files that cannot be read, or specs with errors
        """;

    public static Command Create(ToolConsole console)
    {
        var paths = new Argument<string[]>(
            "paths") { Description = "Spec files, and folders with specs at any depth", DefaultValueFactory = static _ => ["."] };
        var format = new Option<string>(
            "--format") { Description = "The format of the result", HelpName = "text|markdown|json", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong([.. CoverageWriter.Formats]);
        var contents = new Option<string?>("--contents")
        {
            Description = "The manual's table of contents, in any format that 'draft' can read; also lists the sections that no spec transcribes",
            HelpName = "page",
        };
        var chapter = new Option<string[]>("--chapter")
        {
            Description = "Compare only this chapter or section of the contents; repeat it for more",
            HelpName = "9.6",
            DefaultValueFactory = static _ => [],
        };
        var edition = new Option<string?>("--edition") { Description = "The edition of the reference, by its key in 'manuals'", HelpName = "V12" };
        var api = new Option<string?>(
            "--api") { Description = "The id of the API, required if the specs describe several and you compare one of them", HelpName = "id" };
        var update = new Option<string?>(
            "--update") { Description = "A Markdown page; replaces the table in it, and keeps all other lines", HelpName = "page" };
        var strict = new Option<bool>("--strict") { Description = "Return 1 if a section of the contents is missing" };
        var command = new Command(Name, "Lists the transcribed sections, and with --contents the missing ones.")
        {
            paths, format, contents, chapter, edition, api, update, strict,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(contents) is null && (result.GetValue(strict) || result.GetResult(chapter) is { Implicit: false }))
                result.AddError("--chapter and --strict are about a table of contents; name its page with --contents.");
            if (result.GetValue(update) is not null && (result.GetValue(contents) is not null || result.GetResult(format) is { Implicit: false }))
                result.AddError("--update writes the table into a page, so it cannot be combined with --contents and --format.");
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new CoverageRequest(
                parsed.GetValue(paths)!, parsed.GetValue(format)!, parsed.GetValue(contents), parsed.GetValue(chapter)!, parsed.GetValue(edition),
                parsed.GetValue(api),
                parsed.GetValue(update), parsed.GetValue(strict)),
            console, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CoverageRequest request, ToolConsole console, CancellationToken cancellationToken)
    {
        if (SpecProject.Read(request.Paths, console, cancellationToken) is not { } project)
            return ExitCode.NotRun;
        IReadOnlyList<ApiReference> references = project.Apis;
        if (request.NeedsOne)
        {
            if (project.Choose(request.Api, console) is not { } reference)
                return ExitCode.NotRun;
            if (request.Edition is { } edition && EditionView.WhyUnknown(reference, edition) is { } reason)
            {
                await console.Error.WriteLineAsync(reason);
                return ExitCode.NotRun;
            }

            references = [reference];
        }

        var operations = project.Operations(cancellationToken);
        var tables = references.Select(reference => CoverageTable.Of(new EditionView(reference, request.Edition), operations))
            .Where(static table => table.Rows.Count > 0).ToList();
        if (request.Update is { } page)
            return await UpdateAsync(page, tables, console, cancellationToken);
        var comparison = request.Contents is { } contents ? Compare(contents, request, references[0], console, cancellationToken) : null;
        await console.Output.WriteAsync(CoverageWriter.Write(request.Format, new CoverageResult(tables, comparison), static file => file));
        return request.IsStrict && comparison is { Missing.Count: > 0 } ? ExitCode.Failed : ExitCode.Success;
    }

    private static ContentsComparison Compare(
        string path, CoverageRequest request, ApiReference reference, ToolConsole console, CancellationToken cancellationToken)
    {
        var page = PageReader.ReadContents(path, PageFile.Read(Path.GetFullPath(path, console.Folder), path, PageLimits.Bytes), cancellationToken);
        var comparison = ContentsComparison.Of(path, TableOfContents.Of(page), request.Chapters, reference, request.Edition);
        return comparison.Listed.Count > 0
            ? comparison
            : throw new PageException($"{path}: the page lists no section of {string.Join(", ", request.Chapters.Select(static chapter => $"'{chapter}'"))}.");
    }

    private static async Task<int> UpdateAsync(string path, List<CoverageTable> tables, ToolConsole console, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path, console.Folder);
        var text = Path.Exists(full)
            ? SpecFiles.ReadText(full, path, "a page") ?? throw new IOException($"'{path}' is too large for a page.")
            : throw new FileNotFoundException($"There is no page '{path}'.");
        var table = tables.Count == 0 ? CoverageMarkdown.Header : CoverageMarkdown.Table(
            tables[0], file => Path.GetRelativePath(Path.GetDirectoryName(full)!, Path.GetFullPath(file, console.Folder)).Replace('\\', '/'));
        if (CoverageMarkdown.Replace(text, table) is not { } updated)
        {
            await console.Error.WriteLineAsync($"'{path}' has no table of sections; put the line '{CoverageMarkdown.Header}' where it belongs.");
            return ExitCode.NotRun;
        }

        if (updated != text)
            await OutputFile.WriteAsync(HasByteOrderMark(full) ? "\uFEFF" + updated : updated, full, overwrites: true, console, cancellationToken);
        return ExitCode.Success;
    }

    private static bool HasByteOrderMark(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[3];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Encoding.UTF8.Preamble);
    }
}

/// <summary>The arguments of the command line.</summary>
internal sealed record CoverageRequest(
    IReadOnlyList<string> Paths, string Format, string? Contents, IReadOnlyList<string> Chapters, string? Edition, string? Api, string? Update, bool IsStrict)
{
    /// <summary>Whether the request needs exactly one reference.</summary>
    public bool NeedsOne => Api is not null || Edition is not null || Contents is not null || Update is not null;
}
