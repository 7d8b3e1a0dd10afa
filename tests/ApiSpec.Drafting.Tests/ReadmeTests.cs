using ApiSpec.Tests.Support;

namespace ApiSpec.Drafting.Tests;

/// <summary>The README shows a part of a page, and the part of the draft that comes from it.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_excerpts_are_parts_of_the_page_and_of_its_draft()
    {
        var readme = Repository.Read("README.md").ReplaceLineEndings("\n");
        var section = readme[readme.IndexOf("## Start from the page", StringComparison.Ordinal)..];
        var blocks = section[..section.IndexOf("\n## ", StringComparison.Ordinal)].Split("```text\n").Skip(1).Select(static block => block.Split("```")[0])
            .ToList();
        var page = Support.Drafting.PageOf("jp1ao-9.6.8.txt");
        var profile = ProfileChoice.Choose(Support.Drafting.Read(page), section: null, TestContext.Current.CancellationToken).Profile;

        Assert.Equal(2, blocks.Count);
        Assert.Contains("draft tests/ApiSpec.Drafting.Tests/Pages/jp1ao-9.6.8.txt\n", section, StringComparison.Ordinal);
        Assert.Contains(Joined(blocks[0]), Joined(page), StringComparison.Ordinal);
        Assert.Contains(Joined(blocks[1]), Joined(Support.Drafting.Draft(page, profile.Name).Written.Text), StringComparison.Ordinal);
    }

    // The README wraps long lines.
    private static string Joined(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));
}
