using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>A page says which edition or version introduced an operation or a row.</summary>
public sealed class SinceTests
{
    private const string Rest = "<p>Gets a rack.</p><h2>Request</h2><p>GET /racks</p>";

    [Theory]
    [InlineData("<p>Introduced In: 9.10</p>", "9.10")]
    [InlineData("<h2>Available since</h2><p>11-10 and later</p><h2>Description</h2>", "11-10")]
    [InlineData("<p>Introduced in: Version 12 or later</p>", "V12", "jp1")]
    [InlineData("<p>Introduced in: Version 13.</p>", "V13", "jp1")]
    public void A_section_has_its_first_edition(string line, string edition, string profile = "base")
    {
        var draft = Support.Drafting.Draft("<html><body><h1>2.1.5 Get a rack</h1>" + line + Rest, profile, "page.html");

        Has(draft, "\nsince: " + edition + "\n");
        Has(draft, "\nfunction: Gets a rack.\n");
        Assert.Empty(draft.Draft.Unread);
    }

    [Fact]
    public void A_sentence_that_names_no_edition_is_not_read()
    {
        var draft = Support.Drafting.Draft("<html><body><h1>Get a rack</h1><p>Introduced in: the first release of the year</p>" + Rest, "base", "page.html");

        Assert.DoesNotContain("since", draft.Written.Text.Split("# not read")[0], StringComparison.Ordinal);
        Assert.NotEmpty(draft.Draft.Unread);
    }

    [Theory]
    [InlineData("11-10", "11-10")]
    [InlineData("Version 11-10 or later", "11-10")]
    [InlineData("v2", "v2")]
    public void A_row_has_its_first_edition(string cell, string edition)
    {
        var draft = Html("<h2>Query parameters</h2>" + Table("Name,Type,Since,Description", "deep,boolean," + cell + ",All."));

        Has(draft, "  deep: boolean required not stated since " + edition + " - All.\n");
    }
}
