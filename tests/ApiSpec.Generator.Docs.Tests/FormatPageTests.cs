using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;

namespace ApiSpec.Generator.Docs.Tests;

/// <summary>The reader understands every example on the pages of the format.</summary>
public sealed class FormatPageTests
{
    public static TheoryData<string> Blocks => [.. FormatPage.Blocks.Select(static block => block.Name)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_block_is_read_without_a_diagnostic(string name)
    {
        var block = FormatPage.Blocks.Single(block => block.Name == name);

        var parsed = SpecReader.Read("example.apispec.yaml", block.Text, TestContext.Current.CancellationToken);

        Assert.Empty(parsed.Diagnostics.Where(static diagnostic => diagnostic.Rule.Severity != SpecSeverity.Info).Select(Show));
        Assert.NotNull(parsed.File);
    }

    [Fact]
    public void The_pages_show_every_kind_of_file()
        => Assert.Superset(
            new HashSet<string> { "", "part", "section", "api", "schema", "rows-query", "rows-response" },
            FormatPage.Blocks.Select(static block => block.Kind).ToHashSet());

    [Fact]
    public void The_parts_say_line_for_line_what_the_shipped_spec_says()
    {
        var shipped = Repository.Read("specs", "jp1ao", "tasks", "2.7.14-get-rerun-start.apispec.yaml");
        var parts = FormatPage.Blocks.Single(static block => block.Kind == "part").Text;

        // The shipped file starts with the comment for editors and the id of its API, which other pages explain.
        Assert.Equal(
            Lines(shipped).Where(static line => !line.StartsWith('#') && line != "api: jp1ao").Order(StringComparer.Ordinal),
            Lines(parts).Order(StringComparer.Ordinal));
    }

    /// <summary>People read the first chapter as a whole before they write a section. Facts for unusual sections belong in the reference.</summary>
    [Fact]
    public void First_chapter_is_short()
    {
        var tutorial = Repository.Read("specs", "docs", "tutorial.md");
        var printed = Repository.Read("specs", "docs", "printed-and-written.md");

        Assert.InRange((tutorial + " " + printed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 1, 1519);
        Assert.InRange(Lines(printed).Count(static line => line.StartsWith('|')) - 2, 1, 23);
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Where(static line => line.Length > 0);

    private static string Show(SpecDiagnostic diagnostic)
        => $"{diagnostic.Span.StartLine + 1}:{diagnostic.Span.StartColumn + 1} {string.Format(null, diagnostic.Rule.MessageFormat, [.. diagnostic.Arguments])}";
}
