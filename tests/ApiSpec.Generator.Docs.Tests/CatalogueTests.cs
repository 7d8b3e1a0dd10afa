using System.Text.RegularExpressions;
using ApiSpec.Generator.Roslyn;

namespace ApiSpec.Generator.Docs.Tests;

/// <summary>Every rule is documented and listed wherever rules are listed, and no others are.</summary>
public sealed partial class CatalogueTests
{
    [Fact]
    public void Every_rule_has_an_id_of_its_own()
        => Assert.Equal(Rules.Ids.Distinct(), Rules.Ids);

    [Fact]
    public void Every_title_is_a_noun_phrase_and_every_message_one_short_sentence()
    {
        Assert.DoesNotContain(Rules.All, static rule => ArticleOrStop().IsMatch(rule.Title));
        Assert.DoesNotContain(Rules.All, static rule => rule.MessageFormat.Split(' ').Length > 20 || rule.MessageFormat.EndsWith('.'));
    }

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule()
        => Assert.Equal(Rules.Ids, DiagnosticPage.All.Select(static page => page.Id));

    [Fact]
    public void The_overview_lists_every_rule_with_its_title_and_severity()
        => Assert.Equal(
            Rules.All.Select(static rule => (rule.Id, rule.Id + ".md", rule.Title, Rules.SeverityOf(rule))),
            Overview().Matches(Repository.Read("generator", "docs", "README.md"))
                .Select(static row => (row.Groups["id"].Value, row.Groups["link"].Value, row.Groups["title"].Value, row.Groups["severity"].Value)));

    // People search the overview for the message that they see.
    [Fact]
    public void The_overview_shows_each_message_as_the_page_of_its_rule_does()
    {
        var overview = Repository.Read("generator", "docs", "README.md");
        var shown = Overview().Matches(overview).Concat(CommonMessage().Matches(overview)).ToList();
        Assert.Equal(Rules.All.Count + 10, shown.Count);
        Assert.All(
            shown,
            static row => Assert.Equal(MessageOf(row.Groups["id"].Value), row.Groups["message"].Value.Replace("\\|", "|", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_release_files_list_every_rule_once_with_its_severity()
    {
        var released = Releases("AnalyzerReleases.Shipped.md").Concat(Releases("AnalyzerReleases.Unshipped.md"))
            .OrderBy(static row => row.Id, StringComparer.Ordinal);
        Assert.Equal(Rules.All.Select(static rule => (rule.Id, "ApiSpec", rule.Severity.ToString(), rule.Title)), released);
    }

    [Fact]
    public void Every_rule_links_to_its_page_where_the_pages_are_known()
    {
        var pages = new HelpPages(Repository.PathOf("generator", "docs"));
        Assert.All(Rules.All, rule => Assert.True(File.Exists(new Uri(DiagnosticAdapter.Descriptor(rule, pages).HelpLinkUri).LocalPath), rule.Id));
    }

    // A compiler prints the link after every message. A broken link is worse than none.
    [Theory]
    [InlineData(null)]
    [InlineData("generator/docs")]
    [InlineData("https://example.com/docs")]
    public void No_rule_has_a_link_where_the_pages_are_not_known(string? folder)
        => Assert.All(Rules.All, rule => Assert.Empty(DiagnosticAdapter.Descriptor(rule, new HelpPages(folder)).HelpLinkUri));

    [Fact]
    public void Every_link_of_the_pages_leads_to_a_file_and_a_heading()
    {
        var pages = Directory.GetFiles(Repository.PathOf("generator", "docs"), "*.md");
        Assert.All(pages, static page =>
        {
            foreach (Match link in RelativeLink().Matches(File.ReadAllText(page)))
            {
                var target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, link.Groups["path"].Value));
                Assert.True(File.Exists(target), $"{Path.GetFileName(page)}: {link.Value}");
                var heading = link.Groups["heading"].Value;
                Assert.True(heading.Length == 0 || Headings(target).Contains(heading), $"{Path.GetFileName(page)}: no heading for {link.Value}");
            }
        });
    }

    private static IEnumerable<(string Id, string Category, string Severity, string Title)> Releases(string name)
        => ReleaseRow().Matches(Repository.Read("generator", "ApiSpec.Generator", name))
            .Select(static row => (row.Groups["id"].Value, row.Groups["category"].Value, row.Groups["severity"].Value, row.Groups["title"].Value));

    // The first message of a page, without its position, severity and id.
    private static string MessageOf(string id)
    {
        var message = DiagnosticPage.Find(id).Message;
        return message[..message.IndexOf('\n', StringComparison.Ordinal)].Split($" {id}: ", 2)[1];
    }

    // Anchors as GitHub derives them from headings.
    private static HashSet<string> Headings(string path)
        => [.. Heading().Matches(File.ReadAllText(path)).Select(static heading =>
            string.Concat(heading.Groups["text"].Value.ToLowerInvariant().Where(static c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_'))
                .Replace(' ', '-'))];

    [GeneratedRegex(@"^\| \[(?<id>APISPEC\d{4})\]\((?<link>[^)]*)\) \| (?<title>.+) \| `(?<message>.+)` \| (?<severity>\w+) \|$", RegexOptions.Multiline)]
    private static partial Regex Overview();

    [GeneratedRegex(@"^\| `(?<message>.+)` \| .+ \| \[(?<id>APISPEC\d{4})\]\((?<link>[^)]*)\) \|$", RegexOptions.Multiline)]
    private static partial Regex CommonMessage();

    [GeneratedRegex(@"^(?<id>APISPEC\d{4}) \| (?<category>\w+) \| (?<severity>\w+) \| (?<title>.+)$", RegexOptions.Multiline)]
    private static partial Regex ReleaseRow();

    [GeneratedRegex(@"\]\((?!https?:)(?<path>[^)#]+)(#(?<heading>[^)]+))?\)")]
    private static partial Regex RelativeLink();

    [GeneratedRegex(@"^(An?|The) |\.$")]
    private static partial Regex ArticleOrStop();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
