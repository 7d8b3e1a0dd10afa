using System.Text.RegularExpressions;
using ApiSpec.Drafting.Profiles;
using ApiSpec.Drafting.Sections;
using ApiSpec.Tests.Support;

namespace ApiSpec.Drafting.Tests;

/// <summary>The guide to profiles builds one step by step. Each step has the effect that the guide shows.</summary>
public sealed class ProfileGuideTests
{
    private static readonly IReadOnlyList<(string Kind, string Text)> s_blocks = BlocksOfFirstProfile();

    [Fact]
    public void Each_step_of_the_first_profile_has_the_effect_that_the_guide_shows()
    {
        var page = Support.Drafting.Read(Assert.Single(Texts("markdown")), "speed.md");
        var profile = "";
        var draft = "";
        foreach (var (kind, text) in s_blocks)
        {
            if (kind == "yaml")
            {
                profile += text;
                draft = Draft(page, profile);
            }
            else if (kind == "text")
            {
                Assert.Contains(text, draft, StringComparison.Ordinal);
            }
        }

        Assert.Equal(6, Texts("yaml").Count);
        Assert.Equal(Texts("text")[^1], draft[..draft.IndexOf("heading, ", StringComparison.Ordinal)]);
    }

    // The first step without 'title: numbered'.
    [Fact]
    public void The_page_of_the_guide_is_one_section_whatever_the_profile_says_of_titles()
    {
        var page = Support.Drafting.Read(Assert.Single(Texts("markdown")), "speed.md");

        Assert.Single(SectionSplitter.Split(page, ProfileOf("profile: pumps\nextends: base\n"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Every_line_of_the_first_profile_is_used()
    {
        var page = Support.Drafting.Read(Assert.Single(Texts("markdown")), "speed.md");
        var profile = ProfileOf(string.Concat(Texts("yaml")));
        var draft = Support.Drafting.Draft(page, profile).Draft;

        Assert.Empty(ProfileUse.Unused(draft.Section!, profile, draft.Use).Select(static entry => entry.Key + ": " + entry.Text));
    }

    // The draft, and the lines of '--explain' about headings.
    private static string Draft(Pages.Page page, string text)
    {
        var profile = ProfileOf(text);
        var drafted = Support.Drafting.Draft(page, profile);
        var headings = ProfileUse.Headings(drafted.Draft.Section!, profile)
            .Select(static found => $"heading, {found.Heading.Place}: {found.Heading.Text}  ->  {found.Key ?? "not known"}\n");
        return drafted.Written.Text + string.Concat(headings);
    }

    private static Profile ProfileOf(string text)
    {
        var (profile, diagnostics) = ProfileReader.Read(text, ShippedProfiles.Find, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics.Select(static diagnostic => diagnostic.Message));
        return profile!;
    }

    private static List<string> Texts(string kind) => [.. s_blocks.Where(block => block.Kind == kind).Select(static block => block.Text)];

    private static List<(string Kind, string Text)> BlocksOfFirstProfile()
    {
        var guide = Repository.Read("runtime/docs/writing-a-profile.md").ReplaceLineEndings("\n");
        var section = guide[guide.IndexOf("\n## Your first profile", StringComparison.Ordinal)..guide.IndexOf("\n## Keys", StringComparison.Ordinal)];
        return [.. Regex.Matches(section, "^```(?<kind>\\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(static block => (block.Groups["kind"].Value, block.Groups["text"].Value))];
    }
}
