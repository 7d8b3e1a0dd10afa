using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ApiSpec.Testing;
using Xunit;

namespace ApiSpec.Guides.Tests;

/// <summary>The code on the pages runs, against a stub server of its specs, and prints what the pages say.</summary>
public sealed partial class GuideRunTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ScratchFolder _folder = new();
    private readonly string _start = Environment.CurrentDirectory;

    public static TheoryData<string> Pages
        => [.. GuidePage.All.Where(static page => page.Blocks.Any(static block => block.Runs)).Select(static page => page.Name)];

    public void Dispose()
    {
        Environment.CurrentDirectory = _start;
        _folder.Dispose();
    }

    // The blocks of a page run in its order: a later one can use a file that an earlier one writes.
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_code_runs_and_prints_what_the_page_says(string name)
    {
        // The pages show numbers and dates in this culture.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Environment.CurrentDirectory = _folder.Root;
        var page = GuidePage.All.Single(page => page.Name == name);
        foreach (var part in page.Blocks.Where(static block => block.Runs).GroupBy(static block => block.Specs, SameSpecs.Instance))
        {
            await using var server = await StartServerAsync(page, part.Key);
            foreach (var block in part)
            {
                var program = SpecCompilation.Load(block.Code, block.Specs, server.BaseAddress);
                try
                {
                    // A program can block its thread without end.
                    await Task.Run(() => RunAsync(block.Code, program, server.BaseAddress), TestContext.Current.CancellationToken)
                        .WaitAsync(Patience, TestContext.Current.CancellationToken);
                }
                catch (Exception exception)
                {
                    throw new InvalidOperationException($"The block at line {block.Line} does not run: {exception.Message}", exception);
                }

                var printed = PrintedBy(program);
                Assert.True(
                    !block.ExpectedLines.Any() || printed.SequenceEqual(block.ExpectedLines),
                    $"The block at line {block.Line} prints:\n{string.Join('\n', printed)}");
            }
        }
    }

    /// <summary>Starts a server of specs that are in a folder as well, for programs that read them.</summary>
    private async Task<StubServer> StartServerAsync(GuidePage page, IReadOnlyDictionary<string, string> specs)
    {
        var folder = Path.Combine(_folder.Root, "specs");
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (var (path, text) in specs)
            _folder.Write("specs/" + path, text);

        var options = new StubOptions(ExampleCatalog.Load(folder));
        var operations = options.Catalog.Operations.Select(static operation => operation.Id).ToHashSet(StringComparer.Ordinal);
        // A file is for one of the APIs on its page.
        if (ResponsesFor(page) is { } responses && OperationName().Matches(responses).All(name => operations.Contains(name.Groups["id"].Value)))
        {
            _folder.Write("responses.yaml", responses);
            options.RespondFrom(Path.Combine(_folder.Root, "responses.yaml"));
        }

        return await StubServer.StartAsync(options, TestContext.Current.CancellationToken);
    }

    private static string? ResponsesFor(GuidePage page)
    {
        var file = Repository.PathOf("tests/ApiSpec.Guides.Tests/Responses", Path.GetFileNameWithoutExtension(page.Name) + ".yaml");
        return page.Responses ?? (page.Name.StartsWith("runtime/docs/", StringComparison.Ordinal) && File.Exists(file) ? File.ReadAllText(file) : null);
    }

    /// <summary>Runs a program, or all public methods of a library.</summary>
    private static async Task RunAsync(string code, Assembly program, Uri server)
    {
        if (program.EntryPoint is { } main)
        {
            await LibraryRun.CompleteAsync(LibraryRun.Invoke(main, null, main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]));
            return;
        }

        await LibraryRun.RunAsync(code, program, server);
    }

    private static string[] PrintedBy(Assembly program)
    {
        var text = program.GetType("Console")!.GetField("Text")!.GetValue(null)!.ToString()!.TrimEnd('\n');
        return text.Length == 0 ? [] : text.Split('\n');
    }

    [GeneratedRegex(@"operation: (?<id>[\w.]+)")]
    private static partial Regex OperationName();

    private sealed class SameSpecs : IEqualityComparer<IReadOnlyDictionary<string, string>>
    {
        public static readonly SameSpecs Instance = new();

        public bool Equals(IReadOnlyDictionary<string, string>? one, IReadOnlyDictionary<string, string>? other)
            => one!.Count == other!.Count && one.All(spec => other.TryGetValue(spec.Key, out var text) && text == spec.Value);

        public int GetHashCode(IReadOnlyDictionary<string, string> specs) => specs.Count;
    }
}
