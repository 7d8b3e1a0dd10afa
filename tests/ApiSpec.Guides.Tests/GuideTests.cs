using System.Text.RegularExpressions;
using Xunit;

namespace ApiSpec.Guides.Tests;

/// <summary>The code on the pages compiles, and their links work.</summary>
public sealed partial class GuideTests
{
    public static TheoryData<string, int> Blocks
    {
        get
        {
            var blocks = new TheoryData<string, int>();
            foreach (var page in GuidePage.All)
            {
                foreach (var block in page.Blocks)
                    blocks.Add(page.Name, block.Line);
            }

            return blocks;
        }
    }

    public static TheoryData<string> Pages => [.. GuidePage.All.Select(static page => page.Name)];

    /// <summary>The pages that say that they use the client of Getting started.</summary>
    public static TheoryData<string> PagesAfterGettingStarted =>
    [
        .. GuidePage.All.Where(static page => page.Text.Contains("(getting-started.md#a-call)", StringComparison.Ordinal)).Select(static page => page.Name),
    ];

    /// <summary>The guides, the pages of the format and the pages for contributors.</summary>
    public static TheoryData<string> LinkedPages =>
    [
        .. GuidePage.All.Select(static page => page.Name),
        .. new[]
        {
            "CONTRIBUTING.md",
            "tests/README.md",
            "specs/README.md",
            "specs/gallery/README.md",
            "generator/docs/README.md",
            "generator/ApiSpec.Tool/README.md",
        },
        .. Directory.EnumerateFiles(Repository.PathOf("specs/docs"), "*.md").Select(static path => "specs/docs/" + Path.GetFileName(path))
            .Order(StringComparer.Ordinal),
        .. Directory.EnumerateFiles(Repository.PathOf("generator/docs"), "APISPEC*.md").Select(static path => "generator/docs/" + Path.GetFileName(path))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void The_code_compiles(string page, int line)
    {
        var block = PageOf(page).Blocks.Single(block => block.Line == line);
        var errors = SpecCompilation.ErrorsOf(block.Code, block.Specs);
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }

    [Theory]
    [MemberData(nameof(PagesAfterGettingStarted))]
    public void The_code_compiles_with_the_spec_of_Getting_started(string page)
    {
        var specs = PageOf("runtime/docs/getting-started.md").Blocks[^1].Specs;
        Assert.All(
            PageOf(page).Blocks.Where(static block => block.UsesExampleSection),
            block => Assert.Empty(SpecCompilation.ErrorsOf(block.Code, specs)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_specs_give_no_warning(string page)
    {
        var diagnostics = PageOf(page).Blocks.SelectMany(static block => SpecCompilation.DiagnosticsOf(block.Specs)).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(diagnostics.Count == 0, string.Join('\n', diagnostics));
    }

    [Theory]
    [MemberData(nameof(LinkedPages))]
    public void Links_within_the_repository_point_to_files_and_headings(string page)
    {
        var path = Repository.PathOf(page);
        Assert.All(Link().Matches(File.ReadAllText(path)), link =>
        {
            var target = link.Groups["path"].Length == 0 ? path : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, link.Groups["path"].Value));
            Assert.True(File.Exists(target) || Directory.Exists(target), link.Value);
            if (link.Groups["heading"] is { Success: true, Value: var heading })
                Assert.Contains(heading, Heading().Matches(File.ReadAllText(target)).Select(static match => AnchorOf(match.Groups["text"].Value.Trim())));
        });
    }

    [Fact]
    public void Each_page_is_in_the_table_of_contents_once()
    {
        var contents = PageOf("runtime/docs/README.md").Text;
        Assert.All(
            GuidePage.All.Select(static page => page.Name)
                .Where(static name => name.StartsWith("runtime/docs/", StringComparison.Ordinal) && !name.EndsWith("README.md", StringComparison.Ordinal)),
            name => Assert.Single(Regex.Matches(contents, Regex.Escape($"]({Path.GetFileName(name)})"))));
    }

    [Fact]
    public void Each_page_is_in_a_table_of_contents_of_the_site_once()
    {
        var pages = new[] { "generator", "runtime", "specs", "tests" }
            .SelectMany(static folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Select(static path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(static name => !OnlyForTools().IsMatch(name))
            // .ci/site writes the table of the diagnostics from their overview.
            .Where(static name => !name.StartsWith("generator/docs/APISPEC", StringComparison.Ordinal) && name != "generator/docs/README.md");
        var listed = Directory.EnumerateFiles(Repository.PathOf(".ci/docfx"), "toc.yml", SearchOption.AllDirectories)
            .Where(static path => Path.GetRelativePath(Repository.PathOf(".ci/docfx"), path) is var name && !name.StartsWith("obj", StringComparison.Ordinal))
            .SelectMany(static path => ListedPage().Matches(File.ReadAllText(path))
                .Select(link => Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, link.Groups["path"].Value)))))
            .Select(static name => name.Replace('\\', '/'));

        Assert.Equal(pages.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Errors_of_the_build_files_are_explained()
    {
        var page = PageOf("runtime/docs/troubleshooting.md").Text;
        var codes = ErrorCode().Matches(File.ReadAllText(Repository.PathOf("runtime/ApiSpec/buildTransitive/ApiSpec.targets")))
            .Select(static code => code.Groups["code"].Value).ToList();

        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.Contains(code, page, StringComparison.Ordinal));
    }

    private static GuidePage PageOf(string name) => GuidePage.All.Single(page => page.Name == name);

    // Anchors as GitHub creates them.
    private static string AnchorOf(string heading) => NotInAnchors().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?!https?:)(?<path>[^)#]*)(#(?<heading>[^)]+))?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"href: (?<path>\S+\.md)")]
    private static partial Regex ListedPage();

    // Outputs of builds, and lists that analyzers read.
    [GeneratedRegex(@"(^|/)(bin|obj|node_modules)/|/AnalyzerReleases\.")]
    private static partial Regex OnlyForTools();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex("Error Code=\"(?<code>[A-Z0-9]+)\"")]
    private static partial Regex ErrorCode();
}
