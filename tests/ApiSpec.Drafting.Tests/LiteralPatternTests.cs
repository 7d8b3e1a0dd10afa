using ApiSpec.Drafting.Profiles;

namespace ApiSpec.Drafting.Tests;

/// <summary>Characters of patterns that stand for themselves, after a backslash.</summary>
public sealed class LiteralPatternTests
{
    [Theory]
    [InlineData(@"\*\*\*\*", "****", true)]
    [InlineData(@"\*\*\*\*", "The size", false)]
    [InlineData(@"Note \*: *", "Note *: See below", true)]
    [InlineData(@"Note \*: *", "Note 1: See below", false)]
    [InlineData(@"\{size}", "{size}", true)]
    [InlineData(@"\{size}", "12", false)]
    [InlineData(@"C:\racks", @"C:\racks", true)]
    public void A_backslash_makes_a_character_part_of_the_text(string pattern, string text, bool isMatch)
        => Assert.Equal(isMatch, new TextPattern(pattern).IsMatch(text));

    [Fact]
    public void A_profile_can_drop_a_line_of_asterisks()
    {
        var (profile, diagnostics) = Read("drop: ['\\*\\*\\*\\*']\nheadings:\n  query: ['Settings \\*']\n");
        var draft = Support.Drafting.Draft(
            Support.Drafting.Read("List racks\nGET /racks\n\nSettings *\n\nName\tType\nsize\tinteger\n\n****\n"), profile!);

        Assert.Empty(diagnostics);
        Assert.Contains("query:\n  size: int", draft.Written.Text, StringComparison.Ordinal);
        Assert.Empty(draft.Draft.Unread.Select(static line => line.Text));
    }

    [Fact]
    public void The_message_for_a_pattern_of_asterisks_says_how_to_write_them()
        => Assert.Contains("write '\\*' for the character itself", Assert.Single(Read("drop: ['****']\n").Diagnostics).Message, StringComparison.Ordinal);

    private static (Profile? Profile, IReadOnlyList<Language.Diagnostics.SpecDiagnostic> Diagnostics) Read(string keys)
    {
        var read = ProfileReader.Read("profile: p\nextends: base\ntitle: first\n" + keys, ShippedProfiles.Find, TestContext.Current.CancellationToken);
        return (read.Profile, [.. read.Diagnostics]);
    }
}
