using ApiSpec.Drafting.Checking;
using static ApiSpec.Drafting.Tests.Support.HtmlSection;

namespace ApiSpec.Drafting.Tests;

/// <summary>Placeholders that a request line prints with other signs, or as words that stand for a value.</summary>
public sealed class PlaceholderSignTests
{
    [Theory]
    [InlineData("/racks/$id")]
    [InlineData("/racks/%id%")]
    [InlineData("/racks/#id#")]
    [InlineData("/racks/[id]")]
    [InlineData("/racks/ID")]
    public void A_placeholder_can_have_other_signs(string path)
        => Has(Markdown("GET " + path, "## Path parameters\n\n| Name | Type |\n|---|---|\n| id | integer |\n"),
            "request: GET /racks/{id}\n\npath:\n  id: int\n");

    [Theory]
    [InlineData("/racks/xxx")]
    [InlineData("/racks/NNN")]
    public void A_word_that_stands_for_the_only_other_row_is_marked(string path)
        => Has(Markdown("GET " + path, "## Path parameters\n\n| Name | Type |\n|---|---|\n| id | integer |\n"),
            "request: GET /racks/{id}  # check: whether '" + path[7..] + "' is 'id'\n\npath:\n  id: int\n");

    [Fact]
    public void Words_in_a_path_stand_for_the_rows_that_they_resemble()
        => Has(Markdown("GET /racks/ID/units/XXX", "## Path parameters\n\n| Name | Type |\n|---|---|\n| unit | integer |\n| id | integer |\n"),
            "request: GET /racks/{id}/units/{unit}  # check: whether 'XXX' is 'unit'\n");

    [Fact]
    public void A_word_of_odata_is_no_placeholder()
        => Has(Markdown("GET /racks/$metadata", "## Response\n\n| Name | Type |\n|---|---|\n| id | integer |\n"), "request: GET /racks/$metadata\n");

    private static CheckedDraft Markdown(string request, string rest)
        => Support.Drafting.Draft("# Get a rack\n\n## Request\n\n`" + request + "`\n\n" + rest, "base", "page.md");
}
