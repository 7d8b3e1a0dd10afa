using System.Globalization;
using System.Text.RegularExpressions;
using ApiSpec.Language.Collections;
using ApiSpec.Language.Diagnostics;
using ApiSpec.Language.Reading;
using ApiSpec.Tests.Support;
using ApiSpec.Upgrade;
using Xunit;

namespace ApiSpec.Reader.Tests;

/// <summary>The page of changes since version 0.1: its specs and its messages.</summary>
public sealed class UpgradePageTests
{
    private static readonly string s_page = Repository.Read("generator/docs/upgrading-to-0.2.md").ReplaceLineEndings("\n");

    [Fact]
    public void The_old_spec_is_rewritten_as_the_page_shows()
        => Assert.Equal(Block("yaml new"), SpecUpgrade.Upgrade(Block("yaml old")));

    [Fact]
    public void The_page_shows_the_message_of_each_old_form()
    {
        var reported = DiagnosticsOf("yaml old")
            .OrderBy(static diagnostic => (diagnostic.Span.StartLine, diagnostic.Span.StartColumn))
            .Select(static diagnostic => string.Create(
                CultureInfo.InvariantCulture,
                $"tower.apispec.yaml({diagnostic.Span.StartLine + 1},{diagnostic.Span.StartColumn + 1}): error {diagnostic.Rule.Id}: {diagnostic.Message}"));

        Assert.Equal(Block("text").TrimEnd().Split('\n'), reported);
    }

    [Fact]
    public void The_new_spec_has_no_errors()
        => Assert.DoesNotContain(DiagnosticsOf("yaml new"), static diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error);

    private static EquatableArray<SpecDiagnostic> DiagnosticsOf(string kind)
        => SpecReader.Read("tower.apispec.yaml", Block(kind), TestContext.Current.CancellationToken).Diagnostics;

    private static string Block(string kind)
        => Regex.Match(s_page, $"^```{kind}\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline).Groups["text"].Value;
}
