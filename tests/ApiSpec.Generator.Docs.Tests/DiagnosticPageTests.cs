using System.Text.RegularExpressions;
using ApiSpec.Generator.Binding;
using ApiSpec.Language.Declarations;
using ApiSpec.Language.Diagnostics;
using Microsoft.CodeAnalysis;

namespace ApiSpec.Generator.Docs.Tests;

/// <summary>The examples on the pages of diagnostics cause what the pages say.</summary>
public sealed class DiagnosticPageTests
{
    /// <summary>Pages without an example, and why. <see cref="RulesWithoutExampleTests"/> causes each of them by other means.</summary>
    private static readonly Dictionary<string, string> WithoutExample = new()
    {
        [SpecRules.FileTooLarge.Id] = "a spec of more than a million characters does not fit on a page",
        [SpecRules.TooManyDiagnostics.Id] = "only a file with more than a hundred errors causes it",
        [SpecRules.TooMuchCode.Id] = "only a very large table that is used very often causes it",
        [SpecRules.ControlCharacter.Id] = "a control character cannot be shown on a page",
        [SpecRules.LanguageVersionTooLow.Id] = "the project file causes the error, and not a spec",
        [SpecRules.RuntimeMissing.Id] = "the project file causes the error, and not a spec",
        [SpecRules.TestingKitMissing.Id] = "the project file causes the error, and not a spec",
        [SpecRules.CallerRoleMissing.Id] = "C# code causes the warning, and not a spec",
        [SpecRules.UnreadableFile.Id] = "only a file that disappears during the build causes it",
        [SpecRules.InternalError.Id] = "no spec is known that causes it",
    };

    /// <summary>The parts of a page, in this order. A page can leave out parts, but not the fix.</summary>
    private static readonly string[] Parts = ["Wrong", "Right", Fix, "Exceptions", "Related"];

    private const string Fix = "How to fix it";

    private const string NothingGenerated = "Until you fix the error, the build generates nothing from this file";

    public static TheoryData<string> Pages => [.. DiagnosticPage.All.Select(static page => page.Id)];

    public static TheoryData<string> PagesWithExample
        => [.. DiagnosticPage.All.Select(static page => page.Id).Where(static id => !WithoutExample.ContainsKey(id))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Title_and_severity_are_those_of_the_rule(string id)
    {
        var page = DiagnosticPage.Find(id);
        Assert.Equal((Rules.Find(id).Title, Rules.SeverityOf(Rules.Find(id))), (page.Title, page.Severity));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_message_is_one_that_the_rule_can_give(string id)
    {
        var rule = Rules.Find(id);
        var place = @"(\S+\.(apispec\.yaml|cs)\(\d+,\d+\): )?";
        Assert.All(
            DiagnosticPage.Find(id).Message.TrimEnd('\n').Split('\n'),
            line => Assert.Matches($"^{place}{Rules.SeverityOf(rule)} {id}: {PatternOf(rule.MessageFormat)}$", line));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_has_its_parts_in_the_same_order(string id)
    {
        var headings = Regex.Matches(DiagnosticPage.Find(id).Text, "^## (?<text>.+)$", RegexOptions.Multiline)
            .Select(static heading => heading.Groups["text"].Value).ToList();
        Assert.Equal(Parts.Where(headings.Contains), headings);
        Assert.Contains(Fix, headings);
    }

    [Theory]
    [MemberData(nameof(PagesWithExample))]
    public void Nothing_is_generated_from_the_wrong_example_if_the_page_says_so(string id)
    {
        var page = DiagnosticPage.Find(id);
        if (!Regex.Replace(page.Text, "\\s+", " ").Contains(NothingGenerated, StringComparison.Ordinal))
            return;

        Assert.All(page.Wrong, static file =>
        {
            var spec = ParsedSpecFile.Read(file.Name, () => file.Text, TestContext.Current.CancellationToken).Spec;
            Assert.True(spec.File is null or { Kind: SpecFileKind.Unreadable }, file.Name);
        });
    }

    [Theory]
    [MemberData(nameof(PagesWithExample))]
    public void The_wrong_example_is_reported_as_the_page_shows_it(string id)
    {
        var page = DiagnosticPage.Find(id);
        Assert.NotEmpty(page.Wrong);

        var reported = SpecCompiler.Compile(page.Wrong);

        var own = reported.Where(diagnostic => diagnostic.Id == id).Select(SpecCompiler.Show);
        Assert.Equal(page.Message.TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal), own.Order(StringComparer.Ordinal));
        var others = reported.Select(static diagnostic => diagnostic.Id).Where(other => other != id).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(page.AlsoReported, others);
    }

    [Theory]
    [MemberData(nameof(PagesWithExample))]
    public void The_right_example_is_right(string id)
    {
        var page = DiagnosticPage.Find(id);
        Assert.NotEmpty(page.Right);

        var reported = SpecCompiler.Compile(page.Right);

        Assert.Empty(reported.Where(diagnostic => diagnostic.Id == id || diagnostic.Severity > DiagnosticSeverity.Info).Select(SpecCompiler.Show));
    }

    [Fact]
    public void Only_the_pages_named_here_have_no_example_and_they_say_why()
    {
        var without = DiagnosticPage.All.Where(static page => page.Wrong.Count == 0 && page.Right.Count == 0).Select(static page => page.Id);
        Assert.Equal(WithoutExample.Keys.Order(StringComparer.Ordinal), without);
        Assert.All(WithoutExample, static pair => Assert.Contains(
            $"\nThis page has no example: {pair.Value}.\n", DiagnosticPage.Find(pair.Key).Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_example_of_the_overview_is_silenced_by_its_erratum_and_by_nothing_else()
    {
        var text = Repository.Read("generator", "docs", "README.md");
        var spec = Regex.Match(text, "^```yaml\n(?<spec>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline).Groups["spec"].Value;
        var withoutErratum = spec.Replace("errata:\n  - printed: vlaue\n    here: value\n\n", "", StringComparison.Ordinal);
        Assert.NotEqual(spec, withoutErratum);

        Assert.Empty(SpecCompiler.Compile([new SpecFileText("get-schedule.apispec.yaml", spec)]).Select(SpecCompiler.Show));
        Assert.Equal(
            [SpecRules.ExampleUnknownMember.Id],
            SpecCompiler.Compile([new SpecFileText("get-schedule.apispec.yaml", withoutErratum)]).Select(static diagnostic => diagnostic.Id)
                .Order(StringComparer.Ordinal));
    }

    // Turns a composite format string into a pattern for its possible results.
    private static string PatternOf(string format)
        => Regex.Replace(
            Regex.Escape(format).Replace("\\{\\{", "\\{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal), @"\\\{\d}", ".*");
}
