using System.Globalization;

namespace ApiSpec.Drafting.Tests;

/// <summary>A page becomes the same bytes, regardless of how it was saved and where it is drafted.</summary>
public sealed class SameBytesTests
{
    private static readonly string s_page = Support.Drafting.PageOf("jp1ao-9.6.8.txt").ReplaceLineEndings("\n");

    private static readonly string s_draft = Support.Drafting.Draft(s_page).Written.Text;

    [Fact]
    public void Two_drafts_are_equal() => Assert.Equal(s_draft, Support.Drafting.Draft(s_page).Written.Text);

    [Fact]
    public void Line_endings_do_not_count()
        => Assert.Equal(s_draft, Support.Drafting.Draft(s_page.Replace("\n", "\r\n", StringComparison.Ordinal)).Written.Text);

    [Theory]
    [InlineData('\u00A0')]
    [InlineData('\u2002')]
    [InlineData('\u2009')]
    public void Spaces_of_typesetters_do_not_count(char space)
        => Assert.Equal(
            s_draft,
            Support.Drafting.Draft(string.Join('\n', s_page.Split('\n').Select(line => line.Contains('"', StringComparison.Ordinal)
                || line.Contains(':', StringComparison.Ordinal) ? line : line.Replace(' ', space)))).Written.Text);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Cultures_do_not_count(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(s_draft, Support.Drafting.Draft(s_page).Written.Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
